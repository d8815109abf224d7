"""The progress page, and the terms of who reads it."""

from roadmap.models import Enrollment
from tests.markup import Node
from tests.person import Person


def terms(person: Person, **fields: object) -> None:
    enrollment = Enrollment.objects.of(person.user)
    for name, value in fields.items():
        setattr(enrollment, name, value)
    enrollment.save()


def lead(page: Node) -> str:
    return page.all("p", class_="lead")[0].text
