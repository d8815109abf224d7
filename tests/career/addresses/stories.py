"""The addresses of stories."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_STORY = {
    "story": "0191d5a0-0000-4000-8000-000000000004",
    "build": NOBODYS,
    "title": "The feed that lied",
    "situation": "Where it was",
    "task": "What was wanted",
    "action": "What I did",
    "result": "How it ended",
    "would_change": "What I would change",
    "sources": "83: monitoring log",
    "tags": "failure",
    "skills": "py-syntax",
}
ONE = f"/stories/{NOBODYS}/"

STORIES: dict[str, Address] = {
    "stories/": Address("/stories/", LEARNER, READ, page="/stories/"),
    "stories/new/": Address(
        "/stories/new/", LEARNER, BOTH, _STORY, query=("build", "tag"), page="/stories/new/"
    ),
    "stories/print/": Address("/stories/print/", LEARNER, READ),
    "stories/<uuid:pk>/": Address(ONE, LEARNER, READ),
    "stories/<uuid:pk>/rehearse/": Address(f"{ONE}rehearse/", LEARNER, READ),
    "stories/<uuid:pk>/edit/": Address(f"{ONE}edit/", LEARNER, BOTH, _STORY, page="/stories/"),
    "stories/<uuid:pk>/told/": mark(f"{ONE}told/", "/stories/", where="A friend"),
    "stories/<uuid:pk>/delete/": mark(f"{ONE}delete/", "/stories/"),
}
