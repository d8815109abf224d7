"""Alice takes her applications along, and shows on paper what she did."""

import csv
import datetime
import io
from decimal import Decimal

import pytest
from django.utils import timezone

from career.models import Application, StageChange
from career.search.record import HEADER
from tests.career.rows import make_application, make_contact, make_resume
from tests.career.test_import import save, seen, upload
from tests.person import Person
from tests.roadmap.test_statements import read

MAY_4, MAY_9, JUNE_1 = datetime.date(2026, 5, 4), datetime.date(2026, 5, 9), datetime.date(2026, 6, 1)
MOVES = (("saved", MAY_4), ("applied", MAY_9), ("screen", JUNE_1))


def rows(person: Person, path: str = "/career/export/") -> list[dict[str, str]]:
    answer = person.get(path)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def companies(person: Person, query: str) -> list[str]:
    return [row["Company"] for row in rows(person, f"/career/export/?{query}")]


@pytest.mark.asvs("3.2.1", "5.4.1")
def test_a_file_goes_out_as_a_download_with_the_history_in_it(alice: Person):
    resume, contact = make_resume(user=alice.user, number=3), make_contact(user=alice.user)
    row = make_application(
        user=alice.user,
        moves=MOVES,
        tier=3,
        source="board",
        resume=resume,
        contact=contact,
        pay_low=Decimal("52000"),
        pay_currency="GBP",
        note="Two\nlines",
    )
    answer = alice.get("/career/export/")
    today = alice.user.today()

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="milepost-applications-{today}.csv"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer["Cache-Control"]
    (found,) = rows(alice)
    assert found["Id"] == str(row.pk)
    assert (found["Résumé"], found["Contact"], found["Source"]) == ("v3", "Amara Osei", "Job board")
    assert (found["Pay from"], found["Currency"], found["Note"]) == ("52000.00", "GBP", "Two\nlines")
    assert (found["Stage"], found["Applied on"], found["Stage since"]) == (
        *("Screen", "2026-05-09"),
        "2026-06-01",
    )
    assert found["History"] == "saved 2026-05-04; applied 2026-05-09; screen 2026-06-01"


def test_every_move_has_a_row_in_a_file_of_its_own(alice: Person):
    make_application(user=alice.user, moves=MOVES)

    found = rows(alice, "/career/export/moves/?from=2026-05-05")
    assert [(row["Company"], row["Stage"], row["On"]) for row in found] == [
        ("Fathom Freight", "Applied", "2026-05-09"),
        ("Fathom Freight", "Screen", "2026-06-01"),
    ]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_no_cell_is_a_formula(alice: Person, text: str):
    make_application(user=alice.user, company=text, role=text, note=text, next_step=text)
    make_contact(user=alice.user, name=text)
    (found,) = rows(alice)

    assert [found[name] for name in ("Company", "Role", "Note", "Next action")] == [f"'{text}"] * 4
    (move,) = rows(alice, "/career/export/moves/")
    assert move["Company"] == f"'{text}"


def test_what_went_out_comes_back_to_another_account_the_same(alice: Person, bob: Person):
    make_application(
        user=alice.user,
        moves=MOVES,
        company="=Formula & Söhne",
        role="-1",
        link="https://example.org/job",
        tier=1,
        source="cold",
        place="Leeds",
        remote="hybrid",
        pay_low=Decimal("52000.50"),
        pay_high=Decimal("60000"),
        pay_currency="GBP",
        pay_per="month",
        next_step="+ call",
        next_on=JUNE_1,
        note="'= quoted\n@ too",
    )
    make_application(user=alice.user, company="Only saved")
    file = alice.get("/career/export/").content
    assert save(bob, seen(upload(bob, file))).status_code == 303

    kept = [field.name for field in Application._meta.fields]
    kept = [name for name in kept if name not in ("id", "user", "made_at", "changed_at")]
    for hers in Application.objects.filter(user=alice.user):
        his = Application.objects.get(user=bob.user, company=hers.company)
        assert his.pk != hers.pk
        assert [getattr(his, name) for name in kept] == [getattr(hers, name) for name in kept]
        moves = [list(row.changes.values_list("stage", "on")) for row in (hers, his)]
        assert moves[0] == moves[1]

    assert save(alice, seen(upload(alice, file))).status_code == 303
    assert "0 applications added. 2 were there already" in alice.see("/career/import/").text
    save(bob, seen(upload(bob, file + b"\n")))
    assert bob.user.applications.count() == 2, "its ids say that they are there"


