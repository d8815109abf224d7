"""When a mail is due, on the learner's own clock. Pure, no Django.

What is due carries a day of the learner's calendar; the instant follows from their zone. An hour that the
clock leaves out in spring counts as the one after it, an hour that comes twice in autumn as the first.
"""

import datetime
import zoneinfo

DAY = datetime.timedelta(1)
LATE = datetime.timedelta(hours=24)  # what is later than this is not sent any more
QUIET = datetime.timedelta(6 * 7)  # without a tick, a session or an answer
BACK_OFF = (5, 15, 45, 135, 405)  # minutes until the next try


def instant(day: datetime.date, at: datetime.time, zone: zoneinfo.ZoneInfo) -> datetime.datetime:
    """Return the moment, in UTC, at which the clock in `zone` shows `at` on `day`."""
    return datetime.datetime.combine(day, at, tzinfo=zone).astimezone(datetime.UTC)


def period(day: datetime.date, *, weekly: bool) -> str:
    """Return the name of what is sent once: “2026-W47” for a week, “2026-11-22” for a day."""
    if not weekly:
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def following(day: datetime.date, weekday: int | None) -> datetime.date:
    """Return the day after `day` on which it is due: in the next ISO week on `weekday`, or the next one."""
    if weekday is None:
        return day + DAY
    return day + datetime.timedelta(7 - day.isoweekday() + weekday)


def first(
    now: datetime.datetime, weekday: int | None, at: datetime.time, zone: zoneinfo.ZoneInfo
) -> datetime.date:
    """Return the first day due whose instant lies after `now`."""
    day = now.astimezone(zone).date() - DAY
    while instant(day, at, zone) <= now or (weekday and day.isoweekday() != weekday):
        day += DAY
    return day


def after(
    day: datetime.date,
    now: datetime.datetime,
    weekday: int | None,
    at: datetime.time,
    zone: zoneinfo.ZoneInfo,
) -> datetime.date:
    """Return the next day due after `day`, passing over those that would come too late by now."""
    found = following(day, weekday)
    while instant(found, at, zone) <= now - LATE:
        found = following(found, weekday)
    return found


def next_try(now: datetime.datetime, tries: int) -> datetime.datetime:
    """Return when to try again after `tries` tries that were put off."""
    return now + datetime.timedelta(minutes=BACK_OFF[min(max(tries, 1), len(BACK_OFF)) - 1])
