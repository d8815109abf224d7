"""What a request asks of the database: a few statements, session and user included, however far one is."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Milestone, Note, ResourceProgress, Skill, SkillProgress
from roadmap.models.resources import Resource
from tests.factories import make_break, make_log, make_run, make_user
from tests.person import Person

READ, PLAN, TICK = 5, 7, 7
PAGES = [
    "/roadmap/",
    "/roadmap/foundation/",
    "/roadmap/core-ml/",
    "/skills/py-syntax/",
    "/skills/coding-problems-100/",
    "/today/",
    "/progress/",
    "/progress/?hours=20&break_from=2030-01-01&break_to=2030-01-07",
    "/projects/",
    "/projects/project-1/",
    "/resources/",
    "/resources/?q=python&kind=book&mine=saved",
    "/resources/py4e/",
    "/sprint/",
    "/week/",
    "/week/review/",
]
TICKS = [
    ("/skills/py-syntax/state/", {"state": "learning"}),
    ("/skills/py-functions/state/", {"state": "done"}),
    ("/skills/coding-problems-100/count/", {"count": "7"}),
    ("/milestones/first-honest-model/state/", {"state": "done"}),
    ("/resources/py4e/state/", {"state": "finished"}),
    ("/resources/py4e/thumb/", {"thumb": "1"}),
    ("/modules/dev-tools/known/", {"state": "done"}),
    ("/roadmap/core-ml/known/", {"state": "skipped"}),
]
# Pages that join the roadmap with hours, weeks, breaks and a sprint.
PLANS = ("/today/", "/week/", "/week/review/", "/progress/")
SENDERS = [
    "/roadmap/",
    "/roadmap/foundation/",
    "/skills/py-syntax/",
    "/today/",
    "/projects/project-1/",
    "/week/",
    "/sprint/",
]


def walk_far(person: Person) -> None:
    """Give a learner a row for everything there is."""
    day = datetime.date(2026, 1, 5)
    skills = list(Skill.objects.values_list("pk", flat=True))
    states = ["done", "learning", "skipped", "open"]
    rows = [(pk, states[n % 4], day if n % 4 == 0 else None, 0) for n, pk in enumerate(skills)]
    SkillProgress.objects.put_all(person.user.pk, rows)
    for milestone in Milestone.objects.all():
        person.user.milestone_progress.create(milestone=milestone, done_on=day)
    ResourceProgress.objects.bulk_create(
        ResourceProgress(user=person.user, resource=resource, state="saved")
        for resource in Resource.objects.all()
    )
    make_log(user=person.user, weeks=60, days=7)
    make_break(user=person.user)
    for n in range(1, 9):
        make_break(user=person.user, starts_on=day - datetime.timedelta(30 * n))
        make_run(user=person.user, started_on=day, ending="stopped", ended_on=day)
    Note.objects.bulk_create(Note(user=person.user, skill_id=pk, text="x") for pk in skills)


def read(person: Person, path: str) -> list[str]:
    """Return the statements of a request whose catalogue is there already."""
    person.get(path)
    with CaptureQueriesContext(connection) as statements:
        assert person.get(path).status_code == 200
    return [query["sql"] for query in statements.captured_queries]


def send(person: Person, path: str, fields: dict[str, str], sender: str) -> list[str]:
    person.get(sender)
    with CaptureQueriesContext(connection) as statements:
        assert person.quietly(path, fields, page=sender).status_code == 200
    return [query["sql"] for query in statements.captured_queries]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_little_and_no_more_of_one_who_came_far(alice: Person, bob: Person, path: str):
    walk_far(bob)
    for _ in range(20):
        make_user()
    little, much = read(alice, path), read(bob, path)

    most = PLAN if path in PLANS or path.startswith("/skills/") else READ
    assert len(little) <= most, "\n".join(little)
    assert len(much) == len(little), "\n".join(much)


@pytest.mark.parametrize(
    "path",
    [page for page in PAGES if not page.startswith(("/today", "/week", "/progress"))] + ["/", "/about/"],
)
def test_a_visitor_costs_no_more(visitor: Person, path: str):
    statements = read(visitor, path.replace("&mine=saved", ""))

    assert len(statements) <= 2, "\n".join(statements)


@pytest.mark.parametrize(("path", "fields"), TICKS)
@pytest.mark.parametrize("sender", SENDERS)
def test_a_tick_asks_little_and_no_more_of_one_who_came_far(
    alice: Person, bob: Person, path: str, fields: dict[str, str], sender: str
):
    walk_far(bob)
    little, much = send(alice, path, fields, sender), send(bob, path, fields, sender)

    assert len(little) <= TICK, "\n".join(little)
    assert len(much) <= TICK, "\n".join(much)


@pytest.mark.parametrize("sender", SENDERS)
def test_undo_asks_no_more_for_many_than_for_one(alice: Person, bob: Person, sender: str):
    counts = []
    for person, path, fields in (
        (alice, "/skills/py-syntax/state/", {"state": "done"}),
        (bob, "/roadmap/foundation/known/", {"state": "done"}),
    ):
        person.send(path, fields, page=sender)
        form = person.see("/today/").by_id("live").all("form")[0]
        token = form.named("token").get("value")
        counts.append(len(send(person, "/undo/", {"token": token}, sender)))

    assert counts[1] <= counts[0] <= 12


def test_a_page_that_has_not_changed_is_not_even_rendered(alice: Person):
    tag = alice.get("/roadmap/")["ETag"]
    with CaptureQueriesContext(connection) as statements:
        answer = alice.get("/roadmap/", **{"If-None-Match": tag})

    assert answer.status_code == 304
    assert answer.content == b""
    assert len(statements) <= 3