def test_only_what_moved_in_these_days(alice: Person):
    make_application(user=alice.user, company="May", moves=(("saved", MAY_4), ("applied", MAY_9)))
    make_application(user=alice.user, company="June", moves=(("applied", JUNE_1),))
    make_application(user=alice.user, company="Gone", moves=MOVES, deleted_at=timezone.now())

    assert companies(alice, "") == companies(alice, "from=&until=") == ["May", "June"]
    assert companies(alice, "from=2026-05-09&until=2026-05-09") == ["May"]
    assert companies(alice, "from=2026-05-10") == ["June"]
    assert companies(alice, "until=2026-05-03") == []


@pytest.mark.parametrize("path", ["/career/export/", "/career/export/moves/", "/career/proof/"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=May", "Write the date as year-month-day"),
        ("from=2026-06-01&until=2026-05-01", "This is before the first day."),
        ("until=0001-01-01", "Take a day between 2000 and 2099."),
    ],
)
def test_days_that_are_none_are_refused_in_words(alice: Person, path: str, query: str, said: str):
    assert said in seen(alice.get(f"{path}?{query}"), 422).text


def test_an_empty_search_is_an_empty_file(alice: Person):
    assert rows(alice) == []
    assert alice.get("/career/export/").content.decode("utf-8-sig").strip() == ",".join(HEADER)


def test_the_proof_lists_what_others_could_see(alice: Person):
    make_application(user=alice.user, company="Only saved", moves=(("saved", MAY_9),))
    make_application(
        user=alice.user, company="Thought better", moves=(("saved", MAY_4), ("withdrawn", MAY_9))
    )
    make_application(user=alice.user, company="Later", moves=(("applied", JUNE_1),))
    make_application(user=alice.user, company="Kestrel Labs", source="referral", moves=MOVES)
    page = alice.see("/career/proof/?from=2026-05-01&until=2026-05-31")

    (table,) = page.all("table")
    assert [cell.text for cell in table.all("tbody")[0].where(lambda node: node.tag in ("td", "th"))] == [
        *("2026-05-09", "Kestrel Labs", "ML Engineer, ETA", "Referral", "Applied", "2026-05-09"),
    ]
    assert "Alice. 1 application sent or moved from May 1, 2026 until May 31, 2026." in page.text
    assert "Nothing was sent and nothing moved" in alice.see("/career/proof/?until=2026-05-01").text


def test_bob_takes_along_nothing_of_hers(alice: Person, bob: Person):
    make_application(user=alice.user, moves=MOVES)

    assert rows(bob) == rows(bob, "/career/export/moves/") == []
    assert "Fathom Freight" not in bob.see("/career/proof/").text


@pytest.mark.parametrize("path", ["/career/export/", "/career/export/moves/", "/career/proof/"])
def test_it_asks_no_more_with_many(alice: Person, bob: Person, path: str):
    make_application(user=alice.user, moves=MOVES)
    resume, contact = make_resume(user=bob.user), make_contact(user=bob.user)
    for number in range(40):
        make_application(
            user=bob.user, moves=MOVES, company=f"Company {number}", resume=resume, contact=contact
        )
    Application.objects.filter(user=bob.user).update(archived_at=timezone.now())
    assert StageChange.objects.count() == 123
    little, much = read(alice, path), read(bob, path)

    assert len(little) == len(much) <= 7, "\n".join(much)
