"""Files that are no export, or worse: each is refused with a sentence that helps, and costs nothing."""

import contextlib
import io
import json
import resource
import struct
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from accounts.models import DataImport
from accounts.portability import archive, upload
from tests.accounts.travel import IMPORT, as_zip, bring, choose, only, read
from tests.factories import make_user
from tests.naughty import STRINGS
from tests.person import Person

GOOD = only(log=[])


@pytest.fixture
def alice(db: None, settings: Settings, tmp_path: Path) -> Person:
    settings.VAR_DIR = tmp_path
    settings.ACCOUNT_RATE_LIMITS = False
    return Person(make_user(verified=True))


def zipped(raw: bytes, others: Mapping[str, bytes] = MappingProxyType({}), name: str = archive.JSON) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(name, raw)
        for other, text in others.items():
            out.writestr(other, text)
    return file.getvalue()


def bomb(size: int = 200 * upload.MB) -> bytes:
    """Return a ZIP of 200 kB whose JSON is 200 MB of spaces."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out,
        out.open(archive.JSON, "w", force_zip64=False) as one,
    ):
        for _ in range(size // upload.MB):
            one.write(b" " * upload.MB)
    return file.getvalue()


def lying(raw: bytes, size: int) -> bytes:
    """Return the ZIP with another unpacked size in its headers."""
    end = raw.rfind(b"PK\x01\x02")
    for at in (raw.find(b"PK\x03\x04") + 22, end + 24):
        raw = raw[:at] + struct.pack("<L", size) + raw[at + 4 :]
    return raw


def flagged(raw: bytes) -> bytes:
    """Return the ZIP with its file marked as encrypted."""
    at = raw.rfind(b"PK\x01\x02") + 8
    return raw[:at] + b"\x01" + raw[at + 1 :]


def crowded() -> bytes:
    """Return a ZIP with more names than anybody needs."""
    return zipped(json.dumps(GOOD).encode(), {f"{n:060}": b"" for n in range(1000)})


def said(version: Any) -> bytes:
    return as_zip(GOOD | {"version": version})


DEEP = b'{"format":"milepost","version":1,"log":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
FILES = {
    "text": (b"hello", "no Milepost export"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "no Milepost export"),
    "program": (b"MZ" + b"\0" * 100, "no Milepost export"),
    "another zip": (zipped(b"{}", name="other.json"), "no Milepost export"),
    "half a zip": (as_zip(GOOD)[:-30], "damaged"),
    "zip of noise": (b"PK\x03\x04" + bytes(range(256)) * 20, "damaged"),
    "climbing name": (zipped(json.dumps(GOOD).encode(), {"../../etc/passwd": b"x"}), "no Milepost export"),
    "rooted name": (zipped(json.dumps(GOOD).encode(), {"/etc/passwd": b"x"}), "no Milepost export"),
    "drive": (zipped(json.dumps(GOOD).encode(), {"C:evil": b"x"}), "no Milepost export"),
    "bomb": (bomb(), "Unpacked"),
    "bomb that lies": (lying(bomb(), 1000), "damaged"),
    "lies the other way": (lying(as_zip(GOOD), 4_000_000_000), "Unpacked"),
    "encrypted": (flagged(as_zip(GOOD)), "no Milepost export"),
    "crowd": (crowded(), "no Milepost export"),
    "depth": (zipped(DEEP), "nested too deep"),
    "many lists": (zipped(b'{"format":"milepost","log":[' + b"[]," * 300_000 + b"[]]}"), "more rows than"),
    "nul": (zipped(b'{"format":"milepost\0"}'), "no Milepost export"),
    "bad utf-8": (zipped(b'{"format":"milepost\xff"}'), "no Milepost export"),
    "not json": (zipped(b"{format: milepost}"), "no Milepost export"),
    "nan": (zipped(b'{"format":"milepost","version":NaN}'), "no Milepost export"),
    "long number": (zipped(b'{"format":"milepost","version":' + b"9" * 5000 + b"}"), "no Milepost export"),
    "a list": (zipped(b"[]"), "no Milepost export"),
    "another format": (as_zip(GOOD | {"format": "roadmap"}), "no Milepost export"),
    "newer": (said(2), "Update Milepost"),
    "no version": (said("1"), "no Milepost export"),
    "version true": (said(True), "no Milepost export"),
    "no time": (as_zip(GOOD | {"exported_at": "yesterday"}), "no Milepost export"),
    "no list": (as_zip(GOOD | {"log": {"id": 1}}), "“log” in this file is no list"),
}


@pytest.mark.asvs("1.5.2", "2.2.1", "5.2.2", "5.2.3", "5.3.2")
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_export_is_refused_in_words(alice: Person, name: str):
    raw, words = FILES[name]
    alice.see(IMPORT)
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = choose(alice, raw)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert time.monotonic() - started < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80 * 1024
    assert not DataImport.objects.exists()


@pytest.mark.asvs("5.2.1")
def test_a_file_over_the_limit_is_413(alice: Person):
    answer = choose(alice, b"PK" + b"\0" * (10 * upload.MB + 70_000))

    assert answer.status_code == 413
    assert "up to 10 MB" in answer.content.decode()


def test_a_file_of_some_megabytes_is_read(alice: Person):
    assert choose(alice, as_zip(GOOD | {"of another version": "Ünïcode " * 300_000})).status_code == 303
    raw = json.dumps(GOOD | {"of another version": "x" * 3 * upload.MB}).encode()
    answer = choose(alice, raw)

    assert answer.status_code == 303
    assert "of another version" in alice.see(answer["Location"]).text


def row(**fields: Any) -> dict[str, Any]:
    return {
        "id": "0191d5a0-0000-4000-8000-000000000001",
        "day": "2026-07-19",
        "minutes": 60,
        "kind": "theory",
        "skill": "py-syntax",
        "project": None,
        "note": "",
        "logged_at": "2026-07-19T08:30:00.000000Z",
    } | fields


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("log", row(id=None)),
    ("log", row(id="x")),
    ("log", row(id="{0191d5a0000040008000000000000001} ")),
    ("log", row(id=7)),
    ("log", {key: value for key, value in row().items() if key != "id"}),
    ("log", row(day="0001-01-01")),
    ("log", row(day="9999-12-31")),
    ("log", row(day="2026-02-30")),
    ("log", row(day="20260719")),
    ("log", row(day=None)),
    ("log", row(minutes=0)),
    ("log", row(minutes=-5)),
    ("log", row(minutes=2**63)),
    ("log", row(minutes=10**30)),
    ("log", row(minutes=1.5)),
    ("log", row(minutes=True)),
    ("log", row(minutes="60")),
    ("log", row(minutes=[60])),
    ("log", row(kind="rest")),
    ("log", row(kind="")),
    ("log", row(skill="alchemy")),
    ("log", row(skill={"slug": "py-syntax"})),
    ("log", row(project="project-1")),
    ("log", row(note="x" * 501)),
    ("log", row(note="a\0b")),
    ("log", row(note="\ud800")),
    ("log", row(note=None)),
    ("log", row(logged_at="2026-07-19T08:30:00")),
    ("log", row(logged_at="0001-01-01T00:00:00Z")),
    ("weeks", {"starts_on": "2026-07-20", "hours": 10**400, "line": "", "reviewed_at": None}),
    ("plan", {"started_on": "2026-07-20", "study_days": "abc"}),
    ("plan", {"started_on": "2026-07-20", "study_days": ""}),
    ("plan", {"started_on": "2026-07-20", "weekly_hours": 101}),
    ("starting_point", {"known": ["x" * 61]}),
    ("starting_point", {"known": "python"}),
    ("starting_point", {"background": [{}]}),
    ("starting_point", {"programming": 9}),
    ("problems", row(title="x", difficulty="easy", topic="sql", alone=True, url="javascript:alert(1)")),
    ("profile_links", {"position": 0, "label": "x", "url": "data:text/html,x"}),
    ("profile_links", {"position": 0, "label": "x", "url": "//example.org"}),
    ("handles", {"name": "admin", "held_until": None}),
    ("handles", {"name": "../x", "held_until": None}),
    ("review_cards", row(question="none", due_on="2026-07-20")),
    ("job_search", {"currency": "euro"}),
    ("job_search", {"touch_days": 10**9}),
    ("budgets", row(name="x", currency="GBP", as_of="2026-07-20", savings="NaN", expenses="1")),
    ("budgets", row(name="x", currency="GBP", as_of="2026-07-20", savings="1e9", expenses="1")),
    ("budgets", row(name="x", currency="GBP", as_of="2026-07-20", savings="9" * 39, expenses="1")),
    ("budgets", row(name="x", currency="GBP", as_of="2026-07-20", savings="1.001", expenses="1")),
    ("budgets", row(name="x", currency="GBP", as_of="2026-07-20", savings="-1.00", expenses="1")),
    ("interviews", row(kind="coding", is_mock=True, starts_at="2026-07-19T08:30:00Z", zone="Mars/Base")),
    ("interviews", row(kind="coding", is_mock=True, starts_at="2026-07-19T08:30:00Z", zone="")),
    ("interviews", row(kind="coding", is_mock=False)),
    ("resumes", row(number=1, jobs=[{"title": "x"}])),
    ("resumes", row(number=1, jobs={"title": "x"})),
    ("resumes", row(number=1, links=["javascript:alert(1)"])),
    ("resumes", row(number=1, links=["https://example.org/\u0000"])),
    ("offer_log", {"offer": "0191d5a0-0000-4000-8000-000000000009", "on": "2026-07-19", "text": "x"}),
    ("application_moves", {"application": None, "stage": "saved", "on": "2026-07-19"}),
]


@pytest.mark.asvs("1.3.3", "1.4.2", "2.2.1")
@pytest.mark.parametrize(("section", "wrong"), WRONG)
def test_a_row_that_no_form_would_have_taken_stays_out(alice: Person, section: str, wrong: dict[str, Any]):
    good = row(id="0191d5a0-0000-4000-8000-000000000002")
    rows = [wrong, good] if section == "log" else [wrong]
    plan = bring(alice.user, json.dumps(only(**{"log": [good], section: rows})).encode())

    assert plan.refused == 1, [part.refused for part in plan.parts if part.refused]
    assert plan.new == 1, "and nothing else is lost"
    for path in ("/today/", "/log/", "/career/"):
        assert alice.get(path).status_code == 200


def test_rows_that_are_no_rows_stay_out(alice: Person):
    plan = bring(alice.user, only(log=[1, "x", None, [], row()], resume_projects=[[], 1]))

    assert (plan.new, plan.refused) == (1, 6)


@pytest.mark.parametrize("part", range(8))
def test_naughty_text_comes_back_as_it_was(alice: Person, part: int):
    texts = [text[:500] for text in STRINGS[part::8] if "\0" not in text and text.isprintable()]
    rows = [row(id=f"0191d5a0-0000-4000-8000-{n:012}", note=text) for n, text in enumerate(texts)]
    plan = bring(alice.user, only(log=rows))

    assert plan.refused == 0
    assert sorted(alice.user.study_sessions.values_list("note", flat=True)) == sorted(texts)


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 255))
def test_whatever_comes_is_read_or_refused(noise: bytes, at: int, byte: int):
    good = as_zip(only(log=[row()]))
    torn = bytearray(good)
    torn[at % len(torn)] = byte
    for raw in (noise, b"PK\x03\x04" + noise, bytes(torn), good[: at % len(good)] + noise):
        with contextlib.suppress(upload.Unreadable):
            assert isinstance(read(raw).rows, dict)


def test_the_page_says_how_large_a_file_may_be(alice: Person):
    assert f"Up to {upload.LARGEST_FILE // upload.MB} MB" in alice.see(IMPORT).text
