"""Many tabs at once: one run, one shift, no two breaks on a day, with real connections to either database."""

from datetime import timedelta
from functools import partial

import pytest

from roadmap.models import Break, CalendarFeed, SprintRun
from tests.factories import make_run, make_user
from tests.roadmap.test_concurrency import at_once, browsers

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8
RUN = "/sprint/run/"


def test_many_tabs_begin_one_run():
    alice = make_user()
    fields = [{"do": "start", "started_on": str(alice.today() - timedelta(n % 2))} for n in range(MANY)]

    answers = at_once(
        [partial(tab.send, RUN, sent) for tab, sent in zip(browsers(alice, MANY), fields, strict=True)]
    )

    assert {answer.status_code for answer in answers} == {303}
    assert SprintRun.objects.get().ending == "running"


def test_many_tabs_put_it_off_once():
    run = make_run()
    fields = {"do": "shift", "run": str(run.pk), "started_on": str(run.started_on)}

    answers = at_once([partial(tab.send, RUN, fields) for tab in browsers(run.user, MANY)])

    assert {answer.status_code for answer in answers} == {303}
    run.refresh_from_db()
    assert run.shifted_weeks == 1


def test_many_tabs_begin_anew_once():
    run = make_run()
    fields = {"do": "restart", "run": str(run.pk), "started_on": str(run.started_on)}

    at_once([partial(tab.send, RUN, fields) for tab in browsers(run.user, MANY)])

    assert sorted(SprintRun.objects.values_list("ending", flat=True)) == ["restarted", "running"]


def test_many_tabs_take_the_same_days_off_once():
    alice = make_user()
    fields = [
        {"starts_on": "2026-12-24", "ends_on": f"2026-12-{25 + n % 3}", "label": ""} for n in range(MANY)
    ]

    answers = at_once(
        [partial(tab.send, "/breaks/", sent) for tab, sent in zip(browsers(alice, MANY), fields, strict=True)]
    )

    assert {answer.status_code for answer in answers} <= {303, 422}
    assert Break.objects.count() == 1


def test_many_tabs_make_one_address():
    alice = make_user()

    answers = at_once(
        [partial(tab.send, "/settings/calendar/", {"do": "make"}) for tab in browsers(alice, MANY)]
    )

    assert {answer.status_code for answer in answers} == {303}
    assert sum("calendar_secret" in answer.cookies for answer in answers) == 1
    assert CalendarFeed.objects.count() == 1
