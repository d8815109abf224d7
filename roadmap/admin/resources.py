"""Topics and resources."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet, URLField
from django.http import HttpRequest
from django.urls import reverse

from roadmap.admin.base import CatalogAdmin
from roadmap.models import Resource, ResourceReport, Topic


class ReportedFilter(admin.SimpleListFilter):
    title = "reported"
    parameter_name = "reported"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "With open reports")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Resource]") -> "QuerySet[Resource]":
        reported = ResourceReport.objects.open().values("resource")
        return queryset.filter(pk__in=reported) if self.value() == "open" else queryset


@admin.register(Topic)
class TopicAdmin(CatalogAdmin):
    list_display = ("title", "position", "retired")


@admin.register(Resource)
class ResourceAdmin(CatalogAdmin):
    list_display = ("title", "kind", "access", "status", "phase", "checked_on", "open_reports", "retired")
    list_filter = (ReportedFilter, "retired", "access", "status", "kind", "level", "phase", "topics")
    list_select_related = ("phase",)
    search_fields = ("title", "slug", "author", "url")
    autocomplete_fields = ("topics", "fallback")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Resource]":
        unresolved = Count("reports", filter=Q(reports__resolved_at__isnull=True), distinct=True)
        resources: QuerySet[Resource] = super().get_queryset(request).annotate(open_reports=unresolved)
        return resources

    @admin.display(description="open reports", ordering="open_reports")
    def open_reports(self, resource: Any) -> int:
        number: int = resource.open_reports
        return number

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def view_on_site(self, obj: Resource) -> str:
        return reverse("roadmap:resource", args=[obj.slug])
