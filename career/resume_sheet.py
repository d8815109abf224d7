"""What stands on a résumé, in the order in which it is read. Pure, no Django."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(r"^\s*[•·*–-]\s+")


@dataclass(frozen=True)
class SkillGroup:
    """`words` as they are printed: “Python, SQL, Bash”."""

    name: str
    words: str


@dataclass(frozen=True)
class Entry:
    """A project (`link`), a job or a school (`years`) with its lines."""

    title: str
    link: str = ""
    years: str = ""
    lines: tuple[str, ...] = ()

    @property
    def short_link(self) -> str:
        """Return the address as people write it, without https://."""
        return short(self.link)


@dataclass(frozen=True)
class Sheet:
    """One résumé. Links are whole addresses."""

    name: str = ""
    place: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[str, ...] = ()
    summary: str = ""
    skills: tuple[SkillGroup, ...] = ()
    projects: tuple[Entry, ...] = ()
    jobs: tuple[Entry, ...] = ()
    education: tuple[Entry, ...] = ()

    @property
    def contact(self) -> tuple[tuple[str, str], ...]:
        """Return the parts of the line below the name, as (text, address or nothing)."""
        mail = f"mailto:{self.email}" if self.email else ""
        parts = [(self.place, ""), (self.email, mail), (self.phone, "")]
        parts += [(short(link), link) for link in self.links]
        return tuple((text, address) for text, address in parts if text)

    @property
    def chapters(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Return projects, experience and education with their headings; what is empty is left out."""
        found = (("Projects", self.projects), ("Experience", self.jobs), ("Education", self.education))
        return tuple((title, entries) for title, entries in found if entries)

    @property
    def sentences(self) -> Iterator[str]:
        """Yield those of the summary, and every line of projects and jobs."""
        yield from re.split(r"(?<=[.!?])\s+", self.summary)
        for entry in (*self.projects, *self.jobs):
            yield from entry.lines

    @property
    def text(self) -> str:
        """Return all its words, for looking one up."""
        groups = [f"{group.name}: {group.words}" for group in self.skills]
        entries = [
            "\n".join((entry.title, *entry.lines)) for entry in (*self.projects, *self.jobs, *self.education)
        ]
        return "\n".join((self.summary, *groups, *entries))


def short(link: str) -> str:
    """Return “github.com/ines-m” for “https://github.com/ines-m/”."""
    bare = link.split("://", 1)[-1]
    return bare.removeprefix("www.").rstrip("/")


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines that say something, without bullets that were typed before them."""
    stripped = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)
