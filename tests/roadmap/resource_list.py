"""What a reader sees of the resource list."""

from roadmap.models import Resource
from tests.markup import Node

LIST = "/resources/"


def rows(page: Node) -> list[Node]:
    return [row for row in page.by_id("results").all("li") if row.id.startswith("resource-")]


def slugs(page: Node) -> list[str]:
    return [row.id.removeprefix("resource-") for row in rows(page)]


def stored(**conditions: object) -> list[str]:
    return list(Resource.objects.filter(retired=False, **conditions).values_list("slug", flat=True))


def count_beside(page: Node, facet: str, value: str) -> int:
    label = page.by_id(f"{facet}-{value}").parent
    assert label
    return int(label.all("span")[-1].text)
