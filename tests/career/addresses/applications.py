"""The addresses of applications, their stages and their history."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_DETAILS = {
    "application": "0191d5a0-0000-4000-8000-000000000005",
    "company": "Fathom Freight",
    "role": "ML Engineer, ETA",
    "link": "https://example.org/advert",
    "source": "referral",
    "tier": "3",
    "place": "Leeds",
    "remote": "hybrid",
    "pay_low": "48,000",
    "pay_high": "58,000",
    "pay_currency": "GBP",
    "pay_per": "year",
    "resume": "",
    "job_text": "",
    "contact": "",
    "note": "Six people",
}
_NEW = _DETAILS | {"stage": "applied", "on": "2026-01-05"}
_STAGE = {
    "do": "add",
    "key": "technical",
    "new": "0191d5a0-0000-4000-8000-000000000006",
    "name": "Take-home",
    "means": "technical",
}
_PLAN = {"do": "set", "was": "", "next_step": "Call back", "next_on": "2026-12-01"}
BOARD, STAGES = "/career/", "/career/stages/"
ONE = f"/career/{NOBODYS}/"

APPLICATIONS: dict[str, Address] = {
    "career/": Address(
        BOARD,
        LEARNER,
        READ,
        query=("view", "sort", "tier", "source", "stage", "archived", "q", "page"),
        page=BOARD,
    ),
    "career/today-card/": Address("/career/today-card/", LEARNER, READ),
    "career/new/": Address(
        "/career/new/", LEARNER, BOTH, _NEW, query=("job_text", "company", "tier"), page="/career/new/"
    ),
    "career/stages/": Address(STAGES, LEARNER, BOTH, _STAGE, page=STAGES),
    "career/<uuid:pk>/": Address(ONE, LEARNER, READ),
    "career/<uuid:pk>/edit/": Address(f"{ONE}edit/", LEARNER, BOTH, _DETAILS, page=BOARD),
    "career/<uuid:pk>/stage/": mark(f"{ONE}stage/", BOARD, stage="screen", was="applied", on="2026-01-12"),
    "career/<uuid:pk>/moves/<int:change>/": mark(f"{ONE}moves/1/", BOARD, on="2026-01-12"),
    "career/<uuid:pk>/next/": mark(f"{ONE}next/", BOARD, **_PLAN),
    "career/<uuid:pk>/note/": mark(f"{ONE}note/", BOARD, note="Six people"),
    "career/<uuid:pk>/archive/": mark(f"{ONE}archive/", BOARD, do="archive"),
    "career/<uuid:pk>/delete/": mark(f"{ONE}delete/", BOARD),
}
