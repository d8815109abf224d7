"""The page of a project as a reader sees it."""

from tests.markup import Node

LIST = "/projects/"
ONE = "/projects/project-1/"
README = f"{ONE}requirements/p1-a1/"
SHIP = f"{ONE}ship-by/"


def met(page: Node) -> str:
    return page.by_id("requirements-met").text


def row(page: Node, slug: str) -> Node:
    return page.by_id(f"requirement-{slug}")
