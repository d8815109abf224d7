"""Addresses of offers and negotiation."""

from django.urls import path

from career.views import offer_edit, offer_log, offer_sheet, offers

urlpatterns = [
    path("career/offers/", offers.offers, name="offers"),
    path("career/offers/new/", offer_edit.offer_new, name="offer_new"),
    path("career/offers/rates/", offers.offer_rates, name="offer_rates"),
    path("career/offers/research/", offers.research_add, name="research_add"),
    path("career/offers/research/<uuid:pk>/delete/", offers.research_delete, name="research_delete"),
    path("career/offers/<uuid:pk>/", offer_sheet.offer, name="offer"),
    path("career/offers/<uuid:pk>/print/", offer_sheet.offer_print, name="offer_print"),
    path("career/offers/<uuid:pk>/edit/", offer_edit.offer_edit, name="offer_edit"),
    path("career/offers/<uuid:pk>/delete/", offer_edit.offer_delete, name="offer_delete"),
    path("career/offers/<uuid:pk>/sheet/", offer_sheet.offer_sheet, name="offer_sheet"),
    path("career/offers/<uuid:pk>/questions/", offer_sheet.offer_questions, name="offer_questions"),
    path("career/offers/<uuid:pk>/log/", offer_log.offer_line, name="offer_line"),
    path(
        "career/offers/<uuid:pk>/log/<int:line>/delete/",
        offer_log.offer_line_delete,
        name="offer_line_delete",
    ),
]
