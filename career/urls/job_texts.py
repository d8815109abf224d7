"""Addresses of job texts."""

from django.urls import path

from career.views import job_text_edit, job_texts, own_terms

urlpatterns = [
    path("career/job-texts/", job_texts.job_texts, name="job_texts"),
    path("career/job-texts/new/", job_text_edit.job_text_new, name="job_text_new"),
    path("career/job-texts/<uuid:pk>/", job_texts.job_text, name="job_text"),
    path("career/job-texts/<uuid:pk>/edit/", job_text_edit.job_text_edit, name="job_text_edit"),
    path("career/job-texts/<uuid:pk>/delete/", job_text_edit.job_text_delete, name="job_text_delete"),
    path("career/job-texts/<uuid:pk>/terms/", own_terms.own_term_add, name="own_term_add"),
    path("career/job-texts/<uuid:pk>/terms/remove/", own_terms.own_term_remove, name="own_term_remove"),
]
