"""Every address of the site, with who may use it and what it takes.

A new URL pattern without an entry fails tests/matrix/; a new form field without one fails
tests/test_bad_input.py.
"""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.accounts.addresses import OWN
from tests.address import BOTH, EVERYONE, FORM, LEARNER, LINK, NOBODYS, READ, Address, mark
from tests.build_addresses import BUILDS
from tests.career.addresses import CAREER
from tests.profile_addresses import PROFILES
from tests.review_addresses import REVIEWS

NEXT = ("next",)
SKILL, COUNTED = "/skills/py-syntax/", "/skills/coding-problems-100/"
RESOURCE, PROJECT = "/resources/py4e/", "/projects/project-1/"
_BREAK = {"starts_on": "2026-12-24", "ends_on": "2027-01-01", "label": "Winter"}
_PIECE = {
    "what": "link",
    "url": "https://example.org/first-steps",
    "title": "First steps",
    "link_kind": "post",
    "day": "2026-01-05",
    "is_private": "on",
    "piece": "0191d5a0-0000-4000-8000-000000000002",
    "note": "What I did",
    "build": NOBODYS,
}
_PROBLEM = {
    "problem": "0191d5a0-0000-4000-8000-000000000003",
    "title": "Two Sum",
    "url": "https://example.org/two-sum",
    "difficulty": "medium",
    "topic": "arrays",
    "how": "alone",
    "minutes": "25",
    "solved_on": "2026-01-05",
    "redo": "7",
    "log": "on",
}
PASSWORD = "correct horse battery"
OTHER_PASSWORD = "battery horse correct"

