"""A learner at their builds, on a Sunday."""

from typing import Any

from roadmap.models import Build
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import SUNDAY

NEW, LIST = "/builds/new/", "/projects/"
TODAY = SUNDAY.date()


def at(build: Build, rest: str = "") -> str:
    return f"/builds/{build.key}/{rest}"


def own_list(person: Person) -> Node:
    return person.see(LIST).by_id("own")


def said(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").text


def token(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").named("token").get("value")
