"""The weekly review: what came of a week, three picks for the next, a line to oneself."""

import datetime

import pytest
import time_machine

from roadmap.models import StudyWeek, WeekPick
from tests.factories import make_break, make_session
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import LAST, MONDAY, begin, listed, log, row
from tests.test_pages import check

pytestmark = pytest.mark.usefixtures("noon")

DAY, WEEK = datetime.timedelta(1), datetime.timedelta(7)


def save(person: Person, *picks: str, line: str = "", week: datetime.date | None = None) -> str:
    path = f"/week/review/{week}/" if week else "/week/review/"
    answer = person.send(path, {"pick": list(picks), "line": line}, page=path)
    assert answer.status_code == 303
    return str(answer["Location"])


def pinned(person: Person, week: datetime.date) -> set[str]:
    rows = WeekPick.objects.filter(user=person.user, starts_on=week, choice="pinned")
    return set(rows.values_list("skill__slug", flat=True))


def checked(page: Node) -> list[str]:
    boxes = page.all("input", name="pick")
    return [box.get("value") for box in boxes if "checked" in box.attributes]


def figures(page: Node) -> str:
    return page.all("dl", class_="figs")[0].text


def test_it_says_what_came_of_last_week(alice: Person):
    begin(alice)
    log(alice, "py-environment", 3, LAST)
    log(alice, "la-vectors", 1, LAST + DAY, kind="theory")
    log(alice, "la-vectors", 1, LAST - DAY, kind="theory")
    alice.tick("py-environment", done_on=str(LAST + DAY))
    alice.quietly("/milestones/first-honest-model/state/", {"state": "done", "done_on": str(LAST)})
    page = alice.see("/week/review/")

    assert page.all("h1")[0].text == "Week 2, looked back on"
    assert "Hours 4 of 10 two sessions" in figures(page)
    assert "Done 1 skill and " in figures(page)
    assert "Build share 75% 75 points up; aim 70" in figures(page)
    done, under_way = page.all("ol", class_="trail")[0].all("li", class_="stop")
    assert (done.get("data-state"), "3 h logged, of 3.5" in done.text) == ("done", True)
    assert "Vectors, norms and dot products" in under_way.text
    assert "Under way" in under_way.text


def test_hours_have_one_decimal_at_most(alice: Person):
    begin(alice)
    make_session(user=alice.user, minutes=100, day=LAST)

    assert "Hours 1.5 of 10 one session" in figures(alice.see("/week/review/"))


def test_a_week_with_nothing_in_it_is_met_without_reproach(alice: Person):
    begin(alice)
    page = alice.see("/week/review/")

    assert "Nothing was ticked or logged in this week. What you know stayed" in page.by_id("main").text
    assert "Hours 0 of 10 no sessions" in figures(page)
    assert "nothing logged to divide" in figures(page)


def test_a_week_of_break_is_called_one(alice: Person):
    begin(alice)
    make_break(user=alice.user, starts_on=LAST, days=7)

    assert "You planned this week as a break." in alice.see("/week/review/").by_id("main").text
    past = alice.see(f"/week/review/{MONDAY}/").by_id("past-h").parent
    assert past is not None
    assert "Week 2, Jul 13 break" in past.text


def test_three_picks_are_suggested_and_pinned_to_the_week(alice: Person):
    begin(alice)
    page = alice.see("/week/review/")
    assert checked(page) == ["py-environment", "command-line", "la-vectors"]
    assert len(page.all("input", name="pick")) == 6

    assert save(alice, "git-basics", "la-vectors", line="Paper first.") == "/week/"
    assert pinned(alice, MONDAY) == {"git-basics", "la-vectors"}
    week = alice.see("/week/")
    assert {"git-basics", "la-vectors"} <= set(listed(week))
    assert "Pick" in row(week, "git-basics").text
    assert "“Paper first.”" in week.all("aside")[0].text


