"""What the road behind says of a learner: pace, growth, time taken against estimates. Pure, no Django."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from roadmap.futures import GROWS_FOR
from roadmap.road import MINUTE, Finished, Road

FULL_WEEKS = 3  # fewer say less than what the learner means to do
RECENT = 8  # weeks that make the pace
LOOK_BACK = 40  # weeks that show growth
LEAST = 12  # weeks; fewer never show it
MOST_GROWTH = 1.5
CLEAR = 2.0  # standard errors, about 1 in 40 by chance
TYPICAL = (0.5, 1.5, 1.0, 0.0, 1.0, 2.0, 0.75, 1.25)  # a guess at eight weeks of somebody unknown

SPREAD = 0.35  # of people's factors (log scale): 19 of 20 lie between half and double
SKILLS_TO_HALF = 1.5  # finished skills that say as much as knowing nothing does
MOST = math.log(4)


@dataclass(frozen=True, slots=True)
class Habits:
    """`pace` in hours a week; `weeks` are the hours that made it, or a typical row if there were none.

    `factor` is the time taken against the estimates, `unsure` its standard deviation on a log scale.
    `growth` is where the pace is heading: 1.2 means a fifth more in 24 weeks; it is never below 1.
    """

    pace: float
    weeks: tuple[float, ...]
    from_log: bool
    factor: float
    unsure: float
    growth: float


def read(road: Road) -> Habits:
    studied = [week.hours for week in road.weeks if not week.planned_break]
    recent = tuple(studied[-RECENT:])
    from_log = len(recent) >= FULL_WEEKS
    pace = fmean(recent) if from_log else road.stated
    factor, unsure = personal_factor(road.finished)
    return Habits(
        pace=pace,
        weeks=recent if from_log and pace >= MINUTE else TYPICAL,
        from_log=from_log,
        factor=factor,
        unsure=unsure,
        growth=growth(studied),
    )


def personal_factor(finished: Sequence[Finished]) -> tuple[float, float]:
    """Return (factor, standard deviation of its logarithm) from skills with logged hours.

    A mean of the observed and the usual (1), weighted by how many skills speak (on a log scale): one
    large skill counts less than many small ones of the same hours. Beyond 4 times or a quarter it is
    rather the log that is wrong.
    """
    logged = [skill for skill in finished if min(skill.hours, skill.estimate) >= MINUTE]
    if not logged:
        return 1.0, SPREAD
    estimate = sum(skill.estimate for skill in logged)
    skills = estimate**2 / sum(skill.estimate**2 for skill in logged)
    observed = math.log(sum(skill.hours for skill in logged) / estimate)
    weight = skills / (skills + SKILLS_TO_HALF)
    return math.exp(weight * min(max(observed, -MOST), MOST)), SPREAD * math.sqrt(1 - weight)


def growth(studied: Sequence[float]) -> float:
    """Return by which factor the pace grows, if the weeks clearly went up; empty ones say nothing here.

    Only up: who does less for a while often comes back, and the recent weeks show it already.
    """
    hours = [week for week in studied[-LOOK_BACK:] if week]
    count = len(hours)
    if count < LEAST:
        return 1.0
    slopes = [(hours[j] - hours[i]) / (j - i) for i in range(count) for j in range(i + 1, count)]
    ups_over_downs = sum(slope > 0 for slope in slopes) - sum(slope < 0 for slope in slopes)
    if ups_over_downs < CLEAR * math.sqrt(count * (count - 1) * (2 * count + 5) / 18):
        return 1.0
    recent = fmean(studied[-RECENT:])
    return min(1 + median(slopes) * GROWS_FOR / recent, MOST_GROWTH) if recent else 1.0
