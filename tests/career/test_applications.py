"""Alice looks at her applications, as a board and as a table."""

import datetime

import pytest

from career.applications import board, table
from career.models import Stage
from tests.career.application_book import BOARD, DAY, TABLE, lane, path, rows
from tests.career.rows import make_application
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person


def test_the_first_page_says_how_to_begin(alice: Person):
    page = alice.see(BOARD)

    assert page.by_id("standing").text == "0 open."
    assert page.by_id("due").text == ""
    assert [node.text for node in page.all("section", class_="lane")] == [
        f"{name} 0 Nothing here yet."
        for name in ("Saved", "Applied", "Screen", "Technical", "Final round", "Offer")
    ]
    assert "no application yet" in alice.see(TABLE).text


def test_each_stands_in_its_lane_what_is_due_first_on_top(alice: Person):
    today = alice.user.today()
    for company, due in [("Later", 3), ("Someday", None), ("Now", 0)]:
        on = today + due * DAY if due is not None else None
        make_application(user=alice.user, company=company, next_step="Follow up", next_on=on)
    make_application(user=alice.user, company="Kestrel", moves=(("applied", today), ("screen", today)))
    page = alice.see(BOARD)

    assert lane(page, "saved") == ["Now", "Later", "Someday"]
    assert lane(page, "screen") == ["Kestrel"]


def test_a_ticket_tells_what_matters(alice: Person):
    row = make_application(
        user=alice.user,
        company="Beck & Rowe <b>",
        role="ML Analyst",
        tier=4,
        source="referral",
        next_step="Call",
        next_on=alice.user.today() - 2 * DAY,
    )
    (ticket,) = alice.see(BOARD).all("li", class_="ticket")

    assert ticket.all("a")[0].get("href") == path(row)
    for words in ("Beck & Rowe <b>", "ML Analyst", "Tier 4, referred", "Since", "Call"):
        assert words in ticket.text
    assert ticket.named("was").get("value") == "saved"
    chosen = [option.get("value") for option in ticket.all("option") if "selected" in option.attributes]
    assert chosen == ["saved"]
    assert len(ticket.all("option")) == 11


def test_what_is_over_or_archived_is_not_on_the_board_but_never_lost(alice: Person):
    today = alice.user.today()
    make_application(user=alice.user, company="No Thanks", moves=(("applied", today), ("rejected", today)))
    make_application(user=alice.user, company="Put Away", archived_at="2026-01-05T12:00Z")
    page = alice.see(BOARD)

    assert page.all("li", class_="ticket") == []
    links = {link.text: link.get("href") for link in page.by_id("over").all("a")}
    assert rows(alice.see(links["Rejected 1"])) == ["No Thanks"]
    assert rows(alice.see(links["Archived 1"])) == ["Put Away"]


def test_the_sentence_counts_what_was_sent_and_answered(alice: Person):
    today = alice.user.today()
    for source, way in [
        ("referral", ("applied", "screen")),
        ("referral", ("applied",)),
        ("board", ("applied", "rejected")),
        ("cold", ("applied", "ghosted")),
        ("board", ("saved",)),
        ("board", ("saved", "withdrawn")),
    ]:
        moves = tuple((stage, today) for stage in way)
        make_application(user=alice.user, source=source, moves=moves)

    said = alice.see(BOARD).by_id("standing").text
    assert said == "3 open. Of 4 sent, 2 were answered, 1 of those through a referral."


def test_an_own_stage_counts_as_what_it_means(alice: Person):
    today = alice.user.today()
    Stage.objects.add(alice.user, "own-1", "Take-home", "technical")
    make_application(user=alice.user, company="Kestrel", moves=(("own-1", today),))
    page = alice.see(BOARD)

    assert lane(page, "own-1") == ["Kestrel"]
    assert "Of 1 sent, 1 was answered" in page.by_id("standing").text


def test_a_hidden_stage_with_something_in_it_stays_in_sight(alice: Person):
    make_application(user=alice.user, company="Kestrel")
    Stage.objects.change(alice.user, "saved", hidden=True)
    Stage.objects.change(alice.user, "screen", hidden=True)
    page = alice.see(BOARD)

    assert lane(page, "saved") == ["Kestrel"]
    names = [node.get("aria-labelledby") for node in page.all("section", class_="lane")]
    assert "lane-screen" not in names


def test_a_stage_that_nobody_knows_is_shown_too(alice: Person):
    make_application(user=alice.user, company="Kestrel", moves=(("waiting room", alice.user.today()),))

    assert "Waiting room" in alice.see(BOARD).text
    assert "Kestrel" in alice.see(BOARD).text


def test_a_full_lane_leads_to_the_rest(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(board, "LANE", 2)
    for number in range(5):
        make_application(user=alice.user, company=f"Company {number}", tier=2)
    page = alice.see(f"{BOARD}?tier=2")

    assert len(lane(page, "saved")) == 2
    (more,) = [link for link in page.all("a") if "more in the table" in link.text]
    assert more.text.startswith("3 more")
    assert len(rows(alice.see(more.get("href")))) == 5


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tier=2", ["Kestrel Labs"]),
        ("source=referral", ["Beck & Rowe"]),
        ("q=SEARCH", ["Kestrel Labs"]),
        ("q=rowe+analyst", ["Beck & Rowe"]),
        ("q=rowe+search", []),
        ("tier=2&source=referral", []),
        ("q=%25", []),
    ],
)
@pytest.mark.parametrize("view", ["", "table"])
def test_filters_narrow_both_views(alice: Person, query: str, found: list[str], view: str):
    make_application(user=alice.user, company="Kestrel Labs", role="ML Engineer, search", tier=2)
    make_application(user=alice.user, company="Beck & Rowe", role="ML Analyst", source="referral")
    page = alice.see(f"{BOARD}?{query}&view={view}")

    if view:
        assert (rows(page) if found else page.all("tbody")[1:]) == found
    else:
        assert lane(page, "saved") == found
    assert page.by_id("standing").text.startswith("2 open."), "the sentence is about all"