def test_saving_twice_is_harmless_and_the_second_word_counts(alice: Person):
    begin(alice)
    for picks in (["git-basics", "la-vectors"], ["git-basics", "la-vectors"], ["la-vectors"]):
        save(alice, *picks, line="Paper first.")

    assert pinned(alice, MONDAY) == {"la-vectors"}
    assert StudyWeek.objects.get().line == "Paper first."
    assert checked(alice.see("/week/review/")) == ["la-vectors"]
    assert alice.see("/week/review/").by_id("review_line").get("value") == "Paper first."


def test_no_picks_are_a_choice(alice: Person):
    begin(alice)
    save(alice, "git-basics")
    save(alice)

    assert pinned(alice, MONDAY) == set()
    assert checked(alice.see("/week/review/")) == []


def test_what_was_pinned_elsewhere_stays_unless_it_is_offered_and_unchecked(alice: Person):
    begin(alice)
    for slug in ("git-basics", "sql-basics"):
        alice.quietly(f"/week/{slug}/", {"do": "pin"}, page="/week/")
    save(alice, "git-basics")

    assert pinned(alice, MONDAY) == {"git-basics"}


def test_it_can_be_left_for_this_week(alice: Person):
    begin(alice)
    answer = alice.send("/week/review/", {"skip": "1", "line": "x" * 300})

    assert answer["Location"] == "/week/"
    reviewed = StudyWeek.objects.get()
    assert (reviewed.starts_on, reviewed.line, reviewed.reviewed_at is None) == (LAST, "", False)
    assert not WeekPick.objects.exists()


def test_leaving_it_keeps_a_line_written_before(alice: Person):
    begin(alice)
    save(alice, line="Paper first.")
    alice.send("/week/review/", {"skip": "1"})

    assert StudyWeek.objects.get().line == "Paper first."


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"pick": ["git-basics", "la-vectors", "py-syntax", "sql-basics"], "line": "Kept"}, "pick"),
        ({"pick": ["no-such-skill"], "line": "Kept"}, "pick"),
        ({"pick": ["git-basics"], "line": "Kept" + "x" * 280}, "line"),
    ],
)
def test_what_does_not_fit_is_said_beside_the_field_and_kept(
    alice: Person, fields: dict[str, object], field: str
):
    begin(alice)
    answer = alice.send("/week/review/", fields, page="/week/review/")
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    assert page.by_id(f"review_{field}").get("aria-invalid") == "true"
    assert page.by_id(f"review_{field}_error").text
    assert page.by_id("review_line").get("value") == fields["line"]
    assert ("git-basics" in checked(page)) == ("git-basics" in fields["pick"])  # type: ignore[operator]
    assert not StudyWeek.objects.exists()
    assert not WeekPick.objects.exists()


def test_past_weeks_can_be_read_and_lead_further_back(alice: Person):
    begin(alice, weeks_ago=20)
    log(alice, "py-environment", 2.5, LAST - 2 * WEEK)
    save(alice, line="An old line.", week=LAST - 2 * WEEK)
    page = alice.see("/week/review/")
    links = page.by_id("past-h").parent.all("a")  # type: ignore[union-attr]
    assert [link.text for link in links][:2] == ["Week 19, Jul 6", "Week 18, Jun 29"]
    assert "Week 18, Jun 29 2.5 h" in page.by_id("past-h").parent.text  # type: ignore[union-attr]

    path = links[1].get("href")
    page = alice.see(path)
    assert page.all("h1")[0].text == "Week 18, looked back on"
    assert page.by_id("review_line").get("value") == "An old line."
    assert not page.all("input", name="pick")
    assert len(page.by_id("past-h").parent.all("a")) == 12  # type: ignore[union-attr]


def test_a_line_can_be_added_to_an_old_week(alice: Person):
    begin(alice, weeks_ago=5)
    path = f"/week/review/{LAST - 3 * WEEK}/"

    assert save(alice, line="Later.", week=LAST - 3 * WEEK) == path
    assert not WeekPick.objects.exists()
    assert alice.send(path, {"pick": ["git-basics"]}).status_code == 422


