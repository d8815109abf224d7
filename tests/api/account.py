"""A learner with a row of every noun of the API, quickly made."""

import datetime
from typing import NamedTuple

from accounts.models import User
from career.models import Application
from roadmap.models import Evidence, Kind, Note
from tests.career.rows import make_application, make_budget, make_interview
from tests.factories import make_break, make_build, make_review, make_session, make_user

SECRET = "Down the rabbit hole"


class Rows(NamedTuple):
    """`ids`: an id of each kind of row, by the noun in addresses."""

    user: User
    ids: dict[str, str]


def make_rows(email: str = "alice@example.org") -> Rows:
    """Return a learner with one row of each kind, each saying SECRET where it can."""
    user = make_user(email=email, display_name="Alice Liddell", verified=True)
    build = make_build(user=user, title=SECRET, requirements=["Curiouser"], skills=["numpy"])
    session = make_session(user=user, note=SECRET, kind=Kind.THEORY)
    off = make_break(user=user, label=SECRET)
    make_review(user=user, prompt=SECRET)
    skill_id = build.evidence.get().skill_id
    piece = Evidence.objects.create(
        user=user,
        skill_id=skill_id,
        kind=Evidence.Kind.OTHER,
        url="https://example.org/rabbit",
        title=SECRET,
        day=user.today(),
    )
    make_build(user=user, project="project-2", status="building")
    Note.objects.create(user=user, skill_id=skill_id, text=SECRET)
    application = make_application(user=user, company=SECRET)
    # Before the days of the examples.
    Application.objects.filter(pk=application.pk).update(stage_on=datetime.date(2026, 1, 5))
    make_interview(user=user, application=application, people=SECRET)
    make_budget(user=user, name=SECRET)
    own = build.own_requirements.get()
    return Rows(
        user,
        {
            "log": str(session.pk),
            "evidence": str(piece.pk),
            "builds": str(build.key),
            "breaks": str(off.pk),
            "applications": str(application.pk),
            "requirement": str(own.pk),
        },
    )
