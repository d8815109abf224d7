"""How often the forecast is right: asked again and again on the roads of learners who do not exist.

Each learner of tests/bench/temperaments.py is asked for a forecast when a tenth, a quarter, half and three
quarters of the work are behind; the road then goes on and shows the truth. The model was tuned on learners
of seeds that begin with "tune"; the table is made from those of the seed "proof", unseen until then.

- Late holds: the share who arrived by their late date. It promises four of five. Asked where it names one.
- Likely holds: the same for the likely date, which promises half.
- No date: the share of forecasts whose late date lies beyond five years, so that they name none.
  Of these at least one in five must really take longer.
- Error: by how many days the likely date was wrong, in the median. Beside it that of three straight lines:
  *hours*, what is left by the estimates at the average hours since the start; *skills*, the number that is
  left at the average number finished; *estimates*, what is left at the average of estimated hours finished.
  The third learns how somebody's estimates are off and is hard to beat where a pace stays the same for
  years. A goal stands against the first, the straight line of those who log hours.
"""

import datetime
import math
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import median

from roadmap.forecast import HORIZON, Forecast, forecast
from roadmap.habits import FULL_WEEKS
from roadmap.road import Finished, Remaining, Road, Span, Week
from tests.bench import report
from tests.bench.temperaments import ANNOUNCED, KNOWN, UNSEEN, Journey, journey, milestones

LEARNERS = 2100  # of the known temperaments, the same number of each
STRANGERS = 300
SHARES = (0.1, 0.25, 0.5, 0.75)
OVERALL, EACH = (0.75, 0.85), (0.65, 0.92)
ERROR = 0.75  # of the straight line's
CPU = 40  # ms
FULL_ROADMAP = 220  # skills
LINES = ("line: hours", "skills", "estimates")
WEEK = datetime.timedelta(weeks=1)


@dataclass(frozen=True)
class Trial:
    """A forecast, when it was asked for, and what came of it; `lines` are the straight lines' days to go."""

    temperament: str
    share: float
    today: datetime.date
    forecast: Forecast
    arrival: datetime.date
    lines: tuple[float, float, float]

    @property
    def days(self) -> int:
        return (self.arrival - self.today).days


@dataclass(frozen=True)
class Result:
    """Many trials in figures: shares from 0 to 1, errors in days."""

    trials: int
    late_holds: float
    likely_holds: float
    no_date: float
    error: float
    lines: tuple[float, float, float]

    @classmethod
    def of(cls, trials: Sequence[Trial]) -> "Result":
        late = [trial.arrival <= trial.forecast.late for trial in trials if trial.forecast.late]
        told = [(trial, trial.forecast.likely) for trial in trials if trial.forecast.likely]
        hours, skills, estimates = (
            median(abs(trial.lines[number] - trial.days) for trial, _ in told) for number in range(3)
        )
        return cls(
            trials=len(trials),
            late_holds=sum(late) / len(late),
            likely_holds=sum(trial.arrival <= likely for trial, likely in told) / len(told),
            no_date=1 - len(late) / len(trials),
            error=median(abs((trial.arrival - likely).days) for trial, likely in told),
            lines=(hours, skills, estimates),
        )


def trials(learners: int, seed: str, temperaments: Sequence[str]) -> Iterator[Trial]:
    """Ask for a forecast on each road wherever its share is behind and there are three weeks to go by."""
    for number in range(learners):
        walked = journey(temperaments[number % len(temperaments)], f"{seed} {number}")
        # Not strict: the last share may fall into the last week.
        for share, weeks in zip(SHARES, milestones(walked, SHARES, 0), strict=False):
            if sum(not week.holiday for week in walked.weeks[:weeks]) >= FULL_WEEKS:
                yield _trial(walked, weeks, share, f"{seed} {number}")


def first_days(learners: int, seed: str, temperaments: Sequence[str]) -> Iterator[Trial]:
    """Ask on the first day, when there is nothing but what somebody means to do."""
    for number in range(learners):
        walked = journey(temperaments[number % len(temperaments)], f"{seed} {number}")
        yield _trial(walked, 0, 0, f"{seed} {number}")


