"""All notes of a learner as one Markdown text, to read anywhere."""

from collections.abc import Iterator

from accounts.models import User
from roadmap.models import Note


def notes(user: User) -> Iterator[tuple[str, str]]:
    """Yield `notes.md`; nothing for someone without notes."""
    rows = Note.objects.filter(user=user).exclude(text="").order_by("pk")
    found = rows.values_list("skill__title", "project__title", "resource__title", "text", "saved_at")
    parts = [
        f"## {skill or project or resource}\n\n"
        f"*{kind}, saved on {user.local(saved_at):%Y-%m-%d}*\n\n{text.strip()}\n"
        for skill, project, resource, text, saved_at in found
        for kind in ["Skill" if skill else "Project" if project else "Resource"]
    ]
    if parts:
        yield "notes.md", "\n".join(["# Notes\n", *parts])
