"""What came of asking the links, for editors to act on."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadmap.models import LinkCheck


@admin.register(LinkCheck)
class LinkCheckAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Flags, never changes: an editor opens the resource and decides."""

    list_display = ("at", "outcome", "status", "about", "url", "leads_to", "note")
    list_filter = ("outcome", "status")
    list_select_related = ("resource",)
    list_per_page = 50
    search_fields = ("url", "leads_to", "resource__title")
    date_hierarchy = "at"

    @admin.display(description="resource", ordering="resource__title")
    def about(self, check: LinkCheck) -> SafeString:
        url = reverse("admin:roadmap_resource_change", args=[check.resource_id])
        return format_html('<a href="{}">{}</a>', url, check.resource)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
