"""Private notes on skills, projects and resources."""

import pytest

from roadmap.models import Note
from tests.markup import parse
from tests.person import Person

THINGS = {
    "skill": ("/skills/py-syntax/", "py-syntax"),
    "project": ("/projects/project-1/", "project-1"),
    "resource": ("/resources/py4e/", "py4e"),
}
each = pytest.mark.parametrize(("path", "slug"), THINGS.values(), ids=THINGS)


def text_of(person: Person, path: str, slug: str) -> str:
    return person.see(path).by_id(f"text-{slug}").raw.lstrip("\n")


@each
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
def test_a_note_is_kept_and_read_back(alice: Person, path: str, slug: str, quiet: bool):
    text = "# Onion\n\nPeel it *outermost* first.\r\n\n  - indented"
    answer = (alice.quietly if quiet else alice.send)(f"{path}note/", {"text": text}, page=path)

    if quiet:
        status = parse(answer.content.decode()).by_id(f"note-status-{slug}")
        assert "Saved" in status.text
        assert status.all("em")[0].text == "outermost"
        assert not status.all("textarea"), "what is typed meanwhile would be lost"
    else:
        assert (answer.status_code, answer["Location"]) == (303, path)
    assert Note.objects.get().text == text
    assert text_of(alice, path, slug) == text.replace("\r\n", "\n") or text_of(alice, path, slug) == text


@each
def test_saving_again_replaces_and_an_empty_note_clears(alice: Person, path: str, slug: str):
    for text in ("one", "two", "two", ""):
        assert alice.quietly(f"{path}note/", {"text": text}, page=path).status_code == 200

    assert Note.objects.get().text == ""
    assert text_of(alice, path, slug) == ""


@each
def test_bob_reads_and_writes_his_own(alice: Person, bob: Person, path: str, slug: str):
    alice.quietly(f"{path}note/", {"text": "Alice only"}, page=path)
    bob.quietly(f"{path}note/", {"text": "Bob only"}, page=path)

    assert "Alice only" not in bob.get(path).content.decode()
    assert text_of(alice, path, slug) == "Alice only"
    assert text_of(bob, path, slug) == "Bob only"


@each
def test_a_visitor_sees_no_notes_and_is_sent_to_log_in(alice: Person, visitor: Person, path: str, slug: str):
    alice.quietly(f"{path}note/", {"text": "Alice only"}, page=path)

    assert "Alice only" not in visitor.get(path).content.decode()
    assert not visitor.see(path).all("form", class_="note-form")
    assert (
        visitor.send(f"{path}note/", {"text": "x"}, page=path)["Location"] == f"/accounts/login/?next={path}"
    )


@each
@pytest.mark.parametrize("quiet", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize("length", [20_001, 100_000])
def test_a_note_that_is_too_long_is_refused_with_the_reason_and_not_lost(
    alice: Person, path: str, slug: str, quiet: bool, length: int
):
    text = "x" * length
    alice.quietly(f"{path}note/", {"text": "kept"}, page=path)
    answer = (alice.quietly if quiet else alice.send)(f"{path}note/", {"text": text}, page=path)
    answered = parse(answer.content.decode())

    assert answer.status_code == 422
    assert "20,000 characters" in answered.by_id(f"note-status-{slug}").text
    if not quiet:
        assert answered.by_id(f"text-{slug}").raw.lstrip("\n") == text
        assert answered.by_id(f"text-{slug}").get("aria-invalid") == "true"
    assert Note.objects.get().text == "kept"


@each
def test_the_shortened_note_leads_back_to_its_page(alice: Person, path: str, slug: str):
    alice.send(f"{path}note/", {"text": "x" * 20_001}, page=path)
    answer = alice.send(f"{path}note/", {"text": "shorter"}, page=f"{path}note/")

    assert (answer.status_code, answer["Location"]) == (303, path)


@each
def test_markup_is_read_as_text(alice: Person, path: str, slug: str):
    text = "<script>alert(1)</script> <b onclick=x>bold</b> [l](javascript:alert(1)) </textarea><i>out</i>"
    alice.quietly(f"{path}note/", {"text": text}, page=path)
    form = alice.see(path).all("form", class_="note-form")[0]

    assert text_of(alice, path, slug) == text
    assert not form.all("script")
    assert not form.all("i")
    assert not [node for node in form if "onclick" in node.attributes]
    assert not [a for a in form.all("a") if a.get("href").startswith("javascript")]


@each
def test_a_note_makes_the_page_a_new_one(alice: Person, path: str, slug: str):
    first = alice.get(path)
    alice.quietly(f"{path}note/", {"text": "one"}, page=path)

    assert alice.get(path, if_none_match=first["ETag"]).status_code == 200


@pytest.mark.parametrize("kind", ["skills", "projects", "resources"])
def test_unknown_things_and_wrong_methods(alice: Person, kind: str):
    assert alice.quietly(f"/{kind}/nothing/note/", {"text": "x"}).status_code == 404
    path = next(path for path, _ in THINGS.values() if path.startswith(f"/{kind}/"))
    assert alice.get(f"{path}note/").status_code == 405
