"""Addresses of résumés and cover letters."""

from django.urls import path

from career.views import resume_edit, resumes

urlpatterns = [
    path("career/resumes/", resumes.resumes, name="resumes"),
    path("career/resumes/new/", resumes.resume_new, name="resume_new"),
    path("career/resumes/<uuid:pk>/", resume_edit.resume, name="resume"),
    path("career/resumes/<uuid:pk>/preview/", resume_edit.resume_preview, name="resume_preview"),
    path("career/resumes/<uuid:pk>/copy/", resumes.resume_copy, name="resume_copy"),
    path("career/resumes/<uuid:pk>/delete/", resumes.resume_delete, name="resume_delete"),
]
