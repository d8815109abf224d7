"""Rows of the study log as HTML: a row's shape is kept, what the learner logged is filled in."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.safestring import SafeString

from roadmap.days import brief, duration
from roadmap.fragments import join, kept
from roadmap.study_log import Entry


def rows_html(entries: Iterable[Entry]) -> SafeString:
    """Return the rows of `entries` as one piece."""
    log = reverse("roadmap:log")
    return join(_row(entry, log) for entry in entries)


def _row(entry: Entry, log: str) -> SafeString:
    return kept(
        "roadmap/_log_entry.html",
        {
            "id": entry.id,
            "path": f"{log}{entry.id}/",
            "date": entry.day,
            "day": f"{entry.day:%a} {entry.day.day}",
            "title": entry.subject.title,
            "url": entry.subject.url,
            "note": entry.note,
            "brief": brief(entry.minutes),
            "time": duration(entry.minutes),
        },
        kind=entry.kind,
        linked=bool(entry.subject.url),
        noted=bool(entry.note),
    )