TRAIL: dict[str, Address] = {
    "": Address("/", EVERYONE, READ),
    "about/": Address("/about/", EVERYONE, READ),
    "today/": Address("/today/", LEARNER, READ),
    "progress/": Address("/progress/", LEARNER, READ, query=("hours", "without", "break_from", "break_to")),
    "undo/": mark("/undo/", "/today/", token="none"),
    "roadmap/": Address("/roadmap/", EVERYONE, READ),
    "roadmap/map/": Address("/roadmap/map/", EVERYONE, READ, query=("phase",)),
    "roadmap/<slug:slug>/": Address("/roadmap/foundation/", EVERYONE, READ),
    "roadmap/<slug:slug>/known/": mark("/roadmap/core-ml/known/", "/roadmap/core-ml/", state="skipped"),
    "modules/<slug:slug>/known/": mark("/modules/dev-tools/known/", "/roadmap/foundation/", state="done"),
    "specializations/": mark("/specializations/", "/roadmap/", specialization="nlp"),
    "skills/<slug:slug>/": Address(SKILL, EVERYONE, READ),
    "skills/<slug:slug>/state/": mark(SKILL + "state/", SKILL, state="done", done_on="2026-01-05"),
    "skills/<slug:slug>/count/": mark(COUNTED + "count/", COUNTED, count="12"),
    "skills/<slug:slug>/evidence/": Address(SKILL + "evidence/", LEARNER, BOTH, _PIECE, page=SKILL),
    "evidence/<uuid:pk>/": Address(
        f"/evidence/{NOBODYS}/", LEARNER, BOTH, _PIECE | {"do": "save"}, page=SKILL
    ),
    "skills/<slug:slug>/note/": mark(SKILL + "note/", SKILL, text="A note"),
    "milestones/<slug:slug>/state/": mark(
        "/milestones/first-honest-model/state/",
        "/roadmap/core-ml/",
        state="done",
        done_on="2026-01-05",
        note="A note",
    ),
    "resources/": Address(
        "/resources/", EVERYONE, READ, query=("q", "kind", "access", "level", "phase", "topic", "mine")
    ),
    "resources/<slug:slug>/": Address(RESOURCE, EVERYONE, READ),
    "resources/<slug:slug>/state/": mark(RESOURCE + "state/", "/resources/", state="saved", desk="1"),
    "resources/<slug:slug>/thumb/": mark(RESOURCE + "thumb/", RESOURCE, thumb="1", desk="1"),
    "resources/<slug:slug>/report/": mark(RESOURCE + "report/", RESOURCE, problem="dead", comment="It is"),
    "resources/<slug:slug>/note/": mark(RESOURCE + "note/", RESOURCE, text="A note"),
    "projects/": Address("/projects/", EVERYONE, READ),
    "projects/<slug:slug>/": Address(PROJECT, EVERYONE, READ),
    "projects/<slug:slug>/requirements/<slug:requirement>/": mark(
        "/projects/project-2/requirements/p2-a1/", "/projects/project-2/", state="done"
    ),
    "projects/<slug:slug>/ship-by/": mark(PROJECT + "ship-by/", PROJECT, ship_by=""),
    "projects/<slug:slug>/note/": mark(PROJECT + "note/", PROJECT, text="A note"),
    "practice/": Address("/practice/", LEARNER, BOTH, _PROBLEM, query=("page",), page="/practice/"),
    "practice/<uuid:pk>/": Address(
        f"/practice/{NOBODYS}/", LEARNER, BOTH, _PROBLEM | {"do": "save"}, page="/practice/"
    ),
    "practice/<uuid:pk>/redo/": mark(f"/practice/{NOBODYS}/redo/", "/practice/", how="alone"),
    "week/": Address("/week/", LEARNER, READ),
    "week/add/": mark("/week/add/", "/week/", skill="py-functions"),
    "week/hours/": mark("/week/hours/", "/week/", hours="7.5"),
    "week/review/": Address(
        "/week/review/", LEARNER, BOTH, {"pick": "py-functions", "line": "A line"}, page="/week/review/"
    ),
    "week/review/<slug:day>/": Address(
        "/week/review/2026-01-05/", LEARNER, BOTH, {"line": "A line"}, page="/week/review/2026-01-05/"
    ),
    "week/<slug:slug>/": mark("/week/py-syntax/", "/week/", do="pin"),
    "pitfalls/<slug:slug>/": mark("/pitfalls/perfectionism/", "/week/review/", do="dismiss"),
    "log/": Address(
        "/log/",
        LEARNER,
        BOTH,
        {
            "subject": "skill:py-syntax",
            "minutes": "45",
            "other": "50",
            "day": "2026-01-05",
            "kind": "build",
            "note": "A note",
            "entry": "0191d5a0-0000-4000-8000-000000000001",
        },
        query=("before", "for"),
        page="/log/",
    ),
    "log/timer/": mark(
        "/log/timer/", "/log/", do="start", subject="skill:py-syntax", kind="theory", timer=NOBODYS
    ),
    "log/timer/<uuid:pk>/": mark(f"/log/timer/{NOBODYS}/", "/log/", minutes="45", other="50"),
    "log/<uuid:pk>/": Address(
        f"/log/{NOBODYS}/",
        LEARNER,
        BOTH,
        {
            "subject": "skill:py-syntax",
            "minutes": "45",
            "day": "2026-01-05",
            "kind": "build",
            "note": "A note",
        },
        page="/log/",
    ),
    "log/<uuid:pk>/delete/": mark(f"/log/{NOBODYS}/delete/", "/log/"),
    "sprint/": Address("/sprint/", EVERYONE, READ),
    "sprint/run/": mark(
        "/sprint/run/", "/sprint/", do="start", started_on="2026-11-02", run=NOBODYS, summary="Some words"
    ),
    "breaks/": Address("/breaks/", LEARNER, BOTH, _BREAK, page="/breaks/"),
    "breaks/<uuid:pk>/": Address(
        f"/breaks/{NOBODYS}/", LEARNER, BOTH, _BREAK | {"do": "save"}, page="/breaks/"
    ),
    "plan/start/": Address(
        "/plan/start/",
        LEARNER,
        BOTH,
        {
            "background": "software",
            "background_other": "A rabbit hole",
            "programming": "1",
            "maths": "2",
            "known": "bayes",
            "hours": "12",
            "hours_other": "14",
            "study_days": "6",
            "specialization": "nlp",
            "goal": "tier-3",
            "role": "ML engineer",
            "target_date": "2099-10-01",
            "rhythm": "sprint",
            "digest": "on",
            "do": "",
        },
        page="/plan/start/",
    ),
    "plan/start/result/": Address("/plan/start/result/", LEARNER, READ),
    "settings/plan/": Address(
        "/settings/plan/",
        LEARNER,
        BOTH,
        {
            "weekly_hours": "7",
            "started_on": "2026-01-05",
            "study_days": "6",
            "week_starts_on": "7",
            "target_date": "2099-10-01",
            "forecast_shown": "on",
        },
        page="/settings/plan/",
    ),
    "settings/calendar/": Address(
        "/settings/calendar/", LEARNER, BOTH, {"do": "make", "known": ""}, page="/settings/calendar/"
    ),
    "settings/calendar/download/": Address("/settings/calendar/download/", LEARNER, READ),
    "feeds/<str:secret>/calendar.ics": Address("/feeds/none/calendar.ics", LINK, READ),
    "sitemap.xml": Address("/sitemap.xml", EVERYONE, READ, query=("p",)),
    "robots.txt": Address("/robots.txt", EVERYONE, READ),
    "favicon.ico": Address("/favicon.ico", EVERYONE, READ),
    "site.webmanifest": Address("/site.webmanifest", EVERYONE, READ),
    "healthz": Address("/healthz", EVERYONE, READ),
    "readyz": Address("/readyz", EVERYONE, READ),
}

