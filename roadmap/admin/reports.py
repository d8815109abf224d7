"""Problems that learners reported with resources."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from roadmap.admin.base import LearnersAdmin
from roadmap.models import ResourceReport


class ResolvedFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "resolved"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "Open"), ("yes", "Resolved")]

    def queryset(
        self, request: HttpRequest, queryset: "QuerySet[ResourceReport]"
    ) -> "QuerySet[ResourceReport]":
        if self.value() in ("no", "yes"):
            return queryset.filter(resolved_at__isnull=self.value() == "no")
        return queryset


@admin.register(ResourceReport)
class ResourceReportAdmin(LearnersAdmin):
    list_display = ("problem", "about", "short_comment", "user", "created_at", "resolved_at")
    list_filter = (ResolvedFilter, "problem")
    search_fields = ("resource__title", "resource__slug", "comment", "user__email")
    search_help_text = "A resource, the comment, or a learner's e-mail address."
    actions = ("mark_resolved",)
    fields = ("problem", "about", "address", "comment", "user", "created_at", "resolved_at")
    readonly_fields = fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Staff who may change reports may resolve them; what was reported stays as it was written."""
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    @admin.display(description="resource", ordering="resource__title")
    def about(self, report: ResourceReport) -> SafeString:
        url = reverse("admin:roadmap_resource_change", args=[report.resource_id])
        return format_html('<a href="{}">{}</a>', url, report.resource)

    @admin.display(description="comment")
    def short_comment(self, report: ResourceReport) -> str:
        return Truncator(report.comment).chars(80)

    @admin.display(description="address")
    def address(self, report: ResourceReport) -> SafeString:
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', report.resource.url)

    @admin.action(description="Mark resolved: off the resource's row", permissions=["change"])
    def mark_resolved(self, request: HttpRequest, queryset: "QuerySet[ResourceReport]") -> None:
        number = ResourceReport.objects.filter(pk__in=queryset.values("pk")).resolve()
        self.message_user(request, f"{number} resolved.")
