"""Problems that learners reported with resources."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from roadmap.admin.base import LearnersAdmin
from roadmap.models import ResourceReport


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Open"), *ResourceReport.Outcome.choices]

    def queryset(
        self, request: HttpRequest, queryset: "QuerySet[ResourceReport]"
    ) -> "QuerySet[ResourceReport]":
        if self.value() == "open":
            return queryset.filter(resolved_at__isnull=True)
        if self.value() in ResourceReport.Outcome:
            return queryset.filter(outcome=self.value())
        return queryset


@admin.register(ResourceReport)
class ResourceReportAdmin(LearnersAdmin):
    """The queue of what learners reported. Who it was is for superusers only."""

    list_display = ("problem", "about", "address", "open_reports", "short_comment", "created_at", "state")
    list_filter = (StateFilter, "problem")
    list_select_related = ("resource", "user")
    actions = ("accept", "dismiss")
    fields = (
        "problem",
        "about",
        "address",
        "open_reports",
        "comment",
        "user",
        "created_at",
        "resolved_at",
        "state",
    )
    readonly_fields = fields

    def shows_learners(self, request: HttpRequest) -> bool:
        return bool(getattr(request.user, "is_superuser", False))

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = super().get_list_display(request)
        return (*shown, "user") if self.shows_learners(request) else shown

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [name for name in self.fields if name != "user" or self.shows_learners(request)]

    def get_search_fields(self, request: HttpRequest) -> Any:
        by_person = ("user__email",) if self.shows_learners(request) else ()
        return ("resource__title", "resource__slug", "comment", *by_person)

    search_help_text = "A resource or the comment."

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ResourceReport]":
        others = ResourceReport.objects.filter(resource=OuterRef("resource"), resolved_at__isnull=True)
        counted = others.order_by().values("resource").annotate(number=Count("pk")).values("number")
        rows: QuerySet[ResourceReport] = super().get_queryset(request)
        return rows.annotate(number=Coalesce(Subquery(counted), 0))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Staff who may change reports may settle them; what was reported stays as it was written."""
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    @admin.display(description="resource", ordering="resource__title")
    def about(self, report: ResourceReport) -> SafeString:
        url = reverse("admin:roadmap_resource_change", args=[report.resource_id])
        return format_html('<a href="{}">{}</a>', url, report.resource)

    @admin.display(description="open reports on it", ordering="number")
    def open_reports(self, report: ResourceReport) -> int:
        return int(getattr(report, "number", 0))

    @admin.display(description="state")
    def state(self, report: ResourceReport) -> str:
        return report.get_outcome_display() or ("Resolved" if report.resolved_at else "Open")

    @admin.display(description="comment")
    def short_comment(self, report: ResourceReport) -> str:
        return Truncator(report.comment).chars(80)

    @admin.display(description="address")
    def address(self, report: ResourceReport) -> SafeString:
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', report.resource.url)

    @admin.action(description="Accept: it was right, and is mended", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: "QuerySet[ResourceReport]") -> None:
        self._settle(request, queryset, ResourceReport.Outcome.ACCEPTED)

    @admin.action(description="Dismiss: nothing is wrong", permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: "QuerySet[ResourceReport]") -> None:
        self._settle(request, queryset, ResourceReport.Outcome.DISMISSED)

    def _settle(self, request: HttpRequest, queryset: "QuerySet[ResourceReport]", outcome: str) -> None:
        ids = list(queryset.values_list("pk", flat=True))
        number = ResourceReport.objects.filter(pk__in=ids).resolve(outcome=outcome)
        self.message_user(request, f"{number} {outcome}.")
