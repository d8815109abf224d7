"""A skill from what somebody types of it."""

from collections.abc import Iterator

from milepost import access
from milepost.site import Refused, Site

MANY = 8  # that are named when several fit


def skill_named(site: Site, name: str) -> str:
    """Return the skill of this name, or the only one with all its words in the title. Raises Refused."""
    found = list(site.each("/skills", limit=100))
    if any(row["skill"] == name for row in found):
        return name
    words = name.casefold().split()
    fitting = [row for row in found if words and all(word in row["title"].casefold() for word in words)]
    exact = [row for row in fitting if row["title"].casefold() == name.casefold()]
    if len(exact or fitting) == 1:
        slug: str = (exact or fitting)[0]["skill"]
        return slug
    if not fitting:
        raise Refused(f"There is no skill “{name}”. See all: milepost skills")
    listed = "\n".join(f"  {row['skill']}: {row['title']}" for row in fitting[:MANY])
    more = f"\n  and {len(fitting) - MANY} more" if len(fitting) > MANY else ""
    raise Refused(f"“{name}” fits several skills. Name one:\n{listed}{more}")


def completed(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the skills whose names begin so, with their titles; none when the site cannot say."""
    try:
        found = access.find()
        for row in Site(found.url, found.token).each("/skills", limit=100):
            if row["skill"].startswith(incomplete):
                yield row["skill"], row["title"]
    except (Refused, access.NoAccess):
        return  # the shell waits for words, not for trouble
