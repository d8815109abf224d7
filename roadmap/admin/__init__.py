"""The catalogue for staff to edit, and learners' rows to look at. Private notes have no place here."""

from django.contrib import admin

from roadmap.admin import bank, catalog, link_checks, portfolio, progress, reports, resources

admin.site.site_title = admin.site.site_header = "Milepost"
admin.site.index_title = "Catalogue and learners"

__all__ = ["bank", "catalog", "link_checks", "portfolio", "progress", "reports", "resources"]
