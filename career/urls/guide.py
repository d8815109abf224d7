"""Addresses of the guide."""

from django.urls import path

from career.views import guide

urlpatterns = [
    path("guide/", guide.guide, name="guide"),
    path("guide/print/", guide.guide_print, name="guide_print"),
    path("guide/<slug:slug>/", guide.chapter, name="chapter"),
]