def test_the_week_under_way_can_be_looked_back_on_early(alice: Person):
    begin(alice)
    assert "so far" in alice.see(f"/week/review/{MONDAY}/").by_id("main").text
    save(alice, "la-vectors", week=MONDAY)

    assert pinned(alice, MONDAY + WEEK) == {"la-vectors"}
    assert pinned(alice, MONDAY) == set()


def test_picks_of_the_week_ahead_reach_it(alice: Person):
    begin(alice)
    save(alice, "sql-basics", week=MONDAY)
    with time_machine.travel(NOON + WEEK, tick=False):
        assert "Pick" in row(alice.see("/week/"), "sql-basics").text


@pytest.mark.parametrize(
    "day",
    ["2026-07-27", "2026-06-29", "9999-12-31", "0001-01-01", "2026-02-30", "20260713", "x", "2026-W29-1"],
)
def test_a_week_before_the_start_or_to_come_is_none(alice: Person, day: str):
    begin(alice)

    assert alice.get(f"/week/review/{day}/").status_code == 404
    assert alice.send(f"/week/review/{day}/", {"line": "x"}).status_code == 404


def test_another_day_leads_to_its_week(alice: Person):
    begin(alice)
    answer = alice.get(f"/week/review/{LAST + 3 * DAY}/")

    assert (answer.status_code, answer["Location"]) == (303, f"/week/review/{LAST}/")


def test_in_the_first_week_there_is_nothing_to_look_back_on(alice: Person):
    begin(alice, weeks_ago=0)
    page = alice.see("/week/review/")

    assert "From Monday on it stands here" in page.by_id("main").text
    assert alice.send("/week/review/", {"line": "x"})["Location"] == "/week/review/"
    assert not StudyWeek.objects.exists()


def test_weeks_begin_on_the_day_she_chose(alice: Person):
    begin(alice, week_starts_on=7)
    log(alice, "py-environment", 2, datetime.date(2026, 7, 12))
    page = alice.see("/week/review/")

    assert "July 12–18" in page.by_id("main").text
    assert "Hours 2 of 10" in figures(page)


def test_the_page_is_sound_with_all_it_can_hold(alice: Person):
    begin(alice, weeks_ago=6)
    log(alice, "la-vectors", 12, LAST, kind="theory")
    alice.tick("linear-regression", done_on=str(LAST))
    save(alice, line="<b>Bold</b> words", week=LAST - WEEK)
    page = alice.see("/week/review/")

    check(page, "/week/review/")
    assert "“<b>Bold</b> words”" in page.all("aside")[0].text
    assert len(page.by_id("pitfalls").all("form")) == 2
    refused = alice.send("/week/review/", {"line": "x" * 281, "pick": ["a", "b", "c", "d"]})
    check(parse(refused.content.decode()), "/week/review/ refused")
    assert (
        alice.get("/week/review/", **{"If-None-Match": alice.get("/week/review/")["ETag"]}).status_code == 304
    )


def test_an_old_entry_that_moves_makes_the_review_new(alice: Person):
    begin(alice, weeks_ago=40)
    old = make_session(user=alice.user, minutes=120, day=LAST - 20 * WEEK)
    make_session(user=alice.user, minutes=60, day=LAST)
    first = alice.get("/week/review/")
    assert alice.get("/week/review/", **{"If-None-Match": first["ETag"]}).status_code == 304
    alice.send(
        f"/log/{old.pk}/",
        {"subject": "", "minutes": "120", "day": str(LAST - 18 * WEEK), "kind": "theory", "note": ""},
        page="/log/",
    )
    old.refresh_from_db()
    assert old.day == LAST - 18 * WEEK

    assert alice.get("/week/review/", **{"If-None-Match": first["ETag"]}).status_code == 200
