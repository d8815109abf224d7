"""Addresses of applications, their stages and their history."""

from django.urls import URLPattern, path

from career.views import (
    applications,
    applications_edit,
    applications_moves,
    applications_next,
    applications_page,
    applications_stages,
)

urlpatterns: list[URLPattern] = [
    path("career/", applications.applications, name="applications"),
    path("career/today-card/", applications.today_card, name="today_card"),
    path("career/new/", applications_edit.application_new, name="application_new"),
    path("career/stages/", applications_stages.stages, name="stages"),
    path("career/<uuid:pk>/", applications_page.application, name="application"),
    path("career/<uuid:pk>/edit/", applications_edit.application_edit, name="application_edit"),
    path("career/<uuid:pk>/stage/", applications_moves.application_stage, name="application_stage"),
    path(
        "career/<uuid:pk>/moves/<int:change>/", applications_moves.application_move, name="application_move"
    ),
    path("career/<uuid:pk>/next/", applications_next.application_next, name="application_next"),
    path("career/<uuid:pk>/note/", applications_page.application_note, name="application_note"),
    path("career/<uuid:pk>/archive/", applications_page.application_archive, name="application_archive"),
    path("career/<uuid:pk>/delete/", applications_page.application_delete, name="application_delete"),
]
