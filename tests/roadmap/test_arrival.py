"""Alice's arrival: her road from what she ticked, logged and planned, and the words for it."""

import datetime
from collections.abc import Callable

import pytest

from roadmap import arrival
from roadmap.arrival import arrival_of, arrive, road_of
from roadmap.forecast import Forecast, forecast
from roadmap.models import Enrollment, Skill, SkillProgress, StudySession
from roadmap.models.history import history_of
from roadmap.models.study import Study, study_of
from roadmap.outline import Outline, outline_for
from roadmap.road import Road
from tests.factories import make_break, make_log, make_session
from tests.person import Person
from tests.roadmap.roads import MONDAY

DAY = datetime.timedelta(1)
WEDNESDAY = MONDAY + 2 * DAY


def road(person: Person, today: datetime.date = WEDNESDAY) -> Road:
    pk = person.user.pk
    outline = outline_for(pk)
    history = history_of(pk, outline.marks.terms.week_starts_on, today)
    return road_of(pk, outline, study_of(pk, today), history, today)


def terms(person: Person, **fields: object) -> Enrollment:
    enrollment = Enrollment.objects.of(person.user)
    for name, value in fields.items():
        setattr(enrollment, name, value)
    enrollment.save()
    return enrollment


def test_a_new_learner_has_the_whole_road_ahead(alice: Person):
    found = road(alice)
    outline = outline_for(alice.user.pk)

    assert len(found.remaining) == outline.tally.total
    assert sum(skill.low + skill.high for skill in found.remaining) / 2 == outline.tally.hours_total
    assert (found.finished, found.weeks, found.stated, found.target) == ((), (), 10, None)


def test_done_and_skipped_skills_are_behind(alice: Person):
    before = len(road(alice).remaining)
    alice.tick("py-environment", "done")
    alice.tick("sql-basics", "skipped")
    alice.tick("py-syntax", "learning")

    assert len(road(alice).remaining) == before - 2


def test_a_specialization_lengthens_the_road(alice: Person):
    before = road(alice)
    alice.send("/specializations/", {"specialization": "nlp"})

    assert len(road(alice).remaining) > len(before.remaining)


def test_hours_logged_on_an_open_skill_shorten_it(alice: Person):
    skill = Skill.objects.get(slug="py-syntax")
    make_session(user=alice.user, skill=skill, minutes=90, day=WEDNESDAY)

    assert sorted(r.logged for r in road(alice).remaining)[-1] == 1.5
    assert arrive(road(alice)).forecast.hours_left < outline_for(alice.user.pk).tally.hours_total


def test_a_finished_skill_tells_only_with_hours(alice: Person):
    skill = Skill.objects.get(slug="py-syntax")
    alice.tick("py-environment", "done")
    alice.tick("py-syntax", "done")
    make_session(user=alice.user, skill=skill, minutes=120, day=WEDNESDAY)
    (finished,) = road(alice).finished

    assert (finished.hours, finished.estimate) == (2, (skill.hours_low + skill.hours_high) / 2)


def test_full_weeks_since_the_first_entry_make_the_pace(alice: Person):
    make_log(user=alice.user, hours=[4, 0, 8], weeks=3, until=WEDNESDAY)
    make_session(user=alice.user, day=WEDNESDAY, minutes=600)

    assert [week.hours for week in road(alice).weeks] == [4, 0, 8]


def test_the_week_in_which_she_began_counts_only_when_it_is_full(alice: Person):
    make_session(user=alice.user, day=MONDAY - 12 * DAY, minutes=60)  # a Wednesday
    make_session(user=alice.user, day=MONDAY - 7 * DAY, minutes=120)
    assert [week.hours for week in road(alice).weeks] == [2]

    terms(alice, started_on=MONDAY - 14 * DAY)
    assert [week.hours for week in road(alice).weeks] == [1, 2]


def test_nothing_logged_for_months_is_no_empty_weeks(alice: Person):
    terms(alice, started_on=MONDAY - 300 * DAY, weekly_hours=7)

    assert road(alice).weeks == ()
    assert arrive(road(alice)).forecast.pace == 7


def test_a_week_that_is_mostly_off_is_a_planned_break(alice: Person):
    make_log(user=alice.user, weeks=4, until=WEDNESDAY)
    make_break(user=alice.user, starts_on=MONDAY - 14 * DAY, days=4)
    make_break(user=alice.user, starts_on=MONDAY - 28 * DAY, days=3)

    assert [week.planned_break for week in road(alice).weeks] == [False, False, True, False]
    assert arrive(road(alice)).weeks == 3


