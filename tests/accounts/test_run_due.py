"""`manage.py run_due`: what is due is done, whatever goes wrong beside it."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command

from accounts import due

NOW = datetime.datetime(2026, 11, 22, 18, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def jobs(db: None, monkeypatch: pytest.MonkeyPatch) -> dict[str, due.Job]:
    """Have no jobs but those of the test."""
    jobs: dict[str, due.Job] = {}
    monkeypatch.setattr(due, "jobs", jobs)
    return jobs


def failing(now: datetime.datetime) -> int:
    raise ZeroDivisionError("for alice@example.org")


def test_every_job_is_called_with_the_moment_and_its_count_is_told(jobs: dict[str, due.Job]):
    moments: list[datetime.datetime] = []

    def first(now: datetime.datetime) -> int:
        moments.append(now)
        return 3

    due.register("first", first)
    due.register("second", lambda now: 0)

    assert due.run(NOW) == [("first", 3), ("second", 0)]
    assert moments == [NOW]


def test_one_that_fails_is_named_and_the_others_go_on(
    jobs: dict[str, due.Job], caplog: pytest.LogCaptureFixture
):
    jobs |= {"before": lambda now: 1, "broken": failing, "after": lambda now: 2}
    output = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("run_due", stdout=output)

    assert ended.value.code == 1
    assert output.getvalue().splitlines() == ["before: 1", "broken: failed, see the log", "after: 2"]
    assert [record.getMessage() for record in caplog.records] == ["The job broken failed"]


def test_when_all_goes_well_it_ends_well(jobs: dict[str, due.Job]):
    jobs["calm"] = lambda now: 0
    output = StringIO()
    call_command("run_due", stdout=output)

    assert output.getvalue() == "calm: 0\n"


def test_mail_is_a_job_of_the_site():

    from django.apps import apps

    from accounts.mail.sending import send_due

    apps.get_app_config("accounts").ready()

    assert due.jobs["mail"] is send_due
