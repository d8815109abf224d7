"""What the runway's page shows: how long a scenario lasts, against the dates of the forecast."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accounts.models import User
from career.amounts import shown
from career.models import Budget
from career.runway import DAY, Plan, lasts_to, months
from career.savings import words
from career.savings.chart import Picture, picture
from career.savings.plans import Setting, setting_of
from career.savings.ways import Learning, Way, ways
from roadmap.arrival import arrival_of
from roadmap.arrival_words import UNTIL_YOURS, beside, brief, day
from roadmap.models.study import study_of
from roadmap.outline import outline_for


class Row(NamedTuple):
    """A month of the table."""

    month: str
    came: str
    went: str
    left: str
    short: bool


@dataclass(frozen=True)
class Fund:
    """For an emergency: the least and the most it may be, and the months of expenses that are held."""

    least: str
    most: str
    held: str
    against: str


@dataclass(frozen=True)
class Outlook:
    """How long the money lasts. What is empty has nothing to say."""

    length: str
    until: str
    stale: str
    verdict: words.Verdict
    why: str
    ways: tuple[Way, ...]
    none_closes: bool
    picture: Picture
    drawn: str
    band: str
    end: str
    rows: tuple[Row, ...]
    fund: Fund | None


@dataclass(frozen=True)
class Scenario:
    budget: Budget
    ends: str


def learning_of(user: User, today: datetime.date) -> Learning | None:
    """Return what the learner's forecast is made of; None when they do not want to see one."""
    outline = outline_for(user.pk)
    study = study_of(user.pk, today)
    arrival = arrival_of(user.pk, outline, study, today)
    return Learning(arrival, outline, study, outline.begun(user, today)) if arrival else None


def scenarios(budgets: Sequence[Budget], today: datetime.date) -> tuple[Scenario, ...]:
    """Return each with the day on which its money ends."""
    ends = [(budget, lasts_to(setting_of(budget).plan)) for budget in budgets]
    return tuple(Scenario(row, f"to {brief(last, today)}" if last else "lasts") for row, last in ends)


def outlook(setting: Setting, learning: Learning | None, today: datetime.date) -> Outlook:
    """Sum up a scenario, against the forecast of what is being learned."""
    plan, currency, weeks = setting.plan, setting.currency, setting.search_weeks
    ends = lasts_to(plan)
    needed = _needed(learning, weeks)
    verdict = words.verdict(ends, needed, today) if needed else words.Verdict()
    closing = ways(setting, learning) if learning and needed else ()
    drawn = picture(plan, currency, (needed[0], needed[1] or needed[0]) if needed else None)
    return Outlook(
        length=words.length(plan, ends),
        until=words.until(ends, plan, today),
        stale=words.stale(plan, today),
        verdict=verdict,
        why=_why(learning, needed, weeks, today),
        ways=closing,
        none_closes=_none_closes(ends, needed, closing, today),
        picture=drawn,
        drawn=_drawn(plan, currency, ends, drawn, today),
        band=_band(needed, today) if needed else "",
        end=brief(max(ends, plan.as_of), today) if ends else "",
        rows=_rows(plan, currency, ends, drawn.until),
        fund=_fund(plan, currency),
    )


def _none_closes(
    ends: datetime.date | None, needed: words.Dates | None, closing: tuple[Way, ...], today: datetime.date
) -> bool:
    """Say whether every way was tried in vain: with money that is gone, or no late date, not all were."""
    late = needed[1] if needed else None
    return bool(ends and late and today <= ends < late and not closing)


def _fund(plan: Plan, currency: str) -> Fund | None:
    if not plan.expenses:
        return None
    held, against = words.held(plan)
    return Fund(shown(plan.expenses * 6, currency), shown(plan.expenses * 12, currency), held, against)


def _needed(learning: Learning | None, weeks: int) -> words.Dates | None:
    """Return until when the money is needed by the likely and the late date."""
    found = learning.arrival.forecast if learning else None
    if not found or not found.likely:
        return None
    search = weeks * 7 * DAY
    return found.likely + search, found.late + search if found.late else None


def _why(learning: Learning | None, needed: words.Dates | None, weeks: int, today: datetime.date) -> str:
    """Say where the dates come from, or why there are none."""
    if learning is None:
        return "Forecasts are switched off in your plan, so this is compared with nothing."
    found = learning.arrival.forecast
    if not needed:
        return f"{beside(found, today)} So this is compared with nothing."
    search = f"{weeks} week{'' if weeks == 1 else 's'} to find a job"
    if found.arrived:
        return f"Your roadmap is done, so the plan is {search} from today."
    likely = day(found.likely, today) if found.likely else ""
    told = f"The plan is your likely finish, {likely}, and {search}."
    if found.late:
        told += f" The late one begins with {day(found.late, today)}."
    return told if found.from_log else f"{told} These dates are by the hours you stated. {UNTIL_YOURS}"


def _band(needed: words.Dates, today: datetime.date) -> str:
    plan, late = needed
    return f"{brief(plan, today)} to {brief(late, today) if late else 'beyond five years'}"


def _drawn(
    plan: Plan, currency: str, ends: datetime.date | None, drawn: Picture, today: datetime.date
) -> str:
    """Say what the drawing shows."""
    first = f"{shown(plan.savings, currency)} of savings on {day(plan.as_of, today)}"
    if ends:
        return f"{first} last until {day(max(ends, plan.as_of), today)}."
    return f"{first} are not used up by {drawn.until:%B %Y}."


def _rows(plan: Plan, currency: str, ends: datetime.date | None, until: datetime.date) -> tuple[Row, ...]:
    """Return the months to the one in which the money ends, or to the edge of the drawing."""
    last = min(until, ends + DAY) if ends else until
    return tuple(
        Row(
            f"{month.first:%B %Y}",
            shown(month.came, currency),
            shown(month.went, currency),
            shown(month.left, currency),
            month.left < 0,
        )
        for month in months(plan, last)
    )
