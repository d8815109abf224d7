"""The addresses of the runway."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_BUDGET = {
    "budget": "0191d5a0-0000-4000-8000-000000000005",
    "name": "As it is",
    "currency": "GBP",
    "savings": "9,400",
    "as_of": "",
    "expenses": "1,650",
    "income": "1050",
    "courses": "400",
    "bridge": "0",
    "bridge_from": "",
    "bridge_until": "",
    "search_weeks": "12",
    "cost-0-on": "2027-03-01",
    "cost-0-what": "Laptop",
    "cost-0-amount": "900",
}
# The next rows are spare, or hold what was saved.
_BUDGET |= {f"cost-{number}-{part}": "" for number in (1, 2, 3) for part in ("on", "what", "amount")}
PAGE = "/career/runway/"
ONE = f"{PAGE}{NOBODYS}/"

RUNWAY: dict[str, Address] = {
    "career/runway/": Address(PAGE, LEARNER, READ, query=("budget",), page="/career/runway/new/"),
    "career/runway/preview/": mark(f"{PAGE}preview/", f"{PAGE}new/", **_BUDGET),
    "career/runway/new/": Address(f"{PAGE}new/", LEARNER, BOTH, _BUDGET, page=f"{PAGE}new/"),
    "career/runway/delete/": Address(f"{PAGE}delete/", LEARNER, BOTH, {"sure": "yes"}, page=f"{PAGE}delete/"),
    "career/runway/<uuid:pk>/": mark(ONE, f"{PAGE}new/", **_BUDGET),
    "career/runway/<uuid:pk>/copy/": mark(f"{ONE}copy/", f"{PAGE}new/", copy=NOBODYS),
    "career/runway/<uuid:pk>/delete/": mark(f"{ONE}delete/", f"{PAGE}new/"),
}
