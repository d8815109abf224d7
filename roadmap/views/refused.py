"""The answer to a form that makes no sense, from a page that has no place for the reason beside a field."""

from django.forms import Form
from django.http import HttpResponse
from django.template.response import TemplateResponse

from accounts.http import LearnerRequest
from roadmap.views.origin import origin_path


def refused(request: LearnerRequest, form: Form) -> HttpResponse:
    """Answer 422 with the reasons in words: in the live region for htmx, else on a page of their own."""
    reasons = [str(error) for errors in form.errors.values() for error in errors]
    if request.htmx:
        context = {"said": " ".join(reasons), "oob": True}
        return TemplateResponse(request, "roadmap/updates/said.html", context, status=422)
    context = {"reasons": reasons, "back": origin_path(request)}
    return TemplateResponse(request, "roadmap/refused.html", context, status=422)
