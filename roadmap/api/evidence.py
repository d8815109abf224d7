"""Evidence of skills: links, builds and notes."""

import datetime
import uuid
from typing import Annotated, Any, Literal

from django.db.models import Q
from django.http import HttpResponse
from ninja import Query
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, nothing, unchanged
from accounts.api.paging import Cursor, Limit, Next, opened, seal
from accounts.api.problems import Problem
from accounts.api.repeats import once
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Link, Shown, Slug, Yes, line, prose
from accounts.http import ApiRequest
from roadmap.api.catalogue import catalogue_now
from roadmap.api.examples import example
from roadmap.catalogue import Catalogue
from roadmap.evidence_forms import DoneForm, LinkForm, PieceForm
from roadmap.models import Evidence

routes = Routes("Evidence")
LinkKind = Literal["repository", "notebook", "post", "certificate", "demo", "other"]


class PieceShown(Shown):
    """A piece of evidence. A link or a shipped build shows the skill, a note does not."""

    model_config = ConfigDict(json_schema_extra=example("piece"))

    id: uuid.UUID
    skill: str
    kind: Literal["repository", "notebook", "post", "certificate", "demo", "other", "build", "note"]
    title: str
    url: str
    note: str
    build: uuid.UUID | None
    day: datetime.date
    is_private: bool
    shows: bool


class WantedPiece(Given):
    """A link (`url`) or a note (`note`), one of the two."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"url": "https://example.org/first-steps", "title": "First steps", "kind": "post"}]
        }
    )

    url: Link | None = None
    title: line(120) = ""  # type: ignore[valid-type]
    kind: LinkKind | None = Field(None, description="Of a link; without it, guessed from the address.")
    note: prose(1000) = ""  # type: ignore[valid-type]
    day: Day | None = Field(None, description="From 2000-01-01 to today, which it is by itself.")
    is_private: Yes = Field(False, description="Keep a link off the public profile.")


class NewPiece(WantedPiece):
    """Evidence of a skill: a link (`url`) or a note (`note`), one of the two."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"skill": "py-syntax", "url": "https://example.org/first-steps", "kind": "post"}]
        }
    )

    skill: Slug


class PiecePage(Shown):
    items: list[PieceShown]
    next: Next


@routes.read("/evidence", PiecePage, "proof:read")
def list_evidence(
    request: ApiRequest,
    limit: Limit,
    cursor: Cursor,
    skill: Annotated[Slug | None, Query(None, description="Only that of this skill.")],
) -> HttpResponse:
    """List your evidence, the latest day first."""
    catalogue = catalogue_now()
    rows = Evidence.objects.filter(user=request.user).select_related("build__project").order_by("-day", "pk")
    if skill:
        item = catalogue.skill_by_slug.get(skill)
        rows = rows.filter(skill_id=item.id if item else 0)
    if place := opened("evidence", cursor, 2):
        day, pk = place
        rows = rows.filter(Q(day__lt=day) | Q(day=day, pk__gt=pk))
    page = list(rows[: limit + 1])
    more = None
    if len(page) > limit:
        more = seal("evidence", (page[limit - 1].day.isoformat(), str(page[limit - 1].pk)))
    return answer(request, PiecePage(items=[_shown(catalogue, row) for row in page[:limit]], next=more))


@routes.create("/evidence", PieceShown, "proof:write")
def create_evidence(request: ApiRequest, body: NewPiece) -> HttpResponse:
    """Add a link or a note to a skill."""

    def create() -> HttpResponse:
        catalogue = catalogue_now()
        skill = catalogue.skill_by_slug.get(body.skill)
        if skill is None:
            fault = {"detail": "There is no such skill.", "pointer": "#/skill"}
            raise Problem("conflict", fault["detail"], errors=[fault])
        form = _form(request, body)
        if Evidence.objects.filter(user=request.user, skill_id=skill.id).count() >= Evidence.MOST:
            raise Problem("conflict", f"This skill has {Evidence.MOST} pieces. Take one away first.")
        row = Evidence(user=request.user, skill_id=skill.id, **form.values)
        if not Evidence.objects.add(row):
            raise Problem("conflict", "This skill has this link already.")
        return answer(request, _shown(catalogue, row), 201, {"Location": f"/api/v1/evidence/{row.pk}"})

    return once(request, create)


@routes.read("/evidence/{uuid:pk}", PieceShown, "proof:read")
def read_evidence(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a piece of evidence."""
    return answer(request, _shown(catalogue_now(), _own(request, pk)))


@routes.put("/evidence/{uuid:pk}", PieceShown, "proof:write")
def put_evidence(request: ApiRequest, pk: uuid.UUID, body: WantedPiece) -> HttpResponse:
    """Change a link or a note: all of it is as you send it."""
    catalogue = catalogue_now()
    with unchanged(request, lambda: _shown(catalogue, _own(request, pk))):
        row = _own(request, pk)
        if row.build_id:
            raise Problem("conflict", "A build is changed by its own address.")
        if bool(body.url) == (row.kind == Evidence.Kind.NOTE):
            raise Problem("conflict", "A link stays a link, and a note a note. Take it away and add another.")
        values = _form(request, body).values
        others = Evidence.objects.filter(user=request.user, skill_id=row.skill_id).exclude(pk=pk)
        if body.url and others.filter(url=values["url"]).exists():
            raise Problem("conflict", "This skill has this link already.")
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return answer(request, _shown(catalogue, row))


@routes.remove("/evidence/{uuid:pk}", "proof:write")
def delete_evidence(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a piece of evidence away."""
    with unchanged(request, lambda: _shown(catalogue_now(), _own(request, pk))):
        _own(request, pk).delete()
    return nothing()


def _own(request: ApiRequest, pk: uuid.UUID) -> Evidence:
    row = Evidence.objects.filter(user=request.user, pk=pk).select_related("build__project").first()
    if row is None:
        raise Problem("not-found", "There is no such evidence.")
    return row


def _form(request: ApiRequest, body: WantedPiece) -> PieceForm:
    if bool(body.url) == bool(body.note):
        raise Problem("conflict", "Send a url or a note, one of the two.")
    today = request.user.today()
    day = body.day.isoformat() if body.day else ""
    sent: dict[str, Any] = {"day": day, "note": body.note}
    if body.url:
        sent = {"day": day, "url": body.url, "title": body.title, "link_kind": body.kind or ""}
        sent |= {"is_private": "on"} if body.is_private else {}
    form: PieceForm = LinkForm(sent, today=today) if body.url else DoneForm(sent, today=today)
    followed(form, {"link_kind": "kind"})
    return form


def _shown(catalogue: Catalogue, row: Evidence) -> PieceShown:
    return PieceShown(
        id=row.pk,
        skill=catalogue.skills[row.skill_id].slug,
        kind=row.kind,  # type: ignore[arg-type]  # one of the eight
        title=row.title or (str(row.build) if row.build else ""),
        url=row.url,
        note=row.note,
        build=row.build.key if row.build else None,
        day=row.day,
        is_private=row.is_private,
        shows=row.shows,
    )
