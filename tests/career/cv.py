"""A résumé for tests, and how a person writes one."""

from typing import Any

from career.models import Resume, ResumeProject
from career.resume_sheet import Entry, Sheet, SkillGroup
from tests.career.rows import make_resume
from tests.markup import Node
from tests.person import Person

LIST, NEW, IMPORT = "/career/resumes/", "/career/resumes/new/", "/career/resumes/import/"
INES = Sheet(
    name="Ines Moreau",
    place="Leeds, UK",
    email="ines@moreau.example",
    phone="+44 113 496 0000",
    links=("https://github.com/ines-m", "https://linkedin.com/in/ines-m"),
    summary=(
        "Machine learning engineer for logistics, with eight years of running warehouse shifts. Four models "
        "built, deployed and measured. Looking for arrival-time and demand problems."
    ),
    skills=(
        SkillGroup("Languages", "Python, SQL, Bash"),
        SkillGroup("Models", "scikit-learn, LightGBM, PyTorch"),
    ),
    projects=(
        Entry(
            "Rent forecasts for Leeds",
            link="https://github.com/ines-m/rents",
            lines=("Cut the mean error from £142 to £81 a month.", "Collects nightly, compares five models."),
        ),
        Entry(
            "Pallet damage detection",
            link="https://github.com/ines-m/pallets",
            lines=("mAP 0.78 on 1,200 photos taken in a warehouse.",),
        ),
        Entry(
            "Supplier email triage",
            link="https://triage.moreau.example",
            lines=("F1 0.91 over nine classes with a small BERT.",),
        ),
    ),
    jobs=(
        Entry(
            "Shift lead, Aire Valley Warehousing",
            years="2018–2027",
            lines=("Planned shifts for 40 people; a forecast lowered overtime by 11%.",),
        ),
    ),
    education=(Entry("BTEC Level 3, Leeds City College", years="2015"),),
)


def columns(sheet: Sheet) -> dict[str, Any]:
    """Return the columns of a row that says the same."""
    return {
        **{name: getattr(sheet, name) for name in ("name", "place", "email", "phone", "summary")},
        "links": list(sheet.links),
        "skills": [{"name": group.name, "words": group.words} for group in sheet.skills],
        "jobs": [{"title": j.title, "years": j.years, "lines": "\n".join(j.lines)} for j in sheet.jobs],
        "education": [{"title": school.title, "years": school.years} for school in sheet.education],
    }


def keep(person: Person, sheet: Sheet = INES, **fields: Any) -> Resume:
    """Return a version that is there already."""
    row = make_resume(user=person.user, **(columns(sheet) | fields))
    row.put_projects(
        [ResumeProject(title=p.title, link=p.link, lines="\n".join(p.lines)) for p in sheet.projects]
    )
    return row


def path_of(row: Resume, rest: str = "") -> str:
    return f"{LIST}{row.pk}/{rest}"


def typed(page: Node) -> dict[str, Any]:
    """Return what the editor's form holds, as a browser would send it."""
    form = page.by_id("resume-form")
    fields: dict[str, Any] = {}
    for control in form.where(lambda node: bool(node.get("name")) and node.tag != "button"):
        name = control.get("name")
        if control.tag == "textarea":
            fields[name] = control.raw.removeprefix("\n")
        elif control.tag == "select":
            fields[name] = next(o.get("value") for o in control.all("option") if "selected" in o.attributes)
        elif control.get("type") != "checkbox":
            fields[name] = control.get("value")
        elif "checked" in control.attributes:
            fields[name] = control.get("value") or "on"
    return fields


def titles(row: Resume) -> list[str]:
    return [project.title for project in ResumeProject.objects.filter(resume=row)]
