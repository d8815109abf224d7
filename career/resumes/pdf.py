"""A résumé as PDF, set by typst where it is installed.

Limits. What a résumé holds is bounded by its forms (some 20,000 characters), typst gets it as one JSON input
and never as source, reads no file but `paper/resume.typ` and no fonts but its own, and one sheet is set at a
time: whoever waits longer than ten seconds is sent to the print page instead.
"""

import importlib.util
import json
import re
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from functools import cache
from pathlib import Path
from typing import Any

from career.resume_sheet import Entry, Sheet

PATIENCE = 10.0  # seconds
PAPER = Path(__file__).parent / "paper"
# What typst's own fonts can write: Latin, Greek and Cyrillic letters with their marks, and common signs.
_WRITABLE = re.compile(
    r"[\n\t -~\u00a0-\u024f\u0300-\u030f\u0370-\u04ff\u1e00-\u1fff\u2010-\u2026\u2030-\u203a\u20ac]*"
)
_desk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typst")


class NoPdf(Exception):
    """There is no PDF; the message says why, in words for the learner."""


def available() -> bool:
    return importlib.util.find_spec("typst") is not None


def pdf(sheet: Sheet, *, title: str, paper: str) -> bytes:
    """Return a sheet as PDF on “a4” or “letter”. Raises NoPdf."""
    if not available():
        raise NoPdf("This installation makes no PDF by itself: print this page, and choose “Save as PDF”.")
    inputs = json.dumps(_inputs(sheet, title, paper), ensure_ascii=False)
    if not _WRITABLE.fullmatch(inputs):
        raise NoPdf(
            "Some letters are missing from the PDF’s font: print this page, and choose “Save as PDF”."
        )
    waiting = _desk.submit(_set, inputs)
    try:
        return waiting.result(timeout=PATIENCE)
    except Late as error:
        waiting.cancel()  # unless it has begun
        raise NoPdf("The PDF took too long: print this page, and choose “Save as PDF”.") from error


def _set(inputs: str) -> bytes:
    made = _compiler().compile(format="pdf", sys_inputs={"sheet": inputs})
    if not isinstance(made, bytes):
        raise NoPdf("No PDF came of it: print this page, and choose “Save as PDF”.")
    return made


@cache
def _compiler() -> Any:
    """Return typst on one source of our own, with its own fonts; looking for fonts takes longest."""
    import typst

    return typst.Compiler(PAPER / "resume.typ", root=PAPER, ignore_system_fonts=True)


def _inputs(sheet: Sheet, title: str, paper: str) -> dict[str, Any]:
    return {
        "title": title,
        "paper": paper,
        "name": sheet.name,
        "contact": sheet.contact,
        "summary": sheet.summary,
        "skills": [{"name": group.name, "words": group.words} for group in sheet.skills],
        "chapters": [
            {"title": heading, "entries": [_entry(entry) for entry in entries]}
            for heading, entries in sheet.chapters
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    side = entry.short_link or entry.years
    return {"title": entry.title, "side": side, "link": entry.link, "lines": entry.lines}
