"""Alice's profile, as she fills it in, and what she has to show."""

from typing import Any

from roadmap.models import Build, Evidence, Skill
from tests.markup import parse
from tests.person import Person

SETTINGS, PREVIEW, PUBLIC = "/settings/profile/", "/settings/profile/preview/", "/u/alice/"
SECTIONS = ("shows_skills", "shows_builds", "shows_phases", "shows_milestones", "shows_hours")
FILLED = {
    "handle": "alice",
    "name": "Alice Liddell",
    "headline": "Reads maps of rabbit holes.",
    "label_1": "Code",
    "url_1": "https://github.com/alice",
    **dict.fromkeys(SECTIONS, "on"),
}


def save(person: Person, **fields: str) -> Any:
    """Send the form of the profile as filled above; an empty string leaves a box unticked."""
    sent = {name: text for name, text in (FILLED | fields).items() if text}
    return person.send(SETTINGS, sent, page=SETTINGS)


def publish(person: Person, **fields: str) -> None:
    answer = save(person, is_public="on", **fields)
    assert (answer.status_code, answer["Location"]) == (303, SETTINGS)


def build(person: Person, *, status: str = "shipped", **fields: Any) -> Build:
    """Return a build with a metric; shipped on the learner's today."""
    metric = {"metric_name": "MAE", "metric_baseline": 200, "metric_mine": 150}
    day = person.user.today() if status == "shipped" else None
    fields = {"title": "Overtime", "repository": "https://github.com/alice/overtime"} | metric | fields
    return Build.objects.create(user=person.user, status=status, shipped_on=day, **fields)


def link(person: Person, slug: str = "py-syntax", **fields: Any) -> Evidence:
    """Return a link as evidence of a skill."""
    fields = {"url": f"https://example.org/{slug}", "kind": "post", "title": f"About {slug}"} | fields
    skill = Skill.objects.get(slug=slug)
    return Evidence.objects.create(user=person.user, skill=skill, day=person.user.today(), **fields)


def proved_by(person: Person, one: Build, slug: str) -> Evidence:
    """Let a build show a skill."""
    return link(person, slug, url="", title="", kind="build", build=one)


def error(answer: Any, field: str) -> str:
    """Return what stands beside a field of the refused form."""
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    control = page.by_id(f"profile_{field}")
    assert control.get("aria-invalid") == "true"
    assert f"profile_{field}_error" in control.get("aria-describedby").split()
    assert page.all("title")[0].text.startswith("Error: ")
    return page.by_id(f"profile_{field}_error").text
