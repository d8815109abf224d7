"""The addresses of job texts."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_TEXT = {
    "job_text": "0191d5a0-0000-4000-8000-000000000005",
    "application": NOBODYS,
    "text": "You will write Python.",
    "title": "ML Engineer",
    "company": "Fathom Freight",
    "link": "https://example.org/jobs/7",
}
LIST = "/career/job-texts/"
ONE = f"{LIST}{NOBODYS}/"

JOB_TEXTS: dict[str, Address] = {
    "career/job-texts/": Address(LIST, LEARNER, READ, page=LIST),
    "career/job-texts/new/": Address(
        f"{LIST}new/", LEARNER, BOTH, _TEXT, query=("application",), page=f"{LIST}new/"
    ),
    "career/job-texts/<uuid:pk>/": Address(ONE, LEARNER, READ, query=("term",), page=LIST),
    "career/job-texts/<uuid:pk>/edit/": Address(f"{ONE}edit/", LEARNER, BOTH, _TEXT, page=LIST),
    "career/job-texts/<uuid:pk>/delete/": mark(f"{ONE}delete/", LIST),
    "career/job-texts/<uuid:pk>/terms/": mark(f"{ONE}terms/", LIST, term="kafka", skill="py-syntax"),
    "career/job-texts/<uuid:pk>/terms/remove/": mark(f"{ONE}terms/remove/", LIST, term="kafka"),
}
