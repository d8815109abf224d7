"""Alice shows what she can; Bob is a stranger to it."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Build, Evidence, Skill
from tests.markup import parse
from tests.person import Person
from tests.roadmap.proof_story import ALL, LINK, SKILL, make_build, show, tally
from tests.swaps import swap

# Links


def test_a_link_shows_a_skill_that_is_done_and_waits_on_one_that_is_not(alice: Person):
    show(alice)
    assert tally(alice) == (0, 0)

    alice.tick("py-syntax")

    assert tally(alice) == (1, 1)
    row = alice.see("/roadmap/foundation/").by_id("skill-py-syntax")
    assert ", shown" in row.text
    assert "data-claimed" not in row.attributes


def test_a_tick_alone_is_a_claim(alice: Person):
    alice.tick("py-syntax")
    page = alice.see("/roadmap/foundation/")
    row = page.by_id("skill-py-syntax")
    assert row.get("data-state") == "done"
    assert "data-claimed" in row.attributes
    assert "shown" not in page.by_id("phase-progress").text


@pytest.mark.parametrize("path", ["/roadmap/", "/roadmap/foundation/", "/today/", "/progress/"])
def test_bars_tell_the_shown_part_from_the_claimed(alice: Person, path: str):
    alice.tick("py-syntax")
    alice.tick("py-functions")
    show(alice)

    bars = [svg for svg in alice.see(path).all("svg") if "bare" in (svg.get("class") or "").split()]

    two_tone = [bar for bar in bars if "shown" in bar.get("aria-label")]
    assert two_tone
    said_width, shown_width = (float(rect.get("width").rstrip("%")) for rect in two_tone[0].all("rect")[:2])
    assert 0 < shown_width < said_width < 100


def test_the_kind_is_guessed_and_can_be_given(alice: Person):
    assert show(alice).kind == "repository"
    assert show(alice, "https://www.kaggle.com/code/alice/eda").kind == "notebook"
    assert show(alice, "https://alice.github.io/post").kind == "post"
    assert show(alice, "https://alice.example/eda.ipynb").kind == "notebook"
    assert show(alice, "https://alice.example/x", link_kind="certificate").kind == "certificate"
    assert show(alice, "https://alice.example/y").kind == "other"


def test_the_same_link_twice_is_there_once(alice: Person):
    first = show(alice)
    answer = alice.send(ALL, {"what": "link", "url": LINK, "title": "Again"}, page=SKILL)
    assert answer.status_code == 303
    assert list(Evidence.objects.filter(user=alice.user)) == [first]
    assert "has this already" in alice.see(SKILL).by_id("live").text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "github.com/alice", "", "https://" + "a" * 600]
)
def test_what_is_no_link_is_refused_with_what_was_typed(alice: Person, url: str):
    fields = {"what": "link", "url": url, "title": "Mine", "link_kind": "post"}
    answer = alice.send(ALL, fields, page=SKILL)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.by_id("link_url").get("value") == url
    assert page.by_id("link_title").get("value") == "Mine"
    assert page.by_id("link_url").get("aria-invalid") == "true"
    assert page.by_id("link_url_error").text
    assert not Evidence.objects.exists()


def test_titles_are_text_and_nothing_else(alice: Person):
    show(alice, title="<img src=x onerror=alert(1)> \u202eevil")
    page = alice.see(SKILL).by_id("pieces")
    assert not page.all("img")
    link = page.all("a")[0]
    assert (link.get("href"), link.get("rel"), link.get("dir")) == (LINK, "noopener nofollow ugc", "auto")


def test_a_very_long_title_is_refused_and_kept(alice: Person):
    answer = alice.quietly(ALL, {"what": "link", "url": LINK, "title": "x" * 10_000}, page=SKILL)
    assert answer.status_code == 422
    form = parse(answer.content.decode()).by_id("link-form")
    assert len(form.by_id("link_title").get("value")) == 10_000
    assert "under 120 characters" in form.by_id("link_title_error").text


# With script


def test_with_script_list_form_and_head_move(alice: Person):
    alice.tick("py-syntax")
    answer = alice.quietly(ALL, {"what": "link", "url": LINK, "title": "First steps"}, page=SKILL)
    assert answer.status_code == 200
    page = parse(answer.content.decode())
    swap(alice.see(SKILL), page)
    assert "First steps" in page.by_id("pieces").text
    assert ", shown" in page.by_id("skill-head").text
    assert page.by_id("link_url").get("value") == ""


# Notes


def test_a_note_counts_for_her_and_shows_nothing(alice: Person):
    alice.tick("py-syntax")
    piece = str(uuid.uuid4())
    fields = {"what": "note", "note": "Rewrote the parser\nfor a friend", "piece": piece}
    for _ in range(2):
        assert alice.send(ALL, fields, page=ALL).status_code == 303
    assert Evidence.objects.get(user=alice.user).note == fields["note"]
    assert tally(alice) == (1, 0)


def test_an_empty_note_is_refused(alice: Person):
    answer = alice.send(ALL, {"what": "note", "note": " "}, page=ALL)
    assert answer.status_code == 422
    assert "Write what you did" in parse(answer.content.decode()).by_id("note_note_error").text


# Builds


def test_a_build_shows_its_skills_once_it_has_shipped(alice: Person):
    alice.tick("py-syntax")
    build = make_build(alice)
    alice.send(ALL, {"what": "build", "build": str(build.key)}, page=ALL)
    assert tally(alice) == (1, 0)
    assert "shows it once shipped" in alice.see(SKILL).by_id("pieces").text

    Build.objects.filter(pk=build.pk).update(status="shipped", shipped_on=alice.user.today())

    assert tally(alice) == (1, 1)


def test_a_build_is_attached_once(alice: Person):
    build = make_build(alice)
    for _ in range(2):
        assert alice.send(ALL, {"what": "build", "build": str(build.key)}, page=ALL).status_code == 303
    assert build.evidence.count() == 1


def test_the_build_of_someone_else_cannot_be_attached(alice: Person, bob: Person):
    build = make_build(bob)
    for key in (str(build.key), "nonsense", ""):
        answer = alice.send(ALL, {"what": "build", "build": key}, page=ALL)
        assert answer.status_code == 422
    assert not Evidence.objects.exists()


# How much it asks


def test_the_page_asks_no_more_for_thirty_pieces(alice: Person):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            alice.see(SKILL)
        return len(queries)

    show(alice)
    few = asked()
    skill = Skill.objects.get(slug="py-syntax")
    for number in range(30):
        build = Build.objects.create(user=alice.user, title=f"Build {number}")
        Evidence.objects.attach(build, [skill.pk], alice.user.today())
    assert asked() == few <= 7


@pytest.mark.asvs("2.3.2")
def test_a_skill_holds_fifty_pieces(alice: Person):
    skill = Skill.objects.get(slug="py-syntax")
    for number in range(Evidence.MOST):
        Evidence.objects.create(
            user=alice.user, skill=skill, kind="other", url=f"{LINK}/{number}", day=alice.user.today()
        )
    answer = alice.send(ALL, {"what": "link", "url": LINK}, page=SKILL)
    assert answer.status_code == 422
    assert "Take one away first" in answer.content.decode()
