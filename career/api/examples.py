"""Examples of the documentation."""

from typing import Any

_APPLICATION: dict[str, Any] = {
    "company": "Wonderland Analytics",
    "role": "Junior ML Engineer",
    "link": "https://example.org/jobs/7",
    "tier": 2,
    "source": "board",
    "place": "Leeds",
    "remote": "hybrid",
    "pay_low": "32000.00",
    "pay_high": "38000.00",
    "pay_currency": "GBP",
    "pay_per": "year",
    "note": "They use PyTorch.",
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "wanted application": _APPLICATION,
    "application": _APPLICATION
    | {
        "id": "0191d5a0-0000-4000-8000-00000000c001",
        "resume": None,
        "job_text": None,
        "contact": None,
        "stage": "applied",
        "means": "applied",
        "stage_on": "2026-07-19",
        "next_step": "Follow up",
        "next_on": "2026-07-29",
        "is_archived": False,
    },
    "stage": {"key": "applied", "name": "Applied", "means": "applied", "hidden": False},
    "interview": {
        "id": "0191d5a0-0000-4000-8000-00000000c002",
        "application": "0191d5a0-0000-4000-8000-00000000c001",
        "company": "Wonderland Analytics",
        "kind": "coding",
        "title": "",
        "starts_at": "2026-08-03T09:00:00Z",
        "zone": "Europe/London",
        "minutes": 45,
        "place": "https://example.org/call",
        "people": "Two engineers",
        "outcome": "",
        "is_mock": False,
    },
    "budget": {
        "id": "0191d5a0-0000-4000-8000-00000000c003",
        "name": "As it is",
        "currency": "GBP",
        "as_of": "2026-07-01",
        "savings": "9400.00",
        "expenses": "1250.00",
        "income": "400.00",
        "lasts_to": "2027-05-31",
    },
}


def example(name: str) -> dict[str, Any]:
    """Return what a shape's configuration takes to have one."""
    return {"examples": [EXAMPLES[name]]}