_SIGN_UP = {
    "display_name": "Carol",
    "email": "carol@example.org",
    "password1": OTHER_PASSWORD,
    "time_zone": "UTC",
}
_LOG_IN = {"login": "nobody@example.org", "password": PASSWORD, "remember": "on"}
_SETTINGS = {"display_name": "Bob", "time_zone": "UTC", "theme": "dark", "shortcuts": "on"}

ACCOUNT: dict[str, Address] = {
    "settings/": Address("/settings/", LEARNER, BOTH, _SETTINGS, page="/settings/"),
    "settings/theme/": Address("/settings/theme/", EVERYONE, FORM, {"theme": "dark"}),
    "accounts/signup/": Address("/accounts/signup/", EVERYONE, BOTH, _SIGN_UP | {"next": "/today/"}, NEXT),
    "accounts/login/": Address("/accounts/login/", EVERYONE, BOTH, _LOG_IN | {"next": "/today/"}, NEXT),
    "accounts/inactive/": Address("/accounts/inactive/", EVERYONE, BOTH),
    "accounts/reauthenticate/": Address(
        "/accounts/reauthenticate/", LEARNER, BOTH, {"password": PASSWORD, "next": "/today/"}, NEXT
    ),
    "accounts/email/": Address(
        "/accounts/email/",
        LEARNER,
        BOTH,
        {"email": "robert@example.org"},
        page="/settings/",
    ),
    "accounts/email/<str:token>/": Address("/accounts/email/none/", LINK, BOTH),
    "accounts/confirm-email/": Address("/accounts/confirm-email/", EVERYONE, BOTH),
    r"accounts/confirm-email/(?P<key>[-:\w]+)/$": Address("/accounts/confirm-email/none/", LINK, BOTH),
    "accounts/password/change/": Address(
        "/accounts/password/change/", LEARNER, BOTH, {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD}
    ),
    "accounts/password/set/": Address(
        "/accounts/password/set/", LEARNER, BOTH, {"password1": OTHER_PASSWORD}
    ),
    "accounts/password/reset/": Address(
        "/accounts/password/reset/", EVERYONE, BOTH, {"email": "nobody@example.org"}
    ),
    "accounts/password/reset/done/": Address("/accounts/password/reset/done/", EVERYONE, BOTH),
    r"accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": Address(
        "/accounts/password/reset/key/1-none/", LINK, BOTH, {"password1": OTHER_PASSWORD}
    ),
    "accounts/password/reset/key/done/": Address("/accounts/password/reset/key/done/", EVERYONE, BOTH),
    # Last: the others are asked as someone who is logged in.
    "accounts/logout/": Address("/accounts/logout/", EVERYONE, BOTH),
}

TRAIL |= BUILDS | CAREER | PROFILES | REVIEWS
# What logs out comes last.
ADDRESSES = TRAIL | OWN | ACCOUNT


def routes() -> dict[str, URLPattern]:
    """Return every URL pattern of the site by its whole route."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route, pattern
