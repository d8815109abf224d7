"""Bodies that were made to break readers: each is refused at once, and in a page."""

import json
import time
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import Settings

from tests.api.script import Script
from tests.factories import make_user
from tests.person import Person

B = b'--b\r\nContent-Disposition: form-data; name="text"'
END = b"\r\n--b--\r\n"
MULTIPART = {
    "without an end": B + b"\r\n\r\nx",
    "without a header's end": B,
    "with a header that has no end": B + b"\r\nX: " + b"y" * 20_000 + b"\r\n\r\nx" + END,
    "with ten thousand parts": (B + b"\r\n\r\nx\r\n") * 10_000 + b"--b--\r\n",
    "with a name of lines": b'--b\r\nContent-Disposition: form-data; name="a\r\nb"\r\n\r\nx' + END,
    "with an unknown coding": B + b"\r\nContent-Transfer-Encoding: nonsense\r\n\r\nx" + END,
    "with broken base64": B + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n=====" + END,
    "with a file where a field is": B + b'; filename="../../x"\r\n\r\nx' + END,
    "with a charset of its own": B + b"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+ADw-" + END,
    "with nothing between": b"--b\r\n--b\r\n--b--\r\n",
}
DEEP = {
    "lists": b"[" * 200_000,
    "lists with an end": b"[" * 50_000 + b"]" * 50_000,
    "objects": b'{"a":' * 100_000,
    "a number": b'{"state": ' + b"9" * 300_000 + b"}",
    "a fraction": b'{"state": 1e999999999}',
    "not a number": b'{"state": NaN}',
    "two of a name": b'{"state": "done", "state": "open"}',
    "a lone surrogate": b'{"state": "\\ud800"}',
    "a NUL": b'{"state": "done", "\\u0000": 1}',
    "utf-16": '{"state": "done"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"state": "done"}',
    "a comment": b'{"state": "done"} // x',
    "nothing": b"",
    "a list for an object": b"[]",
    "types for text": json.dumps({"state": {"a": 1}, "done_on": [1], "count": True}).encode(),
}
SECONDS = 2.0


@pytest.mark.once
@pytest.mark.asvs("5.2.1", "15.2.2")
@pytest.mark.parametrize("kind", MULTIPART)
def test_a_torn_form_is_answered_at_once(db: None, kind: str):
    alice = Person(make_user())
    started = time.process_time()
    answer = alice.client.post(
        "/skills/py-syntax/note/", MULTIPART[kind], content_type="multipart/form-data; boundary=b"
    )

    assert answer.status_code in (303, 400, 413, 422)
    assert time.process_time() - started < SECONDS
    assert "<" not in "".join(alice.user.notes.values_list("text", flat=True))


@pytest.mark.once
@pytest.mark.asvs("15.2.2")
def test_a_million_fields_are_refused_at_once(db: None):
    alice = Person(make_user())
    body = urlencode({f"k{number}": "" for number in range(1_000_000)})
    started = time.process_time()
    answer = alice.client.post(
        "/settings/theme/",
        body,
        content_type="application/x-www-form-urlencoded",
        CONTENT_LENGTH=str(len(body)),
    )

    assert answer.status_code == 413
    assert time.process_time() - started < SECONDS


@pytest.mark.once
@pytest.mark.asvs("1.5.2", "2.2.1", "15.3.5")
@pytest.mark.parametrize("kind", DEEP)
def test_json_of_any_shape_is_a_problem_in_words(db: None, kind: str):
    user = make_user()
    script = Script(user)
    started = time.process_time()
    answer = script.call("PUT", "/skills/py-syntax/state", DEEP[kind])

    assert answer.status_code in (400, 413, 415, 422), answer.content[:200]
    assert answer["Content-Type"].startswith("application/problem+json")
    assert time.process_time() - started < SECONDS
    assert not user.skill_progress.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "evil.example:80", "[::1", ""],
)
def test_a_mail_never_names_another_host(db: None, settings: Settings, mailoutbox: list[object], host: str):
    settings.ACCOUNT_RATE_LIMITS = False
    user = make_user(verified=True)
    answer = Client().post("/accounts/password/reset/", {"email": user.email}, headers={"Host": host})

    assert answer.status_code == 400 or host == ""
    assert not any("evil.example" in str(getattr(mail, "body", "")) for mail in mailoutbox)


@pytest.mark.once
@pytest.mark.asvs("1.3.11")
@pytest.mark.parametrize(
    "name", ["A\r\nBcc: eve@example.org", "A\nSubject: Hello", "A\u2028Bcc: x", "{{ 7*7 }} %s"]
)
def test_a_name_adds_nothing_to_a_mail(db: None, settings: Settings, mailoutbox: list[object], name: str):
    settings.ACCOUNT_RATE_LIMITS = False
    alice = Person(make_user(verified=True))
    alice.confirm()
    alice.send("/settings/", {"display_name": name, "time_zone": "UTC", "theme": "dark"}, page="/settings/")
    Client().post("/accounts/password/reset/", {"email": alice.user.email})

    for mail in mailoutbox:
        message = mail.message()  # type: ignore[attr-defined]
        assert message["Bcc"] is None
        assert mail.to == [alice.user.email]  # type: ignore[attr-defined]
        assert "49" not in str(message["Subject"])
        assert len(message.get_all("Subject")) == 1