def test_the_table_knows_stage_and_archive_too(alice: Person):
    today = alice.user.today()
    make_application(user=alice.user, company="Saved")
    make_application(user=alice.user, company="Sent", moves=(("applied", today),))
    make_application(
        user=alice.user, company="Old", moves=(("applied", today),), archived_at="2026-01-05T12:00Z"
    )

    assert rows(alice.see(f"{TABLE}&stage=applied")) == ["Sent"]
    assert rows(alice.see(f"{TABLE}&archived=only")) == ["Old"]
    assert sorted(rows(alice.see(f"{TABLE}&archived=all"))) == ["Old", "Saved", "Sent"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("company", "abC"),
        ("-company", "Cba"),
        ("tier", "baC"),
        ("stage", "baC"),
        ("-stage", "Cab"),
        ("since", "aCb"),
        ("next", "Cab"),
        ("nonsense", "Cab"),
    ],
)
def test_the_table_is_sorted_by_any_column(alice: Person, sort: str, order: str):
    today = alice.user.today()
    make_application(user=alice.user, company="b", tier=1)
    make_application(user=alice.user, company="C", moves=(("screen", today - DAY),), next_on=today)
    make_application(
        user=alice.user, company="a", tier=2, moves=(("applied", today - 5 * DAY),), next_on=today + DAY
    )

    assert "".join(rows(alice.see(f"{TABLE}&sort={sort}"))) == order


def test_a_heading_turns_the_order_around_and_says_so(alice: Person):
    make_application(user=alice.user)
    page = alice.see(f"{TABLE}&sort=company&tier=")
    (heading,) = [node for node in page.all("th") if node.get("aria-sort")]

    assert (heading.text, heading.get("aria-sort")) == ("Company", "ascending")
    turned = alice.see(heading.all("a")[0].get("href"))
    (heading,) = [node for node in turned.all("th") if node.get("aria-sort")]
    assert heading.get("aria-sort") == "descending"


def test_a_long_table_goes_on_on_the_next_page(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(table, "ROWS", 2)
    for number in range(5):
        make_application(user=alice.user, company=f"{number}")
    first = alice.see(f"{TABLE}&sort=company")
    (further,) = [link for link in first.all("a") if link.text == "Further"]
    second = alice.see(further.get("href"))

    assert rows(first) + rows(second) == ["0", "1", "2", "3"]
    assert rows(alice.see(f"{TABLE}&sort=company&page=99")) == ["4"]
    assert "3–4 of 5" in second.text


@pytest.mark.parametrize(
    "query", ["tier=9", "source=aunt", "stage=moon", "archived=perhaps", "q=" + "x" * 121]
)
def test_a_filter_that_makes_no_sense_is_refused_in_words(alice: Person, query: str):
    make_application(user=alice.user, company="Kestrel")
    answer = alice.get(f"{TABLE}&{query}")

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.all("p", class_="err")
    assert rows(page) == ["Kestrel"], "it filters nothing"


def test_the_most_urgent_action_stands_first(alice: Person):
    today = alice.user.today()
    make_application(user=alice.user, company="Soon", next_step="Call", next_on=today + 2 * DAY)
    row = make_application(
        user=alice.user,
        company="Tessel Health",
        role="Junior ML Engineer",
        moves=(("applied", today - 10 * DAY),),
        next_step="Follow up",
        next_on=today,
    )
    due = alice.see(BOARD).by_id("due")

    assert "Follow up with Tessel Health Today" in due.text
    assert "In Applied for ten days, for Junior ML Engineer." in due.text
    assert due.named("was").get("value") == row.plan_mark
    assert [button.get("value") for button in due.all("button")] == ["done", "tomorrow"]


def test_what_is_due_in_more_than_a_week_or_over_is_not_urgent(alice: Person):
    today = alice.user.today()
    make_application(user=alice.user, next_step="Call", next_on=today + 8 * DAY)
    make_application(user=alice.user, moves=(("rejected", today),), next_step="Call", next_on=today)
    make_application(user=alice.user, next_step="Call", next_on=today, archived_at="2026-01-05T12:00Z")

    assert alice.see(BOARD).by_id("due").text == ""


def test_bob_sees_none_of_hers(alice: Person, bob: Person):
    make_application(user=alice.user, company="Kestrel", next_step="Call", next_on=alice.user.today())

    assert "Kestrel" not in bob.see(BOARD).text
    assert "Kestrel" not in bob.see(f"{TABLE}&archived=all").text


def test_the_day_is_the_learners_own(db: None):
    """What is due on the 15th is due in Auckland while it is still the 14th in Los Angeles."""
    import time_machine

    with time_machine.travel(datetime.datetime(2026, 7, 14, 20, 0, tzinfo=datetime.UTC), tick=False):
        for zone, tag in [("Pacific/Auckland", "Today"), ("America/Los_Angeles", "Tomorrow")]:
            person = Person(make_user(time_zone=zone))
            make_application(user=person.user, next_step="Call", next_on=datetime.date(2026, 7, 15))
            assert tag in person.see(BOARD).by_id("due").text
