"""Pages for what went wrong: they always come, say what is safe, and carry a number."""

import re
from unittest import mock

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError
from django.test import Client, RequestFactory

from config import errors, request_id

pytestmark = pytest.mark.urls("tests.config.pages")


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def number(answer):
    """Return the number printed on the page, which must be that of the header."""
    (found,) = re.findall(r"Request ([0-9a-f]{12})", answer.content.decode())
    assert answer.headers["X-Request-ID"] == found
    return found


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/test/denied/", 403, "not open to you"),
        ("/nowhere/", 404, "off the map"),
        ("/roadmap/?q=%00", 400, "could not read that"),
        ("/test/broken/", 500, "Something broke on our side"),
        ("/test/locked/", 503, "closed for a moment"),
        ("/test/full/", 507, "disk is full"),
    ],
)
def test_a_page_in_the_design_without_a_database(visitor, path, status, words):
    """Without the django_db mark any query fails the test."""
    answer = visitor.get(path)
    assert answer.status_code == status
    page = answer.content.decode()
    assert words in page
    assert "Milepost</title>" in page
    assert 'class="gate"' in page
    assert "alice@example.org" not in page
    assert "Traceback" not in page
    assert answer.headers["Cache-Control"] == "no-store"
    number(answer)


@pytest.mark.parametrize(("path", "status"), [("/test/locked/", 503), ("/test/full/", 507)])
@pytest.mark.asvs("16.5.2")
def test_trouble_says_when_to_return_and_that_saved_work_is_safe(visitor, path, status):
    answer = visitor.get(path)
    assert answer.status_code == status
    assert int(answer.headers["Retry-After"]) > 0
    assert "saved before is safe" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "status"), [("/test/locked/", 503), ("/test/full/", 507), ("/nowhere/", 404)]
)
def test_htmx_gets_the_words_alone(visitor, path, status):
    answer = visitor.get(path, headers={"HX-Request": "true"})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "<" not in answer.content.decode()
    number(answer)


def test_each_request_has_its_own_number(visitor):
    assert number(visitor.get("/nowhere/")) != number(visitor.get("/nowhere/"))


@pytest.mark.parametrize("status", sorted(errors.PAGES))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_theme_is_kept(status, theme):
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = theme
    assert f'data-theme="{theme}"' in errors.page(request, status).content.decode()


def test_a_made_up_theme_is_not_printed():
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = '"><script>'
    page = errors.page(request, 500).content.decode()
    assert "data-theme" not in page
    assert "<script" not in page


@pytest.mark.asvs("16.5.3")
def test_a_session_that_cannot_be_loaded_is_503(visitor):
    visitor.cookies["sessionid"] = "a" * 32
    with mock.patch.object(
        SessionStore, "load", side_effect=OperationalError("server closed the connection")
    ):
        answer = visitor.get("/today/")
    assert answer.status_code == 503
    assert "Retry-After" in answer.headers


def test_a_middleware_that_loses_the_database_is_503(visitor):
    with mock.patch(
        "django.middleware.csrf.CsrfViewMiddleware.process_view", side_effect=OperationalError("gone")
    ):
        assert visitor.get("/test/short/").status_code == 503


def test_a_page_that_cannot_be_drawn_is_still_an_answer(visitor):
    with mock.patch("django.template.loader.render_to_string", side_effect=ValueError("no manifest entry")):
        answer = visitor.get("/test/locked/")
    assert answer.status_code == 503
    assert "saved before is safe" in answer.content.decode()
    number(answer)


def test_an_outdated_form_is_explained():
    visitor = Client(enforce_csrf_checks=True)
    answer = visitor.post("/test/form/", {"text": "x"})
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()


def test_a_foreign_host_is_refused_with_a_page(visitor):
    answer = visitor.get("/test/denied/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()


def test_outside_a_request_there_is_no_number():
    assert re.fullmatch(r"[0-9a-f]{12}", request_id.new())
