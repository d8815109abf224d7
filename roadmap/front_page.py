"""What the pages around the trail say of it, counted from the catalogue."""

from typing import Any

from roadmap import elevation
from roadmap.catalogue import Catalogue
from roadmap.figures import profile_html
from roadmap.models import Claim, Skill
from roadmap.outline import Outline
from roadmap.pace import paces

UNSUPPORTED = {Claim.Kind.UNSUPPORTED.label, Claim.Kind.OVERSTATED.label}


def landing_screen(outline: Outline) -> dict[str, Any]:
    """The roadmap in figures: specializations, chosen later, are counted apart."""
    catalogue = outline.catalogue
    views = outline.phases
    modules = [module for view in views for module in view.modules]
    extra = [
        sum(line.skill.hours for line in module.lines if not line.counts)
        for module in modules
        if module.module.specialization_id
    ]
    doing = _doing(outline)
    return {
        "outline": outline,
        "catalogue": catalogue,
        "first_module": modules[0].module if modules else None,
        "months": _months(catalogue),
        "extra_low": round(min(extra, default=0)),
        "extra_high": round(max(extra, default=0)),
        "paces": paces(outline.tally.hours_total),
        "doing": doing,
        "learning": 100 - doing,
        "claims": [claim for claim in catalogue.claims if claim.kind in UNSUPPORTED],
        "phases": catalogue.phases,
        "profile": profile_html(
            elevation.whole(0),
            catalogue.phases,
            "Elevation profile: the phases over fourteen months.",
            lanes=True,
            brief=True,
        ),
    }


def about_screen(outline: Outline) -> dict[str, Any]:
    """Where the content comes from, in numbers, and every claim of the guide."""
    catalogue = outline.catalogue
    skills = [line.skill for line in outline.lines.values()]
    from_guide = sum(skill.from_guide for skill in skills)
    return {
        "catalogue": catalogue,
        "months": _months(catalogue),
        "skills": len(skills),
        "from_guide": from_guide,
        "added": len(skills) - from_guide,
        "resources": len(catalogue.resources),
        "checked_on": max((resource.checked_on for resource in catalogue.resources), default=None),
        "claims": catalogue.claims,
    }


def _months(catalogue: Catalogue) -> int:
    return max((phase.month_end for phase in catalogue.phases), default=0)


def _doing(outline: Outline) -> int:
    """Return the share of the hours that is practice and building, in whole percent."""
    lines = [line.skill for line in outline.lines.values() if line.counts]
    total = sum(skill.hours for skill in lines)
    doing = sum(skill.hours for skill in lines if skill.kind != Skill.Kind.THEORY)
    return round(100 * doing / total) if total else 0
