"""Alice drafts a story from a build, writes one from nothing, and edits both."""

import uuid

import pytest

from career.models import Story, StoryTag
from tests import naughty
from tests.career.story_book import NEW, STORIES, TOLD, keep, new, ship, write
from tests.markup import Node, parse
from tests.person import Person
from tests.test_kept_text import harmless


def ticked(page: Node, name: str) -> list[str]:
    boxes = page.all("input", name=name)
    return [box.get("value") for box in boxes if "checked" in box.attributes]


def test_a_shipped_build_becomes_a_draft_and_the_draft_a_story(alice: Person):
    build = ship(
        alice,
        title="Rent forecasts",
        problem="Nobody knows where rents are going.",
        approach="I gathered listings every night.",
        would_change="The check before the model.",
        metric_name="MAE",
        metric_baseline=146,
        metric_mine=83,
        metric_better="lower",
        repository="https://example.org/code",
        skills=("evaluation-metrics", "py-syntax"),
    )
    page = alice.see(new(build=build.key))

    assert page.by_id("story_title").get("value") == "Rent forecasts"
    assert page.by_id("story_situation").raw.strip() == "Nobody knows where rents are going."
    assert page.by_id("story_action").raw.strip() == "I gathered listings every night."
    assert page.by_id("story_would_change").raw.strip() == "The check before the model."
    assert "The MAE is 83, against 146 for the baseline: 43% lower." in page.by_id("story_result").raw
    assert "83, 146, 43%: MAE, code https://example.org/code" in page.by_id("story_sources").raw
    assert ticked(page, "tags") == ["impact"]
    assert set(ticked(page, "skills")) == {"evaluation-metrics", "py-syntax"}
    assert not Story.objects.exists(), "looking saves nothing"

    fields = {
        name: page.by_id(f"story_{name}").raw.strip() for name in ("situation", "task", "action", "result")
    }
    hidden = {name: page.all("input", name=name)[0].get("value") for name in ("story", "build")}
    answer = alice.send(
        NEW, fields | hidden | {"title": "The feed", "tags": "impact", "skills": "py-syntax"}, page=NEW
    )

    story = Story.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/stories/{story.pk}/")
    assert (story.build, story.build_title, story.title) == (build, "Rent forecasts", "The feed")
    assert str(story.pk) == hidden["story"]
    assert [tag.name for tag in story.tags.all()] == ["impact"]
    assert [skill.slug for skill in story.skills.all()] == ["py-syntax"]
    assert story.missing == ()


def test_only_shipped_builds_are_offered(alice: Person, bob: Person):
    shipped = ship(alice, title="Rent forecasts")
    ship(alice, title="Half done", status="building")
    ship(bob, title="Bob's build")
    page = alice.see(NEW)
    links = [a.get("href") for a in page.all("a") if "?build=" in a.get("href")]
    assert links == [f"{NEW}?build={shipped.key}"]


def test_a_build_of_a_strangers_is_not_there(alice: Person, bob: Person):
    build = ship(alice, title="Rent forecasts")
    assert bob.get(new(build=build.key)).status_code == 404
    assert bob.get(new(build=uuid.uuid4())).status_code == 404
    assert bob.get(new(build="nonsense")).status_code == 404
    story = write(bob, build=str(build.key))
    assert (story.build, story.build_title) == (None, "")


def test_a_build_deleted_meanwhile_does_not_stop_the_story(alice: Person):
    build = ship(alice)
    key = str(build.key)
    build.delete()
    assert write(alice, build=key).build is None


def test_one_from_nothing_for_a_kind_of_question(alice: Person):
    page = alice.see(new(tag="conflict"))
    assert ticked(page, "tags") == ["conflict"]
    assert ticked(alice.see(new(tag="nonsense")), "tags") == []


def test_sent_twice_it_is_there_once(alice: Person):
    fields = {"story": str(uuid.uuid4()), "tags": ["failure", "impact"]}
    first = write(alice, **fields)
    second = write(alice, **fields)
    assert first == second
    assert StoryTag.objects.count() == 2


