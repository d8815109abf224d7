"""Reads the catalogue's fixtures: YAML files in Django's fixture format, natural keys by slug."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Entry:
    """One item of a fixture file, with the links that belong to it (a skill's resources, in order)."""

    model: str
    fields: dict[str, Any]
    where: str
    links: list[str] = field(default_factory=list)

    @property
    def slug(self) -> str:
        return str(self.fields.get("slug", ""))

    @property
    def digest(self) -> str:
        """Return the SHA-256 of all that the entry says, 64 hexadecimal digits."""
        text = json.dumps([self.fields, self.links], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


class UnreadableFixture(Exception):
    """A file is no YAML list of `model` and `fields`."""


def read(folder: Path) -> list[Entry]:
    """Return the entries of every `*.yaml` of `folder`, by file name and place in the file.

    `roadmap.skillresource` entries are folded into the `links` of their skill.
    Raises UnreadableFixture.
    """
    entries = [entry for path in sorted(folder.glob("*.yaml")) for entry in _entries(path)]
    if not entries:
        raise UnreadableFixture(f"{folder}: no fixtures here")
    return list(_folded(entries))


def _entries(path: Path) -> Iterable[Entry]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        items = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # nosec B506: both are safe
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnreadableFixture(f"{path.name}: {error}") from error
    if not isinstance(items, list):
        raise UnreadableFixture(f"{path.name}: not a list")
    for number, item in enumerate(items, 1):
        if not (
            isinstance(item, dict)
            and isinstance(item.get("fields"), dict)
            and set(item) == {"model", "fields"}
        ):
            raise UnreadableFixture(f"{path.name}: item {number} is not a model with fields")
        yield Entry(str(item["model"]), item["fields"], f"{path.name} item {number}")


def _folded(entries: list[Entry]) -> Iterable[Entry]:
    links: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        if entry.model == "roadmap.skillresource":
            try:
                (skill,), (resource,) = entry.fields["skill"], entry.fields["resource"]
                links.setdefault(skill, []).append((int(entry.fields["position"]), resource))
            except (KeyError, TypeError, ValueError) as error:
                raise UnreadableFixture(f"{entry.where}: needs skill, resource and position") from error
    skills = {entry.slug for entry in entries if entry.model == "roadmap.skill"}
    for skill in links.keys() - skills:
        raise UnreadableFixture(f"resources are listed for {skill!r}, which is no skill")
    for entry in entries:
        if entry.model == "roadmap.skill":
            ordered = [resource for _, resource in sorted(links.get(entry.slug, []))]
            yield Entry(entry.model, entry.fields, entry.where, ordered)
        elif entry.model != "roadmap.skillresource":
            yield entry
