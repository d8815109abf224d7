"""Problems with resources: from a learner's report to the row, to staff, and off the row again."""

import pytest

from roadmap.models import ResourceReport
from tests.markup import Node, parse
from tests.person import Person

LIST = "/resources/"
PAGE = "/resources/py4e/"
REPORT = "/resources/py4e/report/"
DEAD = "Reported: the link is dead. We are looking at it."


def row(person: Person) -> Node:
    return person.see(LIST).by_id("resource-py4e")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("dead", "the link is dead"),
        ("not-free", "it is no longer free"),
        ("wrong", "something is wrong"),
    ],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_a_report_stands_on_the_row_for_everyone(
    alice: Person, bob: Person, visitor: Person, problem: str, words: str, quiet: bool
):
    answer = (alice.quietly if quiet else alice.send)(
        REPORT, {"problem": problem, "comment": "Since May."}, page=LIST
    )

    assert answer.status_code == (200 if quiet else 303)
    for person in (alice, bob, visitor):
        assert f"Reported: {words}. We are looking at it." in row(person).text
        assert f"Reported: {words}. We are looking at it." in person.see(PAGE).by_id("reported-py4e").text
        assert "Since May." not in person.get(LIST).content.decode()
        assert "alice" not in person.see(PAGE).by_id("main").text.lower()
    report = ResourceReport.objects.get()
    assert (report.user, report.resource.slug, report.comment) == (alice.user, "py4e", "Since May.")


def test_several_problems_stand_in_one_sentence(alice: Person, bob: Person):
    alice.quietly(REPORT, {"problem": "wrong"})
    bob.quietly(REPORT, {"problem": "dead"})
    assert "Reported: the link is dead and something is wrong. We are looking at it." in row(alice).text

    alice.quietly(REPORT, {"problem": "not-free"})
    assert (
        "Reported: the link is dead, it is no longer free and something is wrong. We are looking at it."
        in row(bob).text
    )


def test_a_second_open_report_of_the_same_problem_changes_nothing(alice: Person):
    alice.quietly(REPORT, {"problem": "dead", "comment": "First."})
    answer = alice.quietly(REPORT, {"problem": "dead", "comment": "Second."})

    assert answer.status_code == 200
    assert ResourceReport.objects.get().comment == "First."


def test_others_may_report_the_same_problem(alice: Person, bob: Person):
    alice.quietly(REPORT, {"problem": "dead"})
    bob.quietly(REPORT, {"problem": "dead"})

    assert ResourceReport.objects.open().count() == 2
    assert row(alice).text.count("the link is dead") == 1


def test_once_resolved_it_leaves_the_row_and_may_be_reported_again(alice: Person):
    alice.quietly(REPORT, {"problem": "dead"})
    assert ResourceReport.objects.resolve() == 1
    assert ResourceReport.objects.resolve() == 0
    assert "Reported" not in row(alice).text

    alice.quietly(REPORT, {"problem": "dead"})
    assert DEAD in row(alice).text
    assert ResourceReport.objects.count() == 2


@pytest.mark.parametrize("where", [LIST, PAGE])
def test_the_sentence_and_an_empty_form_come_back(alice: Person, where: str):
    answer = parse(
        alice.quietly(REPORT, {"problem": "dead", "comment": "Since May."}, page=where).content.decode()
    )
    page = alice.see(PAGE)

    assert answer.by_id("reported-py4e").text == DEAD
    assert answer.by_id("live").text == "Thank you. Reported: the link is dead. We are looking at it."
    fold = answer.by_id("report-py4e")
    assert "open" not in fold.attributes
    assert fold.all("textarea")[0].text == ""
    assert not [radio for radio in fold.all("input", type="radio") if "checked" in radio.attributes]
    for changed in [node.id for node in answer if "hx-swap-oob" in node.attributes]:
        assert page.by_id(changed)


def test_from_elsewhere_only_a_sentence_comes_back(alice: Person):
    answer = parse(alice.quietly(REPORT, {"problem": "dead"}, page="/skills/py-syntax/").content.decode())

    assert [node.id for node in answer if "hx-swap-oob" in node.attributes] == ["live"]


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({}, "problem", "Choose what is wrong"),
        ({"problem": "ugly"}, "problem", "There is no such problem. Choose one of the three."),
        ({"problem": "dead", "comment": "x" * 501}, "comment", "Keep the comment under 500 characters"),
        ({"problem": "dead", "comment": "x" * 100_000}, "comment", "Keep the comment under 500 characters"),
    ],
    ids=["nothing", "unknown", "long", "very long"],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_what_makes_no_sense_is_refused_beside_its_field_and_nothing_is_lost(
    alice: Person, fields: dict[str, str], field: str, words: str, quiet: bool
):
    answer = (alice.quietly if quiet else alice.send)(REPORT, fields, page=PAGE)
    page = parse(answer.content.decode())
    form = page.by_id("report-py4e")

    assert answer.status_code == 422
    error = form.by_id(f"py4e-{field}-error")
    assert words in error.text
    assert [n for n in form if n.get("aria-describedby") == error.id and n.get("aria-invalid") == "true"]
    assert form.all("textarea")[0].raw.lstrip("\n") == fields.get("comment", "")
    if fields.get("problem") == "dead":
        assert "checked" in form.all("input", type="radio", value="dead")[0].attributes
    if quiet:
        assert form.get("hx-swap-oob") == "true"
    else:
        assert page.all("title")[0].text.startswith("Error: ")
        assert [d for d in page.all("details") if "open" in d.attributes]
    assert not ResourceReport.objects.exists()


def test_the_corrected_form_leads_back_to_the_page(alice: Person):
    alice.send(REPORT, {}, page=PAGE)
    answer = alice.send(REPORT, {"problem": "dead"}, page=REPORT)

    assert (answer.status_code, answer["Location"]) == (303, PAGE)


def test_a_comment_of_500_characters_is_taken(alice: Person):
    alice.quietly(REPORT, {"problem": "dead", "comment": "é" * 500})

    assert ResourceReport.objects.get().comment == "é" * 500


def test_a_comment_is_shown_to_nobody_as_markup(alice: Person):
    alice.quietly(REPORT, {"problem": "wrong", "comment": "<script>alert(1)</script>"})

    assert "alert(1)" not in alice.get(LIST).content.decode()
