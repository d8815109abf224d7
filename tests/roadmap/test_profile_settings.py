"""Alice chooses how she is called and what others see; Bob may not."""

import uuid

import pytest

from roadmap.models import Handle, Profile, ProfileLink, Skill
from tests.markup import parse
from tests.person import Person
from tests.roadmap.profile_story import FILLED, PUBLIC, SETTINGS, build, error, link, publish, save

# The first time


def test_before_anything_is_saved_all_is_off(alice: Person, visitor: Person):
    page = alice.see(SETTINGS)

    ticked = {box.get("name") for box in page.all("input", type="checkbox") if "checked" in box.attributes}
    assert ticked == {"shows_skills", "shows_builds"}, "suggested, and saved only with the form"
    assert page.by_id("profile_name").get("value") == "Alice"
    assert "It is off" in page.text
    assert not Profile.objects.exists()
    assert page.all("a", href="/settings/profile/preview/")
    assert alice.see("/settings/").all("a", href=SETTINGS)


def test_everything_typed_is_kept(alice: Person):
    publish(alice, url_3="https://example.org/cv", label_5="", url_5="https://www.example.org/talks/")

    page = alice.see(SETTINGS)

    assert page.by_id("profile_handle").get("value") == "alice"
    assert page.by_id("profile_headline").get("value") == FILLED["headline"]
    assert list(ProfileLink.objects.values_list("position", "label", "url")) == [
        (0, "Code", "https://github.com/alice"),
        (1, "example.org/cv", "https://example.org/cv"),
        (2, "example.org/talks", "https://www.example.org/talks/"),
    ]
    assert "It is on" in page.text
    publish(alice, shows_hours="", is_indexed="on")
    boxes = alice.see(SETTINGS).all("input", type="checkbox")
    assert [box.get("name") for box in boxes if "checked" not in box.attributes] == ["shows_hours"]
    publish(alice, label_1="", url_1="")
    assert not ProfileLink.objects.exists()


def test_a_handle_is_needed_only_to_be_found(alice: Person):
    assert "Choose a handle first" in error(save(alice, handle="", is_public="on"), "handle")
    assert save(alice, handle="").status_code == 303
    assert not Handle.objects.exists()


# Texts and links


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "x" * 81, "Keep the name under 81 characters; this has 81."),
        ("headline", "x" * 10_000, "this has 10000"),
        ("label_1", "x" * 41, "Keep the label under 41 characters; this has 41."),
        ("name", "Alice\u202eecilA", "cannot be seen"),
        ("headline", "a\u200bb", "cannot be seen"),
        ("url_1", "javascript:alert(1)", "Start with https://"),
        ("url_1", "data:text/html,<script>alert(1)</script>", "Start with https://"),
        ("url_1", "//example.org", "Start with https://"),
        ("url_1", "https://bank.example@evil.example/", "Leave out the name before the @"),
        ("url_1", "https://example.org/" + "a" * 500, "Keep the address under 500 characters"),
        ("url_1", "", "Write the address of this link, or clear its label."),
    ],
)
def test_what_cannot_stand_there_is_refused_beside_its_field(
    alice: Person, visitor: Person, field: str, typed: str, words: str
):
    publish(alice)
    before = visitor.get(PUBLIC).content

    answer = save(alice, is_public="on", **{field: typed})

    assert words in error(answer, field)
    assert parse(answer.content.decode()).by_id(f"profile_{field}").get("value") == typed
    assert visitor.get(PUBLIC).content == before


def test_emoji_and_scripts_that_join_letters_are_welcome(alice: Person, visitor: Person):
    name = "👩\u200d💻 نمی\u200cدانم"
    publish(alice, name=name)
    assert visitor.see(PUBLIC).all("h1")[0].text == name


# Piece by piece


def test_a_piece_is_kept_off_and_shown_again(alice: Person, visitor: Person):
    piece, one = link(alice), build(alice)
    publish(alice)
    paths = {
        f"/settings/profile/evidence/{piece.pk}/": "About py-syntax",
        f"/settings/profile/builds/{one.key}/": "Overtime",
    }
    for path, words in paths.items():
        for show in ("no", "no", "yes", "yes"):
            answer = alice.send(path, {"show": show}, page=SETTINGS)
            assert (answer.status_code, answer["Location"]) == (303, f"{SETTINGS}#pieces")
            assert (words in visitor.see(PUBLIC).text) == (show == "yes")
        alice.send(path, {"show": "no"}, page=SETTINGS)
        (form,) = [form for form in alice.see(SETTINGS).all("form") if form.get("action") == path]
        assert form.named("show").get("value") == "yes"


@pytest.mark.parametrize("fields", [{}, {"show": ""}, {"show": "maybe"}])
def test_neither_yes_nor_no_is_refused(alice: Person, fields: dict[str, str]):
    piece, one = link(alice), build(alice)
    for path in (f"/settings/profile/evidence/{piece.pk}/", f"/settings/profile/builds/{one.key}/"):
        answer = alice.send(path, fields, page=SETTINGS)
        assert answer.status_code == 422
        assert "Choose whether to show it" in answer.content.decode()
    piece.refresh_from_db()
    one.refresh_from_db()
    assert (piece.is_private, one.on_profile) == (False, True)


def test_bob_changes_nothing_of_alices(alice: Person, bob: Person):
    piece, one = link(alice), build(alice)
    for path in (
        f"/settings/profile/evidence/{piece.pk}/",
        f"/settings/profile/builds/{one.key}/",
        f"/settings/profile/evidence/{uuid.uuid4()}/",
    ):
        assert bob.send(path, {"show": "no"}).status_code == 404
    piece.refresh_from_db()
    one.refresh_from_db()
    assert (piece.is_private, one.on_profile) == (False, True)
    for path in (SETTINGS, "/settings/profile/preview/"):
        assert "Overtime" not in bob.get(path).content.decode()
        assert "py-syntax" not in bob.get(path).content.decode()


def test_an_idea_waits_and_a_dropped_build_is_no_choice(alice: Person):
    build(alice, title="A plan", status="idea")
    build(alice, title="Given up", status="dropped")

    page = alice.see(SETTINGS)

    assert "Idea appears once you are building it" in " ".join(page.by_id("pieces").text.split())
    assert "Given up" not in page.text


def test_a_long_list_of_links_is_cut(alice: Person):
    skills = Skill.objects.filter(retired=False).values_list("slug", flat=True)[:201]
    for slug in skills:
        link(alice, slug)

    page = alice.see(SETTINGS)

    assert len([f for f in page.all("form") if "/evidence/" in f.get("action")]) == 200
    assert "These are the latest 200." in page.text
