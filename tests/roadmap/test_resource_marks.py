"""Saving, using and finishing a resource, and thumbs: with htmx and without."""

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import ResourceProgress
from tests.markup import Node, parse
from tests.person import Person

STATES = ["none", "saved", "using", "finished"]
LIST = "/resources/?kind=course"
PAGE = "/resources/py4e/"
STATE = "/resources/py4e/state/"
THUMB = "/resources/py4e/thumb/"


def mark(person: Person) -> tuple[str, int]:
    row = ResourceProgress.objects.filter(user=person.user, resource__slug="py4e").first()
    return (row.state, row.thumb) if row else ("none", 0)


def swapped(answer: Node) -> list[str]:
    return [node.id for node in answer if "hx-swap-oob" in node.attributes]


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_any_state_leads_to_any_other(alice: Person, before: str, after: str, quiet: bool):
    send = alice.quietly if quiet else alice.send
    send(STATE, {"state": before}, page=LIST)
    answer = send(STATE, {"state": after}, page=LIST)

    assert answer.status_code == (200 if quiet else 303)
    assert mark(alice) == (after, 0)


@pytest.mark.parametrize("path", [STATE, THUMB])
def test_a_repeat_is_harmless(alice: Person, path: str):
    fields = {"state": "saved"} if path == STATE else {"thumb": "1"}
    answers = [alice.quietly(path, fields, page=LIST) for _ in range(3)]
    seen = [parse(answer.content.decode()) for answer in answers]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert seen[0].text == seen[1].text == seen[2].text
    assert alice.user.resource_progress.count() == 1


def test_state_and_thumb_leave_each_other_alone(alice: Person):
    alice.quietly(THUMB, {"thumb": "-1"})
    alice.quietly(STATE, {"state": "using"})
    assert mark(alice) == ("using", -1)

    alice.quietly(THUMB, {"thumb": "1"})
    assert mark(alice) == ("using", 1)

    alice.quietly(STATE, {"state": "none"})
    alice.quietly(THUMB, {"thumb": "0"})
    assert mark(alice) == ("none", 0)


def test_on_the_list_mark_counts_and_sentence_move_together(alice: Person):
    page = alice.see(LIST)
    answer = parse(alice.quietly(STATE, {"state": "saved"}, page=LIST).content.decode())

    assert swapped(answer) == ["mark-py4e", "facets", "more-py4e", "live"]
    for changed in swapped(answer):
        assert page.by_id(changed)
    assert (answer.by_id("save-py4e").get("aria-pressed"), answer.by_id("save-py4e").get("value")) == (
        "true",
        "none",
    )
    assert answer.by_id("mine-saved").parent.text.split()[-1] == "1"  # type: ignore[union-attr]  # is in a label
    assert "checked" in answer.by_id("kind-course").attributes
    assert "is saved." in answer.by_id("live").text


def test_the_controls_that_a_row_brought_in_come_back_too(alice: Person):
    desk = alice.see(PAGE).by_id("desk-py4e")
    assert [form.all("input", name="desk") for form in desk.all("form")]

    answer = parse(alice.quietly(STATE, {"state": "saved", "desk": "1"}, page=LIST).content.decode())

    assert swapped(answer) == ["mark-py4e", "facets", "desk-py4e", "live"]
    assert answer.by_id("saved-py4e").get("aria-pressed") == "true"


@pytest.mark.parametrize(("state", "word"), [("using", "In use"), ("finished", "Finished")])
def test_on_the_list_a_state_beyond_saved_is_said_in_words(alice: Person, state: str, word: str):
    answer = parse(alice.quietly(STATE, {"state": state}, page=LIST).content.decode())

    assert answer.by_id("mark-py4e").text == word
    assert alice.see(LIST).by_id("mark-py4e").text == word


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("thumb", ["1", "0", "-1"])
def test_the_mark_that_comes_back_is_the_mark_of_the_page(alice: Person, state: str, thumb: str):
    alice.quietly(THUMB, {"thumb": thumb})
    answer = parse(alice.quietly(STATE, {"state": state}, page=LIST).content.decode())
    sent, shown = answer.by_id("mark-py4e"), alice.see(LIST).by_id("mark-py4e")

    assert sent.text == shown.text
    assert [node.attributes for node in sent] == [node.attributes for node in shown]


