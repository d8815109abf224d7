"""What would be: other hours, a specialization less, a break; nothing is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from roadmap import arrival_words as words
from roadmap.arrival import Arrival, arrive, finished, remaining, with_break, without
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.road import MINUTE


@dataclass(frozen=True)
class WhatIf:
    """What is supposed, in words, and where that leads: `days` later than now, None without a date.

    `paced`: the hours a week are supposed too.
    """

    supposed: str
    paced: bool
    arrival: Arrival
    days: int | None

    @property
    def moved(self) -> str:
        return words.moved(self.days, self.arrival.forecast)

    @property
    def sentence(self) -> str:
        return words.sentence(self.arrival.forecast, self.arrival.today, supposed=self.paced)


def what_if(base: Arrival, outline: Outline, study: Study, asked: Mapping[str, Any]) -> WhatIf | None:
    """Forecast the road with what was `asked`: hours, without, break_from, break_to. None if nothing was."""
    road, supposed = base.road, []
    slug = asked.get("without")
    if item := next((item for item in outline.chosen if item.slug == slug), None):
        fewer = without(outline, item.id)
        road = replace(road, remaining=remaining(fewer, study), finished=finished(fewer, study))
        supposed.append(f"without {item.title}")
    if (hours := asked.get("hours")) is not None:
        road = replace(road, supposed=hours if hours >= MINUTE else 0.0)
        supposed.insert(0, f"{words.weekly(hours)} hours a week")
    if (first := asked.get("break_from")) and (last := asked.get("break_to")):
        road = with_break(road, (first, last))
        supposed.append(f"a break from {words.span((first, last))}")
    if not supposed:
        return None
    arrival = arrive(road, fan=False)
    told = ", ".join(supposed)
    supposition = told[0].upper() + told[1:]
    return WhatIf(supposition, hours is not None, arrival, arrival.forecast.days_later(base.forecast))