@pytest.mark.parametrize("starts_on", range(1, 8))
def test_weeks_begin_when_she_says(alice: Person, starts_on: int):
    terms(alice, week_starts_on=starts_on)
    for number in range(60):
        make_session(user=alice.user, day=WEDNESDAY - number * DAY, minutes=60)
    found = road(alice)

    assert {week.hours for week in found.weeks} == {7}
    assert len(found.weeks) in (7, 8)


def test_weeks_of_clock_changes_and_leap_days_have_seven_days(alice: Person):
    """Entries are dates: an hour more or less moves none of them."""
    alice.user.time_zone = "Europe/Berlin"
    for start in (datetime.date(2026, 3, 2), datetime.date(2026, 10, 5), datetime.date(2028, 2, 7)):
        StudySession.objects.all().delete()
        for number in range(42):
            make_session(user=alice.user, day=start + number * DAY, minutes=60)
        assert [week.hours for week in road(alice, start + 42 * DAY).weeks] == [7] * 6


def test_all_skills_done_is_an_arrival(alice: Person):
    lines = outline_for(alice.user.pk).lines
    SkillProgress.objects.put_all(alice.user.pk, [(pk, "done", MONDAY, 0) for pk in lines])
    found = arrive(road(alice))

    assert found.forecast.arrived
    assert found.headline == "All of it is done"
    assert "nothing is left" in found.sentence
    assert found.reasons == ()


def test_no_hours_a_week_are_no_date(alice: Person):
    terms(alice, weekly_hours=0)
    found = arrive(road(alice))

    assert found.forecast.no_pace
    assert found.headline == "No date yet"
    assert "You plan 0 hours a week" in found.sentence


def test_a_hundred_hours_a_week_are_a_near_date(alice: Person):
    terms(alice, weekly_hours=100)
    found = arrive(road(alice))

    assert found.forecast.likely
    assert found.forecast.likely < WEDNESDAY + 365 * DAY


def test_weeks_without_hours_are_told_without_reproach(alice: Person):
    make_session(user=alice.user, day=MONDAY - 100 * DAY, minutes=60)
    found = arrive(road(alice))

    assert found.forecast.no_pace
    assert "Your last weeks have no hours" in found.beside


def test_a_break_over_everything_is_more_than_five_years(alice: Person):
    make_break(user=alice.user, starts_on=MONDAY, days=2500)
    found = arrive(road(alice))

    assert found.forecast.beyond
    assert found.headline == "More than five years"
    assert any(reason.startswith("What changes that:") for reason in found.reasons)


def test_the_forecast_is_kept_until_something_changes(alice: Person, monkeypatch: pytest.MonkeyPatch):
    made: list[Road] = []

    def count(found: Road, *, fan: bool) -> Forecast:
        made.append(found)
        return forecast(found, fan=fan)

    monkeypatch.setattr(arrival, "forecast", count)

    def ask(today: datetime.date = WEDNESDAY) -> arrival.Arrival | None:
        outline, study = _read(alice, today)
        return arrival_of(alice.user.pk, outline, study, today)

    assert ask() is ask()
    assert len(made) == 1
    changes: list[Callable[[], object]] = [
        lambda: alice.tick("py-environment"),
        lambda: make_session(user=alice.user, day=WEDNESDAY),
        lambda: make_break(user=alice.user, starts_on=WEDNESDAY),
        lambda: terms(alice, weekly_hours=20),
        lambda: terms(alice, target_date=MONDAY + 300 * DAY),
    ]
    for number, change in enumerate(changes, 2):
        change()
        ask()
        assert len(made) == number
    ask(WEDNESDAY + DAY)
    assert len(made) == len(changes) + 2


def test_equal_roads_give_equal_dates(alice: Person):
    make_log(user=alice.user, weeks=5, until=WEDNESDAY)

    assert arrive(road(alice)) == arrive(road(alice))


def test_another_learner_changes_nothing(alice: Person, bob: Person):
    before = arrive(road(alice))
    make_log(user=bob.user, weeks=5, until=WEDNESDAY)
    make_break(user=bob.user, starts_on=WEDNESDAY)

    assert arrive(road(alice)) == before


def test_switched_off_there_is_no_arrival(alice: Person):
    terms(alice, forecast_shown=False)
    outline, study = _read(alice, WEDNESDAY)

    assert arrival_of(alice.user.pk, outline, study, WEDNESDAY) is None


def _read(person: Person, today: datetime.date) -> tuple[Outline, Study]:
    return outline_for(person.user.pk), study_of(person.user.pk, today)
