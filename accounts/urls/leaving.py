"""/settings/data/delete/: leaving for good."""

from django.urls import path

from accounts.views import deletion

urlpatterns = [
    path("data/delete/", deletion.delete, name="delete_account"),
    path("data/delete/done/", deletion.deleted, name="account_deleted"),
]
