"""A résumé as JSON Resume (jsonresume.org/schema), and back. Pure, no Django.

What the schema has no place for goes into keys of our own, which it allows: `years` where they are no dates,
`meta.title` and `meta.paper`. What we have no place for is named when it is read.
"""

import re
from collections.abc import Mapping
from typing import Any

from career.resume_sheet import Entry, Sheet, SkillGroup, short
from career.resumes.json_object import JsonObject, Reading, span

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_SPAN = re.compile(rf"({_DATE})\s*(?:–|-|to|until)\s*({_DATE}|now|today|present)?", re.IGNORECASE)
_ONE = re.compile(_DATE)


def written(sheet: Sheet, *, title: str = "", paper: str = "a4") -> dict[str, Any]:
    """Return a sheet as the schema wants it; what is empty is left out."""
    basics = {
        "name": sheet.name,
        "email": sheet.email,
        "phone": sheet.phone,
        "summary": sheet.summary,
        "location": {"city": sheet.place} if sheet.place else None,
        "profiles": [{"network": short(link).split("/")[0], "url": link} for link in sheet.links],
    }
    return {
        "$schema": SCHEMA,
        "basics": _filled(basics),
        "work": [_job(job) for job in sheet.jobs],
        "education": [_school(school) for school in sheet.education],
        "skills": [_group(group) for group in sheet.skills],
        "projects": [
            _filled({"name": one.title, "url": one.link, "highlights": list(one.lines)})
            for one in sheet.projects
        ],
        "meta": _filled({"title": title, "paper": paper}),
    }


def _job(job: Entry) -> dict[str, Any]:
    position, _, name = job.title.partition(", ")
    if not position or not name:
        position, name = job.title, ""
    return _filled({"position": position, "name": name, **_dates(job.years), "highlights": list(job.lines)})


def _school(school: Entry) -> dict[str, Any]:
    study, _, institution = school.title.rpartition(", ")
    if not study or not institution:
        study, institution = "", school.title
    return _filled({"studyType": study, "institution": institution, **_dates(school.years)})


def _group(group: SkillGroup) -> dict[str, Any]:
    return {"name": group.name, "keywords": group.words.split(", ")}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _dates(years: str) -> dict[str, str]:
    if _ONE.fullmatch(years):
        return {"endDate": years}
    found = _SPAN.fullmatch(years)
    start, end = (found[1], found[2] or "") if found else ("", "")
    end = end if _ONE.fullmatch(end) else ""
    return _filled({"startDate": start, "endDate": end, "years": "" if span(start, end) == years else years})


def read(data: object) -> Reading:
    """Read what json.loads returned; all that is wrong is said at once."""
    reading = Reading()
    top = JsonObject(data, "", reading)
    basics = top.one("basics")
    for name in ("name", "email", "phone", "summary"):
        reading.put(name, basics.text(name), f"basics.{name}")
    location = basics.one("location")
    place = ", ".join(
        filter(None, map(location.text, ("address", "postalCode", "city", "region", "countryCode")))
    )
    reading.put("place", place, "basics.location")
    links = [basics.text("url"), *(profile.link() for profile in basics.many("profiles"))]
    reading.put("links", "\n".join(dict.fromkeys(filter(None, links))), "basics.profiles")
    for number, job in enumerate(top.many("work"), 1):
        title = ", ".join(filter(None, (job.text("position"), job.text("name"))))
        reading.put(f"job-{number}-title", title, job.path)
        reading.put(f"job-{number}-years", job.years(), job.path)
        reading.put(f"job-{number}-lines", job.lines("summary"), f"{job.path}.highlights")
    for number, school in enumerate(top.many("education"), 1):
        title = ", ".join(filter(None, map(school.text, ("studyType", "area", "institution"))))
        reading.put(f"school-{number}-title", title, school.path)
        reading.put(f"school-{number}-years", school.years(), school.path)
    _skills(top, reading)
    for number, project in enumerate(top.many("projects"), 1):
        reading.put(f"project-{number}-title", project.text("name"), project.path)
        reading.put(f"project-{number}-link", project.text("url"), f"{project.path}.url")
        reading.put(f"project-{number}-lines", project.lines("description"), f"{project.path}.highlights")
        reading.put(f"project-{number}-keep", "on", project.path)
    meta = top.one("meta", whole=True)
    reading.put("title", meta.text("title"), "meta.title")
    reading.put("paper", meta.text("paper"), "meta.paper")
    top.name_the_rest()
    return reading


def _skills(top: JsonObject, reading: Reading) -> None:
    """Read groups; skills without keywords of their own are one group together."""
    groups: list[tuple[str, str, str]] = []
    single: list[str] = []
    for one in top.many("skills"):
        name, words = one.text("name"), ", ".join(one.texts("keywords"))
        if words:
            groups.append((name or "Skills", words, one.path))
        elif name:
            single.append(name)
    if single:
        groups.append(("Skills", ", ".join(single), "skills"))
    for number, (name, words, path) in enumerate(groups, 1):
        reading.put(f"group-{number}-name", name, path)
        reading.put(f"group-{number}-words", words, path)
