"""Private notes on skills, projects and resources."""

import datetime
from typing import Annotated, Literal

from django.db.models import Q
from django.http import HttpResponse
from ninja import Path
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.paging import Cursor, Limit, Next, opened, seal
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Given, Shown, Slug, prose
from accounts.http import ApiRequest
from roadmap.api.catalogue import catalogue_now, found
from roadmap.api.examples import example
from roadmap.forms import NoteForm
from roadmap.models import Note

routes = Routes("Notes")
Kind = Annotated[Literal["skill", "project", "resource"], Path(description="What the note is on.")]


class NoteShown(Shown):
    """A note, in Markdown; without one the text is empty."""

    model_config = ConfigDict(json_schema_extra=example("note"))

    on: Literal["skill", "project", "resource"]
    name: str = Field(description="The name of the skill, project or resource in addresses.")
    text: str
    saved_at: datetime.datetime | None


class WantedNote(Given):
    """What the note shall say; an empty text clears it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "The **bias** term is a weight."}]})

    text: prose(Note.MAX_LENGTH)  # type: ignore[valid-type]


class NotePage(Shown):
    items: list[NoteShown]
    next: Next


@routes.read("/notes", NotePage, "notes:read")
def list_notes(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List your notes that say something, in the order in which they were begun."""
    rows = Note.objects.filter(user=request.user).exclude(text="").order_by("pk")
    if place := opened("notes", cursor, 1):
        rows = rows.filter(Q(pk__gt=place[0]))
    page = list(rows.select_related("skill", "project", "resource")[: limit + 1])
    more = seal("notes", [page[limit - 1].pk]) if len(page) > limit else None
    items = [
        NoteShown(
            on="skill" if row.skill else "project" if row.project else "resource",
            name=str((row.skill or row.project or row.resource).slug),  # type: ignore[union-attr]  # one is set
            text=row.text,
            saved_at=row.saved_at,
        )
        for row in page[:limit]
    ]
    return answer(request, NotePage(items=items, next=more))


@routes.read("/notes/{kind}/{slug}", NoteShown, "notes:read")
def read_note(request: ApiRequest, kind: Kind, slug: Slug) -> HttpResponse:
    """Read the note on a skill, project or resource."""
    return answer(request, _note(request, kind, slug))


@routes.put("/notes/{kind}/{slug}", NoteShown, "notes:write")
def put_note(request: ApiRequest, kind: Kind, slug: Slug, body: WantedNote) -> HttpResponse:
    """Write the note on a skill, project or resource."""
    with unchanged(request, lambda: _note(request, kind, slug)):
        text = followed(NoteForm({"text": body.text}))["text"]
        Note.objects.put(request.user, text, **_thing(kind, slug))
    return answer(request, _note(request, kind, slug))


def _thing(kind: str, slug: str) -> dict[str, int]:
    catalogue = catalogue_now()
    if kind == "skill":
        return {"skill_id": found(catalogue.skill_by_slug.get(slug)).id}
    if kind == "project":
        return {"project_id": found(catalogue.project(slug)).id}
    return {"resource_id": found(catalogue.resource_by_slug.get(slug)).id}


def _note(request: ApiRequest, kind: Literal["skill", "project", "resource"], slug: str) -> NoteShown:
    row = Note.objects.of(request.user, **_thing(kind, slug))
    return NoteShown(
        on=kind, name=slug, text=row.text if row else "", saved_at=row.saved_at if row and row.text else None
    )
