"""Text that is kept comes back exactly as it was typed, and as nothing but text."""

import html
import re

import pytest
from django.test import Client

from roadmap.models import Note, ResourceReport
from tests import naughty
from tests.addresses import ADDRESSES
from tests.factories import make_user
from tests.markup import Node, parse
from tests.person import Person

# What is looked for on a whole page too; for the others the row says enough.
SHOWN = [*naughty.MARKUP, *naughty.CODE[::4], *naughty.TEXT[:30]]


@pytest.fixture
def alice(db: None) -> Person:
    return Person(make_user(email="alice@example.org", display_name="Alice", verified=True))


def harmless(page: Node) -> None:
    """Assert that nothing on the page runs or loads from elsewhere."""
    for node in page:
        assert node.tag not in ("iframe", "base", "style", "object", "embed", "math", "img")
        assert node.tag != "script" or node.get("src").startswith("/static/")
        assert not [name for name in node.attributes if name.startswith("on")]
        for name in ("href", "action", "formaction", "src"):
            address = node.get(name).strip().lower()
            assert not address.startswith(("javascript:", "data:", "vbscript:", "//")), address
        assert node.tag != "meta" or not node.get("http-equiv")


@pytest.mark.parametrize("thing", ["skills/py-syntax", "projects/project-1", "resources/py4e"])
@pytest.mark.asvs("1.1.1")
def test_a_note_comes_back_as_it_was_typed(alice: Person, thing: str):
    slug = thing.split("/")[1]
    for text in naughty.STRINGS:
        answer = alice.send(f"/{thing}/note/", {"text": text}, page=f"/{thing}/")
        if len(text) > Note.MAX_LENGTH:
            assert answer.status_code == 422
            shown = parse(answer.content.decode())
            assert shown.by_id(f"text-{slug}").raw.removeprefix("\n") == text, "nothing typed is lost"
            continue
        assert answer.status_code == 303
        assert alice.user.notes.get().text == text
        if text in SHOWN:
            shown = alice.see(f"/{thing}/")
            assert shown.by_id(f"text-{slug}").raw.removeprefix("\n") == text
            harmless(shown)


def test_the_note_of_a_milestone_comes_back_as_it_was_typed(alice: Person):
    path = "/milestones/sprint-day-30/state/"
    for text in [text for text in naughty.STRINGS if len(text) <= 2_000]:
        assert alice.send(path, {"state": "done", "note": text}, page="/sprint/").status_code == 303
        assert alice.user.milestone_progress.get().note == text.strip()
        if text in naughty.MARKUP:
            shown = alice.see("/sprint/")
            assert shown.by_id("note-sprint-day-30").raw.strip() == text.strip()
            harmless(shown)


def test_the_comment_of_a_report_reaches_staff_as_it_was_typed(alice: Person):
    staff = Person(make_user(is_staff=True, is_superuser=True))
    for text in naughty.MARKUP + naughty.CODE:
        ResourceReport.objects.all().delete()
        answer = alice.send("/resources/py4e/report/", {"problem": "dead", "comment": text})
        assert answer.status_code == 303
        report = ResourceReport.objects.get()
        assert report.comment == text.strip()
        if "<" in text:
            page = staff.get(f"/admin/roadmap/resourcereport/{report.pk}/change/").content.decode()
            assert text not in page
            assert text in html.unescape(page)


@pytest.mark.asvs("1.1.1")
def test_a_name_comes_back_as_it_was_typed_but_for_its_spaces(alice: Person):
    for text in naughty.STRINGS:
        fields = dict(ADDRESSES["settings/"].fields) | {"display_name": text}
        answer = alice.send("/settings/", fields)
        alice.user.refresh_from_db()
        if answer.status_code == 422:
            shown = parse(answer.content.decode())
            assert shown.by_id("id_display_name").get("value") == text, "nothing typed is lost"
            assert shown.by_id("id_display_name_error").text
            continue
        assert answer.status_code == 303
        assert alice.user.display_name == " ".join(text.split())
        if text in naughty.MARKUP:
            shown = alice.see("/settings/")
            assert shown.by_id("id_display_name").get("value") == " ".join(text.split())
            harmless(shown)


@pytest.mark.once
def test_what_was_searched_for_comes_back_as_it_was_typed(db: None):
    for text in [text for text in naughty.STRINGS if len(text) <= 200]:
        answer = Client().get("/resources/", {"q": text})
        assert answer.status_code == 200
        page = answer.content.decode()
        (field,) = re.findall(r'<input[^>]* name="q"[^>]*>', page)
        value = re.search(r' value="([^"]*)"', field)
        assert " ".join(html.unescape(value[1] if value else "").split()) == " ".join(text.split())
        if text in naughty.MARKUP:
            harmless(parse(page))
