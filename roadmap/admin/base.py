"""What all pages of the admin share: how the catalogue is edited, and how learners' rows are only shown."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest

from accounts.staff import GoesWithLearner, NotesLooks
from roadmap.admin.history import KeepsHistory
from roadmap.models import CatalogueVersion
from roadmap.models.edits import state_of

POSITION = "The lower, the earlier in the list. The next load of the fixtures puts their order back."


class CatalogAdmin(KeepsHistory):
    """An item's slug is set once; it leaves by retiring, because learners' rows point at it.

    Whatever changes the catalogue makes every process drop its snapshot, in the same transaction.
    """

    search_fields: ClassVar[tuple[str, ...]] = ("title", "slug")
    list_filter: ClassVar[tuple[Any, ...]] = ("retired",)
    list_per_page = 50
    actions = ("retire", "bring_back")
    save_on_top = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "slug") if obj else fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else {"slug": ("title",)}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "position":
            kwargs["help_text"] = POSITION
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        CatalogueVersion.bump()

    @transaction.atomic
    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        CatalogueVersion.bump()

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> None:
        super().delete_queryset(request, queryset)
        CatalogueVersion.bump()

    @admin.action(description="Retire: off the roadmap, what learners did stays", permissions=["change"])
    def retire(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> None:
        self._set_retired(request, queryset, retired=True)

    @admin.action(description="Bring back onto the roadmap", permissions=["change"])
    def bring_back(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> None:
        self._set_retired(request, queryset, retired=False)

    def _set_retired(self, request: HttpRequest, queryset: "models.QuerySet[Any]", *, retired: bool) -> None:
        changing = queryset.filter(retired=not retired)
        with transaction.atomic():
            rows = list(changing)
            was = {row.pk: state_of(row) for row in rows}
            changing.update(retired=retired)
            CatalogueVersion.bump()
            self.note_each(request, was, rows)
            for row in rows:
                self.log_change(request, row, [{"changed": {"fields": ["Retired"]}}])
        word = "retired" if retired else "brought back"
        self.message_user(request, f"{len(rows)} {word}.")


class CatalogInlineForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A row of an inline whose slug is set once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].disabled = self.instance.pk is not None


class LearnersAdmin(GoesWithLearner, NotesLooks):
    """Rows that belong to learners: staff may look, and nothing else; that they looked is written down."""

    list_per_page = 50
    # Counting ten million rows takes longer than reading fifty of them.
    show_full_result_count = False
    search_fields: ClassVar[tuple[str, ...]] = ("user__email",)
    search_help_text = "The learner's e-mail address, or a part of it."
    list_select_related: ClassVar[Any] = True

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
