"""A learner shows a skill: by a link, or by a build."""

from roadmap.models import Build, Evidence
from roadmap.outline import outline_for
from tests.markup import Node
from tests.person import Person

SKILL = "/skills/py-syntax/"
ALL = "/skills/py-syntax/evidence/"
LINK = "https://github.com/alice/first-steps"


def show(person: Person, url: str = LINK, slug: str = "py-syntax", **fields: str) -> Evidence:
    page = f"/skills/{slug}/"
    answer = person.send(f"{page}evidence/", {"what": "link", "url": url} | fields, page=page)
    assert (answer.status_code, answer["Location"]) == (303, page)
    return Evidence.objects.get(user=person.user, url=url, skill__slug=slug)


def make_build(person: Person, *, status: str = "building", **fields: str) -> Build:
    shipped = {"shipped_on": person.user.today()} if status == "shipped" else {}
    return Build.objects.create(user=person.user, title="Overtime", status=status, **shipped, **fields)


def tally(person: Person) -> tuple[int, int]:
    now = outline_for(person.user.pk).tally
    return now.done, now.shown


def token_of(page: Node) -> str:
    return page.by_id("live").all("input", name="token")[0].get("value")
