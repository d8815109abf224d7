"""Learners made of plain assumptions, to ask a forecast how often it is right.

They were written down before the forecast and are not fitted to it. Nobody has yet walked this
trail with a log that we could use, so each figure is what we would guess of people we know:

- A road is 60 to 187 skills with ranges as the catalogue has them: 500 to 1,500 hours.
- People promise 6 to 30 hours a week and keep 60 to 110 % of it: their usual week.
- A person is faster or slower than the estimates all along the road: 19 of 20 lie between half and
  double (log-normal, 0.35). A skill by itself differs by another 45 %.
- A usual week wanders: each differs from the one before by 2 %, up or down, for good.
- Life comes between about once in 40 weeks: for one to three weeks at most 40 % gets done.
- Every half year there is a holiday of one or two weeks, entered as a planned break six weeks ahead.

On top of that comes a temperament:

- steady: each week like the other, give or take 20 %.
- weekend: only Saturdays and Sundays, of which 5 to 40 % fall out.
- bursty: two to six weeks of double work, then as many with almost none.
- growing: from half of the usual week to one and a half within 30 to 80 weeks.
- fading: from one and a half down to 20 to 50 % within 6 to 16 weeks; then a fresh start.
- long break: steady, and once somewhere on the road 6 to 16 weeks of nothing that nobody planned.
- mis-estimator: steady, but needs 1.5 to 2.5 times the estimate, or 40 to 67 % of it.
- terms: 14 weeks of term, four of exams at a quarter, eight of vacation at one and a half.

The last was kept out of sight while the forecast was made, to see how it does on people it does not know.
"""

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

# How often a range of hours (low, high) stands in the catalogue.
RANGES = {
    (4, 8): 55, (3, 6): 50, (5, 10): 34, (2, 5): 17, (8, 15): 14, (6, 12): 14, (2, 4): 10, (10, 20): 9,
    (1, 3): 5, (8, 16): 3, (60, 120): 3, (15, 30): 1, (30, 60): 1, (40, 80): 1, (12, 24): 1,
}  # fmt: skip
PROMISES = (6, 9, 12, 15, 20, 30)
LONGEST = 52 * 30  # weeks
ANNOUNCED = 6  # weeks ahead

Rhythm = Callable[[random.Random, float], Iterator[float]]


@dataclass(frozen=True)
class Week:
    hours: float
    holiday: bool = False


@dataclass(frozen=True)
class Journey:
    """A whole road: skills in their order as (low, high, hours that it took), and all weeks to the end.

    The first week begins on `start`; `arrival` is the day in the last one on which the work was done.
    """

    temperament: str
    start: datetime.date
    promise: float
    skills: tuple[tuple[float, float, float], ...]
    weeks: tuple[Week, ...]
    arrival: datetime.date


def _around(rng: random.Random, spread: float) -> float:
    """Return a factor that is 1 on average."""
    return rng.lognormvariate(-(spread**2) / 2, spread)


def _steady(rng: random.Random, road: float) -> Iterator[float]:
    while True:
        yield _around(rng, 0.2)


def _weekend(rng: random.Random, road: float) -> Iterator[float]:
    kept = rng.uniform(0.6, 0.95)
    while True:
        yield sum(_around(rng, 0.25) / 2 / kept for _ in range(2) if rng.random() < kept)


def _bursty(rng: random.Random, road: float) -> Iterator[float]:
    lull = rng.uniform(0, 0.2)
    on = rng.random() < 0.5
    while True:
        for _ in range(rng.randint(2, 6)):
            yield (2 if on else lull) * _around(rng, 0.25)
        on = not on


def _growing(rng: random.Random, road: float) -> Iterator[float]:
    weeks = rng.randint(30, 80)
    for week in range(weeks):
        yield (0.5 + week / weeks) * _around(rng, 0.25)
    while True:
        yield 1.5 * _around(rng, 0.25)


def _fading(rng: random.Random, road: float) -> Iterator[float]:
    while True:
        weeks, floor = rng.randint(6, 16), rng.uniform(0.2, 0.5)
        for week in range(weeks):
            yield (1.5 - (1.5 - floor) * week / (weeks - 1)) * _around(rng, 0.25)


def _long_break(rng: random.Random, road: float) -> Iterator[float]:
    for _ in range(int(road * rng.uniform(0.1, 0.9))):
        yield _around(rng, 0.25)
    yield from [0.0] * rng.randint(6, 16)
    while True:
        yield _around(rng, 0.25)


def _terms(rng: random.Random, road: float) -> Iterator[float]:
    year = [1.0] * 14 + [0.25] * 4 + [1.5] * 8
    week = rng.randrange(len(year))
    while True:
        yield year[week % len(year)] * _around(rng, 0.25)
        week += 1


KNOWN: dict[str, Rhythm] = {
    "steady": _steady,
    "weekend": _weekend,
    "bursty": _bursty,
    "growing": _growing,
    "fading": _fading,
    "long break": _long_break,
    "mis-estimator": _steady,
}
UNSEEN: dict[str, Rhythm] = {"terms": _terms}


def journey(temperament: str, seed: str) -> Journey:
    """Walk one learner's road from the first day to the last."""
    rng = random.Random(f"{temperament} {seed}")
    ranges = rng.choices(list(RANGES), list(RANGES.values()), k=rng.randint(60, 187))
    speed = rng.lognormvariate(0, 0.35)
    if temperament == "mis-estimator":
        speed = rng.choice([rng.uniform(1.5, 2.5), rng.uniform(0.4, 0.67)])
    skills = tuple((low, high, (low + high) / 2 * speed * _around(rng, 0.45)) for low, high in ranges)
    work = sum(hours for _, _, hours in skills)
    promise = rng.choice(PROMISES)
    usual = promise * rng.uniform(0.6, 1.1)
    start = datetime.date(2022, 1, 3) + datetime.timedelta(rng.randrange(1500))
    weeks = tuple(_weeks(rng, usual, {**KNOWN, **UNSEEN}[temperament](rng, work / usual), work))
    before = sum(week.hours for week in weeks[:-1])
    last_day = int(7 * (work - before) / weeks[-1].hours)
    arrival = start + datetime.timedelta(7 * (len(weeks) - 1) + min(last_day, 6))
    return Journey(temperament, start, promise, skills, weeks, arrival)


def _weeks(rng: random.Random, usual: float, rhythm: Iterator[float], work: float) -> Iterator[Week]:
    away_from, away, rough, share, done = rng.randrange(4, 26), 0, 0, 1.0, 0.0
    for number in range(LONGEST):
        usual *= _around(rng, 0.02)
        if number == away_from:
            away, away_from = rng.randint(1, 2), number + rng.randrange(22, 31)
        if away:
            away -= 1
            yield Week(0, holiday=True)
            continue
        if not rough and rng.random() < 1 / 40:
            rough, share = rng.randint(1, 3), rng.uniform(0, 0.4)
        hours = usual * next(rhythm) * (share if rough else 1)
        rough = max(rough - 1, 0)
        done += hours
        yield Week(hours)
        if done >= work:
            return
    raise ValueError(f"Not there after {LONGEST} weeks")


def milestones(journey: Journey, shares: tuple[float, ...], least: int) -> list[int]:
    """Return after how many weeks, at least `least`, each of these shares of the work was behind."""
    done = list(accumulate(week.hours for week in journey.weeks))
    found = []
    for share in shares:
        weeks = next(number for number, hours in enumerate(done, 1) if hours >= share * done[-1])
        if least <= weeks < len(done):
            found.append(weeks)
    return found
