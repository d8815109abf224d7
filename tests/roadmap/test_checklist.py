"""Alice kept a list elsewhere and brings it in: she looks at every line, and nothing of hers is lost."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadmap.models import SkillProgress
from tests.markup import Node, parse
from tests.person import Person

ASK = "/settings/data/checklist/"
LINES = ASK + "lines/"
TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def on_a_sunday(a_sunday: None) -> None:
    pass


def bring(person: Person, text: str) -> Node:
    answer = person.send(ASK, {"text": text}, page=ASK)
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return parse(answer.content.decode())


def filled(page: Node) -> dict[str, Any]:
    """Return what the form holds as it stands, as a browser would send it."""
    (form,) = page.where(lambda node: node.get("action") == LINES)
    fields: dict[str, Any] = {}
    for node in form.all("input"):
        name = node.get("name") or ""
        if node.get("type") not in ("checkbox", "radio") or "checked" in node.attributes:
            fields[name] = node.get("value")
    return fields


def save(person: Person, page: Node, **change: str) -> Any:
    return person.send(LINES, filled(page) | {"do": "save"} | change, page=ASK)


def states(person: Person) -> dict[str, tuple[str, str, int]]:
    rows = person.user.skill_progress.values_list("skill__slug", "state", "done_on", "count")
    return {slug: (state, str(day or ""), count) for slug, state, day, count in rows}


def test_a_list_is_looked_at_and_then_saved_at_once(alice: Person):
    page = bring(
        alice, "- [x] git basics (2026-01-05)\n- [/] py-syntax\n- [-] NumPy\n- [ ] pandas\n- [x] Baking"
    )
    assert states(alice) == {}
    assert "done on January 5, 2026" in page.by_id("main").text

    answer = save(alice, page)

    assert (answer.status_code, answer["Location"]) == (303, "/roadmap/")
    found = states(alice)
    assert found["git-basics"] == ("done", "2026-01-05", 0)
    assert found["py-syntax"] == ("learning", "", 0)
    assert "Brought in: 1 done, 1 under way" in alice.see("/roadmap/").text


def test_twice_changes_nothing_the_second_time(alice: Person):
    text = json.dumps({"done": ["git-basics@abc123", "py-syntax"], "learning": ["py-functions"]})
    save(alice, bring(alice, text))
    before = list(SkillProgress.objects.order_by("pk").values_list())
    page = bring(alice, text)
    assert "Here: stays done" in page.by_id("main").text

    save(alice, page)

    assert list(SkillProgress.objects.order_by("pk").values_list()) == before
    assert "Nothing to change" in alice.see("/roadmap/").text


def test_nothing_goes_back_unless_she_says_so(alice: Person):
    alice.tick("git-basics", done_on="2025-12-24")
    alice.tick("py-syntax", "learning")
    alice.tick("numpy", "skipped")
    text = json.dumps({"learning": ["git-basics", "numpy"], "skipped": ["py-syntax"]})

    before = states(alice)
    page = bring(alice, text)
    save(alice, page)
    assert states(alice) == before

    save(alice, page, lower="on")
    assert {slug: state for slug, (state, _, _) in states(alice).items()} == {
        "git-basics": "learning",
        "py-syntax": "skipped",
        "numpy": "learning",
    }


def test_done_beats_skipped_and_the_own_day_of_what_is_done_stays(alice: Person):
    alice.tick("git-basics", done_on="2025-12-24")
    alice.tick("numpy", "skipped")
    save(
        alice,
        bring(alice, json.dumps([{"id": "numpy", "done": True}, {"id": "git-basics", "date": "2026-01-05"}])),
    )

    assert states(alice)["numpy"][:2] == ("done", TODAY)
    assert states(alice)["git-basics"] == ("done", "2025-12-24", 0)


def test_what_is_counted_is_full_when_it_is_done(alice: Person):
    alice.send("/skills/coding-problems-100/count/", {"count": "77"})
    save(alice, bring(alice, "- [x] coding-problems-100"))

    assert states(alice)["coding-problems-100"][::2] == ("done", 100)


def test_a_day_ahead_is_today(alice: Person):
    save(alice, bring(alice, "- [x] git basics (2031-01-05)"))

    assert states(alice)["git-basics"][1] == TODAY


def test_near_titles_are_offered_and_left_out_until_chosen(alice: Person):
    page = bring(alice, "- [x] Git basic")
    assert "Leave it out" in page.by_id("main").text
    save(alice, page)
    assert states(alice) == {}

    save(alice, page, **{"near-1": "git-basics"})
    assert states(alice)["git-basics"][0] == "done"


def test_another_skill_may_be_named_for_any_line(alice: Person):
    page = bring(alice, "- [x] Git basics\n- [x] Baking bread")
    numpy = alice.see("/skills/numpy/").all("h1")[0].text
    save(alice, page, **{"line-1": "", "line-2": numpy})

    assert set(states(alice)) == {"numpy"}


def test_a_name_that_is_no_skill_is_said_and_nothing_saved(alice: Person):
    page = bring(alice, "- [x] Git basics\n- [x] Baking bread")
    answer = save(alice, page, **{"line-2": "Baking <b>bread</b>"})

    assert answer.status_code == 422
    again = parse(answer.content.decode())
    assert again.by_id("line-2").get("aria-invalid") == "true"
    assert again.by_id("line-2").get("value") == "Baking <b>bread</b>"
    assert again.by_id("line-1").get("value") == "Git basics"
    assert states(alice) == {}
    assert save(alice, again, **{"line-2": ""}).status_code == 303


def test_only_what_was_offered_can_be_picked(alice: Person):
    page = bring(alice, "- [x] Git basic")
    save(alice, page, **{"near-1": "numpy"})

    assert states(alice) == {}


def test_two_lines_for_one_skill_make_the_one_further_along(alice: Person):
    page = bring(alice, "- [/] Git basics\n- [x] Gitting (2026-01-05)")
    save(alice, page, **{"line-2": "Git basics"})

    assert states(alice)["git-basics"][:2] == ("done", "2026-01-05")


def test_a_spreadsheet_whose_columns_are_chosen(alice: Person):
    text = "When,What,How\n05/01/2026,git basics,done\n06/01/2026,NumPy,done\n"
    file = SimpleUploadedFile("list.csv", text.encode("cp1252"), "text/csv")
    answer = alice.client.post(ASK, {"file": file})
    page = parse(answer.content.decode())
    fields = filled(page) | {"title_in": "1", "state_in": "2", "day_in": "0", "order": "dmy"}

    answer = alice.send(LINES, fields | {"do": "columns"}, page=ASK)
    assert answer.status_code == 200
    page = parse(answer.content.decode())
    assert page.by_id("line-2").get("value") == "Git basics"
    columns = {"title_in": "1", "state_in": "2", "day_in": "0", "order": "dmy"}
    save(alice, page, **columns)

    assert states(alice)["git-basics"][:2] == ("done", "2026-01-05")


def test_a_column_that_is_not_there_is_refused(alice: Person):
    page = bring(alice, "title,status\nGit basics,done\n")
    answer = save(alice, page, title_in="7", state_in="1", day_in="", order="")

    assert answer.status_code == 422
    assert "There is no such column" in answer.content.decode()
    assert states(alice) == {}


@pytest.mark.parametrize("text", ["", "{[", "\x01", "x\n" * 5_001])
def test_what_cannot_be_read_is_said_beside_the_field(alice: Person, text: str):
    answer = alice.send(ASK, {"text": text}, page=ASK)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.by_id("checklist_text").get("aria-invalid") == "true"
    assert "Error:" in page.all("title")[0].text


def test_a_file_that_is_too_large_or_no_text(alice: Person):
    for raw in (b"- [x] a\n" * 130_000, b"PK\x03\x04" + b"a" * 100):
        answer = alice.client.post(ASK, {"file": SimpleUploadedFile("list", raw)})
        assert answer.status_code in (413, 422)


def test_five_thousand_lines_make_a_page_that_can_be_sent(alice: Person):
    text = "\n".join(f"- [x] Thing of mine {number}" for number in range(4_998)) + "\n- [x] Git basics"
    page = bring(alice, text)

    assert len(filled(page)) < 900
    assert "fit no skill" in page.by_id("main").text
    assert save(alice, page).status_code == 303
    assert set(states(alice)) == {"git-basics"}


@pytest.mark.asvs("8.2.2", "9.1.1")
def test_a_list_is_signed_for_her_alone(alice: Person, bob: Person):
    page = bring(alice, "- [x] Git basics")
    for carried in (filled(page)["list"], "none", filled(page)["list"][:-1] + "x"):
        fields = filled(page) | {"do": "save", "list": carried}
        assert bob.send(LINES, fields, page=ASK).status_code == 422
    assert states(bob) == {}
    assert states(alice) == {}


def test_undo_takes_the_import_back(alice: Person):
    alice.tick("py-syntax", "learning")
    before = states(alice)
    save(alice, bring(alice, "- [x] Git basics\n- [x] py-syntax"))
    token = alice.see("/roadmap/").by_id("live").named("token").get("value")
    alice.quietly("/undo/", {"token": token})

    assert states(alice) == before


@pytest.mark.parametrize("lines", [1, 300])
def test_every_step_costs_the_same(alice: Person, lines: int, django_assert_max_num_queries):
    text = "\n".join(f"- [x] Thing {number}" for number in range(lines)) + "\n- [x] Git basics"
    with django_assert_max_num_queries(7):
        page = bring(alice, text)
    with django_assert_max_num_queries(9):
        save(alice, page)
