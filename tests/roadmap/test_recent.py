"""What is kept for the learners of late."""

from roadmap.recent import Recent

ALICE, BOB, CAROL = 1, 2, 3


def test_a_thing_is_kept_until_what_it_was_made_from_changes():
    recent = Recent[object](10)
    first = recent.get(ALICE, "monday", object)

    assert recent.get(ALICE, "monday", object) is first
    assert recent.get(ALICE, "tuesday", object) is not first


def test_nobody_gets_what_was_made_for_another():
    recent = Recent[str](10)
    recent.get(ALICE, "monday", lambda: "Alice's")

    assert recent.get(BOB, "monday", lambda: "Bob's") == "Bob's"


def test_whoever_was_away_longest_is_forgotten_first():
    recent = Recent[object](2)
    alice, bob = (recent.get(who, "monday", object) for who in (ALICE, BOB))
    recent.get(ALICE, "monday", object)
    recent.get(CAROL, "monday", object)

    assert recent.get(ALICE, "monday", object) is alice
    assert recent.get(BOB, "monday", object) is not bob
