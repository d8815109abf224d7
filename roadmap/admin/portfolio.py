"""Projects with their requirements, milestones, claims of the guide, and the weeks of the sprint."""

from django.contrib import admin
from django.urls import reverse

from roadmap.admin.base import CatalogAdmin, CatalogInlineForm
from roadmap.models import Claim, Milestone, Project, Requirement, SprintWeek


class RequirementInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    model = Requirement
    form = CatalogInlineForm
    ordering = ("position",)
    fields = ("position", "title", "slug", "skill", "retired")
    autocomplete_fields = ("skill",)
    prepopulated_fields = {"slug": ("title",)}
    can_delete = False
    extra = 0


@admin.register(Project)
class ProjectAdmin(CatalogAdmin):
    list_display = ("title", "module", "example", "position", "retired")
    list_select_related = ("module",)
    autocomplete_fields = ("module", "resources")
    inlines = (RequirementInline,)

    def view_on_site(self, obj: Project) -> str:
        return reverse("roadmap:project", args=[obj.slug])


@admin.register(Requirement)
class RequirementAdmin(CatalogAdmin):
    list_display = ("title", "project", "skill", "position", "retired")
    list_filter = ("retired", "project")
    list_select_related = ("project", "skill")
    autocomplete_fields = ("skill",)


@admin.register(Milestone)
class MilestoneAdmin(CatalogAdmin):
    list_display = ("title", "phase", "sprint_day", "position", "retired")
    list_filter = ("retired", "phase", "sprint_day")
    list_select_related = ("phase",)
    autocomplete_fields = ("skills",)


@admin.register(Claim)
class ClaimAdmin(CatalogAdmin):
    list_display = ("title", "kind", "now", "position", "retired")
    list_filter = ("retired", "kind")
    search_fields = ("title", "now", "slug")


@admin.register(SprintWeek)
class SprintWeekAdmin(CatalogAdmin):
    list_display = ("position", "title", "retired")
    list_display_links = ("title",)
    autocomplete_fields = ("skills",)
