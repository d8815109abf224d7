"""The addresses of résumés and cover letters."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

LIST = "/career/resumes/"
ONE = f"{LIST}{NOBODYS}/"
LETTER = f"/career/{NOBODYS}/letter/"
_ID = "0191d5a0-0000-4000-8000-000000000005"
# One row of each kind: the others are the same forms again.
_RESUME = {
    "job": NOBODYS,
    "do": "down-1",
    "add": NOBODYS,
    "title": "forecasting",
    "paper": "a4",
    "name": "Ines Moreau",
    "place": "Leeds, UK",
    "email": "ines@moreau.example",
    "phone": "+44 113 496 0000",
    "links": "https://github.com/ines-m",
    "summary": "Machine learning engineer for logistics.",
    "group-1-name": "Languages",
    "group-1-words": "Python, SQL",
    "project-1-build": NOBODYS,
    "project-1-keep": "on",
    "project-1-title": "Rent forecasts",
    "project-1-link": "https://github.com/ines-m/rents",
    "project-1-lines": "Cut the mean error by 43%.",
    "job-1-title": "Shift lead, Aire Valley Warehousing",
    "job-1-years": "2018–2027",
    "job-1-lines": "Planned shifts for 40 people.",
    "school-1-title": "BTEC Level 3, Leeds City College",
    "school-1-years": "2015",
}
_IMPORT = {"resume": _ID, "file": "", "text": '{"basics": {"name": "Ines Moreau"}}'}
_PARTS = {"hook": "Dear team", "project": "One build", "transfer": "One job", "closing": "Kind regards"}

RESUMES: dict[str, Address] = {
    "career/resumes/": Address(LIST, LEARNER, READ, query=("version", "job"), page=LIST),
    "career/resumes/new/": mark(f"{LIST}new/", LIST, resume=_ID),
    "career/resumes/import/": Address(f"{LIST}import/", LEARNER, BOTH, _IMPORT, page=f"{LIST}import/"),
    "career/resumes/<uuid:pk>/": Address(ONE, LEARNER, BOTH, _RESUME, query=("job",), page=LIST),
    "career/resumes/<uuid:pk>/preview/": mark(f"{ONE}preview/", LIST, **_RESUME),
    "career/resumes/<uuid:pk>/copy/": mark(f"{ONE}copy/", LIST, resume=_ID),
    "career/resumes/<uuid:pk>/delete/": mark(f"{ONE}delete/", LIST),
    "career/resumes/<uuid:pk>/print/": Address(f"{ONE}print/", LEARNER, READ, query=("paper",)),
    "career/resumes/<uuid:pk>/pdf/": Address(f"{ONE}pdf/", LEARNER, READ),
    "career/resumes/<uuid:pk>/text/": Address(f"{ONE}text/", LEARNER, READ),
    "career/resumes/<uuid:pk>/json/": Address(f"{ONE}json/", LEARNER, READ),
    "career/<uuid:pk>/letter/": Address(LETTER, LEARNER, BOTH, _PARTS, query=("build",), page=LETTER),
    "career/<uuid:pk>/letter/print/": Address(f"{LETTER}print/", LEARNER, READ, query=("paper",)),
    "career/<uuid:pk>/letter/text/": Address(f"{LETTER}text/", LEARNER, READ),
}
