"""/settings/data/: your data: export, import, reset, deletion."""

from django.urls import URLPattern, path

from accounts.views import data, data_import

urlpatterns: list[URLPattern] = [
    path("data/", data.data, name="data"),
    path("data/export/", data.export, name="export"),
    path("data/export/<uuid:pk>/", data.download, name="export_download"),
    path("data/import/", data_import.start, name="import"),
    path("data/import/<uuid:pk>/", data_import.preview, name="import_preview"),
]
