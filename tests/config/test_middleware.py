"""What is refused before any view sees it, and the headers that every answer has."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.factories import make_user

pytestmark = pytest.mark.urls("tests.config.pages")

MEGABYTE = 1024 * 1024
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "JUNK"])
@pytest.mark.parametrize("path", ["/test/short/", "/healthz", "/nowhere/"])
def test_unknown_methods_are_405_everywhere(visitor, method, path):
    answer = visitor.generic(method, path)
    assert answer.status_code == 405
    assert "does not work that way" in answer.content.decode()


def test_a_view_that_takes_forms_only_explains_itself(visitor):
    answer = visitor.get("/test/form/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert "does not work that way" in answer.content.decode()
    assert answer.headers.get("Content-Length", "") != "0"


@pytest.mark.parametrize(("size", "status"), [(MEGABYTE, 200), (MEGABYTE + 1, 413), (100 * MEGABYTE, 413)])
def test_a_body_over_one_megabyte_is_413(visitor, size, status):
    body = b"text=" + b"x" * (min(size, MEGABYTE) - 5)
    answer = visitor.generic("POST", "/test/form/", body, content_type=FORM, CONTENT_LENGTH=str(size))
    assert answer.status_code == status
    if status == 413:
        assert "larger than 1 MB" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["q=%00", "q=a%00b", "%00=1", "q=%FF", "q=%C3", "q=%ED%A0%80", "q=\xff", "q=%C0%80"]
)
def test_a_query_that_is_not_text_is_400(visitor, query):
    answer = visitor.get("/test/short/", QUERY_STRING=query)
    assert answer.status_code == 400
    assert "could not read that" in answer.content.decode()


@pytest.mark.parametrize("query", ["", "q=%C3%A9", "q=%F0%9F%98%80", "q=100%25", "q=100%", "q=%zz", "q=a+b"])
def test_a_query_that_is_text_passes(visitor, query):
    assert visitor.get("/test/short/", QUERY_STRING=query).status_code == 200


@pytest.mark.parametrize(
    "body", [b"text=%00", b"text=a\x00b", b"text=%FF", b"text=\xff", b"te%00xt=1", b"%FE=1"]
)
def test_a_form_that_is_not_text_is_400(visitor, body):
    answer = visitor.generic("POST", "/test/form/", body, content_type=FORM)
    assert answer.status_code == 400
    assert "Nothing was changed" in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["", "Käse & 50 %", "日本語", "😀", "\N{REPLACEMENT CHARACTER}", "a\r\nb\tc"]
)
def test_any_text_passes_through_a_form(visitor, text):
    sent = [
        visitor.generic("POST", "/test/form/", urlencode({"text": text}), content_type=FORM),
        visitor.post("/test/form/", {"text": text}),
    ]
    assert [answer.content.decode() for answer in sent] == [text, text]


@pytest.mark.parametrize("value", [b"\x00", b"\xff", b"\xed\xa0\x80"])
def test_a_multipart_form_that_is_not_text_is_400(visitor, value):
    body = encode_multipart(BOUNDARY, {"text": "HERE"}).replace(b"HERE", value)
    assert visitor.generic("POST", "/test/form/", body, content_type=MULTIPART_CONTENT).status_code == 400


def test_a_torn_multipart_form_is_400(visitor):
    body = encode_multipart(BOUNDARY, {"text": "x"})[:-20]
    answer = visitor.generic("POST", "/test/form/", body, content_type="multipart/form-data; boundary=")
    assert answer.status_code == 400


def test_too_many_fields_are_400(visitor):
    answer = visitor.generic("POST", "/test/form/", "&".join(["a=1"] * 1001), content_type=FORM)
    assert answer.status_code == 400


def test_a_path_or_a_cookie_with_nul_is_400(visitor):
    assert visitor.get("/skills/%00/").status_code == 400
    assert visitor.get("/test/short/", headers={"Cookie": 'sessionid="aaaaaaaaaa\\000"'}).status_code == 400


@pytest.mark.django_db
def test_what_a_learner_sees_is_kept_by_nobody():
    learner = Client()
    learner.force_login(make_user())
    assert learner.get("/test/short/").headers["Cache-Control"] == "private, no-store"
    assert (
        learner.get("/test/long/?cache=private,max-age%3D5").headers["Cache-Control"] == "private,max-age=5"
    )


def test_what_a_stranger_sees_may_be_kept(visitor):
    assert "Cache-Control" not in visitor.get("/test/short/").headers
