"""Alice reads her stories, rehearses and prints them; Bob is a stranger to them."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.models import Story
from roadmap.models import Skill
from tests.career.story_book import STORIES, TOLD, keep, ship, write
from tests.markup import Node
from tests.person import Person
from tests.test_pages import check


def covered(page: Node) -> dict[str, str]:
    (table,) = page.all("table")
    rows = table.all("tbody")[0].all("tr")
    return {row.all("th")[0].text: row.all("td")[0].text for row in rows}


def test_without_a_story_the_page_says_how_one_is_made(alice: Person):
    page = alice.see(STORIES)

    assert "How one is made" in page.text
    assert set(covered(page)) == {"Impact", "Failure", "Learning", "Conflict", "Leadership", "Ambiguity"}
    assert all(text.startswith("none yet") for text in covered(page).values())
    assert not list(page.all("article"))


def test_the_first_story_is_open_and_each_has_its_address(alice: Person):
    first = keep(alice, title="The feed that lied", tags=("failure", "learning"))
    second = keep(alice, title="Two models, one vote", tags=("conflict",))

    page = alice.see(STORIES)
    assert page.all("article")[0].all("h2")[0].text == "The feed that lied"
    assert "Two stories" in page.text
    assert "failure, learning" in page.all("nav")[1].text
    assert "0:14" in page.all("nav")[1].text

    page = alice.see(f"/stories/{second.pk}/")
    assert page.all("article")[0].all("h2")[0].text == "Two models, one vote"
    links = [a for a in page.all("a") if a.get("aria-current") == "true"]
    assert [a.get("href") for a in links] == [f"/stories/{second.pk}/"]
    assert str(first.pk) in str([a.get("href") for a in page.all("a")])


def test_a_question_is_covered_by_a_story_by_a_draft_or_not_yet(alice: Person):
    keep(alice, tags=("impact", "failure"))
    keep(alice, tags=("impact",))
    keep(alice, result="", tags=("impact", "ambiguity"))

    found = covered(alice.see(STORIES))

    assert (found["Impact"], found["Failure"], found["Ambiguity"]) == ("2", "1", "a draft")
    assert found["Conflict"].startswith("none yet")


def test_a_draft_says_what_is_missing(alice: Person):
    story = keep(alice, task=" ", result="")
    page = alice.see(f"/stories/{story.pk}/")
    assert "draft: no task, result yet" in page.by_id("story-meta").text
    assert "draft" in page.all("nav", **{"aria-labelledby": "list-h"})[0].text


def test_numbers_stand_beside_their_sources(alice: Person):
    story = keep(
        alice,
        situation="It was 210 pounds off.",
        action="I looked at 7 agents.",
        sources="210, 83: monitoring log https://example.org/log\nread: javascript:alert(1)\nnotebook 07\n",
    )
    page = alice.see(f"/stories/{story.pk}/")
    (note,) = [n for n in page.all("section") if n.text.startswith("Every number")]
    lines = [[part.text for part in line.elements] for line in note.all("li")]
    assert lines == [["210, 83", "monitoring log"], ["read", "javascript:alert(1)"], ["", "notebook 07"]]
    links = note.all("ul")[0].all("a")
    assert [(a.get("href"), a.get("rel")) for a in links] == [
        ("https://example.org/log", "noopener nofollow ugc")
    ]
    assert note.all("b") == [], "7 is named by notebook 07"


def test_numbers_without_a_source_are_named_kindly(alice: Person):
    story = keep(alice, action="I looked at 31 agents.", sources="83: monitoring log")
    (note,) = [n for n in alice.see(f"/stories/{story.pk}/").all("section") if "No source yet" in n.text]
    assert [b.text for b in note.all("b")] == ["31"]


@pytest.mark.parametrize("place", ["situation", "task", "action", "result", "would_change", "sources"])
def test_markup_is_text_on_every_page(alice: Person, place: str):
    markup = "<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))"
    story = keep(alice, title="<script>alert(1)</script>", **{place: markup})  # type: ignore[arg-type]  # texts alone
    for path in (STORIES, f"/stories/{story.pk}/", f"/stories/{story.pk}/rehearse/", "/stories/print/"):
        page = alice.see(path)
        assert "<script>alert(1)</script>" in page.text
        assert page.all("img") == []
        assert not [a for a in page.all("a") if a.get("href").startswith("javascript")]
        if path != STORIES + f"{story.pk}/rehearse/" or place != "sources":
            assert "**bold**" in page.text or place == "sources"


def test_mixed_direction_stays_within_its_part(alice: Person):
    story = keep(alice, situation="كان النموذج يعمل منذ خمسة أسابيع.")
    page = alice.see(f"/stories/{story.pk}/")
    (part,) = [n for n in page.all("div", dir="auto") if "النموذج" in n.text]
    assert part.get("class") == "prose"
    assert page.by_id("story-h").elements[0].tag == "bdi"


def test_a_story_outlives_its_build_and_keeps_its_title(alice: Person):
    build = ship(alice, title="Rent forecasts for Leeds")
    story = write(alice, build=str(build.key))
    assert f"from {build.title}" in alice.see(f"/stories/{story.pk}/").by_id("story-meta").text
    build.title = "Rents"
    build.save()
    assert "from Rents" in alice.see(f"/stories/{story.pk}/").by_id("story-meta").text

    build.delete()

    shown = alice.see(f"/stories/{story.pk}/").by_id("story-meta")
    assert "from Rent forecasts for Leeds, a build since deleted" in shown.text
    assert shown.all("a") == []
    assert "Rent forecasts for Leeds" in alice.see("/stories/print/").text


def test_the_parts_are_folded_when_rehearsing(alice: Person):
    story = keep(alice, tags=("failure",), would_change="Check the feed first.")
    page = alice.see(f"/stories/{story.pk}/rehearse/")
    assert "Tell me about something that went wrong." in page.text
    folds = page.all("details", **{"class": "q"})
    assert [fold.all("summary")[0].text for fold in folds] == [
        "Situation",
        "Task",
        "Action",
        "Result",
        "What you would change",
    ]
    assert not [fold for fold in folds if "open" in fold.attributes]


def test_all_are_printed_in_full(alice: Person):
    for number in range(3):
        keep(alice, title=f"Story {number}", sources="83: log")
    cards = alice.see("/stories/print/").all("article")
    assert [card.all("h2")[0].text for card in cards] == ["Story 0", "Story 1", "Story 2"]
    for text in TOLD.values():
        assert text in cards[0].text or text == TOLD["title"]
    assert "83: log" in cards[0].text


def test_nothing_to_print_leads_to_the_first_story(alice: Person):
    page = alice.see("/stories/print/")
    assert page.all("article") == []
    assert "/stories/new/" in [a.get("href") for a in page.all("a")]


def test_complete_stories_are_offered_to_the_roadmaps_count(alice: Person):
    keep(alice)
    keep(alice)
    keep(alice, action="")
    button = alice.see(STORIES).by_id("count-stories")
    assert button.get("value") == "2"
    form = next(f for f in alice.see(STORIES).all("form") if f.get("action").endswith("/count/"))
    answer = alice.send(form.get("action"), {"count": button.get("value")}, page=STORIES)
    assert (answer.status_code, answer["Location"]) == (303, STORIES)
    page = alice.see(STORIES)
    assert "2 of 3" in page.text
    assert not page.where(lambda node: node.id == "count-stories")


def test_the_count_is_never_offered_downwards_nor_past_its_target(alice: Person):
    for _ in range(5):
        keep(alice)
    assert alice.see(STORIES).by_id("count-stories").get("value") == "3"
    alice.tick("star-stories")
    assert not alice.see(STORIES).where(lambda node: node.id == "count-stories")


def test_every_page_is_sound(alice: Person):
    story = keep(alice, tags=("impact",), sources="83: log https://example.org/log", told_to="")
    home = f"/stories/{story.pk}/"
    for path in (STORIES, home, f"{home}edit/", f"{home}rehearse/", "/stories/print/"):
        check(alice.see(path), path)


def test_bob_reaches_none_of_hers(alice: Person, bob: Person):
    story = keep(alice)
    for path in ("", "rehearse/", "edit/"):
        assert bob.get(f"/stories/{story.pk}/{path}").status_code == 404
        assert bob.get(f"/stories/{uuid.uuid4()}/{path}").status_code == 404
    for path in (STORIES, "/stories/print/"):
        assert "The feed that lied" not in bob.get(path).content.decode()


def test_a_stories_page_is_kept_by_no_cache(alice: Person):
    story = keep(alice)
    for path in (STORIES, f"/stories/{story.pk}/", "/stories/new/", "/stories/print/"):
        assert "no-store" in alice.get(path)["Cache-Control"]
        assert "private" in alice.get(path)["Cache-Control"]


def test_no_page_asks_more_for_many(alice: Person):
    skills = list(Skill.objects.all()[:12])
    day = datetime.date(2026, 1, 5)

    def grow(number: int) -> Story:
        for n in range(number):
            build = ship(alice, title=f"Build {n}")
            story = keep(alice, build=build, tags=("impact", "failure"), told_on=day, told_to="A friend")
            story.skills.set(skills[:number])
        return story

    def asked(path: str) -> int:
        alice.get(path)
        with CaptureQueriesContext(connection) as queries:
            alice.see(path)
        return len(queries)

    def all_asked(story: Story) -> dict[str, int]:
        home = f"/stories/{story.pk}/"
        paths = {
            "list": STORIES,
            "one": home,
            "print": "/stories/print/",
            "new": "/stories/new/",
            "draft": f"/stories/new/?build={story.build.key}" if story.build else "",
            "edit": f"{home}edit/",
            "rehearse": f"{home}rehearse/",
        }
        return {name: asked(path) for name, path in paths.items()}

    few = all_asked(grow(1))
    many = all_asked(grow(12))
    assert many == few
    assert max(few.values()) <= 7, few
