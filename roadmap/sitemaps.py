"""Every page that is open to everyone, for search engines."""

from collections.abc import Callable, Iterable

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from roadmap.catalogue import at_version
from roadmap.models import Handle
from roadmap.models.marks import marks_of

PAGES = ("landing", "roadmap", "projects", "sprint", "resources", "about")
Addresses = Callable[[], Iterable[str]]  # as paths

_further: list[Addresses] = []


def register(addresses: Addresses) -> None:
    """Let an app built on this one add its open pages."""
    if addresses not in _further:
        _further.append(addresses)


class PublicPages(Sitemap):  # type: ignore[type-arg]  # not subscriptable when it runs
    """Addresses as paths; retired items have left."""

    def items(self) -> list[str]:
        catalogue = at_version(marks_of(None).version)
        modules = [module for phase in catalogue.phases for module in phase.modules]
        return [
            *(reverse(f"roadmap:{name}") for name in PAGES),
            *(reverse("roadmap:phase", args=[phase.slug]) for phase in catalogue.phases),
            *(reverse("roadmap:project", args=[project.slug]) for project in catalogue.projects),
            *(reverse("roadmap:skill", args=[skill.slug]) for module in modules for skill in module.skills),
            *(reverse("roadmap:resource", args=[resource.slug]) for resource in catalogue.resources),
            *(path for addresses in _further for path in addresses()),
        ]

    def location(self, item: str) -> str:
        return item


class Profiles(Sitemap):  # type: ignore[type-arg]  # as above
    """The public profiles whose learners want to be found."""

    def items(self) -> "QuerySet[Handle, str]":
        return Handle.objects.indexed()

    def location(self, item: str) -> str:
        return reverse("roadmap:profile", args=[item])
