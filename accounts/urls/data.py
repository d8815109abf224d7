"""/settings/data/: your data: export, import, reset, deletion."""

from django.urls import URLPattern, path

from accounts.views import data

urlpatterns: list[URLPattern] = [
    path("data/", data.data, name="data"),
]
