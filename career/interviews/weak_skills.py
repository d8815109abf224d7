"""Skills that a learner may bring back for review after an interview."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from career.interviews.points import PREPARATIONS
from roadmap.outline import Outline


@dataclass(frozen=True)
class SkillChoice:
    """`about`: its state and how many questions there are on it; `ticked`: it is chosen."""

    slug: str
    title: str
    about: str
    ticked: bool


def skill_choices(outline: Outline, slugs: Iterable[str], chosen: Collection[str]) -> tuple[SkillChoice, ...]:
    """Return the chosen skills first, then those of `slugs` that the review has questions on.

    Each group stands in the order of the trail.
    """
    catalogue = outline.catalogue
    items = [catalogue.skill_by_slug[slug] for slug in {*slugs, *chosen} if slug in catalogue.skill_by_slug]
    items.sort(key=lambda skill: (skill.slug not in chosen, skill.place))
    found = []
    for skill in items:
        number = len(catalogue.questions_of.get(skill.id, ()))
        if skill.slug not in chosen and (skill.retired or not number):
            continue
        questions = f"{number} question{'' if number == 1 else 's'}" if number else "no questions yet"
        about = f"{outline.line(skill).state.capitalize()}, {questions}"
        found.append(SkillChoice(skill.slug, skill.title, about, skill.slug in chosen))
    return tuple(found)


def all_rounds() -> tuple[str, ...]:
    """Return the skills (slugs) that rounds of any kind are about."""
    return tuple({slug: None for each in PREPARATIONS.values() for slug in each.skills})


def not_begun(outline: Outline, slugs: Iterable[str]) -> str:
    """Say which of these skills the review asks nothing about before they are begun; nothing if none."""
    items = [outline.catalogue.skill_by_slug[slug] for slug in slugs]
    titles = [item.title for item in items if outline.line(item).state not in ("learning", "done")]
    if not titles:
        return ""
    return f"Asked about once you begin {'it' if len(titles) == 1 else 'them'}: {', '.join(titles)}."
