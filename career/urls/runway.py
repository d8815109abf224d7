"""Addresses of the runway."""

from django.urls import path

from career.views import runway, runway_changes

urlpatterns = [
    path("career/runway/", runway.runway, name="runway"),
    path("career/runway/preview/", runway.runway_preview, name="runway_preview"),
    path("career/runway/new/", runway_changes.budget_new, name="budget_new"),
    path("career/runway/delete/", runway_changes.runway_delete, name="runway_delete"),
    path("career/runway/<uuid:pk>/", runway_changes.budget_save, name="budget_save"),
    path("career/runway/<uuid:pk>/copy/", runway_changes.budget_copy, name="budget_copy"),
    path("career/runway/<uuid:pk>/delete/", runway_changes.budget_delete, name="budget_delete"),
]
