"""The rules of the catalogue, checked before anything is written. Pure: entries in, problems out."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from roadmap.fixture_files import Entry
from roadmap.review import bank_rules

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Which field of which model points at which model; lists are lists of keys.
REFERENCES = {
    "roadmap.module": {"phase": "roadmap.phase", "specialization": "roadmap.specialization"},
    "roadmap.skill": {"module": "roadmap.module", "part_of": "roadmap.skill", "comes_after": "roadmap.skill"},
    "roadmap.resource": {"phase": "roadmap.phase", "topics": "roadmap.topic", "fallback": "roadmap.resource"},
    "roadmap.project": {"module": "roadmap.module", "resources": "roadmap.resource"},
    "roadmap.requirement": {"project": "roadmap.project", "skill": "roadmap.skill"},
    "roadmap.milestone": {"phase": "roadmap.phase", "skills": "roadmap.skill"},
    "roadmap.sprintweek": {"skills": "roadmap.skill"},
    "roadmap.idea": {"project": "roadmap.project", "skill": "roadmap.skill"},
    "roadmap.question": {"skill": "roadmap.skill", "resource": "roadmap.resource"},
}


def keys(value: object) -> list[str]:
    """Return the slugs of a natural key (`[slug]`), a list of them (`[[slug], …]`) or nothing."""
    if value is None:
        return []
    if not isinstance(value, list):
        return [str(value)]
    return [str(item[0]) if isinstance(item, list) and item else str(item) for item in value]


def problems(entries: list[Entry], passed: Collection[str] = ()) -> list[str]:
    """Return what is wrong with the catalogue, one sentence each; empty when all is well.

    `passed`: digests of questions whose texts were checked before, which takes longest by far.
    """
    found = [*_slugs(entries), *_references(entries)]
    if not found:
        skills = {entry.slug: entry for entry in entries if entry.model == "roadmap.skill"}
        found += [*_skills(skills), *_cycles(skills, "comes_after"), *_cycles(skills, "part_of")]
        found += [
            problem for entry in entries if entry.model == "roadmap.resource" for problem in _resource(entry)
        ]
        found += [problem for entry in entries if entry.model == "roadmap.idea" for problem in _idea(entry)]
        questions = [entry for entry in entries if entry.model == "roadmap.question"]
        found += bank_rules.problems(questions, skills, passed)
    return found


def _slugs(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        if not SLUG.fullmatch(entry.slug):
            yield f"{entry.where}: {entry.slug!r} is no slug"
    for (model, slug), times in Counter((entry.model, entry.slug) for entry in entries).items():
        if times > 1:
            yield f"{model}: {slug!r} stands there {times} times"


def _references(entries: list[Entry]) -> Iterator[str]:
    known = {(entry.model, entry.slug) for entry in entries}
    for entry in entries:
        wanted = [
            (target, slug)
            for name, target in REFERENCES.get(entry.model, {}).items()
            for slug in keys(entry.fields.get(name))
        ]
        wanted += [("roadmap.resource", slug) for slug in entry.links]
        for target, slug in wanted:
            if (target, slug) not in known:
                yield f"{entry.where} ({entry.slug}): there is no {target.split('.')[1]} {slug!r}"


def _skills(skills: dict[str, Entry]) -> Iterator[str]:
    for slug, entry in skills.items():
        low, high = entry.fields.get("hours_low"), entry.fields.get("hours_high")
        if not (isinstance(low, int) and isinstance(high, int) and 0 < low <= high):
            yield f"{slug}: hours {low} to {high} are not a range above 0"
        if bool(entry.fields.get("target")) != bool(entry.fields.get("unit")):
            yield f"{slug}: a counted skill has both a target and a unit"
        if not entry.links:
            yield f"{slug}: has no resource"
        if len(set(entry.links)) < len(entry.links):
            yield f"{slug}: lists a resource twice"
        if not str(entry.fields.get("done_when", "")).startswith("You can "):
            yield f"{slug}: done_when does not begin with “You can”"


def _cycles(skills: dict[str, Entry], name: str) -> Iterator[str]:
    """Report the first cycle found from each starting point, by depth-first search."""
    finished: set[str] = set()
    for start in skills:
        path: list[str] = []
        stack = [(start, iter(keys(skills[start].fields.get(name))))] if start not in finished else []
        path += [start] if stack else []
        while stack:
            slug, following = stack[-1]
            step = next(following, None)
            if step is None:
                finished.add(slug)
                stack.pop()
                path.pop()
            elif step in path:
                yield f"{name} goes round in a circle: {' > '.join([*path[path.index(step) :], step])}"
                return
            elif step not in finished:
                stack.append((step, iter(keys(skills[step].fields.get(name)))))
                path.append(step)


def _resource(entry: Entry) -> Iterator[str]:
    url = str(entry.fields.get("url", ""))
    if not _leads_on(url, "https"):
        yield f"{entry.slug}: {url!r} is no https link"
    if entry.fields.get("fallback") == [entry.slug]:
        yield f"{entry.slug}: is its own fallback"


def _idea(entry: Entry) -> Iterator[str]:
    url, title = str(entry.fields.get("data_url", "")), str(entry.fields.get("data_title", ""))
    if not _leads_on(url, "http", "https"):
        yield f"{entry.slug}: {url!r} is no http(s) link"
    if not entry.fields.get("data_license"):
        yield f"{entry.slug}: says nothing of the license of its data"
    if bool(entry.fields.get("project")) == bool(entry.fields.get("skill")):
        yield f"{entry.slug}: is for a project or for a skill, and for one of them only"
    if len(f"{title}, {url}") > 200:
        yield f"{entry.slug}: title and address of its data do not fit a build's field of 200 characters"


def _leads_on(url: str, *schemes: str) -> bool:
    """Whether `url` is an address with one of these schemes that needs no escaping."""
    parts = urlsplit(url)
    return parts.scheme in schemes and bool(parts.hostname) and not re.search(r"[\s<>\"'`|\\^{}]", url)
