"""Patterns of wording, written as one reads them."""

import re

_CLASS_OR_MARK = re.compile(r"\[(?:\\.|[^\]])*\]|[ ’]")


def wording(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives, whatever their capitals: a space is any white space, ’ either apostrophe."""
    return re.compile(_CLASS_OR_MARK.sub(_spelled_out, "|".join(patterns)), re.IGNORECASE)


def _spelled_out(found: re.Match[str]) -> str:
    return {" ": r"\s+", "’": "['’]"}.get(found[0], found[0])
