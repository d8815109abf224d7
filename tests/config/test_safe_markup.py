"""Only these may call text safe for a page; each builds it from templates or from a cleaner."""

import re
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent.parent
CALL = re.compile(r"mark_safe|SafeString\(|\|\s*safe\b|autoescape off|safeseq|html_safe")

REVIEWED = {
    "roadmap/fragments.py",
    "roadmap/kept_lines.py",
    "roadmap/kept_resources.py",
    "roadmap/markdown.py",
    "roadmap/profile/structured.py",
}


def test_nobody_else_marks_text_as_safe():
    files = [
        *(path for app in ("accounts", "career", "config", "roadmap") for path in (BASE / app).rglob("*.py")),
        *(BASE / "templates").rglob("*.html"),
    ]
    found = {str(path.relative_to(BASE)) for path in files if CALL.search(path.read_text(encoding="utf-8"))}
    assert found == REVIEWED