def test_an_id_of_a_strangers_story_makes_one_of_ones_own(alice: Person, bob: Person):
    story = write(alice)
    write(bob, story=str(story.pk), title="Mine now")
    story.refresh_from_db()
    assert (story.user, story.title) == (alice.user, "The feed that lied")
    assert Story.objects.get(user=bob.user).title == "Mine now"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", "", "Give it a title"),
        ("title", " \t ", "Give it a title"),
        pytest.param("title", "x" * 10_000, "under 120 characters", id="long title"),
        pytest.param("situation", "x" * 3001, "under 3,000 characters", id="long situation"),
        pytest.param("would_change", "x" * 2001, "under 2,000 characters", id="long would_change"),
        pytest.param("sources", "x" * 1001, "under 1,000 characters", id="long sources"),
        ("tags", "courage", "no such question"),
        ("skills", "cooking", "no such skill"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    story = keep(alice)
    for path in (NEW, f"/stories/{story.pk}/edit/"):
        answer = alice.send(
            path, TOLD | {"tags": "impact", "skills": "py-syntax"} | {field: value}, page=path
        )
        assert answer.status_code == 422
        page = parse(answer.content.decode())
        assert reason in page.by_id(f"story_{field}_error").text
        assert page.all("title")[0].text.startswith("Error: ")
        if field != "title":
            assert page.by_id("story_title").get("value") == TOLD["title"], "nothing typed is lost"
        if field not in ("title", "tags", "skills"):
            assert page.by_id(f"story_{field}").raw.strip() == value
            assert page.by_id(f"story_{field}").get("aria-invalid") == "true"
        assert ticked(page, "tags") == (["impact"] if field != "tags" else [])
    assert Story.objects.get() == story


def test_a_line_end_is_one_character_as_in_the_browser(alice: Person):
    story = write(alice, situation="x\r\n" * 1499 + "xy")
    assert story.situation == "x\n" * 1499 + "xy"
    assert len(story.situation) == 3000


def test_what_is_typed_comes_back_as_it_was(alice: Person):
    story = keep(alice)
    path = f"/stories/{story.pk}/edit/"
    for text in [*naughty.MARKUP, *naughty.CODE[::3], *naughty.TEXT[::3]]:
        answer = alice.send(
            path, TOLD | {"title": "Typed", "situation": text, "sources": text[:900]}, page=path
        )
        assert answer.status_code in (303, 422), text
        if answer.status_code == 422:
            assert len(text) > 900 or "\0" in text, text
            continue
        story.refresh_from_db()
        kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        assert story.situation == kept
        shown = alice.see(path)
        assert shown.by_id("story_situation").raw.removeprefix("\n").rstrip("\n") == kept
        harmless(shown)
        harmless(alice.see(f"/stories/{story.pk}/"))


def test_edited_it_keeps_what_was_not_in_the_form(alice: Person):
    build = ship(alice)
    story = write(alice, build=str(build.key), tags=["failure", "impact"], skills=["py-syntax"])
    Story.objects.update(told_on=alice.user.today(), told_to="A friend")
    path = f"/stories/{story.pk}/edit/"
    page = alice.see(path)
    assert page.by_id("story_title").get("value") == "The feed that lied"
    assert (set(ticked(page, "tags")), ticked(page, "skills")) == ({"failure", "impact"}, ["py-syntax"])

    fields = TOLD | {
        "title": "Rents",
        "tags": ["impact", "learning"],
        "skills": ["py-functions", "git-basics"],
    }
    answer = alice.send(path, fields, page=path)

    assert (answer.status_code, answer["Location"]) == (303, f"/stories/{story.pk}/")
    changed = Story.objects.get()
    assert (changed.title, changed.build, changed.told_to) == ("Rents", build, "A friend")
    assert changed.changed_at > story.changed_at
    assert {tag.name for tag in changed.tags.all()} == {"impact", "learning"}
    assert {skill.slug for skill in changed.skills.all()} == {"py-functions", "git-basics"}


def test_skills_under_way_are_there_to_choose(alice: Person):
    alice.tick("py-functions", "learning")
    alice.tick("git-basics")
    alice.tick("bash-basics", "skipped")
    boxes = alice.see(NEW).all("input", name="skills")
    assert {box.get("value") for box in boxes} == {"py-functions", "git-basics"}
    assert "Once you tick skills" not in alice.see(NEW).text


def test_without_a_skill_under_way_the_form_says_so(alice: Person):
    assert "Once you tick skills" in alice.see(NEW).text


def test_reading_time_is_right_without_script(alice: Person):
    story = keep(alice, action="word " * 199)
    for path in (f"/stories/{story.pk}/", f"/stories/{story.pk}/edit/"):
        page = alice.see(path)
        (clock,) = page.where(lambda node: "data-clock" in node.attributes)
        (words,) = page.where(lambda node: "data-words" in node.attributes)
        assert (clock.text, words.text) == ("1:31", "227")


def test_there_is_room_for_sixty(alice: Person):
    Story.objects.bulk_create(Story(user=alice.user, title=f"Story {n}") for n in range(Story.MOST))
    answer = alice.send(NEW, TOLD, page=NEW)
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "as many as fit" in page.by_id("errors").text
    assert page.by_id("story_title").get("value") == TOLD["title"]
    last = Story.objects.first()
    assert last
    repeat = alice.send(NEW, TOLD | {"story": str(last.pk)}, page=NEW)
    assert repeat.status_code == 303, "it is saved already"
    alice.send(f"/stories/{last.pk}/delete/", page=STORIES)
    assert alice.send(NEW, TOLD, page=NEW).status_code == 303


def test_bob_edits_none_of_hers(alice: Person, bob: Person):
    story = keep(alice)
    path = f"/stories/{story.pk}/edit/"
    assert bob.get(path).status_code == 404
    assert bob.send(path, TOLD | {"title": "Mine"}, page=path).status_code == 404
    story.refresh_from_db()
    assert story.title == TOLD["title"]
