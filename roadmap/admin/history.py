"""The history of an item of the catalogue, with a button to go back."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from accounts.models import User
from roadmap.models import ContentEdit
from roadmap.models.catalog import CatalogItem
from roadmap.models.edits import State, state_of


class KeepsHistory(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Each save by staff is kept with what stood there before."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        _note_later(request, obj if change else None)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        items = issubclass(formset.model, CatalogItem)
        # Read anew: the rows of the forms hold what was typed already.
        there = [each.instance.pk for each in formset.initial_forms]
        old = formset.model._default_manager.filter(pk__in=there)
        was = {row.pk: state_of(row) for row in old} if items else {}
        super().save_formset(request, form, formset, change)
        if items:
            for row in formset.model._default_manager.filter(
                pk__in=[each.instance.pk for each in formset.forms]
            ):
                ContentEdit.objects.note(_number(request), row, was.get(row.pk))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        saved = type(form.instance)._default_manager.get(pk=form.instance.pk)
        ContentEdit.objects.note(_number(request), saved, getattr(request, "item_was", None))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        item = self.get_object(request, object_id)
        if item is None:
            raise Http404("There is no such item.")
        if request.method == "POST":
            return self._revert(request, item)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        edits = list(ContentEdit.objects.of(item)[:100])
        names = dict(
            User.objects.filter(pk__in=[edit.staff_number for edit in edits]).values_list("pk", "email")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {item}",
            "opts": self.opts,
            "object": item,
            "edits": [
                (edit, names.get(edit.staff_number, f"{edit.staff_number}, who left")) for edit in edits
            ],
            "may_change": self.has_change_permission(request, item),
        }
        return TemplateResponse(request, "admin/roadmap/history.html", context)

    def _revert(self, request: HttpRequest, item: CatalogItem) -> HttpResponse:
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        number = request.POST.get("edit", "")
        wanted = (
            ContentEdit.objects.of(item).filter(pk=int(number))
            if number.isdecimal() and len(number) < 18
            else None
        )
        edit = wanted.first() if wanted is not None else None
        if edit is None or edit.was is None:
            raise Http404("There is no such edit.")
        try:
            with transaction.atomic():
                edit.revert(item, _number(request))
                self.log_change(request, item, [{"changed": {"fields": ["Reverted"]}}])
            messages.success(request, "It is as it was before that edit. This, too, can be reverted.")
        except (ValidationError, LookupError) as error:
            messages.error(request, f"It cannot be reverted: {error}")
        return HttpResponseRedirect(request.path, status=303)

    def note_each(self, request: HttpRequest, was: dict[Any, State], rows: list[Any]) -> None:
        """Keep the edits of an action on many rows; `was` are their states before, by id."""
        for row in rows:
            row.refresh_from_db()
            ContentEdit.objects.note(_number(request), row, was[row.pk])


def _note_later(request: HttpRequest, obj: Any) -> None:
    """Remember on the request what stands in the database before it is saved."""
    was = state_of(type(obj)._default_manager.get(pk=obj.pk)) if obj is not None else None
    request.item_was = was  # type: ignore[attr-defined]  # handed from one step of the admin to the next


def _number(request: HttpRequest) -> int:
    return cast(User, request.user).pk
