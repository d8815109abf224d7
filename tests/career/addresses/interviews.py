"""The addresses of interviews, mock ones, and what was asked."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_ROUND = {
    "entry": "0191d5a0-0000-4000-8000-000000000011",
    "kind": "coding",
    "title": "Second round",
    "day": "2026-12-24",
    "time": "14:30",
    "zone": "Europe/London",
    "minutes": "45",
    "place": "https://example.org/room",
    "people": "Priya Nair",
    "outcome": "",
    "note": "Bring a pen",
}
_DEBRIEF = {
    "asked": "Why freight?",
    "went_well": "The trade-offs",
    "weak_spot": "Drift",
    "outcome": "passed",
    "weak": "py-syntax",
    "another": "numpy",
}
_MOCK = {
    "entry": "0191d5a0-0000-4000-8000-000000000012",
    "day": "2026-01-05",
    "kind": "coding",
    "minutes": "45",
    "people": "A friend",
    "note": "Too fast",
    "weak": "py-syntax",
    "another": "numpy",
}
_ASKED = {
    "entry": "0191d5a0-0000-4000-8000-000000000013",
    "text": "Why freight?",
    "answer": "Since it moves",
    "on": "2026-01-05",
    "skill": "numpy",
}
ONE, LIST = f"/career/interviews/{NOBODYS}/", "/career/interviews/"
MOCKS, ASKED = "/career/mocks/", "/career/questions/"

INTERVIEWS: dict[str, Address] = {
    "career/interviews/": Address(LIST, LEARNER, READ, query=("past",), page=LIST),
    "career/interviews/<uuid:pk>/": Address(ONE, LEARNER, BOTH, _ROUND, page=LIST),
    "career/interviews/<uuid:pk>/aim/": mark(f"{ONE}aim/", LIST, known="2026-12-24"),
    "career/interviews/<uuid:pk>/delete/": mark(f"{ONE}delete/", LIST),
    "career/interviews/<uuid:pk>/debrief/": mark(f"{ONE}debrief/", LIST, **_DEBRIEF),
    "career/interviews/<uuid:pk>/points/": mark(f"{ONE}points/", LIST, key="timed", state="done"),
    "career/interviews/<uuid:pk>/points/new/": mark(
        f"{ONE}points/new/", LIST, entry="0191d5a0-0000-4000-8000-000000000014", text="A pen"
    ),
    "career/interviews/<uuid:pk>/points/drop/": mark(f"{ONE}points/drop/", LIST, key="own-1"),
    "career/<uuid:pk>/rounds/new/": Address(
        f"/career/{NOBODYS}/rounds/new/", LEARNER, BOTH, _ROUND, page=LIST
    ),
    "career/mocks/": Address(MOCKS, LEARNER, BOTH, _MOCK, page=MOCKS),
    "career/mocks/<uuid:pk>/": Address(f"{MOCKS}{NOBODYS}/", LEARNER, BOTH, _MOCK, page=MOCKS),
    "career/questions/": Address(
        ASKED, LEARNER, BOTH, _ASKED, query=("q", "kind", "skill", "page"), page=ASKED
    ),
    "career/questions/<uuid:pk>/": Address(
        f"{ASKED}{NOBODYS}/", LEARNER, BOTH, _ASKED | {"do": "save"}, page=ASKED
    ),
    "career/questions/<uuid:pk>/review/": mark(f"{ASKED}{NOBODYS}/review/", ASKED),
    "career/questions/<uuid:pk>/delete/": mark(f"{ASKED}{NOBODYS}/delete/", ASKED),
}
