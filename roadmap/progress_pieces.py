"""The progress page in pieces of HTML, kept for a learner until what they show changes."""

import datetime
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from roadmap.arrival import Arrival, arrival_of
from roadmap.days import hours
from roadmap.models.history import History, history_of
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.progress_screen import progress_screen
from roadmap.snapshot import SpecializationItem
from roadmap.stages import stages
from roadmap.what_if import WhatIf
from roadmap.what_if_forms import WhatIfForm


class _Kept(NamedTuple):
    made_from: tuple[object, ...]
    pieces: Mapping[str, object]


# Of the learners who looked last in this process, newest last; 20 to 40 kB each.
_recent: OrderedDict[int, _Kept] = OrderedDict()
MOST_KEPT = 100


def progress_pieces(
    user_id: int,
    outline: Outline,
    study: Study,
    started: datetime.date,
    today: datetime.date,
) -> Mapping[str, object]:
    """Return all of the page but the what-if, for a learner who began on the day `started`.

    The history is read only when the pieces are made anew.
    """
    made_from = (
        outline.catalogue.version,
        outline.marks.fingerprint,
        study.fingerprint,
        started,
        today,
    )
    last = _recent.pop(user_id, None)
    if last is None or last.made_from != made_from:
        arrival = arrival_of(user_id, outline, study, today)
        history = history_of(user_id, outline.marks.terms.week_starts_on, today)
        last = _Kept(made_from, _drawn(outline, study, history, arrival, started, today))
    _recent[user_id] = last
    if len(_recent) > MOST_KEPT:
        _recent.popitem(last=False)
    return last.pieces


def what_if_html(
    form: WhatIfForm, supposed: WhatIf | None, today: datetime.date, outline: Outline
) -> SafeString:
    """Return the form, with what it found or what is wrong with it."""
    if not form.is_bound:
        return _blank(today, outline.chosen)
    return render_to_string("roadmap/_what_if.html", {"form": form, "what_if": supposed})


@lru_cache(maxsize=200)
def _blank(today: datetime.date, chosen: tuple[SpecializationItem, ...]) -> SafeString:
    form = WhatIfForm(today=today, chosen=chosen)
    return render_to_string("roadmap/_what_if.html", {"form": form, "what_if": None})


def _drawn(
    outline: Outline,
    study: Study,
    history: History,
    arrival: Arrival | None,
    started: datetime.date,
    today: datetime.date,
) -> dict[str, object]:
    screen = progress_screen(outline, study, history, arrival, started, today)
    sections: dict[str, tuple[str, dict[str, object]]] = {
        "burn": ("roadmap/charts/_burn.html", {"view": screen.burn}),
        "reasons": ("roadmap/_reasons.html", {"arrival": arrival}),
        "heat": ("roadmap/charts/_heat.html", {"view": screen.heat}),
        "stages": (
            "roadmap/charts/_stages.html",
            {"stages": stages(outline, study.begun), "hours_shown": outline.hours_shown},
        ),
        "balance": (
            "roadmap/charts/_balance.html",
            {"balance": screen.balance, "hours_shown": outline.hours_shown},
        ),
        "rhythm": ("roadmap/_rhythm.html", {"rhythm": screen.rhythm}),
    }
    pieces = {name: render_to_string(template, context) for name, (template, context) in sections.items()}
    return {
        "done": outline.tally.done,
        "total": outline.tally.total,
        "hours_done": hours(outline.tally.hours_done),
        "hours_total": hours(outline.tally.hours_total),
        "sentence": arrival.sentence if arrival else "",
        **pieces,
    }
