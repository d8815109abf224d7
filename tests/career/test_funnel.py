"""How far applications get: Alice counts hers."""

import datetime

import pytest

from career.funnel import FEW, WAY, Share, Trace, funnel, grouped, referred
from career.models import Stage
from tests.career.rows import make_application, make_resume
from tests.markup import Node
from tests.person import Person
from tests.roadmap.test_statements import read

DAY = datetime.date(2026, 5, 4)


def trace(*moves: str | tuple[str, int], source: str = "board", tier: int | None = 3) -> Trace:
    """Return an application with these stages, a day apart unless the day is given."""
    dated = [move if isinstance(move, tuple) else (move, n) for n, move in enumerate(moves)]
    return Trace(source, tier, None, tuple((stage, DAY + datetime.timedelta(n)) for stage, n in dated))


def reached(*traces: Trace) -> dict[str, int]:
    return {step.stage: step.reached for step in funnel(traces).steps}


@pytest.mark.parametrize(
    ("moves", "furthest"),
    [
        ((), None),
        (("saved",), None),
        (("saved", "withdrawn"), None),
        (("saved", "rejected"), "applied"),
        (("applied", "ghosted"), "applied"),
        (("saved", "applied", "screen", "rejected"), "screen"),
        (("applied", "final"), "final"),
        (("applied", "screen", "applied"), "screen"),
        (("applied", "declined"), "offer"),
        (("applied", "offer", "accepted", "withdrawn"), "accepted"),
        (("a stage nobody knows",), None),
    ],
)
def test_an_application_has_reached_all_up_to_its_furthest_stage(
    moves: tuple[str, ...], furthest: str | None
):
    there = WAY[: WAY.index(furthest) + 1] if furthest else ()

    assert reached(trace(*moves)) == {stage: int(stage in there) for stage in WAY}


def test_rates_are_told_from_twenty_applications_on():
    few = funnel([trace("applied", "screen")] * (FEW - 1))
    enough = funnel([trace("applied", "screen")] * 5 + [trace("applied")] * (FEW - 5))

    assert (few.invited.from_before.percent, few.invited.reached) == (None, FEW - 1)
    assert enough.invited.from_before == Share(5, FEW)
    assert enough.invited.from_before.percent == 25
    # Of five that reached a screen, none says anything about the next stage; of all sent it does.
    technical = enough.steps[2]
    assert (technical.from_before.percent, technical.from_sent.percent) == (None, 0)


def test_days_between_stages_are_a_median_of_those_that_entered_both():
    sums = funnel(
        [
            trace(("applied", 0), ("screen", 4)),
            trace(("applied", 0), ("screen", 9), ("applied", 12), ("screen", 30)),
            trace(("applied", 0), ("final", 2)),
            trace(("screen", 0), ("applied", 7)),
            trace("applied"),
        ]
    )

    assert (sums.invited.days, sums.invited.timed, sums.invited.reached) == (6.5, 2, 4)
    assert (sums.steps[3].days, sums.steps[3].timed) == (None, 0)


def test_groups_are_ordered_by_how_many_were_sent():
    rows = [trace("saved", source="cold"), trace("applied", source="board"), trace("applied", source="board")]

    assert [(name, sums.sent) for name, sums in grouped(rows, lambda t: t.source)] == [("board", 2)]


def test_referrals_are_counted_where_they_led():
    rows = [
        trace("applied", "screen", source="referral"),
        trace("applied"),
        trace("saved", source="referral"),
    ]

    assert dict(referred(rows)) | {"final": None} == {
        "applied": Share(1, 2),
        "screen": Share(1, 1),
        "technical": Share(0, 0),
        "final": None,
        "offer": Share(0, 0),
        "accepted": Share(0, 0),
    }


def apply(person: Person, number: int, **fields: object) -> None:
    for _ in range(number):
        make_application(user=person.user, moves=(("saved", DAY), ("applied", DAY)), **fields)


def test_an_empty_funnel_says_how_it_begins(alice: Person):
    make_application(user=alice.user)
    text = alice.see("/career/funnel/").text

    assert "Nothing is sent yet: 1 application is saved." in text
    assert "%" not in text.replace("50% of jobs", "")


