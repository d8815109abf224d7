"""Alice switched forecasts off: no page says when, or how many hours lie ahead."""

import datetime
import html
import re
from collections.abc import Iterator

import pytest
import time_machine

from roadmap.models import Enrollment, StartingPoint
from tests.factories import make_break, make_log, make_run
from tests.person import Person
from tests.roadmap.log_book import NOON, TODAY

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(1)
HOURS = re.compile(r"\d[\d.,]*\s*(?:–|to|of|/)?\s*[\d.,]*\s*(?:h|hours?)\b|\bhour \d|<small>of \d", re.I)
AHEAD = re.compile(
    r"\b(?:likely|late|forecast finish|first role|futures|pace of|at this pace)\b[^.]*\b20\d\d", re.I
)

PAGES = (
    "/today/",
    "/week/",
    "/week/review/",
    f"/week/review/{TODAY - 9 * DAY}/",
    "/log/",
    "/progress/",
    "/sprint/",
    "/breaks/",
    "/roadmap/",
    "/roadmap/foundation/",
    "/roadmap/core-ml/",
    "/roadmap/map/",
    "/skills/py-functions/",
    "/projects/",
    "/projects/project-1/",
    "/plan/start/",
    "/plan/start/result/",
    "/settings/plan/",
    "/settings/calendar/",
    "/settings/calendar/download/",
)
# What a learner logged, what they choose from, how long a course is, and the estimate on a page of its own.
FACTS = (
    r'<li><a href="[^"]*" rel="noopener">.*?</li>',
    r'<p class="meta"><b>(?:Free|Paid|Free to read|.*?)</b> <span>.*?</p>',
    r'<section class="note" id="(?:skill-time|week)".*?</section>',
    r'<div class="stack" id="skill-head".*?</p>',
    r'<section class="stack" id="weeks".*?</section>',
    r'<div id="log-totals".*?</div>',
    r'<fieldset id="start_hours">.*?</fieldset>',
    r"<dt>Hours</dt>\s*<dd class=\"big\">[\d.]+</dd>",
    r"<span class=\"dim\">\d[\d.]* h</span></li>",
    r'<figure aria-labelledby="(?:burn|heat)-h">.*?</figure>',
    r"<td class=\"n\">[\d.]+</td>",
    r"\d[\d.]* h logged",
    r"You logged [\d.]+ hours in four weeks, [\d.]+ of them building.",
    r"Less than 40% of ten hours or more in four weeks went into building.",
    r"<h2>Time</h2>.*?</section>",
)


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def alice(alice: Person) -> Person:
    """Four weeks of log, a sprint and a break, and every figure that there could be."""
    make_log(user=alice.user, weeks=4, hours=8, kind="build")
    make_run(user=alice.user, started_on=TODAY - 14 * DAY)
    make_break(user=alice.user, starts_on=TODAY + 30 * DAY)
    alice.tick("py-syntax")
    alice.tick("py-environment", "learning")
    alice.send("/log/", {"subject": "skill:py-functions", "minutes": "45"}, page="/log/")
    StartingPoint.objects.answer(alice.user, rhythm="sprint")
    Enrollment.objects.plan(
        alice.user,
        weekly_hours=13,
        started_on=TODAY - 35 * DAY,
        target_date=datetime.date(2031, 10, 1),
        forecast_shown=False,
    )
    return alice


def said(page: str) -> str:
    """Return all that a page says, to the eye and to a screen reader, without what are facts."""
    main = page.split("<main", 1)[-1].split("</main>")[0]
    if page.startswith("BEGIN:VCALENDAR"):
        main = page.split("END:VTIMEZONE")[-1]
    for fact in FACTS:
        main = re.sub(fact, " ", main, flags=re.DOTALL)
    main = re.sub(r"<option [^>]*>|<[^>]*?(?:aria-label|title)=\"([^\"]*)\"[^>]*>", r" \1 ", main)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))


def figures(page: str) -> list[str]:
    text = said(page)
    found = [*HOURS.finditer(text), *AHEAD.finditer(text)]
    return [text[max(match.start() - 30, 0) : match.end() + 20] for match in found]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_says_hours_or_dates_ahead(alice: Person, path: str):
    answer = alice.get(path)

    assert answer.status_code == 200
    assert figures(answer.content.decode()) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_same_pages_say_them_with_forecasts_on(alice: Person, path: str):
    """The walk above can fail: each page has a figure to leave out, but for those without any."""
    Enrollment.objects.filter(user=alice.user).update(forecast_shown=True)
    without = {"/breaks/", "/roadmap/map/", "/skills/py-functions/", "/log/"}
    without |= {"/settings/plan/", "/settings/calendar/"}

    assert bool(figures(alice.get(path).content.decode())) == (path not in without)
