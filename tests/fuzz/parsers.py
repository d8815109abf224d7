"""What reads text of people, as targets for a fuzzer: bytes in, nothing but the known refusals out.

`python -m tests.fuzz.parsers NAME --seconds 60 --corpus DIR` runs one; 77 says that something was found.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

Target = Callable[[bytes], None]


def csv_text(raw: bytes) -> None:
    from accounts import csv_text

    try:
        text, _ = csv_text.decoded(raw)
        table = csv_text.read(text)
    except ValueError:
        return
    for cell in (cell for _, row in table.rows[:50] for cell in row):
        assert csv_text.plain(csv_text.neutral(cell)) == cell


def cells(raw: bytes) -> None:
    from career.search import cells

    text = raw.decode(errors="replace")[:200]
    for read in (cells.day, cells.amount):
        try:
            read(text)
        except ValueError:
            continue


def job_text(raw: bytes) -> None:
    from career import job_text

    # Never raises, whatever the text.
    job_text.read(raw.decode(errors="replace")[:20_000], {"py-syntax", "numpy"})


def json_resume(raw: bytes) -> None:
    from career.resumes import json_resume

    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return
    json_resume.read(data)


def account_file(raw: bytes) -> None:
    from accounts.portability import upload

    try:
        upload.read(io.BytesIO(raw), len(raw))
    except upload.Unreadable:
        return


def markdown(raw: bytes) -> None:
    from roadmap.markdown import to_html

    html = str(to_html(raw.decode(errors="replace")[:5_000]))
    assert "<script" not in html.lower()


def planted(raw: bytes) -> None:
    """A hole for the fuzzer to find: without it, a quiet run says nothing."""
    if raw[:1] == b"{" and b"]" in raw:
        raise KeyError("planted")


TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (csv_text, cells, job_text, json_resume, account_file, markdown, planted)
}
SEEDS = {
    "csv_text": [b"Company,Stage\nAcme,applied\n", b"\xff\xfea\x00;\x00", b'sep=;\n"a;b";c\n'],
    "cells": [b"2026-01-05", "€ 1.234,50".encode(), b"5 Jan 2026"],
    "job_text": [b"We offer 80k-95k EUR. 3+ years of Python; PhD preferred. Remote (EU)."],
    "json_resume": [b'{"basics": {"name": "A"}, "work": [{"startDate": "2026-01"}]}'],
    "account_file": [b'{"format": 1, "exported_at": "2026-01-05T00:00:00Z", "rows": {}}', b"PK\x03\x04"],
    "markdown": [b"# A\n\n- [x](https://example.org) **b** `c`\n\n$x^2$\n\n| a |\n|---|\n"],
    "planted": [b"{}"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, required=True, help="kept from run to run")
    options = parser.parse_args()
    import atheris

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    target = TARGETS[options.name]
    with atheris.instrument_imports(include=["accounts", "career", "roadmap"], enable_loader_override=False):
        django.setup()
        for seed in SEEDS[options.name]:
            target(seed)
    corpus = options.corpus / options.name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[options.name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={options.seconds}", "-max_len=20000", "-timeout=10", "-rss_limit_mb=1024"]
    found = f"-artifact_prefix={options.corpus / options.name}-"
    atheris.Setup([sys.argv[0], str(corpus), *limits, found, "-verbosity=0", "-print_final_stats=1"], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