def test_below_twenty_the_page_tells_counts_and_no_rate(alice: Person):
    apply(alice, FEW - 1, source="referral")
    text = alice.see("/career/funnel/").text

    assert "19 applications sent, 0 invited to talk. Rates begin at 20" in text
    assert "0 of 19 too few to tell" in text
    assert "%" not in text.replace("50% of jobs", "")


def test_from_twenty_on_the_page_tells_rates_beside_their_counts(alice: Person):
    apply(alice, FEW - 5, source="board", tier=4)
    moves = (("applied", DAY), ("screen", DAY + datetime.timedelta(6)))
    for _ in range(5):
        make_application(user=alice.user, source="referral", moves=moves)
    text = alice.see("/career/funnel/").text

    assert "20 applications sent, 5 invited to talk." in text
    assert "5 of 20 25%" in text
    assert "6 from 5" in text
    assert "sent 5 of 20 25%" in text
    assert "invited 5 of 5 too few to tell" in text


def stages(page: Node) -> dict[str, str]:
    rows = page.all("tbody")[0].all("tr")
    return {
        row.all("th")[0].text: " | ".join(cell.text for cell in row.all("td")[1:]).strip() for row in rows
    }


def test_a_group_is_looked_at_alone(alice: Person):
    apply(alice, 3, source="board", tier=4)
    apply(alice, FEW, source="referral", tier=4)
    resume = make_resume(user=alice.user)
    make_application(
        user=alice.user, moves=(("applied", DAY), ("offer", DAY)), source="referral", resume=resume
    )

    assert stages(alice.see("/career/funnel/"))["Screen"].startswith("1 of 24 4%")
    page = alice.see("/career/funnel/?source=referral")
    assert "From stage to stage: Referral" in page.text
    assert stages(page)["Offer"] == "1 of 1 too few to tell | 1 of 21 5% | no dates"
    assert stages(alice.see(f"/career/funnel/?resume={resume.pk}"))["Applied"] == "| 1 sent |"
    assert stages(alice.see("/career/funnel/?tier=none"))["Applied"] == "| 1 sent |"
    # What names nothing leaves all of them.
    assert stages(alice.see("/career/funnel/?source=nobody&tier=9"))["Applied"] == "| 24 sent |"
    (small,) = (
        row.text for row in alice.see("/career/funnel/").all("tr") if row.text.startswith("Job board")
    )
    assert small == "Job board too few to tell3 000 no dates"


def test_the_guides_share_of_referrals_stands_there_as_a_claim(alice: Person):
    (claim,) = (node for node in alice.see("/career/funnel/") if "claim" in node.get("class").split())

    assert "“50% of jobs come through referrals.” unsupported" in claim.text


def test_own_stages_count_as_what_they_stand_for(alice: Person):
    for place, (key, means) in enumerate([("saved", "saved"), ("sent", "applied"), ("chat", "screen")]):
        Stage.objects.create(user=alice.user, key=key, name=key.title(), means=means, position=place)
    make_application(user=alice.user, moves=(("sent", DAY), ("chat", DAY)))

    assert "1 application sent, 1 invited to talk" in alice.see("/career/funnel/").text


def test_deleted_applications_are_gone_and_a_deleted_resume_is_no_version(alice: Person):
    resume = make_resume(user=alice.user, number=3)
    apply(alice, 1, resume=resume)
    apply(alice, 1)
    alice.user.applications.filter(resume=None).update(deleted_at="2026-05-04T10:00Z")
    assert "v3" in alice.see("/career/funnel/").text

    resume.deleted_at = "2026-05-04T10:00Z"
    resume.save()
    text = alice.see("/career/funnel/").text
    assert "1 application sent" in text
    assert "v3" not in text
    assert "No version noted" in text


def test_bob_sees_none_of_alices(alice: Person, bob: Person):
    apply(alice, 2)

    assert "Nothing is sent yet" in bob.see("/career/funnel/").text


def test_the_page_asks_no_more_with_many(alice: Person, bob: Person):
    apply(alice, 1)
    apply(bob, 60, resume=make_resume(user=bob.user))
    little, much = read(alice, "/career/funnel/"), read(bob, "/career/funnel/")

    assert len(little) == len(much) <= 7, "\n".join(much)
