"""What is sent must be exactly what the document says: nothing is taken for something else."""

import time
from typing import Any

import pytest

from accounts.api import allowance
from tests import naughty
from tests.api.account import Rows, make_rows
from tests.api.calls import CALLS
from tests.api.script import Script

STATE, COUNT = "/skills/py-syntax/state", "/skills/coding-problems-100/count"
JSON = "application/json"
FINE = {200, 201, 204, 404, 409, 422}


@pytest.fixture
def alice(db: None) -> Rows:
    return make_rows()


@pytest.mark.asvs("15.3.7", "1.4.2", "1.5.2")
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"count": 1, "count": 2}', 400),
        (b'{"count": 1e309}', 400),
        (b'{"count": -1e309}', 400),
        (b'{"count": NaN}', 400),
        (b'{"count": Infinity}', 400),
        (b'{"count": -Infinity}', 400),
        (b'{"count": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", 400),
        (b"[" * 200_000, 400),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, 400),
        (b'{"count": ' + b"9" * 6_000 + b"}", 400),
        (b'{"count": ' + b"9" * 4_000 + b"}", 422),
        (b'{"count": 2147483648}', 422),
        (b'{"count": 9223372036854775808}', 422),
        (b'{"count": -1}', 422),
        (b'{"count": 1.5}', 422),
        (b'{"count": 1.0}', 422),
        (b'{"count": 1e2}', 422),
        (b'{"count": "1"}', 422),
        ('{"count": "١"}'.encode(), 422),
        (b'{"count": true}', 422),
        (b'{"count": null}', 422),
        (b'{"count": [1]}', 422),
        (b'{"count": {"a": 1}}', 422),
        (b"{}", 422),
        (b"[]", 422),
        (b"null", 422),
        (b"1", 422),
        (b'"count"', 422),
        (b"", 422),
        (b"{", 400),
        (b"{'count': 1}", 400),
        (b'{"count": 01}', 400),
        (b'{"count": 1,}', 400),
        (b'{"count": 1} {"count": 2}', 400),
        (b'\xef\xbb\xbf{"count": 1}', 400),
        ('{"count": 1}'.encode("utf-16"), 400),
        (b'{"count\xff": 1}', 400),
        (b'{"\\ud800": 1}', 400),
    ],
)
def test_a_body_that_could_mean_two_things_means_nothing(alice: Rows, body: bytes, status: int):
    script = Script(alice.user)
    began = time.perf_counter()

    answer = script.put(COUNT, body)

    assert answer.status_code == status, answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json"
    assert time.perf_counter() - began < 5
    assert not alice.user.skill_progress.filter(skill__slug="coding-problems-100").exists()


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a token call as often as it likes: these ask more than 600 times a minute."""
    monkeypatch.setattr(allowance, "_take", lambda window, take: True)


WRONG: list[Any] = ["1", "", 1.0, 1.5, True, False, [1], [], {"a": 1}, {}, None, 1, -1, 2**63, "true"]


@pytest.mark.asvs("15.3.5", "2.2.1")
def test_no_field_takes_another_type_for_its_own(alice: Rows, unlimited: None):
    """Every field of every body meets every type: taken as sent, or refused; never bent, never a 500."""
    script = Script(alice.user)
    for call in CALLS.values():
        for field, example in (call.body or {}).items():
            for value in WRONG:
                if type(value) is type(example) or call.method == "DELETE":
                    continue
                answer = script.call(call.method, call.at(alice.ids), call.body | {field: value})
                assert answer.status_code in FINE, f"{call.id} {field}={value!r}: {answer.status_code}"
                if answer.status_code in (200, 201) and isinstance(shown := answer.json().get(field), int):
                    assert type(shown) is type(value), f"{call.id} {field}={value!r} became {shown!r}"


@pytest.mark.asvs("1.1.1", "1.2.1", "1.3.5")
def test_naughty_strings_come_back_as_they_went_in_or_are_refused(alice: Rows, unlimited: None):
    script = Script(alice.user)
    texts = [
        (call, field)
        for call in CALLS.values()
        for field, value in (call.body or {}).items()
        if isinstance(value, str) and not field.startswith("pay_")
    ]
    for place, (call, field) in enumerate(texts):
        for raw in naughty.ALL[place % 24 :: 24]:
            text = raw.decode("utf-8", "replace")[:3_000]
            answer = script.call(call.method, call.at(alice.ids), call.body | {field: text})
            where = f"{call.id} {field}={text[:60]!r}"
            assert answer.status_code in FINE, f"{where}: {answer.status_code}"
            if answer.status_code in (200, 201):
                shown = answer.json().get(field)  # a line of a build's log comes back among its others
                assert shown is None or shown.strip() in text.strip().replace("\r\n", "\n").replace(
                    "\r", "\n"
                ), where


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "",
        "application/jsonx",
    ],
)
@pytest.mark.asvs("3.5.1", "4.1.1")
def test_only_json_is_understood(alice: Rows, kind: str):
    answer = Script(alice.user).put(STATE, {"state": "done"}, Content_Type=kind)

    assert answer.status_code in (400, 415)
    assert answer["Content-Type"] == "application/problem+json"
    assert not alice.user.skill_progress.filter(skill__slug="py-syntax").exists()


@pytest.mark.asvs("5.2.1")
def test_more_than_a_megabyte_is_a_problem_too(alice: Rows):
    answer = Script(alice.user).put("/notes/skill/py-syntax", {"text": "x" * 1_100_000})

    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
