"""Addresses of résumés and cover letters."""

from django.urls import path

from career.views import letters, resume_edit, resume_files, resumes

urlpatterns = [
    path("career/resumes/", resumes.resumes, name="resumes"),
    path("career/resumes/new/", resumes.resume_new, name="resume_new"),
    path("career/resumes/import/", resume_files.resume_import, name="resume_import"),
    path("career/resumes/<uuid:pk>/", resume_edit.resume, name="resume"),
    path("career/resumes/<uuid:pk>/preview/", resume_edit.resume_preview, name="resume_preview"),
    path("career/resumes/<uuid:pk>/copy/", resumes.resume_copy, name="resume_copy"),
    path("career/resumes/<uuid:pk>/delete/", resumes.resume_delete, name="resume_delete"),
    path("career/resumes/<uuid:pk>/print/", resume_files.resume_print, name="resume_print"),
    path("career/resumes/<uuid:pk>/pdf/", resume_files.resume_pdf, name="resume_pdf"),
    path("career/resumes/<uuid:pk>/text/", resume_files.resume_text, name="resume_text"),
    path("career/resumes/<uuid:pk>/json/", resume_files.resume_json, name="resume_json"),
    path("career/<uuid:pk>/letter/", letters.letter, name="letter"),
    path("career/<uuid:pk>/letter/print/", letters.letter_print, name="letter_print"),
    path("career/<uuid:pk>/letter/text/", letters.letter_text, name="letter_text"),
]
