"""Milestones on a public profile as an Atom feed."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed

from roadmap.snapshot import MilestoneItem

MOST = 50  # entries, the latest


def atom(name: str, url: str, reached: Iterable[tuple[datetime.date, MilestoneItem]], told: str) -> str:
    """Return the feed of `name`, whose profile is at `url`; `told` is the feed's own address.

    A milestone is known by its slug and its learner, so that a new title is no new entry.
    """
    site = urlsplit(url)
    feed = Atom1Feed(
        title=f"{name} on Milepost",
        link=url,
        description="Milestones on the trail to a first machine learning job.",
        feed_url=told,
        author_name=name,
    )
    for day, item in [*reached][-MOST:][::-1]:
        # A day has no hour; noon is that day in nearly every zone.
        noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
        feed.add_item(
            title=item.title,
            link=url,
            description=f"{name} reached the milestone {item.title}.",
            unique_id=f"tag:{site.hostname},2026:{site.path}{item.slug}",
            pubdate=noon,
            updateddate=noon,
        )
    return feed.writeString("utf-8")
