"""The checklist of a build while Alice writes it: add, remove and move up, without script."""

import uuid

import pytest

from roadmap.builds.requirement_rows import LONGEST, MOST, Row, blank, checked, moved, rows_sent
from tests.factories import make_build
from tests.markup import Node, parse
from tests.person import Person

NEW = "/builds/new/"


def titles(page: Node) -> list[str]:
    return [box.get("value") for box in page.by_id("requirements").all("input", name="req")]


def press(alice: Person, do: str, *rows: str, **fields: str) -> Node:
    answer = alice.send(
        NEW, {"req": list(rows), "req_id": [str(uuid.uuid4()) for _ in rows], "do": do} | fields
    )
    assert answer.status_code == 200
    return parse(answer.content.decode())


def test_a_new_build_offers_three_rows(alice: Person) -> None:
    assert titles(alice.see(NEW)) == ["", "", ""]


@pytest.mark.parametrize(
    ("do", "after"),
    [
        ("add", ["A", "B", "C", ""]),
        ("drop-2", ["A", "C"]),
        ("up-3", ["A", "C", "B"]),
        ("up-1", ["A", "B", "C"]),
        ("drop-9", ["A", "B", "C"]),
        ("drop-²", ["A", "B", "C"]),
        ("nonsense", ["A", "B", "C"]),
    ],
)
def test_a_button_changes_the_rows_and_saves_nothing(alice: Person, do: str, after: list[str]) -> None:
    page = press(alice, do, "A", "B", "C", title="Not saved", problem="Typed", skill="pandas")

    assert titles(page) == after
    assert page.by_id("build_title").get("value") == "Not saved"
    assert page.by_id("build_problem").text.strip() == "Typed"
    assert "checked" in page.named("skill").attributes
    assert not page.all("p", class_="err"), "nothing is wrong yet"
    assert not alice.user.builds.exists()


def test_enter_saves_and_removes_nothing(alice: Person) -> None:
    """Enter presses the first button of a form."""
    form = next(form for form in alice.see(NEW).by_id("main").all("form") if form.get("action") == NEW)

    assert "name" not in form.all("button")[0].attributes


def test_the_rows_of_a_build_are_edited_without_touching_it(alice: Person) -> None:
    build = make_build(user=alice.user, requirements=["Data", "Model"])
    path = f"/builds/{build.key}/edit/"
    data, model = build.own_requirements.all()
    sent = {"title": "x", "req": ["Data", "Model"], "req_id": [str(data.pk), str(model.pk)], "do": "drop-1"}

    page = parse(alice.send(path, sent).content.decode())

    assert titles(page) == ["Model"]
    assert build.own_requirements.count() == 2


def test_twelve_rows_are_the_most(alice: Person) -> None:
    page = press(alice, "add", *["x"] * MOST)
    assert len(titles(page)) == MOST
    assert not page.where(lambda node: node.id == "add-requirement")

    answer = alice.send(NEW, {"title": "Too many", "req": [f"R{n}" for n in range(13)]})
    assert answer.status_code == 422
    assert "A checklist has 12 lines at most." in parse(answer.content.decode()).by_id("requirements").text


def test_a_long_row_is_refused_beside_it(alice: Person) -> None:
    answer = alice.send(NEW, {"title": "Fine", "req": ["Fine", "x" * 161]})

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    first, second = page.by_id("requirements").all("input", name="req")
    assert "aria-invalid" not in first.attributes
    assert second.get("value") == "x" * 161
    assert "Shorten it to 160 or fewer." in page.by_id(second.get("aria-describedby")).text


# The arithmetic


def test_rows_get_an_id_where_none_was_sent() -> None:
    known = uuid.uuid4()

    first, second, third = rows_sent([str(known), "no id"], ["A", " B ", "C"])

    assert (first, second.title, third.title) == (Row(known, "A"), "B", "C")
    assert len({first.id, second.id, third.id}) == 3


def test_empty_rows_are_left_out_and_a_copied_id_is_replaced() -> None:
    row = Row(uuid.uuid4(), "A")

    rows, fine = checked([blank(), row, row._replace(title="B")])

    assert fine
    assert [found.title for found in rows] == ["A", "B"]
    assert rows[0].id == row.id != rows[1].id


def test_what_cannot_be_kept_is_marked() -> None:
    rows, fine = checked([Row(uuid.uuid4(), "x" * LONGEST), Row(uuid.uuid4(), "\0")])

    assert not fine
    assert [bool(row.error) for row in rows] == [False, True]


def test_a_row_moves_above_the_one_before() -> None:
    rows = [Row(uuid.uuid4(), title) for title in "ABC"]

    assert [row.title for row in moved(moved(rows, "up-3"), "up-2")] == ["C", "A", "B"]
