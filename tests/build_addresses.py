"""The addresses of builds."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

PROJECT = "/projects/project-1/"
BUILD = f"/builds/{NOBODYS}/"
_FACTS = {
    "repository": "https://example.org/code",
    "demo": "https://example.org/demo",
    "metric_name": "MAE",
    "metric_baseline": "14.2",
    "metric_mine": "9.1",
    "metric_better": "lower",
}
_BUILD = _FACTS | {
    "title": "A build",
    "summary": "One line",
    "problem": "Somebody guesses",
    "approach": "I counted",
    "would_change": "More data",
    "data_source": "A file",
    "data_license": "CC BY 4.0",
    "no_demo": "It runs on paper",
    "writeup": "https://example.org/post",
    "ship_by": "",
    "req": "Two years of data",
    "req_id": NOBODYS,
    "skill": "py-syntax",
    "another": "py-functions",
    "do": "",
}

BUILDS: dict[str, Address] = {
    "projects/<slug:slug>/requirements/<slug:requirement>/proof/": mark(
        PROJECT + "requirements/p1-r1/proof/", PROJECT, url="https://example.org/proof", note="A note"
    ),
    "projects/<slug:slug>/build/": mark(PROJECT + "build/", PROJECT, idea="pipeline-home-prices"),
    "builds/": Address("/builds/", LEARNER, READ),
    "builds/new/": Address(
        "/builds/new/",
        LEARNER,
        BOTH,
        _BUILD | {"key": NOBODYS, "status": "idea"},
        query=("skill", "idea"),
        page="/builds/new/",
    ),
    "builds/<uuid:key>/": Address(BUILD, LEARNER, READ),
    "builds/<uuid:key>/edit/": Address(
        BUILD + "edit/",
        LEARNER,
        BOTH,
        _BUILD | {"started_on": "2026-01-05", "shipped_on": "2026-01-06"},
        page="/projects/",
    ),
    "builds/<uuid:key>/status/": mark(BUILD + "status/", "/projects/", status="shipped"),
    "builds/<uuid:key>/facts/": mark(BUILD + "facts/", "/projects/", **_FACTS),
    "builds/<uuid:key>/readme/": mark(BUILD + "readme/", "/projects/", point="q", state="done"),
    "builds/<uuid:key>/milestones/": mark(
        BUILD + "milestones/", "/projects/", milestone="first-web-model", state="named"
    ),
    "builds/<uuid:key>/delete/": Address(BUILD + "delete/", LEARNER, BOTH, page="/projects/"),
    "builds/<uuid:key>/log/": mark(
        BUILD + "log/", "/projects/", text="A line", day="2026-01-05", line=NOBODYS
    ),
    "builds/<uuid:key>/log/<uuid:pk>/delete/": mark(f"{BUILD}log/{NOBODYS}/delete/", "/projects/"),
    "builds/<uuid:key>/requirements/<uuid:pk>/state/": mark(
        f"{BUILD}requirements/{NOBODYS}/state/", "/projects/", state="done"
    ),
    "builds/<uuid:key>/requirements/<uuid:pk>/proof/": mark(
        f"{BUILD}requirements/{NOBODYS}/proof/",
        "/projects/",
        url="https://example.org/proof",
        note="A note",
    ),
}
