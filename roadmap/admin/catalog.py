"""Phases, specializations, modules and skills."""

from typing import Any

from django import forms
from django.contrib import admin
from django.urls import reverse

from roadmap.admin.base import CatalogAdmin
from roadmap.models import Module, Phase, Skill, SkillResource, Specialization


@admin.register(Phase)
class PhaseAdmin(CatalogAdmin):
    list_display = ("title", "short_title", "month_start", "month_end", "position", "retired")

    def view_on_site(self, obj: Phase) -> str:
        return reverse("roadmap:phase", args=[obj.slug])


@admin.register(Specialization)
class SpecializationAdmin(CatalogAdmin):
    list_display = ("title", "position", "retired")


@admin.register(Module)
class ModuleAdmin(CatalogAdmin):
    list_display = ("title", "phase", "specialization", "one_is_enough", "position", "retired")
    list_filter = ("retired", "phase", "specialization", "one_is_enough")
    list_select_related = ("phase", "specialization")


class SkillForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """Refuses what would send a learner round in a circle."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.instance.pk:
            links = Skill.comes_after.through.objects.values_list("from_skill_id", "to_skill_id")
            parts = Skill.objects.filter(part_of__isnull=False).values_list("pk", "part_of_id")
            if self._leads_back([skill.pk for skill in data.get("comes_after") or ()], list(links)):
                self.add_error("comes_after", "One of these comes after this skill itself. Take it out.")
            whole = data.get("part_of")
            if self._leads_back([whole.pk] if whole else [], list(parts)):
                self.add_error("part_of", "That one is a part of this skill. Choose another, or none.")
        return data

    def _leads_back(self, start: list[int], links: list[tuple[int, int]]) -> bool:
        seen: set[int] = set()
        waiting = list(start)
        while waiting:
            pk = waiting.pop()
            if pk not in seen:
                seen.add(pk)
                waiting += [to for source, to in links if source == pk]
        return self.instance.pk in seen


class SkillResourceInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    model = SkillResource
    ordering = ("position",)
    autocomplete_fields = ("resource",)
    extra = 1
    verbose_name_plural = "resources, in the order of their position"


@admin.register(Skill)
class SkillAdmin(CatalogAdmin):
    form = SkillForm
    list_display = ("title", "kind", "module", "hours_low", "hours_high", "from_guide", "position", "retired")
    list_filter = ("retired", "kind", "module__phase", "from_guide", "module")
    list_select_related = ("module",)
    search_fields = ("title", "slug", "done_when")
    autocomplete_fields = ("module", "part_of", "comes_after")
    inlines = (SkillResourceInline,)

    def view_on_site(self, obj: Skill) -> str:
        return reverse("roadmap:skill", args=[obj.slug])
