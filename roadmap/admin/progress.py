"""What learners did, to look at. No text that they wrote for themselves is shown."""

from django.contrib import admin

from roadmap.admin.base import LearnersAdmin
from roadmap.models import Build, Enrollment, MilestoneProgress, ResourceProgress, SkillProgress


@admin.register(SkillProgress)
class SkillProgressAdmin(LearnersAdmin):
    list_display = ("user", "skill", "state", "done_on", "count", "changed_at")
    list_filter = ("state",)


@admin.register(MilestoneProgress)
class MilestoneProgressAdmin(LearnersAdmin):
    list_display = ("user", "milestone", "done_on")
    exclude = ("note",)


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
    list_display = ("user", "project", "ship_by")
    list_filter = ("project",)
