"""What learners did, to look at. No text that they wrote for themselves is shown."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from roadmap.admin.base import LearnersAdmin
from roadmap.models import Build, Enrollment, MilestoneProgress, ResourceProgress, SkillProgress


@admin.register(SkillProgress)
class SkillProgressAdmin(LearnersAdmin):
    list_display = ("user", "skill", "state", "done_on", "count", "changed_at")
    list_filter = ("state",)


@admin.register(MilestoneProgress)
class MilestoneProgressAdmin(LearnersAdmin):
    list_display = ("user", "milestone", "done_on")
    # The build's name is the learner's own.
    exclude = ("note", "build")


@admin.register(ResourceProgress)
class ResourceProgressAdmin(LearnersAdmin):
    list_display = ("user", "resource", "state", "thumb", "changed_at")
    list_filter = ("state", "thumb")


@admin.register(Enrollment)
class EnrollmentAdmin(LearnersAdmin):
    list_display = ("user", "started_on", "weekly_hours")
    list_filter = ("specializations",)


@admin.register(Build)
class BuildAdmin(LearnersAdmin):
    """Builds of the portfolio projects; those of a learner's own have a name that is theirs alone."""

    list_display = ("user", "project", "status", "ship_by", "shipped_on")
    list_filter = ("status", "project")
    fields = ("user", "project", "status", "ship_by", "started_on", "shipped_on")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Build]":
        rows: QuerySet[Build] = super().get_queryset(request).filter(project__isnull=False)
        return rows
