"""Addresses of readiness by tier and target companies."""

from django.urls import path

from career.views import companies, readiness

urlpatterns = [
    path("career/readiness/", readiness.readiness, name="readiness"),
    path("career/companies/new/", companies.company_new, name="company_new"),
    path("career/companies/<uuid:pk>/", companies.company, name="company"),
    path("career/companies/<uuid:pk>/delete/", companies.company_delete, name="company_delete"),
]
