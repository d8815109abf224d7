"""No text makes one of our regular expressions think for long."""

import re

import pytest

from tests.hardening.patterns import Pattern, linear, patterns, slow

# Put together when they are called, and why that is harmless.
OPEN = {
    "accounts/portability/shapes.py": "constants of the format, matched against the values of one row",
    "career/reading/wording.py": "wordings of the reader's own table, timed by its own tests",
    "career/resumes/checks.py": "an escaped term between two edges of words",
    "roadmap/proof/build_skills.py": "an escaped part of a title between two edges of words",
}
# Not linear over 100 kB, and why that is harmless: what they meet is shorter.
EXEMPT = {"career/reading/wording.py": "reads the patterns of the reader's own table, no text of a person"}


def limit() -> float:
    """Return 50 ms, or eighty times what a plain pattern takes where that is more."""
    return max(0.05, 80 * linear())


@pytest.mark.asvs("1.2.9")
def test_every_pattern_takes_linear_time():
    found, _ = patterns()
    most = limit()
    late = {
        f"{pattern.place} ({pattern.how})": [
            f"{pump!r}: {taken:.2f} s" for pump, taken in slow(pattern, most)
        ]
        for pattern in found
        if pattern.place.partition(":")[0] not in EXEMPT
    }

    assert len(found) > 80
    assert {place: times for place, times in late.items() if times} == {}


def test_a_pattern_that_thinks_for_long_is_found():
    planted = Pattern("planted", re.compile(r"(?:a|a )*!?x"), "search")

    assert dict(slow(planted, limit()))


def test_what_is_put_together_when_called_is_known():
    _, open_ = patterns()

    assert {place.partition(":")[0] for place in open_} == set(OPEN)
