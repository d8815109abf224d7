"""What our scripts in the browser never do."""

import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "static" / "js"
# Which scripts may break a rule, and why.
MAY = {
    "rows.js": "a constant with the address of our icons; words go in as text",
    "strip.js": "constants; words go in as text",
}
RULES = {
    "writes markup": r"\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write",
    "evaluates": r"\beval\(|new Function\(|setTimeout\(\s*[\"']",
    "follows an address it was given": r"location\s*=\s*[\"']?javascript:",
    "indexes an object by input": r"\b\w+\[(?:name|key|id|field)\]\s*=(?!=)",
    "speaks with other windows": r"(?:parent|opener|top|frames\[\d+\])\.postMessage\(",
    "keeps text": r"(?:local|session)Storage\.setItem",
}
PLANTED = {
    "writes markup": "place.innerHTML = text",
    "evaluates": "eval(text)",
    "follows an address it was given": "location = 'javascript:x'",
    "indexes an object by input": "store[key] = value",
    "speaks with other windows": "parent.postMessage(text, '*')",
    "keeps text": "localStorage.setItem('note', text)",
}


def scripts() -> list[Path]:
    own = [path for path in FOLDER.rglob("*.js") if "vendor" not in path.parts]
    return [*own, *(Path(settings.BASE_DIR) / "templates").rglob("*.js")]


@pytest.mark.parametrize("rule", RULES)
def test_a_line_that_breaks_the_rule_is_found(rule: str):
    assert re.search(RULES[rule], PLANTED[rule])


@pytest.mark.asvs("3.2.2", "15.3.6", "1.3.2")
@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_kept(rule: str):
    found = {path.name for path in scripts() if re.search(RULES[rule], path.read_text(encoding="utf-8"))}

    assert len(scripts()) > 10
    assert sorted(found - (set(MAY) if rule == "writes markup" else set())) == []
