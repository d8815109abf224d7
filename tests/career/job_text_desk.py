"""Job texts for tests of the pages, and what stands on those pages."""

from typing import Any

from career.models import JobText
from tests.career.rows import make_job_text
from tests.markup import Node
from tests.person import Person

LIST, NEW = "/career/job-texts/", "/career/job-texts/new/"
POSTING = """ML Engineer, ETA
Fathom Freight, Leeds

We use Python, PyTorch and Kafka, and ship with Docker. FastAPI is a plus."""


def path_of(row: JobText) -> str:
    return f"{LIST}{row.pk}/"


def pasted(person: Person, text: str = POSTING, **fields: Any) -> JobText:
    """Return a text that is there already."""
    return make_job_text(user=person.user, **({"title": "ML Engineer, ETA"} | fields), text=text)


def bucket(page: Node, number: int) -> list[str]:
    """Return the lines of a bucket: 1 shown, 2 claimed, 3 ahead, 4 not in the roadmap."""
    (found,) = page.all("section", **{"aria-labelledby": f"b{number}"})
    return [line.text for line in found.all("li")]


def source(page: Node) -> str:
    """Return the text as it stands on the page, without the numbers of quotations."""
    (shown,) = page.all("div", class_="asis")
    for number in shown.all("sup"):
        number.children.clear()
    return shown.raw


def marked(page: Node) -> dict[str, str]:
    """Return the words that are marked in the text, with their look."""
    marks = page.all("div", class_="asis")[0].all("mark")
    return {mark.text: mark.get("class") or "shown" for mark in marks if mark.get("class") != "say"}
