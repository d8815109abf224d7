"""Alice brings her list from a spreadsheet."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from career.models import Application, Stage, StageChange
from career.views import search_import
from tests.career.rows import make_application
from tests.markup import Node, parse
from tests.person import Person
from tests.swaps import fields_of

PAGE = "/career/import/"
ROWS = "/career/import/rows/"
LIST = """Company,Position,Status,Date applied,Salary,Notes
Fathom Freight,"ML Engineer, ETA",Interview,2026-05-03,"£52,000",Talked to Amara
Beck & Rowe,ML Analyst,Rejected,2026-05-12,,
"""


def upload(person: Person, text: str | bytes, name: str = "list.csv") -> Any:
    raw = text.encode() if isinstance(text, str) else text
    return person.send(PAGE, {"file": SimpleUploadedFile(name, raw, "text/csv")}, page=PAGE)


def seen(answer: Any, status: int = 200) -> Node:
    page = parse(answer.content.decode())
    assert answer.status_code == status, page.by_id("main").text
    return page


def columns(page: Node) -> dict[str, str]:
    """Return what the form of the second step sends as it stands."""
    (form,) = page.all("form", action=ROWS)
    return fields_of(form)


def save(person: Person, page: Node, **changes: str) -> Any:
    return person.send(ROWS, columns(page) | {"do": "save"} | changes, page=PAGE)


def errors(answer: Any) -> list[str]:
    page = seen(answer, 422)
    return [item.text for item in page.by_id("problems").all("li")]


def test_a_list_is_read_looked_at_and_saved(alice: Person):
    page = seen(upload(alice, LIST))
    assert "2 rows can be read" in page.text
    assert not alice.user.applications.exists()

    answer = save(alice, page)
    assert (answer.status_code, answer["Location"]) == (303, "/career/")
    first, second = Application.objects.filter(user=alice.user).order_by("-company")
    assert (first.company, first.role, first.note) == (
        "Fathom Freight",
        "ML Engineer, ETA",
        "Talked to Amara",
    )
    assert (first.pay_low, first.pay_currency, first.stage) == (Decimal(52_000), "GBP", "screen")
    day = datetime.date(2026, 5, 12)
    assert (second.stage, second.stage_on) == ("rejected", day)
    assert list(second.changes.values_list("stage", "on")) == [("applied", day), ("rejected", day)]


def test_the_same_file_adds_nothing_twice(alice: Person):
    page = seen(upload(alice, LIST))
    save(alice, page)
    save(alice, page)
    assert "2 were there already and stay as they are." in alice.see(PAGE).text
    Application.objects.filter(user=alice.user).update(note="Mine now")
    save(alice, seen(upload(alice, LIST, "another name.csv")))

    assert [row.note for row in alice.user.applications.all()] == ["Mine now"] * 2
    assert StageChange.objects.count() == 4


def test_rows_deleted_by_mistake_can_be_read_again(alice: Person):
    page = seen(upload(alice, LIST))
    save(alice, page)
    Application.objects.filter(user=alice.user).update(deleted_at="2026-05-20T10:00Z")
    save(alice, page)

    assert alice.user.applications.count() == 2
    assert Application.everything.count() == 2


def test_bob_may_read_the_same_file(alice: Person, bob: Person):
    for person in (alice, bob):
        save(person, seen(upload(person, LIST)))

    assert (alice.user.applications.count(), bob.user.applications.count()) == (2, 2)


def test_a_page_of_alices_is_no_page_of_bobs(alice: Person, bob: Person):
    answer = save(bob, seen(upload(alice, LIST)))

    assert "Choose the file again." in seen(answer, 422).text
    assert not Application.objects.exists()


@pytest.mark.parametrize("file", ["", "nonsense", "eyJh:bcd:ef"])
def test_a_page_that_is_not_whole_is_refused(alice: Person, file: str):
    answer = alice.send(ROWS, {"file": file, "do": "save", "in_company": "0"}, page=PAGE)

    assert "Choose the file again." in seen(answer, 422).text


def test_every_bad_cell_is_named_and_nothing_is_saved(alice: Person):
    text = (
        "Company,Status,Applied on,Stage since,Tier,Source,Link,Pay from,Pay to,Remote,Next on,Note\n"
        "Good One,Applied,2026-05-03,,,,,,,,,\n"
        ",Dreaming,2999-01-01,,7,A friend's friend,ftp://x,many,,sometimes,2999-01-01,\n"
        f"Backwards,Screen,2026-05-03,2026-05-01,,,,60 EUR,50 EUR,,,{'x' * 10_001}\n"
        "No currency,Saved,,,,,,50000,,,,\n"
    )
    page = seen(upload(alice, text), 422)
    answer = save(alice, page)

    found = errors(answer)
    assert [line.split(":")[0] for line in found] == [
        *("Row 3, Stage", "Row 3, Applied on", "Row 3, Pay from", "Row 3, Tier", "Row 3, Source"),
        *("Row 3, Remote", "Row 3, Next on", "Row 3, Company", "Row 3, Link"),
        *("Row 4, Stage since", "Row 4, Note", "Row 4, Pay to"),
        "Row 5, Currency",
    ]
    assert "“Dreaming” is none of these: Saved, Applied, Screen" in found[0]
    assert "3 rows cannot be read this way" in seen(answer, 422).text
    assert not Application.objects.exists()


def test_other_columns_are_chosen_and_nothing_chosen_is_lost(alice: Person):
    page = seen(upload(alice, "A,B\nEngineer,Fathom Freight\n"), 422)
    assert "Say which column holds the company." in page.text

    page = seen(alice.send(ROWS, columns(page) | {"in_company": "1", "in_role": "0", "do": "look"}))
    assert (columns(page)["in_company"], columns(page)["in_role"]) == ("1", "0")
    assert save(alice, page).status_code == 303
    row = alice.user.applications.get()
    assert (row.company, row.role, row.stage, row.stage_on) == (
        *("Fathom Freight", "Engineer", "saved"),
        alice.user.today(),
    )


@pytest.mark.parametrize("changes", [{"in_company": "9"}, {"order": "ymd"}, {"currency": "EURO"}])
def test_columns_that_are_none_are_refused(alice: Person, changes: dict[str, str]):
    answer = save(alice, seen(upload(alice, LIST)), **changes)

    assert seen(answer, 422).all("p", class_="err")
    assert not Application.objects.exists()


def test_an_order_of_days_and_a_currency_for_all_rows_are_said_once(alice: Person):
    page = seen(upload(alice, "Company,Date,Salary\nFathom Freight,03/05/2026,52000\n"), 422)
    assert save(alice, page, order="dmy", currency="gbp").status_code == 303

    row = alice.user.applications.get()
    assert (row.stage, row.stage_on, row.pay_currency) == ("applied", datetime.date(2026, 5, 3), "GBP")


def test_a_file_of_windows_is_read_and_that_is_said(alice: Person):
    page = seen(upload(alice, "Company;Role\nCafé Zürich;Engineer\n".encode("cp1252")))
    assert "read as Windows text (cp1252)" in page.text

    save(alice, page)
    assert alice.user.applications.get().company == "Café Zürich"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This file is no text."),
        (b"", "This file is empty."),
        (b'Company,Role\nA,"never closed\n', "quotation mark"),
        (b"Company\n" + b"A\n" * 10_001, "more than 10,000 rows"),
    ],
)
@pytest.mark.asvs("5.2.2")
def test_what_is_no_list_is_refused_in_words(alice: Person, raw: bytes, said: str):
    page = seen(upload(alice, raw), 422)

    assert said in page.text
    assert page.all("title")[0].text.startswith("Error: ")
    assert page.by_id("import_file").get("aria-invalid") == "true"


def test_no_file_at_all_is_refused_in_words(alice: Person):
    assert "Choose the file to read." in seen(alice.send(PAGE, {}), 422).text


@pytest.mark.parametrize("size", [1_000_001, 50_000_000])
@pytest.mark.asvs("5.2.1")
def test_a_file_of_megabytes_is_refused_in_words(alice: Person, size: int):
    answer = upload(alice, b"Company\n" + b"x" * size)

    assert answer.status_code in (413, 422)
    assert "larger than 1 MB" in answer.content.decode()


def test_a_file_that_cannot_travel_on_is_refused_in_words(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search_import, "LARGEST", 10_100)

    assert "Split it in two" in seen(upload(alice, LIST), 422).text


def test_ten_thousand_rows_are_read_and_as_many_as_fit_are_kept(alice: Person):
    page = seen(upload(alice, "Company,Role\n" + "".join(f"Company {n},Engineer\n" for n in range(10_000))))
    assert "10000 rows can be read; the first 5" in page.text

    answer = save(alice, page)
    assert "These 10,000 rows do not fit: you can keep 2,000 applications" in seen(answer, 422).text
    assert not Application.objects.exists()

    two_thousand = "Company\n" + "".join(f"Company {n}\n" for n in range(Application.MOST))
    assert save(alice, seen(upload(alice, two_thousand))).status_code == 303
    assert alice.user.applications.count() == Application.MOST


def test_what_is_there_already_counts_against_what_fits(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Application, "MOST", 2)
    make_application(user=alice.user)
    answer = save(alice, seen(upload(alice, LIST)))

    assert "there is room for 1 more" in seen(answer, 422).text
    assert alice.user.applications.count() == 1


@pytest.mark.asvs("2.3.3")
def test_a_fault_half_way_leaves_nothing_behind(alice: Person, monkeypatch: pytest.MonkeyPatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("Pulled the plug")

    page = seen(upload(alice, LIST))
    monkeypatch.setattr(StageChange.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        save(alice, page)

    assert not Application.objects.exists()


def test_own_stages_are_understood_by_their_names(alice: Person):
    names = (("saved", "Saved", "saved"), ("own-1", "Coffee with the team", "screen"))
    for place, (key, name, means) in enumerate(names):
        Stage.objects.create(user=alice.user, key=key, name=name, means=means, position=place)
    page = seen(upload(alice, "Company,Status,Date\nFathom Freight,coffee with the team,2026-05-03\n"))
    save(alice, page)

    row = alice.user.applications.get()
    assert list(row.changes.values_list("stage", flat=True)) == ["own-1"], "there is no stage of applying"


@pytest.mark.asvs("1.2.1")
def test_markup_in_a_file_stays_text(alice: Person):
    page = upload(alice, "Company,Role\n<script>alert(1)</script>,<b>x</b>\n")

    assert b"<script>alert" not in page.content
    assert b"<b>x</b>" not in page.content
