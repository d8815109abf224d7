"""The addresses of the funnel, import and export, contacts and presence."""

from tests.address import BOTH, FORM, LEARNER, NOBODYS, READ, Address, mark

_CONTACT = {
    "contact": "0191d5a0-0000-4000-8000-000000000021",
    "name": "Amara Osei",
    "work": "ML engineer",
    "company": "Fathom Freight",
    "email": "amara@example.org",
    "link": "https://example.org/amara",
    "how_met": "The meetup in May",
    "last_touch": "2026-05-04",
    "next_touch": "2026-06-03",
    "referral": "asked",
    "note": "Knows the hiring manager",
}
_COLUMNS = {
    "file": "a file",
    "do": "save",
    "order": "dmy",
    "currency": "EUR",
    "in_company": "0",
    "in_role": "1",
    "in_stage": "2",
}
_RANGE = ("from", "until")
_CONTACTS = "/career/contacts/"
_PRESENCE = "/career/presence/"

SEARCH: dict[str, Address] = {
    "career/funnel/": Address("/career/funnel/", LEARNER, READ, query=("source", "tier", "resume")),
    "career/import/": Address("/career/import/", LEARNER, BOTH, {"file": "a file"}, page="/career/import/"),
    "career/import/rows/": Address("/career/import/rows/", LEARNER, FORM, _COLUMNS, page="/career/import/"),
    "career/export/": Address("/career/export/", LEARNER, READ, query=_RANGE),
    "career/export/moves/": Address("/career/export/moves/", LEARNER, READ, query=_RANGE),
    "career/proof/": Address("/career/proof/", LEARNER, READ, query=_RANGE),
    "career/contacts/": Address(_CONTACTS, LEARNER, READ),
    "career/contacts/new/": Address(f"{_CONTACTS}new/", LEARNER, BOTH, _CONTACT, page=f"{_CONTACTS}new/"),
    "career/contacts/rhythm/": mark(f"{_CONTACTS}rhythm/", _CONTACTS, touch_days="21"),
    "career/contacts/<uuid:pk>/": Address(f"{_CONTACTS}{NOBODYS}/", LEARNER, BOTH, _CONTACT, page=_CONTACTS),
    "career/contacts/<uuid:pk>/touch/": mark(f"{_CONTACTS}{NOBODYS}/touch/", _CONTACTS),
    "career/contacts/<uuid:pk>/delete/": mark(f"{_CONTACTS}{NOBODYS}/delete/", _CONTACTS),
    "career/presence/": Address(_PRESENCE, LEARNER, READ),
    "career/presence/<slug:key>/": mark(
        f"{_PRESENCE}github-readmes/", _PRESENCE, link="https://example.org/me", note="All of them"
    ),
    "career/presence/<slug:key>/state/": mark(f"{_PRESENCE}github-readmes/state/", _PRESENCE, state="done"),
}
