"""What pages of the admin that show a learner's row have in common: each look is written down."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from accounts.models import StaffLook, User


class GoesWithLearner(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Rows that staff cannot delete by themselves: they go when their learner does."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # The learner's page asks here whether they may.
        match = request.resolver_match
        own = match and (match.url_name or "").startswith(f"{self.opts.app_label}_{self.opts.model_name}_")
        return not own and super().has_delete_permission(request, obj)


class NotesLooks(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Whoever opens a list or a row leaves a line for each learner in it, seen by superusers."""

    def learner_of(self, obj: Any) -> int:
        """Return the id of the learner whose row it is."""
        pk: int = obj.user_id
        return pk

    def shows_learners(self, request: HttpRequest) -> bool:
        """Whether this page says whose the rows are."""
        return True

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response: HttpResponse = super().changelist_view(request, extra_context)
        listed = (getattr(response, "context_data", None) or {}).get("cl")
        if listed is not None and self.shows_learners(request):
            self._note(request, [self.learner_of(row) for row in listed.result_list], "list")
        return response

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is not None and self.shows_learners(request):
            self._note(request, [self.learner_of(found)], "row")
        return found

    def _note(self, request: HttpRequest, learners: list[int], kind: str) -> None:
        if isinstance(request.user, User):
            StaffLook.objects.note(request.user, learners, f"{self.opts.label_lower} {kind}")
