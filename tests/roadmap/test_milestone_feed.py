"""Alice's milestones in a feed reader."""

import feedparser

from tests.person import HOST, Person
from tests.roadmap.profile_story import PUBLIC, publish, save

FEED = PUBLIC + "milestones.atom"


def reach(alice: Person, slug: str, day: str) -> None:
    answer = alice.send(f"/milestones/{slug}/state/", {"state": "done", "done_on": day, "note": "Curiouser"})
    assert answer.status_code == 303


def test_each_milestone_is_an_entry_the_latest_first(alice: Person, visitor: Person):
    reach(alice, "first-honest-model", "2026-01-05")
    reach(alice, "first-web-model", "2026-02-07")
    publish(alice)

    answer = visitor.get(FEED)
    feed = feedparser.parse(answer.content)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not feed.bozo
    assert feed.feed.title == "Alice Liddell on Milepost"
    assert [entry.published[:10] for entry in feed.entries] == ["2026-02-07", "2026-01-05"]
    assert {entry.link for entry in feed.entries} == {HOST + PUBLIC}
    assert len({entry.id for entry in feed.entries}) == 2
    assert b"Curiouser" not in answer.content, "notes are hers alone"
    assert f'href="{FEED}"' in visitor.get(PUBLIC).content.decode()
    assert "application/atom+xml" in visitor.get(PUBLIC).content.decode()


def test_there_is_none_where_milestones_are_not_shown(alice: Person, visitor: Person):
    reach(alice, "first-honest-model", "2026-01-05")
    publish(alice, shows_milestones="")

    assert visitor.get(FEED).status_code == 404
    assert b"milestones.atom" not in visitor.get(PUBLIC).content


def test_there_is_none_of_a_profile_that_is_off(alice: Person, visitor: Person):
    save(alice)

    assert visitor.get(FEED).status_code == 404


def test_a_reader_that_has_it_is_told_so(alice: Person, visitor: Person):
    publish(alice)
    tag = visitor.get(FEED)["ETag"]
    assert visitor.get(FEED, **{"If-None-Match": tag}).status_code == 304

    reach(alice, "first-honest-model", "2026-01-05")
    assert visitor.get(FEED, **{"If-None-Match": tag}).status_code == 200


def test_a_name_that_is_markup_stays_a_name(alice: Person, visitor: Person):
    publish(alice, name="<b>Alice</b> & ]]>")

    feed = feedparser.parse(visitor.get(FEED).content)
    assert not feed.bozo
    assert feed.feed.author == "<b>Alice</b> & ]]>"
