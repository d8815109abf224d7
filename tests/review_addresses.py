"""The addresses of reviews."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

SKILL = "/skills/py-syntax/"
_OWN = {"prompt": "What is it?", "answer": "It is $x^2$.", "slip": "A slip"}
_CARD = "q-two-names-for-one-list"

REVIEWS: dict[str, Address] = {
    "skills/<slug:slug>/questions/": Address(
        SKILL + "questions/", LEARNER, BOTH, _OWN | {"entry": NOBODYS}, page=SKILL
    ),
    "review/": Address("/review/", LEARNER, READ, query=("deck",)),
    "review/answer/": mark(
        "/review/answer/",
        "/review/",
        card=_CARD,
        answer="0" * 32,
        shown="1767600000",
        rating="3",
        deck="scratch",
    ),
    "review/topics/": Address("/review/topics/", LEARNER, READ),
    "review/scratch/": Address("/review/scratch/", LEARNER, READ),
    "review/card/": mark("/review/card/", "/review/", card=_CARD, do="suspend"),
    "review/questions/": Address(
        "/review/questions/",
        LEARNER,
        BOTH,
        {"file": "", "lines": "\tA question\tAn answer\tmilepost::own milepost::skill::py-syntax"},
        page="/review/questions/",
    ),
    "review/questions/<uuid:pk>/": Address(
        f"/review/questions/{NOBODYS}/", LEARNER, BOTH, _OWN | {"do": "save"}, page="/review/questions/"
    ),
    "review/export/": Address("/review/export/", LEARNER, READ),
    "settings/review/": Address(
        "/settings/review/",
        LEARNER,
        BOTH,
        {"daily_cap": "20", "interview_on": ""},
        page="/settings/review/",
    ),
}
