"""All that a page needs to know of one learner, in one statement."""

import datetime
import hashlib
import marshal
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import connection

# One round trip for seven small index reads. Written out because the ORM takes longer to
# compose such a union than the database takes to answer it. Days and moments come as text: to
# make them objects took SQLite's driver as long as all the rest, and most are never shown.
_MARKS = """
SELECT 's', skill_id, state, CAST(done_on AS text), count, CAST(changed_at AS text)
  FROM roadmap_skillprogress WHERE user_id = %s
UNION ALL
SELECT 'm', m.milestone_id, m.note, CAST(m.done_on AS text), COALESCE(b.project_id, 0),
    CAST(b.key AS text) || ' ' || b.title
  FROM roadmap_milestoneprogress m LEFT JOIN roadmap_build b ON b.id = m.build_id WHERE m.user_id = %s
UNION ALL
SELECT 'c', c.specialization_id, '', NULL, 0, NULL FROM roadmap_enrollment e
  JOIN roadmap_enrollment_specializations c ON c.enrollment_id = e.id WHERE e.user_id = %s
UNION ALL
SELECT 'e', weekly_hours, '', CAST(started_on AS text), 0, NULL FROM roadmap_enrollment WHERE user_id = %s
UNION ALL
SELECT 'p', week_starts_on, study_days, CAST(target_date AS text),
  CASE WHEN forecast_shown THEN 1 ELSE 0 END, NULL FROM roadmap_enrollment WHERE user_id = %s
UNION ALL
SELECT 'x', e.skill_id, '', NULL, 0, NULL FROM roadmap_evidence e
  LEFT JOIN roadmap_build b ON b.id = e.build_id
  WHERE e.user_id = %s AND (e.url <> '' OR b.status = 'shipped')
UNION ALL
SELECT 'v', number, '', NULL, 0, NULL FROM roadmap_catalogueversion
"""
_VERSION = "SELECT 'v', number, '', NULL, 0, NULL FROM roadmap_catalogueversion"


# When a skill changed that was known before the trail: it is no step on it, and Resume passes it over.
BEFORE_THE_TRAIL = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class SkillMark(NamedTuple):
    """A learner's row of one skill; `changed_at` is the database's text, and sorts as the moments do."""

    state: str
    done_on: datetime.date | None
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody calls on a mark
    changed_at: str | None

    @property
    def moment(self) -> datetime.datetime:
        """Return `changed_at` as an aware time, whichever form the database gave it."""
        found = datetime.datetime.fromisoformat(str(self.changed_at))
        return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


OPEN = SkillMark("open", None, 0, None)


class NamedBuild(NamedTuple):
    """A build that a milestone names: of a project (its id), or with a title of its own."""

    key: uuid.UUID
    title: str
    project_id: int


class MilestoneMark(NamedTuple):
    done_on: datetime.date | None
    note: str
    build: NamedBuild | None = None


class Terms(NamedTuple):
    """How a learner's weeks go: first weekday and study days are ISO weekdays, Monday is 1."""

    week_starts_on: int = 1
    study_days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    target_date: datetime.date | None = None
    forecast_shown: bool = True


DEFAULT = Terms()


@dataclass(frozen=True)
class Marks:
    """A learner's own rows, by id of the item, and the version of the catalogue they meet.

    `shown`: the skills that a link or a shipped build shows, whatever their state.
    """

    version: int
    skills: Mapping[int, SkillMark]
    milestones: Mapping[int, MilestoneMark]
    specializations: frozenset[int]
    weekly_hours: int | None
    started_on: datetime.date | None
    fingerprint: str
    terms: Terms = DEFAULT
    shown: frozenset[int] = frozenset()

    def skill(self, pk: int) -> SkillMark:
        """Return the mark of a skill; without a row it is open."""
        return self.skills.get(pk, OPEN)

    def with_skills(self, changed: Mapping[int, SkillMark]) -> "Marks":
        """Return these marks with `changed` written just now, as a fresh read would find them."""
        # Later than any time of the database, so that these count as the latest.
        fresh = {pk: mark._replace(changed_at="9999") for pk, mark in changed.items()}
        return replace(self, skills={**self.skills, **fresh}, fingerprint="")


def marks_of(user_id: int | None) -> Marks:
    """Read the marks of a learner, or those of a visitor (none) for `None`."""
    with connection.cursor() as cursor:
        if user_id is None:
            cursor.execute(_VERSION)
        else:
            cursor.execute(_MARKS, [user_id] * 6)
        rows = cursor.fetchall()
    skills: dict[int, SkillMark] = {}
    milestones: dict[int, MilestoneMark] = {}
    chosen: set[int] = set()
    shown: set[int] = set()
    version, weekly_hours, started_on, terms = 0, None, None, DEFAULT
    # Half the time of SkillMark(...), which is most of this loop.
    new, to_date = tuple.__new__, datetime.date.fromisoformat
    for kind, number, text, day, count, changed_at in rows:
        if kind == "s":
            skills[number] = new(SkillMark, (text, to_date(day) if day else None, count, changed_at))
        elif kind == "m":
            build = None
            if changed_at:
                key, _, title = changed_at.partition(" ")
                build = NamedBuild(uuid.UUID(key), title, count)
            milestones[number] = MilestoneMark(to_date(day) if day else None, text, build)
        elif kind == "c":
            chosen.add(number)
        elif kind == "x":
            shown.add(number)
        elif kind == "e":
            weekly_hours, started_on = number, to_date(day)
        elif kind == "p":
            terms = Terms(number, tuple(map(int, text)), to_date(day) if day else None, bool(count))
        else:
            version = number
    # Format 2 gives equal rows equal bytes; repr() takes three times as long.
    digest = hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest()
    return Marks(
        version,
        skills,
        milestones,
        frozenset(chosen),
        weekly_hours,
        started_on,
        digest,
        terms,
        frozenset(shown),
    )
