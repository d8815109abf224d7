"""Alice shows strangers what she picked; a visitor looks on."""

import pytest

from roadmap.models import CatalogueVersion, Milestone, MilestoneProgress, Skill
from tests.factories import make_session
from tests.person import Person
from tests.roadmap.profile_story import (
    PUBLIC,
    SECTIONS,
    build,
    link,
    proved_by,
    publish,
)

# What is on it


def test_a_visitor_sees_what_alice_switched_on(alice: Person, visitor: Person):
    publish(alice)

    page = visitor.see(PUBLIC)

    assert page.all("h1")[0].text == "Alice Liddell"
    assert "Reads maps of rabbit holes." in page.text
    (code,) = page.all("a", href="https://github.com/alice")
    assert (code.text, set(code.get("rel").split())) == ("Code", {"me", "noopener", "nofollow", "ugc"})
    assert "Self-reported" in page.text
    assert "alice@example.org" not in visitor.get(PUBLIC).content.decode()


def test_only_skills_that_are_shown_appear(alice: Person, visitor: Person):
    for slug in ("py-syntax", "py-functions", "git-basics"):
        alice.tick(slug)
    link(alice)
    link(alice, "git-basics", url="", kind="note", note="I did it, believe me")
    publish(alice)

    page = visitor.see(PUBLIC)

    assert [node.text for node in page.all("a", href="/skills/py-syntax/")]
    assert not page.all("a", href="/skills/py-functions/")
    assert not page.all("a", href="/skills/git-basics/")
    assert "believe me" not in page.text
    (proof,) = page.all("a", href="https://example.org/py-syntax")
    assert (proof.text, proof.get("rel")) == ("About py-syntax", "noopener nofollow ugc")


def test_a_build_shows_its_skills_once_it_has_shipped(alice: Person, visitor: Person):
    proved_by(alice, one := build(alice), "py-syntax")
    proved_by(alice, build(alice, title="Not yet", status="building"), "git-basics")
    publish(alice)

    page = visitor.see(PUBLIC)

    assert page.all("a", href="/skills/py-syntax/")
    assert [node.text for node in page.all("a", href=f"#build-{one.pk}")] == ["Overtime"]
    assert page.by_id(f"build-{one.pk}")
    assert not page.all("a", href="/skills/git-basics/")


def test_builds_come_with_metric_status_and_what_is_missing(alice: Person, visitor: Person):
    shipped = build(alice, no_demo="The data is my employer's.")
    whole = {
        "problem": "x",
        "demo": "https://example.org/",
        "writeup": "https://example.org/",
        "readme_points": "qrndx",
    }
    complete = build(alice, title="Complete", **whole)
    current = build(alice, title="Under way", status="building")
    for status in ("idea", "dropped"):
        build(alice, title=f"Only {status}", status=status)
    publish(alice)

    page = visitor.see(PUBLIC)

    row = page.by_id(f"build-{shipped.pk}").text
    assert "MAE 150, 25% below the baseline of 200" in row
    assert "No demo: The data is my employer's." in row
    assert "Still missing: a problem in words; a README with the five points; a write-up." in row
    assert "missing" not in page.by_id(f"build-{complete.pk}").text
    assert "In progress" in page.by_id(f"build-{current.pk}").text
    assert "missing" not in page.by_id(f"build-{current.pk}").text
    assert "Only idea" not in page.text
    assert "Only dropped" not in page.text


def test_a_build_of_a_project_goes_by_the_projects_name(alice: Person, visitor: Person):
    alice.send("/projects/project-1/ship-by/", {"ship_by": str(alice.user.today())})
    publish(alice)

    assert "End-to-end ML pipeline" in visitor.see(PUBLIC).text


def test_phases_milestones_and_hours(alice: Person, visitor: Person):
    alice.quietly("/modules/python/known/", {"state": "done"})
    milestone = Milestone.objects.get(slug="first-honest-model")
    MilestoneProgress.objects.create(
        user=alice.user, milestone=milestone, done_on="2026-01-05", note="Only for me"
    )
    make_session(user=alice.user, minutes=90, note="Only for me")
    publish(alice)

    page = visitor.see(PUBLIC)

    assert "20/" in page.text
    assert page.by_id("profile")
    assert milestone.title in page.text
    assert "Jan 2026" in page.text
    assert "Hours logged 1.5" in " ".join(page.text.split())
    assert "Only for me" not in page.text


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.asvs("8.2.3", "15.3.1")
def test_what_is_not_picked_is_nowhere_on_it(alice: Person, visitor: Person, section: str):
    alice.quietly("/modules/python/known/", {"state": "done"})
    alice.quietly("/milestones/first-honest-model/state/", {"state": "done"})
    make_session(user=alice.user, minutes=90)
    link(alice, "git-basics")
    proved_by(alice, build(alice), "py-syntax")
    words = {
        "shows_skills": "Skills shown",
        "shows_builds": "Overtime",
        "shows_phases": "skills done",
        "shows_milestones": "Milestones",
        "shows_hours": "Hours logged",
    }
    publish(alice)
    whole = visitor.get(PUBLIC).content.decode()
    publish(alice, **{section: ""})

    part = visitor.get(PUBLIC).content.decode()

    assert all(word in whole for word in words.values())
    assert [name for name, word in words.items() if word not in part] == [section]


def test_one_piece_kept_off_is_off_and_takes_its_skill_along(alice: Person, visitor: Person):
    link(alice, is_private=True)
    link(alice, "git-basics", is_private=True, title="The secret one")
    link(alice, "git-basics", url="https://example.org/open", title="The open one")
    proved_by(alice, hidden := build(alice, title="Hidden", on_profile=False), "py-functions")
    publish(alice)

    page = visitor.see(PUBLIC)

    assert "The open one" in page.text
    for gone in ("The secret one", hidden.title):
        assert gone not in page.text
    for slug in ("py-syntax", "py-functions"):
        assert not page.all("a", href=f"/skills/{slug}/")


def test_skills_come_in_the_order_of_the_trail(alice: Person, visitor: Person):
    slugs = list(
        Skill.objects.filter(retired=False, module__specialization=None)
        .order_by("module__phase__position", "module__position", "position")
        .values_list("slug", flat=True)[:6]
    )
    for slug in reversed(slugs):
        link(alice, slug)
    publish(alice)

    hrefs = [
        node.get("href") for node in visitor.see(PUBLIC).all("a") if node.get("href").startswith("/skills/")
    ]

    assert hrefs == [f"/skills/{slug}/" for slug in slugs]


@pytest.mark.usefixtures("own_snapshot")
def test_a_skill_that_left_the_roadmap_stays_shown(alice: Person, visitor: Person):
    for slug in ("py-syntax", "git-basics"):
        link(alice, slug)
    Skill.objects.filter(slug="git-basics").update(retired=True)
    CatalogueVersion.bump()
    publish(alice)

    hrefs = [node.get("href") for node in visitor.see(PUBLIC).all("a")]

    assert [href for href in hrefs if href.startswith("/skills/")] == [
        "/skills/py-syntax/",
        "/skills/git-basics/",
    ]


def test_a_bare_profile_has_a_friendly_word(alice: Person, visitor: Person):
    publish(alice, **dict.fromkeys(SECTIONS, ""))

    assert "will stand here" in visitor.see(PUBLIC).text


def test_without_a_name_it_goes_by_the_handle(alice: Person, visitor: Person):
    """Never by what Milepost calls her."""
    publish(alice, name="")

    page = visitor.see(PUBLIC)

    assert page.all("h1")[0].text == "alice"
    assert "Alice" not in page.text
