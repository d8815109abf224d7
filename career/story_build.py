"""A build as the first draft of a story."""

from typing import Any

from career.models import StoryTag
from career.story_draft import BuildFacts, draft
from roadmap.models import Build
from roadmap.outline import Outline


def draft_of(build: Build, outline: Outline) -> dict[str, Any]:
    """Return the fields of the form, drafted from `build`; its skills are read in one statement."""
    facts = BuildFacts(
        title=str(build),
        summary=build.summary,
        problem=build.problem,
        approach=build.approach,
        would_change=build.would_change,
        metric_name=build.metric_name,
        baseline=build.metric_baseline,
        mine=build.metric_mine,
        better=build.metric_better,
        repository=build.repository,
        demo=build.demo,
        writeup=build.writeup,
        data_source=build.data_source,
        data_license=build.data_license,
    )
    skills = outline.catalogue.skills
    ids = build.evidence.order_by("day", "made_at").values_list("skill_id", flat=True)
    return {
        **draft(facts),
        "build": build.key,
        "tags": [StoryTag.Name.IMPACT.value] if facts.beats else [],
        "skills": [skills[pk].slug for pk in ids if pk in skills],
    }
