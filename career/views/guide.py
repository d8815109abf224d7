"""The guide: short chapters, open to everyone."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from career.guide.chapters import CHAPTERS, minutes, place
from roadmap.views.page import page

# The chapters change with the release alone, which every page's tag covers.
UNCHANGING = "guide"


@require_safe
@login_not_required
def guide(request: HttpRequest) -> HttpResponse:
    """List the chapters."""
    return page(request, "career/guide/contents.html", UNCHANGING, _contents)


@require_safe
@login_not_required
def guide_print(request: HttpRequest) -> HttpResponse:
    """Show all chapters one after another, for paper."""
    return page(request, "career/guide/print.html", UNCHANGING, _contents)


@require_safe
@login_not_required
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        found = place(slug)
    except KeyError as error:
        raise Http404("There is no such chapter.") from error

    def context() -> dict[str, Any]:
        return {
            "section": "career",
            "chapters": CHAPTERS,
            "place": found,
            "chapter": found.chapter,
            "minutes": minutes(slug),
        }

    return page(request, "career/guide/chapter.html", UNCHANGING, context)


def _contents() -> dict[str, Any]:
    rows = [(one, minutes(one.slug)) for one in CHAPTERS]
    return {
        "section": "career",
        "rows": rows,
        "total": sum(number for _, number in rows),
        "checked_on": min(one.checked_on for one in CHAPTERS),
    }
