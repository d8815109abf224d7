"""The prerequisite map: one phase as a layered picture and as a list, with a learner's states."""

import textwrap
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from roadmap.catalogue import Catalogue
from roadmap.fragments import join, kept
from roadmap.layers import Layers, layers
from roadmap.next_step import next_step
from roadmap.outline import Outline
from roadmap.snapshot import PhaseItem, SkillItem

STONE_HTML, ROW_HTML = "roadmap/_map_stone.html", "roadmap/_map_row.html"
COLUMN, ROW, TOP = 220, 66, 30  # pixels; the picture has its own size and scrolls
STONE = 16  # from the middle of a stone to where a line begins
WIDEST = 22  # characters in a line of a label
NUMBERS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


class Node(NamedTuple):
    """A skill in the picture; `label` is its title in lines."""

    skill: SkillItem
    x: float
    y: float
    label: tuple[str, ...]


class Edge(NamedTuple):
    """The line from one skill (by id) to one that comes after it; `path` is in SVG's words."""

    before: int
    path: str


class Entry(NamedTuple):
    """A skill in the list, with what it comes after and opens, wherever that lies."""

    skill: SkillItem
    after: tuple[SkillItem, ...]
    opens: tuple[SkillItem, ...]


class Column(NamedTuple):
    title: str
    x: float
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Drawing:
    """What of a phase's map is the same for everyone."""

    phase: PhaseItem
    width: int
    height: int
    columns: tuple[Column, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class ListedColumn(NamedTuple):
    title: str
    rows: SafeString


@dataclass(frozen=True)
class PrerequisiteMap:
    """A phase's map for one learner. `past`, `ahead`: the lines from done skills, and the others."""

    drawing: Drawing
    stones: SafeString
    past: str
    ahead: str
    listed: tuple[ListedColumn, ...]
    now: SkillItem | None


def prerequisite_map(outline: Outline, phase: PhaseItem, *, visitor: bool) -> PrerequisiteMap:
    """Fill the states of `outline` into the picture of `phase`; a visitor stands nowhere."""
    drawing, lines = _drawing(outline.catalogue, phase), outline.lines
    step = None if visitor else next_step(outline, 1).now
    now = step.line.skill if step and step.line.skill.phase_slug == phase.slug else None
    stones = (
        kept(
            "roadmap/_map_stone.html",
            {},
            node=node,
            state=lines[node.skill.id].look,
            now=node.skill is now,
        )
        for node in drawing.nodes
    )
    walked = {pk for pk, line in lines.items() if line.state == "done"}
    return PrerequisiteMap(
        drawing,
        join(stones),
        "".join(edge.path for edge in drawing.edges if edge.before in walked),
        "".join(edge.path for edge in drawing.edges if edge.before not in walked),
        tuple(
            ListedColumn(
                column.title,
                join(
                    kept(ROW_HTML, {}, entry=entry, state=lines[entry.skill.id].look, now=entry.skill is now)
                    for entry in column.entries
                ),
            )
            for column in drawing.columns
        ),
        now,
    )


# A few catalogues' worth: the last ones are still read while a new one is built.
@lru_cache(maxsize=16)
def _drawing(catalogue: Catalogue, phase: PhaseItem) -> Drawing:
    skills = {skill.id: skill for module in phase.modules for skill in module.skills}
    found = layers({pk: skill.comes_after for pk, skill in skills.items()})
    columns = tuple(
        Column(_name(number), _x(number), tuple(_entry(catalogue, skills[pk]) for pk in things))
        for number, things in enumerate(found.columns)
    )
    return Drawing(
        phase,
        COLUMN * len(columns),
        round(TOP + ROW * found.rows) + 20,
        columns,
        tuple(
            Node(skill, column.x, _y(found.heights[skill.id]), _label(skill.title))
            for column in columns
            for skill, _, _ in column.entries
        ),
        _edges(found),
    )


def _entry(catalogue: Catalogue, skill: SkillItem) -> Entry:
    known = catalogue.skills
    after, opens = (
        tuple(known[pk] for pk in ids if not known[pk].retired) for ids in (skill.comes_after, skill.opens)
    )
    return Entry(skill, after, opens)


def _edges(found: Layers) -> tuple[Edge, ...]:
    lines = []
    for arrow in found.arrows:
        first, way = found.column_of[arrow.before], found.way(arrow)
        x, y = _x(first) + STONE, _y(way[0])
        path = f"M{x:g} {y:g}"
        for number, height in enumerate(way[1:], 1):
            to = _x(first + number) - (STONE if number == len(way) - 1 else 0)
            down, middle = _y(height), (x + to) / 2
            path += f"C{middle:g} {y:g} {middle:g} {down:g} {to:g} {down:g}"
            x, y = to, down
        lines.append(Edge(arrow.before, path))
    return tuple(lines)


def _x(column: int) -> float:
    return COLUMN * column + COLUMN / 2


def _y(height: float) -> float:
    return round(TOP + ROW * height, 1)


def _name(layer: int) -> str:
    if not layer:
        return "Starts"
    return f"{NUMBERS[layer - 1]} step" if layer <= len(NUMBERS) else f"Step {layer}"


def _label(title: str) -> tuple[str, ...]:
    """Return the title in at most two lines; what does not fit ends in an ellipsis."""
    return tuple(textwrap.wrap(title, WIDEST, max_lines=2, placeholder="…"))
