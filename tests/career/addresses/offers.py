"""The addresses of offers and negotiation."""

from tests.address import BOTH, LEARNER, NOBODYS, READ, Address, mark

_OFFER = {
    "offer": "0191d5a0-0000-4000-8000-000000000006",
    "application": NOBODYS,
    "company": "Fathom Freight",
    "role": "ML Engineer, ETA",
    "currency": "GBP",
    "base": "52,000",
    "bonus": "3000",
    "bonus_note": "up to 10%",
    "sign_on": "0",
    "sign_on_note": "none",
    "equity": "options",
    "equity_units": "4000",
    "equity_price": "3.40",
    "equity_strike": "1.1025",
    "equity_years": "4",
    "equity_cliff": "12",
    "equity_discount": "80",
    "pension_percent": "5",
    "benefits": "600",
    "benefits_note": "health",
    "commute": "1150",
    "commute_note": "two days",
    "hours": "37.5",
    "remote": "three days",
    "learning": "five days",
    "answer_by": "",
}
_RESEARCH = {
    "research": "0191d5a0-0000-4000-8000-000000000007",
    "what": "Base, Leeds, entry",
    "low": "44,000",
    "high": "55,000",
    "currency": "GBP",
    "link": "https://example.org/pay",
}
_QUESTIONS = {
    "new": "mine-0191d5a00000400080000000000000ff",
    "bonus-asked": "on",
    "bonus-answer": "10% each year",
    "mine-0191d5a00000400080000000000000ff-text": "May I publish?",
    "mine-0191d5a00000400080000000000000ff-answer": "",
}
PAGE = "/career/offers/"
ONE = f"{PAGE}{NOBODYS}/"

OFFERS: dict[str, Address] = {
    "career/offers/": Address(PAGE, LEARNER, READ, page=PAGE),
    "career/offers/new/": Address(
        f"{PAGE}new/", LEARNER, BOTH, _OFFER, query=("application",), page=f"{PAGE}new/"
    ),
    "career/offers/rates/": mark(f"{PAGE}rates/", PAGE, own="GBP", rate_EUR="0.86"),
    "career/offers/research/": mark(f"{PAGE}research/", PAGE, **_RESEARCH),
    "career/offers/research/<uuid:pk>/delete/": mark(f"{PAGE}research/{NOBODYS}/delete/", PAGE),
    "career/offers/<uuid:pk>/": Address(ONE, LEARNER, READ, page=PAGE),
    "career/offers/<uuid:pk>/print/": Address(f"{ONE}print/", LEARNER, READ, page=PAGE),
    "career/offers/<uuid:pk>/edit/": Address(f"{ONE}edit/", LEARNER, BOTH, _OFFER, page=PAGE),
    "career/offers/<uuid:pk>/delete/": mark(f"{ONE}delete/", PAGE),
    "career/offers/<uuid:pk>/sheet/": mark(
        f"{ONE}sheet/",
        PAGE,
        floor="47000",
        target="51000",
        also_ask="Two remote days",
        brings="F1 0.91",
        script="Thank you",
    ),
    "career/offers/<uuid:pk>/questions/": mark(f"{ONE}questions/", PAGE, **_QUESTIONS),
    "career/offers/<uuid:pk>/log/": mark(f"{ONE}log/", PAGE, on="2026-11-20", text="By phone"),
    "career/offers/<uuid:pk>/log/<int:line>/delete/": mark(f"{ONE}log/1/delete/", PAGE),
}
