"""Addresses of the funnel, import and export, contacts and presence."""

from django.urls import URLPattern, path

from career.views import contacts, funnel, presence, search_export, search_import

urlpatterns: list[URLPattern] = [
    path("career/funnel/", funnel.funnel, name="funnel"),
    path("career/import/", search_import.import_file, name="import"),
    path("career/import/rows/", search_import.import_rows, name="import_rows"),
    path("career/export/", search_export.export, name="export"),
    path("career/export/moves/", search_export.export_moves, name="export_moves"),
    path("career/proof/", search_export.proof, name="proof"),
    path("career/contacts/", contacts.contacts, name="contacts"),
    path("career/contacts/new/", contacts.contact_new, name="contact_new"),
    path("career/contacts/rhythm/", contacts.contact_rhythm, name="contact_rhythm"),
    path("career/contacts/<uuid:pk>/", contacts.contact, name="contact"),
    path("career/contacts/<uuid:pk>/touch/", contacts.contact_touch, name="contact_touch"),
    path("career/contacts/<uuid:pk>/delete/", contacts.contact_delete, name="contact_delete"),
    path("career/presence/", presence.presence, name="presence"),
    path("career/presence/<slug:key>/", presence.presence_point, name="presence_point"),
    path("career/presence/<slug:key>/state/", presence.presence_state, name="presence_state"),
]
