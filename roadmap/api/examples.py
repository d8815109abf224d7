"""Examples of the documentation: one learner's week, so that they go together."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "phase": {
        "phase": "foundation",
        "number": 1,
        "title": "Foundation building",
        "summary": "Python, the tools and the mathematics.",
        "month_start": 1,
        "month_end": 3,
        "modules": [
            {
                "module": "python",
                "title": "Python",
                "specialization": False,
                "skills": ["py-syntax", "py-functions"],
            }
        ],
        "milestones": ["first-honest-model"],
    },
    "skill": {
        "skill": "py-syntax",
        "title": "Syntax and data structures",
        "kind": "theory",
        "summary": "",
        "done_when": "You write a loop without looking it up.",
        "hours_low": 6,
        "hours_high": 10,
        "target": 0,
        "module": "python",
        "phase": "foundation",
        "comes_after": [],
        "resources": ["py4e"],
        "retired": False,
    },
    "resource": {
        "resource": "py4e",
        "title": "Python for Everybody",
        "author": "Charles Severance",
        "url": "https://www.py4e.com/",
        "kind": "course",
        "access": "free",
        "level": "beginner",
        "why": "It begins at the beginning.",
        "hours": 60,
        "pages": None,
        "checked_on": "2026-07-01",
        "retired": False,
    },
    "milestone": {
        "milestone": "first-honest-model",
        "title": "First honest model",
        "done_when": "It beats a baseline on data it has not seen.",
        "phase": "core-ml",
        "sprint_day": None,
    },
    "project": {
        "project": "project-1",
        "number": 1,
        "title": "An end-to-end model",
        "brief": "Take one question from data to a page that answers it.",
        "requirements": [{"requirement": "p1-r1", "title": "A baseline", "skill": None}],
    },
    "progress": {
        "figures": {
            "done": 14,
            "shown": 6,
            "learning": 2,
            "skipped": 1,
            "total": 180,
            "hours_done": 96.5,
            "hours_total": 1204.0,
        },
        "phases": [
            {
                "phase": "foundation",
                "title": "Foundation building",
                "figures": {
                    "done": 14,
                    "shown": 6,
                    "learning": 2,
                    "skipped": 1,
                    "total": 40,
                    "hours_done": 96.5,
                    "hours_total": 240.0,
                },
            }
        ],
        "next": [
            {"skill": "py-functions", "title": "Functions", "under_way": True, "completes": ""},
        ],
    },
    "milestone state": {
        "milestone": "first-honest-model",
        "title": "First honest model",
        "state": "done",
        "done_on": "2026-07-19",
        "note": "0.71 against a baseline of 0.64.",
    },
    "note": {
        "on": "skill",
        "name": "py-syntax",
        "text": "The **bias** term is a weight.",
        "saved_at": "2026-07-19T18:04:00Z",
    },
    "entry": {
        "id": "0191d5a0-0000-4000-8000-00000000b001",
        "day": "2026-07-19",
        "minutes": 45,
        "kind": "theory",
        "subject": "skill:py-syntax",
        "title": "Syntax and data structures",
        "note": "",
    },
}


def example(name: str) -> dict[str, Any]:
    """Return what a shape's configuration takes to have one."""
    return {"examples": [EXAMPLES[name]]}
