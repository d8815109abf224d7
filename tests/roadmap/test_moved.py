"""What moved Alice's likely date in a week, and by how many days."""

import datetime
from collections.abc import Iterator

import pytest
from time_machine import travel

from roadmap.models import Skill
from tests.factories import make_log, make_session
from tests.person import Person
from tests.plans import PLAN

MONDAY = datetime.date(2026, 11, 23)
REVIEW = "/week/review/"


@pytest.fixture(autouse=True)
def a_monday() -> Iterator[None]:
    with travel(datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC), tick=False):
        yield


BEGUN = PLAN | {"started_on": "2026-09-21", "week_starts_on": "1"}


@pytest.fixture(autouse=True)
def begun(a_monday: None, alice: Person) -> None:
    alice.send("/settings/plan/", BEGUN)


def page_text(alice: Person) -> str:
    return alice.see(REVIEW).text


def test_a_week_of_more_hours_than_before_makes_it_earlier(alice: Person):
    make_log(user=alice.user, weeks=9, hours=[6] * 8 + [20])

    text = page_text(alice)

    assert "What moved the date" in text
    assert "months earlier than when the week began" in text
    assert "Your pace is 7.8 h a week, after 6" in text


def test_a_week_without_study_makes_it_later(alice: Person):
    make_log(user=alice.user, weeks=8, hours=[10] * 7 + [0])
    make_session(user=alice.user, day=MONDAY)

    text = page_text(alice)

    assert "0 h studied, of about 10 expected" in text
    assert "later than when the week began" in text


def test_the_reasons_add_up_to_the_whole(alice: Person):
    skill = Skill.objects.get(slug="py-syntax")
    make_log(user=alice.user, weeks=9, hours=[20] * 8 + [24])
    make_session(user=alice.user, day=MONDAY - datetime.timedelta(6), minutes=720, skill=skill)
    alice.tick("py-syntax", "done", done_on="2026-11-18")

    section = alice.see(REVIEW).by_id("moved-h").parent
    while section is not None and section.tag != "section":
        section = section.parent
    assert section is not None
    days = [_days(cell.text) for cell in section.all("tbody")[0].all("td", class_="n")]
    bars = section.all("rect")
    assert [bar.get("class") == "worse" for bar in bars] == [amount > 0 for amount in days]
    assert max(float(bar.get("width").strip("%")) for bar in bars) == 48
    assert _days(section.all("tfoot")[0].all("td", class_="n")[0].text) == sum(days)

    whole = section.all("p")[0].text
    assert str(abs(sum(days))) in whole
    assert ("earlier" if sum(days) < 0 else "later") in whole


def test_there_is_nothing_to_say_without_a_date(alice: Person):
    make_session(user=alice.user, day=MONDAY - datetime.timedelta(3), minutes=1)
    alice.send("/settings/plan/", BEGUN | {"weekly_hours": "0"})

    assert "What moved the date" not in page_text(alice)


def test_whoever_hides_forecasts_reads_of_no_date(alice: Person):
    make_log(user=alice.user, weeks=9, hours=[6] * 8 + [20])
    alice.send("/settings/plan/", {name: value for name, value in BEGUN.items() if name != "forecast_shown"})

    text = page_text(alice)

    assert "What moved the date" not in text
    assert "Likely finish" not in text


def _days(text: str) -> int:
    number = int(text.split()[0])
    return number if "later" in text else -number
