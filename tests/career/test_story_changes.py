"""A story is told, deleted, and both are undone."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.contrib import admin
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import User
from career.models import Story, StoryTag
from roadmap.views import undo
from tests.career.story_book import NEW, STORIES, TOLD, keep, token_of, write
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person
from tests.swaps import swap

NOON = datetime.datetime(2026, 7, 8, 12, tzinfo=datetime.UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_told_today_with_script_moves_only_what_says_so(alice: Person, clock: time_machine.Traveller):
    story = keep(alice)
    path = f"/stories/{story.pk}/"
    page = alice.see(path)
    answer = alice.quietly(f"{path}told/", {"where": "Fathom Freight"}, page=path)
    swap(page, parse(answer.content.decode()))
    assert "last told July 8, Fathom Freight" in page.by_id("story-meta").text
    assert "told today, Fathom Freight." in page.by_id("live").text

    undone = alice.quietly("/undo/", {"token": token_of(page)}, page=path)
    assert undone["HX-Redirect"] == path
    assert "last told" not in alice.see(path).by_id("story-meta").text


def test_told_again_without_script_undo_brings_the_last_time_back(
    alice: Person, clock: time_machine.Traveller
):
    story = keep(alice, told_on=datetime.date(2026, 7, 1), told_to="A friend")
    path = f"/stories/{story.pk}/"
    answer = alice.send(f"{path}told/", {"where": ""}, page=path)
    assert (answer.status_code, answer["Location"]) == (303, path)
    page = alice.see(path)
    assert page.by_id("story-meta").text.endswith("last told July 8")

    undone = alice.send("/undo/", {"token": token_of(page)}, page=path)
    assert (undone.status_code, undone["Location"]) == (303, path)
    assert "last told July 1, A friend" in alice.see(path).by_id("story-meta").text


def test_told_twice_is_told_once(alice: Person):
    story = keep(alice)
    for _ in range(2):
        alice.send(f"/stories/{story.pk}/told/", {"where": "A friend"}, page=f"/stories/{story.pk}/")
    story.refresh_from_db()
    assert (story.told_on, story.told_to) == (alice.user.today(), "A friend")


def test_an_undo_does_not_take_back_what_was_told_since(alice: Person):
    story = keep(alice)
    path = f"/stories/{story.pk}/"
    token = token_of(parse(alice.quietly(f"{path}told/", {"where": "A"}, page=path).content.decode()))
    alice.quietly(f"{path}told/", {"where": "B"}, page=path)
    alice.send("/undo/", {"token": token}, page=path)
    assert Story.objects.get().told_to == "B"
    assert "changed again since" in alice.see(path).by_id("live").text


@pytest.mark.parametrize("quiet", [True, False])
def test_a_place_too_long_is_refused_beside_the_field(alice: Person, quiet: bool):
    story = keep(alice)
    send = alice.quietly if quiet else alice.send
    answer = send(f"/stories/{story.pk}/told/", {"where": "x" * 10_000}, page=f"/stories/{story.pk}/")
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "under 120 characters" in page.by_id("where-error").text
    assert page.by_id("where").get("value") == "x" * 10_000
    assert Story.objects.get().told_on is None


def test_one_deleted_is_gone_everywhere_and_comes_back_as_it_was(alice: Person):
    story = write(alice, tags=["failure"], skills=["py-syntax"], sources="83: log " + "x" * 900)
    before = Story.objects.filter(pk=story.pk).values().get()
    answer = alice.send(f"/stories/{story.pk}/delete/", page=f"/stories/{story.pk}/")
    assert (answer.status_code, answer["Location"]) == (303, STORIES)
    page = alice.see(STORIES)
    assert "The feed that lied is deleted." in page.by_id("live").text
    assert page.all("article") == []
    assert not alice.user.stories.exists()
    for path in ("", "edit/", "rehearse/"):
        assert alice.get(f"/stories/{story.pk}/{path}").status_code == 404
    assert alice.send(f"/stories/{story.pk}/delete/", page=STORIES).status_code == 404

    alice.send("/undo/", {"token": token_of(page)}, page=STORIES)

    assert Story.objects.filter(pk=story.pk).values().get() == before
    assert [tag.name for tag in Story.objects.get().tags.all()] == ["failure"]
    assert Story.objects.get().skills.count() == 1


def test_what_was_deleted_an_hour_ago_leaves_for_good(
    alice: Person, bob: Person, clock: time_machine.Traveller
):
    old, other = keep(alice, title="Old"), keep(bob)
    for person, story in ((alice, old), (bob, other)):
        person.send(f"/stories/{story.pk}/delete/", page=STORIES)
    token = token_of(alice.see(STORIES))
    clock.shift(datetime.timedelta(minutes=61))
    new = keep(alice)
    alice.send(f"/stories/{new.pk}/delete/", page=STORIES)

    assert {story.pk for story in Story.everything.all()} == {new.pk, other.pk}
    alice.send("/undo/", {"token": token}, page=STORIES)
    assert not Story.objects.exists()
    assert "no longer be undone" in alice.see(STORIES).by_id("live").text


def test_the_form_of_a_deleted_story_sent_again_makes_a_new_one(alice: Person):
    story = write(alice)
    alice.send(f"/stories/{story.pk}/delete/", page=STORIES)
    again = write(alice, story=str(story.pk))
    assert again.pk != story.pk
    assert Story.everything.count() == 2


def test_bob_neither_tells_nor_deletes_nor_undoes(alice: Person, bob: Person):
    story = keep(alice)
    for path in ("told/", "delete/"):
        assert bob.send(f"/stories/{story.pk}/{path}", {"where": "x"}, page=STORIES).status_code == 404
    alice.send(f"/stories/{story.pk}/delete/", page=STORIES)
    bob.send("/undo/", {"token": token_of(alice.see(STORIES))}, page=STORIES)
    assert not Story.objects.exists()


@pytest.mark.parametrize("token", ["story/", "story/nonsense", "story/" + "x" * 5000])
def test_a_token_that_is_none_says_so(alice: Person, token: str):
    answer = alice.quietly("/undo/", {"token": token}, page=STORIES)
    assert answer["HX-Redirect"] == STORIES
    assert "no longer be undone" in alice.see(STORIES).by_id("live").text


def test_a_kind_of_undo_has_one_owner():
    with pytest.raises(ValueError, match="registered already"):
        undo.register("story", lambda request, token: None)  # type: ignore[arg-type,return-value]  # refused
    undo.register("story", undo.ROWS["story"])


def test_a_story_without_a_title_or_told_nowhere_in_time_is_refused_by_the_database(alice: Person):
    for fields in ({"title": ""}, {"title": "A", "told_to": "A friend"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Story.objects.create(user=alice.user, **fields)


def test_staff_do_not_read_stories(alice: Person):
    write(alice, title="For my eyes only", tags=["failure"])
    assert not {Story, StoryTag} & set(admin.site._registry)
    staff = Person(make_user(is_staff=True, is_superuser=True))
    page = staff.get(reverse("admin:accounts_user_delete", args=[alice.user.pk])).content.decode()
    assert "For my eyes only" not in page
    answer = staff.send(reverse("admin:accounts_user_delete", args=[alice.user.pk]), {"post": "yes"})
    assert answer.status_code in (302, 303)
    assert not User.objects.filter(pk=alice.user.pk).exists()


def test_who_leaves_takes_deleted_stories_along(alice: Person):
    story = keep(alice, tags=("impact",))
    alice.send(f"/stories/{story.pk}/delete/", page=STORIES)
    alice.user.delete()
    assert not Story.everything.exists()
    assert not StoryTag.objects.exists()


def test_the_form_takes_what_it_gave(alice: Person):
    """Every field that is sent has its place in the form that comes back with 422."""
    answer = alice.send(NEW, TOLD | {"title": ""}, page=NEW)
    page = parse(answer.content.decode())
    assert page.by_id("story_action").raw.strip() == TOLD["action"]
    assert page.all("input", name="story")[0].get("value") == ""
