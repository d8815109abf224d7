"""A folder of fixtures that a test can change and load."""

import copy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command

from roadmap.catalog_writer import MODELS
from roadmap.models import CatalogueVersion, SkillResource


def _skill(slug: str, module: str, **more: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "title": slug.title(),
        "module": [module],
        "kind": "practice",
        "done_when": f"You can {slug}.",
        "summary": f"How to {slug}.",
        "hours_low": 2,
        "hours_high": 4,
        **more,
    }


def _resource(slug: str, **more: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "title": slug.title(),
        "author": "An author",
        "url": f"https://{slug}.example/",
        "kind": "course",
        "access": "free",
        "level": "beginner",
        "phase": ["start"],
        "topics": [["walking"]],
        "why": "It is short.",
        "checked_on": "2026-11-22",
        **more,
    }


def _phase(slug: str, first: int, last: int) -> dict[str, Any]:
    words = {"summary": f"About {slug}.", "ends_with": f"An end to {slug}."}
    return {
        "slug": slug,
        "title": slug.title(),
        "short_title": slug,
        "month_start": first,
        "month_end": last,
        **words,
    }


BASE: list[tuple[str, dict[str, Any]]] = [
    ("phase", _phase("start", 1, 4)),
    ("phase", _phase("finish", 3, 8)),
    ("specialization", {"slug": "sea", "title": "Sea", "summary": "Water."}),
    ("module", {"slug": "ground", "title": "Ground", "phase": ["start"], "summary": "Firm."}),
    ("module", {"slug": "hills", "title": "Hills", "phase": ["finish"], "summary": "Steep."}),
    (
        "module",
        {
            "slug": "shore",
            "title": "Shore",
            "phase": ["finish"],
            "summary": "Wet.",
            "specialization": ["sea"],
        },
    ),
    ("topic", {"slug": "walking", "title": "Walking"}),
    ("resource", _resource("book", access="paid", fallback=["course"])),
    ("resource", _resource("course")),
    ("skill", _skill("stand", "ground")),
    ("skill", _skill("walk", "ground", comes_after=[["stand"]], part_of=["run"])),
    ("skill", _skill("run", "ground", comes_after=[["walk"]])),
    ("skill", _skill("climb", "hills", target=10, unit="hills")),
    ("skill", _skill("swim", "shore")),
    ("skillresource", {"skill": ["stand"], "resource": ["book"], "position": 1}),
    ("skillresource", {"skill": ["stand"], "resource": ["course"], "position": 2}),
    *[
        ("skillresource", {"skill": [slug], "resource": ["course"], "position": 1})
        for slug in ("walk", "run", "climb", "swim")
    ],
    (
        "project",
        {
            "slug": "hike",
            "title": "Hike",
            "module": ["hills"],
            "example": "Alps",
            "brief": "Go.",
            "resources": [["book"]],
        },
    ),
    ("requirement", {"slug": "hike-1", "title": "Pack", "project": ["hike"]}),
    ("requirement", {"slug": "hike-2", "title": "Climb", "project": ["hike"], "skill": ["climb"]}),
    (
        "milestone",
        {
            "slug": "first-step",
            "title": "First step",
            "done_when": "You walk.",
            "phase": ["start"],
            "skills": [["walk"]],
        },
    ),
    ("milestone", {"slug": "day-30", "title": "Day 30", "done_when": "You run.", "sprint_day": 30}),
    (
        "sprintweek",
        {"slug": "week-1", "title": "Week 1", "summary": "Begin.", "skills": [["stand"], ["walk"]]},
    ),
    ("claim", {"slug": "flat", "title": "The path is flat.", "now": "It is not.", "kind": "wrong"}),
]


class Fixtures:
    """The files, as a list of (model, fields) that a test changes before it loads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries = copy.deepcopy(BASE)

    def fields(self, slug: str) -> dict[str, Any]:
        return next(fields for _, fields in self.entries if fields.get("slug") == slug)

    def change(self, slug: str, **fields: Any) -> None:
        self.fields(slug).update(fields)

    def without(self, slug: str, *names: str) -> None:
        for name in names:
            del self.fields(slug)[name]

    def add(self, model: str, **fields: Any) -> None:
        self.entries.append((model, fields))

    def remove(self, slug: str) -> None:
        """Take an item out, with the places where a skill lists a resource."""
        self.entries = [
            (model, fields)
            for model, fields in self.entries
            if fields.get("slug") != slug and [slug] not in (fields.get("skill"), fields.get("resource"))
        ]

    def save(self) -> None:
        items = [{"model": f"roadmap.{model}", "fields": fields} for model, fields in self.entries]
        (self.folder / "all.yaml").write_text(yaml.safe_dump(items, sort_keys=False), encoding="utf-8")

    def load(self) -> str:
        """Load the files and return what the command printed."""
        self.save()
        out = StringIO()
        call_command("load_catalogue", folder=self.folder, stdout=out)
        return out.getvalue()

    def refused(self) -> str:
        """Try to load the files, which must fail, and return why."""
        self.save()
        with pytest.raises(CommandError) as error:
            call_command("load_catalogue", folder=self.folder, stdout=StringIO())
        return str(error.value)


def empty_the_catalogue() -> None:
    """Take the real catalogue out of the database: there are no learners' rows yet."""
    through: list[Any] = [f.remote_field.through for model in MODELS for f in model._meta.local_many_to_many]
    for table in [SkillResource, *through, CatalogueVersion, *reversed(MODELS)]:
        rows = table._default_manager.all()
        rows._raw_delete(rows.db)