def _trial(walked: Journey, weeks: int, share: float, seed: str) -> Trial:
    """Stand after so many weeks of the road and ask; known is only what is behind, and breaks announced."""
    done = sum(week.hours for week in walked.weeks[:weeks])
    ends = list(accumulate(hours for _, _, hours in walked.skills))
    count = bisect_right(ends, done)
    behind, ahead = walked.skills[:count], walked.skills[count:]
    begun = done - (ends[count - 1] if count else 0)
    today = walked.start + weeks * WEEK
    road = Road(
        remaining=[
            Remaining(low, high, begun if number == 0 else 0) for number, (low, high, _) in enumerate(ahead)
        ],
        finished=[Finished((low + high) / 2, hours) for low, high, hours in behind],
        weeks=[Week(week.hours, week.holiday) for week in walked.weeks[:weeks]],
        stated=walked.promise,
        today=today,
        seed=seed,
        breaks=_announced(walked, weeks),
    )
    finished = sum(skill.estimate for skill in road.finished)
    part = min(begun, (ahead[0][0] + ahead[0][1]) / 2)
    left = sum((low + high) / 2 for low, high, _ in ahead) - part
    lines = (_line(left, done), _line(len(ahead), count), _line(left, finished + part))
    hours, skills, estimates = (weeks * 7 * line for line in lines)
    return Trial(walked.temperament, share, today, forecast(road), walked.arrival, (hours, skills, estimates))


def _announced(walked: Journey, weeks: int) -> list[Span]:
    days = [walked.start + number * WEEK for number in range(weeks, weeks + ANNOUNCED)]
    ahead = walked.weeks[weeks : weeks + ANNOUNCED]
    return [
        (day, day + datetime.timedelta(days=6))
        for day, week in zip(days, ahead, strict=False)
        if week.holiday
    ]


def _line(left: float, done: float) -> float:
    """Return how many times as long as up to now it takes; without anything done a line has no end."""
    return left / done if done else math.inf


def measure(goals: report.Goals) -> None:
    """Print the table and judge it."""
    known = list(trials(LEARNERS, "proof", list(KNOWN)))
    strangers = list(trials(STRANGERS, "proof", list(UNSEEN)))
    rows = []
    for temperament in [*KNOWN, *UNSEEN]:
        result = Result.of([trial for trial in [*known, *strangers] if trial.temperament == temperament])
        verdict = goals.within(f"late dates of {temperament}", result.late_holds, *EACH)
        rows.append([temperament, *_cells(result), verdict])
    overall = Result.of(known)
    verdict = goals.within("late dates", overall.late_holds, *OVERALL)
    rows.append(["all but terms", *_cells(overall), verdict])
    for share in SHARES:
        rows.append([f"at {share:.0%}", *_cells(Result.of([t for t in known if t.share == share])), ""])
    rows.append(["first day", *_cells(Result.of(list(first_days(LEARNERS // 3, "proof", list(KNOWN))))), ""])
    report.line(f"\nForecasts of {LEARNERS + STRANGERS:,} learners; errors in days.\n")
    report.table(
        ["", "forecasts", "late holds", "likely holds", "no date", "error", *LINES, "goal"],
        rows,
    )
    ratio = overall.error / overall.lines[0]
    verdict = goals.judge("error of the likely date", ratio, ERROR)
    far = [trial.arrival - trial.today > HORIZON for trial in known if not trial.forecast.late]
    report.line(f"\nWithout a late date {sum(far) / len(far):.0%} took more than five years.")
    report.line(f"The error is {ratio:.0%} of that of the hours' line, goal {ERROR:.0%}, {verdict}.")
    _cost(goals)


def _cells(result: Result) -> list[str]:
    return [
        f"{result.trials:,}",
        f"{result.late_holds:.1%}",
        f"{result.likely_holds:.1%}",
        f"{result.no_date:.1%}",
        f"{result.error:.0f}",
        *["" if math.isnan(error) else f"{error:.0f}" for error in result.lines],
    ]


def _cost(goals: report.Goals) -> None:
    """Judge the CPU time of a forecast for the whole roadmap."""
    today = datetime.date(2026, 3, 2)
    road = Road(
        remaining=[Remaining(4, 8)] * FULL_ROADMAP,
        finished=[Finished(6, 7)] * 20,
        weeks=[Week(hours) for hours in (12, 0, 9, 14, 11, 3, 8, 10) * 5],
        stated=10,
        today=today,
        seed="",
        breaks=[(today + WEEK * 10, today + WEEK * 12)],
        target=today + WEEK * 100,
    )
    forecast(road)  # warm: what all learners share
    costs = [_cpu(replace(road, seed=str(number))) for number in range(25)]
    verdict = goals.judge("CPU of a forecast", median(costs), CPU)
    report.line(
        f"\nA forecast for {FULL_ROADMAP} skills: {median(costs):.1f} ms of CPU, goal {CPU}, {verdict}."
    )


def _cpu(road: Road) -> float:
    """Return how long it takes, in milliseconds."""
    before = time.process_time()
    forecast(road)
    return (time.process_time() - before) * 1000
