"""How builds are sent and shown."""

import datetime
import uuid
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from accounts.api.shapes import Day, Given, Key, Link, Number, Shown, Slug, line, prose
from roadmap.api.examples import EXAMPLES, example
from roadmap.builds.requirement_rows import LONGEST, MOST
from roadmap.models import Build
from roadmap.models.build_contents import BuildContents
from roadmap.outline import Outline

Status = Literal["idea", "building", "shipped", "dropped"]


class OwnRequirementShown(Shown):
    """A requirement of a build of one's own."""

    id: uuid.UUID
    title: str
    done_on: datetime.date | None
    url: str
    note: str


class BuildShown(Shown):
    """A build: of a project, or of the learner's own."""

    model_config = ConfigDict(json_schema_extra=example("build"))

    id: uuid.UUID
    project: str | None = Field(description="The project it is of, which brings the title.")
    title: str
    summary: str
    problem: str
    approach: str
    would_change: str
    data_source: str
    data_license: str
    metric_name: str
    metric_baseline: float | None
    metric_mine: float | None
    metric_better: Literal["lower", "higher"]
    repository: str
    demo: str
    no_demo: str
    writeup: str
    status: Status
    ship_by: datetime.date | None
    started_on: datetime.date | None
    shipped_on: datetime.date | None
    skills: list[str]
    requirements: list[OwnRequirementShown]


class BuildRow(Shown):
    """A build in a list."""

    model_config = ConfigDict(json_schema_extra=example("build row"))

    id: uuid.UUID
    project: str | None
    title: str
    summary: str
    status: Status
    ship_by: datetime.date | None
    shipped_on: datetime.date | None


class OwnRequirementWanted(Given):
    """A requirement as it shall be; with the id of one that is there, its tick and proof stay."""

    id: Key | None = None
    title: line(LONGEST, blank=False)  # type: ignore[valid-type]


class WantedBuild(Given):
    """A build of one's own as it shall be."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLES["wanted build"]]})

    title: line(120, blank=False)  # type: ignore[valid-type]
    summary: line(160) = ""  # type: ignore[valid-type]
    problem: prose(4000) = ""  # type: ignore[valid-type]
    approach: prose(4000) = ""  # type: ignore[valid-type]
    would_change: prose(4000) = ""  # type: ignore[valid-type]
    data_source: line(200) = ""  # type: ignore[valid-type]
    data_license: line(80) = ""  # type: ignore[valid-type]
    metric_name: line(60) = ""  # type: ignore[valid-type]
    metric_baseline: Number | None = None
    metric_mine: Number | None = None
    metric_better: Literal["lower", "higher"] = "higher"
    repository: Link | None = None
    demo: Link | None = None
    no_demo: line(200) = ""  # type: ignore[valid-type]
    writeup: Link | None = None
    ship_by: Day | None = Field(None, description="From today on, or the one that is there.")
    skills: Annotated[list[Slug], Field(max_length=60)] = []
    requirements: Annotated[list[OwnRequirementWanted], Field(max_length=MOST)] = []


def build_shown(outline: Outline, build: Build, hanging: BuildContents) -> BuildShown:
    catalogue = outline.catalogue
    project = next((p for p in catalogue.projects if p.id == build.project_id), None)
    skills = sorted((catalogue.skills[pk] for pk in hanging.skills), key=lambda skill: skill.place)
    return BuildShown(
        id=build.key,
        project=project.slug if project else None,
        title=project.title if project else str(build),
        summary=build.summary,
        problem=build.problem,
        approach=build.approach,
        would_change=build.would_change,
        data_source=build.data_source,
        data_license=build.data_license,
        metric_name=build.metric_name,
        metric_baseline=build.metric_baseline,
        metric_mine=build.metric_mine,
        metric_better=build.metric_better,  # type: ignore[arg-type]  # one of the two
        repository=build.repository,
        demo=build.demo,
        no_demo=build.no_demo,
        writeup=build.writeup,
        status=build.status,  # type: ignore[arg-type]  # one of the four
        ship_by=build.ship_by,
        started_on=build.started_on,
        shipped_on=build.shipped_on,
        skills=[skill.slug for skill in skills],
        requirements=[
            OwnRequirementShown(
                id=row.id, title=row.title, done_on=row.done_on, url=row.proof.url, note=row.proof.note
            )
            for row in hanging.requirements
        ],
    )
