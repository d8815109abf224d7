"""How applications are sent and shown."""

import datetime
import uuid
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints

from accounts.api.shapes import Day, Given, Key, Link, Shown, line, prose, whole
from career.api.examples import EXAMPLES, example
from career.applications.stages import Stages
from career.models import Application

Source = Literal["", "referral", "cold", "board", "recruiter", "network"]
Remote = Literal["", "onsite", "hybrid", "remote"]
Per = Literal["year", "month", "day", "hour"]
Amount = Annotated[
    str,
    StringConstraints(pattern=r"^(0|[1-9][0-9]{0,9})(\.[0-9]{2})?$"),
    Field(description="An exact decimal as text, such as 32000 or 32000.50."),
]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$"), Field(description="As in ISO 4217.")]


class ApplicationShown(Shown):
    """An application, where it stands and what comes next."""

    model_config = ConfigDict(json_schema_extra=example("application"))

    id: uuid.UUID
    company: str
    role: str
    link: str
    tier: int | None
    source: Source
    place: str
    remote: Remote
    pay_low: str | None
    pay_high: str | None
    pay_currency: str
    pay_per: Per
    resume: uuid.UUID | None
    job_text: uuid.UUID | None
    contact: uuid.UUID | None
    note: str
    stage: str = Field(description="The key of a stage of yours.")
    means: str = Field(description="The standard stage that it counts as.")
    stage_on: datetime.date
    next_step: str
    next_on: datetime.date | None
    is_archived: bool


class WantedApplication(Given):
    """What is written about an application, all of it."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLES["wanted application"]]})

    company: line(120, blank=False)  # type: ignore[valid-type]
    role: line(120) = ""  # type: ignore[valid-type]
    link: Link | None = None
    tier: whole(1, 3) | None = None  # type: ignore[valid-type]
    source: Source = ""
    place: line(120) = ""  # type: ignore[valid-type]
    remote: Remote = ""
    pay_low: Amount | None = None
    pay_high: Amount | None = None
    pay_currency: Currency | None = None
    pay_per: Per = "year"
    resume: Key | None = None
    job_text: Key | None = None
    contact: Key | None = None
    note: prose(10_000) = ""  # type: ignore[valid-type]

    @property
    def fields(self) -> dict[str, Any]:
        """Return what the page's form takes."""
        return {name: "" if value is None else str(value) for name, value in self.model_dump().items()}


class NewApplication(WantedApplication):
    """A new application with the stage it is in, the first one by itself."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [EXAMPLES["wanted application"] | {"stage": "applied"}]}
    )

    stage: line(20) = ""  # type: ignore[valid-type]
    on: Day | None = Field(None, description="In this stage since; from 2000-01-01 to today.")


def application_shown(row: Application, stages: Stages) -> ApplicationShown:
    return ApplicationShown(
        id=row.pk,
        company=row.company,
        role=row.role,
        link=row.link,
        tier=row.tier,
        source=row.source,  # type: ignore[arg-type]  # one of these
        place=row.place,
        remote=row.remote,  # type: ignore[arg-type]  # one of these
        pay_low=None if row.pay_low is None else f"{row.pay_low:.2f}",
        pay_high=None if row.pay_high is None else f"{row.pay_high:.2f}",
        pay_currency=row.pay_currency,
        pay_per=row.pay_per,  # type: ignore[arg-type]  # one of these
        resume=row.resume_id,
        job_text=row.job_text_id,
        contact=row.contact_id,
        note=row.note,
        stage=row.stage,
        means=stages.named(row.stage).means,
        stage_on=row.stage_on,
        next_step=row.next_step,
        next_on=row.next_on,
        is_archived=row.archived_at is not None,
    )
