"""The addresses of readiness by tier and target companies."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_COMPANY = {
    "company": "0191d5a0-0000-4000-8000-000000000031",
    "name": "Kestrel Labs",
    "tier": "2",
    "link": "https://example.org/jobs",
    "note": "A search team of five",
}
ONE = f"/career/companies/{NOBODYS}/"
NEW, PAGE = "/career/companies/new/", "/career/readiness/"

READINESS: dict[str, Address] = {
    "career/readiness/": Address(PAGE, LEARNER, READ, page=PAGE),
    "career/companies/new/": Address(NEW, LEARNER, BOTH, _COMPANY, query=("name",), page=NEW),
    "career/companies/<uuid:pk>/": Address(ONE, LEARNER, BOTH, _COMPANY, page=PAGE),
    "career/companies/<uuid:pk>/delete/": mark(f"{ONE}delete/", PAGE),
}
