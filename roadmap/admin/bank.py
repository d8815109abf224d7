"""The question bank and the ideas for builds."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from roadmap.admin.base import CatalogAdmin
from roadmap.models import Idea, Question


@admin.register(Question)
class QuestionAdmin(CatalogAdmin):
    list_display = ("prompt", "skill", "from_scratch", "position", "retired")
    list_filter = ("retired", "from_scratch", "skill__module")
    list_select_related = ("skill",)
    search_fields = ("prompt", "answer", "slug")
    autocomplete_fields = ("skill", "resource")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {}


@admin.register(Idea)
class IdeaAdmin(CatalogAdmin):
    list_display = ("title", "project", "skill", "data_title", "checked_on", "position", "retired")
    list_filter = ("retired", "project")
    list_select_related = ("project", "skill")
    autocomplete_fields = ("project", "skill")