def test_a_row_brings_its_controls_in_from_the_page_that_holds_them(alice: Person):
    row = alice.see(LIST).by_id("resource-py4e")
    place = next(node for node in row if node.get("data-inline"))

    assert [a.get("href") for a in place.all("a")] == [PAGE]
    page = alice.see(PAGE)
    for selector in place.get("data-inline").split(", "):
        assert page.by_id(selector.removeprefix("#")).all("form")


def test_on_its_page_the_controls_come_back(alice: Person):
    page = alice.see(PAGE)
    answer = parse(alice.quietly(STATE, {"state": "finished"}, page=PAGE).content.decode())

    assert swapped(answer) == ["desk-py4e", "live"]
    for changed in swapped(answer):
        assert page.by_id(changed)
    assert answer.by_id("finished-py4e").get("aria-pressed") == "true"
    assert answer.by_id("finished-py4e").get("value") == "none"


def test_elsewhere_only_the_sentence_comes_back(alice: Person):
    answer = parse(alice.quietly(STATE, {"state": "saved"}, page="/resources/kaggle/").content.decode())

    assert swapped(answer) == ["live"]


def test_without_script_the_list_opens_again_at_the_row(alice: Person):
    answer = alice.send(STATE, {"state": "saved"}, page=LIST)

    assert (answer.status_code, answer["Location"]) == (303, f"{LIST}#resource-py4e")
    assert "is saved." in alice.see(LIST).by_id("live").text
    assert alice.see(LIST).by_id("live").text == ""


@pytest.mark.parametrize("where", [PAGE, "/resources/py4e/report/", "/skills/py-syntax/", "/somewhere/"])
def test_without_script_every_other_page_leads_to_the_resource(alice: Person, where: str):
    assert alice.send(STATE, {"state": "saved"}, page=where)["Location"] == PAGE


def test_a_foreign_page_is_never_returned_to(alice: Person):
    answer = alice.client.post(
        STATE, {"state": "saved"}, headers={"referer": "https://evil.example/resources/"}
    )

    assert answer["Location"] == PAGE


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (STATE, {"state": "loved"}),
        (STATE, {}),
        (STATE, {"state": "saved, using"}),
        (THUMB, {"thumb": "2"}),
        (THUMB, {"thumb": "up"}),
        (THUMB, {}),
    ],
)
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_what_makes_no_sense_is_refused_in_words(
    alice: Person, path: str, fields: dict[str, str], quiet: bool
):
    answer = (alice.quietly if quiet else alice.send)(path, fields, page=LIST)
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    words = (page.by_id("live") if quiet else page.by_id("main")).text
    assert "Choose saved" in words or "Say what you do" in words or "thumb" in words
    assert mark(alice) == ("none", 0)


@pytest.mark.parametrize("verb", ["state", "thumb", "report"])
def test_unknown_resources_and_wrong_methods(alice: Person, verb: str):
    assert alice.quietly(f"/resources/nothing/{verb}/", {"state": "saved"}).status_code == 404
    assert alice.get(f"/resources/py4e/{verb}/").status_code == 405


@pytest.mark.parametrize("verb", ["state", "thumb", "report"])
def test_whoever_is_not_logged_in_goes_there_and_back_to_the_page(visitor: Person, verb: str):
    answer = visitor.send(f"/resources/py4e/{verb}/", {"state": "saved"}, page=LIST)

    assert answer.status_code == 303
    assert answer["Location"] == "/accounts/login/?next=/resources/%3Fkind%3Dcourse"
    assert not ResourceProgress.objects.exists()


def test_bob_changes_his_own_row_only(alice: Person, bob: Person):
    alice.quietly(STATE, {"state": "saved"})
    bob.quietly(STATE, {"state": "finished"})
    bob.quietly(THUMB, {"thumb": "-1"})

    assert mark(alice) == ("saved", 0)
    assert mark(bob) == ("finished", -1)


@pytest.mark.parametrize("where", [LIST, PAGE])
def test_a_change_takes_at_most_seven_statements(
    alice: Person, where: str, django_assert_max_num_queries: DjangoAssertNumQueries
):
    alice.see(where)
    with django_assert_max_num_queries(7):
        alice.quietly(STATE, {"state": "saved"}, page=where)
    with django_assert_max_num_queries(7):
        alice.quietly(THUMB, {"thumb": "1"}, page=where)
