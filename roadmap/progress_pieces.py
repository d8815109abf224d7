"""The progress page in pieces of HTML, kept for a learner until what they show changes."""

import datetime
from collections.abc import Mapping
from functools import lru_cache

from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from roadmap.arrival import Arrival, arrival_of, history_for
from roadmap.days import hours
from roadmap.fragments import kept
from roadmap.models.history import History
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.progress_screen import progress_screen
from roadmap.recent import Recent
from roadmap.snapshot import SpecializationItem
from roadmap.stages import stages
from roadmap.what_if import WhatIf
from roadmap.what_if_forms import WhatIfForm

_pieces = Recent[Mapping[str, object]](100)  # 20 to 40 kB each


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

    def draw() -> Mapping[str, object]:
        arrival = arrival_of(user_id, outline, study, today)
        history = history_for(user_id, outline, study, today)
        return _drawn(outline, study, history, arrival, started, today)

    return _pieces.get(user_id, made_from, draw)


def what_if_html(form: WhatIfForm, supposed: WhatIf | None) -> SafeString:
    """Return the form, with what it found or what is wrong with it."""
    if form.errors:
        fields: dict[str, str] = {field.name: _field_html(field) for field in form}
        errors: str = render_to_string("_form_errors.html", {"form": form})
    else:
        fields = {field.name: _filled(field.name, field.value(), form.today, form.chosen) for field in form}
        errors = ""
    answer = (supposed.supposed, supposed.moved, supposed.sentence) if supposed else ("", "", "")
    gaps = dict(zip(("supposed", "moved", "sentence"), answer, strict=True))
    return kept("roadmap/_what_if.html", {**fields, **gaps, "errors": errors}, answered=supposed is not None)


@lru_cache(maxsize=1_000)
def _filled(
    name: str, value: str | None, today: datetime.date, chosen: tuple[SpecializationItem, ...]
) -> str:
    """Return a field with a valid value; kept, as most are left empty."""
    return _field_html(WhatIfForm(initial={name: value}, today=today, chosen=chosen)[name])


def _field_html(field: BoundField) -> str:
    return field.as_hidden() if field.is_hidden else render_to_string("_form_field.html", {"field": field})


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
            {"stages": stages(outline, history.begun), "hours_shown": outline.hours_shown},
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
