"""Last week is offered to be looked back on: quietly, and when there is something to see."""

import datetime

import pytest
import time_machine

from tests.factories import make_session
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import LAST, begin

pytestmark = pytest.mark.usefixtures("noon")

DAY, WEEK = datetime.timedelta(1), datetime.timedelta(7)


OFFER = "Last week is ready to look back on."


@pytest.mark.parametrize("path", ["/today/", "/week/"])
class TestTheOffer:
    def test_it_is_made_when_something_was_logged(self, alice: Person, path: str):
        begin(alice)
        assert OFFER not in alice.see(path).by_id("main").text
        make_session(user=alice.user, day=LAST + DAY)
        assert OFFER in alice.see(path).by_id("main").text

    def test_it_is_made_when_something_was_done(self, alice: Person, path: str):
        begin(alice)
        alice.tick("py-environment", done_on=str(LAST + 6 * DAY))
        assert OFFER in alice.see(path).by_id("main").text

    def test_it_is_made_when_something_was_planned(self, alice: Person, path: str):
        begin(alice)
        with time_machine.travel(NOON - WEEK, tick=False):
            alice.quietly("/week/py-environment/", {"do": "drop"}, page="/week/")
        assert OFFER in alice.see(path).by_id("main").text

    def test_it_ends_with_the_review(self, alice: Person, path: str):
        begin(alice)
        make_session(user=alice.user, day=LAST + DAY)
        alice.send("/week/review/", {"line": ""})
        assert OFFER not in alice.see(path).by_id("main").text

    def test_nobody_is_asked_about_a_week_before_they_began(self, alice: Person, path: str):
        begin(alice, weeks_ago=0)
        make_session(user=alice.user, day=LAST + DAY)
        assert OFFER not in alice.see(path).by_id("main").text
