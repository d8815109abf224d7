"""Stories, résumés and letters as Markdown, to read anywhere."""

import re
import unicodedata
from collections.abc import Iterator

from accounts.models import User
from career.models import CoverLetter, Resume, Story
from career.resume_sheet import Entry, Sheet

_PARTS = {
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
    "would_change": "Would change",
    "sources": "Every number here comes from",
}
_LETTER = ("hook", "project", "transfer", "closing")


def stories(user: User) -> Iterator[tuple[str, str]]:
    """Yield `stories.md`; nothing for someone without stories."""
    parts = []
    rows = Story.objects.filter(user=user).order_by("made_at", "pk")
    for story in rows.prefetch_related("tags"):
        tags = ", ".join(tag.get_name_display() for tag in story.tags.all())
        head = [f"## {story.title}\n", *([f"*{tags}*\n"] if tags else [])]
        for name, label in _PARTS.items():
            if text := getattr(story, name).strip():
                head.append(f"### {label}\n\n{text}\n")
        parts.append("\n".join(head))
    if parts:
        yield "stories.md", "\n".join(["# Stories\n", *parts])


def resumes(user: User) -> Iterator[tuple[str, str]]:
    """Yield a file for each version of the résumé."""
    for row in Resume.objects.filter(user=user).prefetch_related("projects"):
        yield f"resume-{_plain(row.title) or 'version'}-{row.number}.md", _written(row.sheet)


def letters(user: User) -> Iterator[tuple[str, str]]:
    """Yield `letters.md`; nothing for someone without cover letters."""
    rows = CoverLetter.objects.filter(application__user=user, application__deleted_at=None)
    parts = []
    for row in rows.select_related("application").order_by("pk"):
        texts = [text for name in _LETTER if (text := getattr(row, name).strip())]
        if texts:
            title = " · ".join(filter(None, (row.application.company, row.application.role)))
            parts.append("\n\n".join([f"## {title}", *texts]) + "\n")
    if parts:
        yield "letters.md", "\n".join(["# Cover letters\n", *parts])


def _plain(title: str) -> str:
    """Return a title as part of a file's name on any system."""
    text = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text)[:40].strip("-")


def _written(sheet: Sheet) -> str:
    contact = " · ".join(filter(None, (sheet.place, sheet.email, sheet.phone, *sheet.links)))
    blocks = [f"# {sheet.name or 'Résumé'}", contact, sheet.summary]
    if sheet.skills:
        lines = "\n".join(f"- **{group.name}:** {group.words}" for group in sheet.skills)
        blocks.append(f"## Skills\n\n{lines}")
    for title, entries in sheet.chapters:
        blocks.append("\n\n".join([f"## {title}", *map(_entry, entries)]))
    return "\n\n".join(block.strip() for block in blocks if block.strip()) + "\n"


def _entry(entry: Entry) -> str:
    head = f"### {entry.title}" + (f" ({entry.years})" if entry.years else "")
    lines = "\n".join(f"- {line}" for line in entry.lines)
    return "\n\n".join(filter(None, (head, entry.link, lines)))
