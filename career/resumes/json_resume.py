"""A résumé as JSON Resume (jsonresume.org/schema), and back. Pure, no Django.

What the schema has no place for goes into keys of our own, which it allows: `years` where they are no dates,
`meta.title` and `meta.paper`. What we have no place for is named when it is read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from career.resume_sheet import Entry, Sheet, SkillGroup, short

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


def span(start: str, end: str) -> str:
    """Return “2018–2027”, “2018–now” or “2027”."""
    return f"{start}–{end or 'now'}" if start else end


@dataclass
class Reading:
    """What a file says, as the fields of the editor's form.

    `where`: the path of each field in the file. `wrong`: (path, what is wrong there). `ignored`: the paths of
    what there is no place for.
    """

    fields: dict[str, str] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def put(self, name: str, value: str, path: str) -> None:
        self.fields[name] = value
        self.where[name] = path


def read(data: object) -> Reading:
    """Read what json.loads returned; all that is wrong is said at once."""
    reading = Reading()
    top = _Object(data, "", reading)
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


def _skills(top: "_Object", reading: Reading) -> None:
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


class _Object:
    """An object of the file, asked for one key after the other; what nobody asks for is named at the end."""

    def __init__(self, value: object, path: str, reading: Reading, *, whole: bool = False) -> None:
        self.path, self._reading, self._whole = path, reading, whole
        self._below: list[_Object] = []
        self._asked = {"$schema"}
        self._values: dict[str, Any] = {}
        if isinstance(value, dict):
            self._values = value
        elif value is not None:
            self._refuse(path, "an object in braces", value)

    def one(self, key: str, *, whole: bool = False) -> "_Object":
        """Return what stands there; with `whole`, unknown keys in it are not worth naming."""
        found = _Object(self._get(key), self._at(key), self._reading, whole=whole)
        self._below.append(found)
        return found

    def many(self, key: str) -> list["_Object"]:
        values = self._list(key)
        found = [_Object(value, f"{self._at(key)}[{n}]", self._reading) for n, value in enumerate(values)]
        self._below += found
        return found

    def text(self, key: str) -> str:
        value = self._get(key)
        return self._text(value, self._at(key))

    def texts(self, key: str) -> list[str]:
        found = [self._text(value, f"{self._at(key)}[{n}]") for n, value in enumerate(self._list(key))]
        return [text for text in found if text]

    def lines(self, first: str) -> str:
        """Return a sentence of its own and the highlights, one a line."""
        return "\n".join(filter(None, (self.text(first), *self.texts("highlights"))))

    def years(self) -> str:
        start, end = self.text("startDate"), self.text("endDate")
        return self.text("years") or span(start, end)

    def link(self) -> str:
        """Return a profile's address; one without is named."""
        url = self.text("url")
        self._asked |= {"network", "username"} if url else set()
        return url

    def name_the_rest(self) -> None:
        if not self._whole:
            self._reading.ignored += [self._at(key) for key in self._values if key not in self._asked]
        for one in self._below:
            one.name_the_rest()

    def _get(self, key: str) -> Any:
        self._asked.add(key)
        return self._values.get(key)

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _list(self, key: str) -> list[Any]:
        value = self._get(key)
        if value is None or isinstance(value, list):
            return value or []
        self._refuse(self._at(key), "a list in brackets", value)
        return []

    def _text(self, value: Any, path: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self._refuse(path, "text in quotes", value)
            return ""
        try:
            value.encode()
        except UnicodeEncodeError:
            self._reading.wrong.append((path, "This holds half a character. Write it anew."))
            return ""
        return value.strip()

    def _refuse(self, path: str, wanted: str, value: object) -> None:
        names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
        kind = next((name for type_, name in names.items() if isinstance(value, type_)), "a number")
        self._reading.wrong.append((path or "The file", f"This is {kind}; it has to be {wanted}."))
