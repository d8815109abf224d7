"""Wherever one is sent, it is a page of this site that one can look at."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from accounts.models import User
from accounts.return_path import is_path, path_on_this_site
from tests.accounts.test_log_in import LOG_IN, LOG_OUT, log_in_as
from tests.accounts.test_sign_up import sign_up

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example/today/",
    "//evil.example/",
    "///evil.example/",
    "////evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example/",
    " //evil.example/",
    "\x01//evil.example/",
    "https:evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "HtTpS://evil.example",
    "//evil.example%2f@testserver/",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example#testserver",
    "//user:password@evil.example/",
    "//[::1]/",
    "//localhost/",
    "//127.0.0.1/",
    "http://testserver/today/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\x00javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "evil.example",
    "today",
    "account_logout",
    "../today/",
    "?next=//evil.example",
    "#top",
    "",
    "/" + "a" * 3000,
]
HERE = [
    "/",
    "/today/",
    "/skills/chain-rule/",
    "/resources/?q=a%20b&kind=book",
    "/roadmap/#skill-x",
    "/%2F/evil",
    "/a//b",
]


@pytest.mark.parametrize("url", ELSEWHERE)
@pytest.mark.asvs("3.7.2")
def test_elsewhere_is_refused(url: str) -> None:
    assert not is_path(url)


@pytest.mark.parametrize("url", HERE)
def test_here_is_allowed(url: str) -> None:
    assert is_path(url)


@pytest.mark.django_db
@pytest.mark.parametrize("url", [url for url in ELSEWHERE if "\x00" not in url])
@pytest.mark.asvs("3.7.2")
def test_no_next_leads_elsewhere(alice: User, url: str) -> None:
    client = Client()

    assert log_in_as(client, alice.email, next=url)["Location"] == "/today/"
    assert client.get(LOG_IN, {"next": url})["Location"] == "/today/"
    assert client.post(LOG_OUT, {"next": url})["Location"] == "/"


@pytest.mark.django_db
@pytest.mark.asvs("3.7.2")
def test_no_next_of_sign_up_leads_elsewhere() -> None:
    for number, url in enumerate(["//evil.example/", "/\\evil.example/", "javascript:alert(1)"]):
        answer = sign_up(Client(), email=f"alice{number}@example.org", next=url)
        assert answer["Location"] == "/plan/start/"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://testserver/roadmap/?a=b#c", "/roadmap/?a=b#c"),
        ("https://testserver/roadmap/", "/roadmap/"),
        ("http://testserver:8000/roadmap/", None),
        ("http://evil.example/roadmap/", None),
        ("http://testserver@evil.example/", None),
        ("http://testserver//evil.example/", None),
        ("http://testserver", None),
        ("/roadmap/", None),
        ("http://[", None),
        ("ftp://testserver/", None),
        ("", None),
        (None, None),
    ],
)
def test_only_pages_of_this_host_count(url: str | None, path: str | None) -> None:
    assert path_on_this_site(RequestFactory().get("/"), url) == path


PAGE = "http://testserver/skills/chain-rule/?tab=notes"
NEXT = "/accounts/login/?next=/skills/chain-rule/%3Ftab%3Dnotes"


@pytest.mark.django_db
class TestExpiredSession:
    def test_a_page_is_where_one_returns_to(self, client: Client) -> None:
        answer = client.get("/settings/?from=menu")

        assert (answer.status_code, answer["Location"]) == (
            302,
            "/accounts/login/?next=/settings/%3Ffrom%3Dmenu",
        )

    def test_a_form_returns_to_the_page_it_stood_on(self, client: Client) -> None:
        answer = client.post("/settings/", headers={"Referer": PAGE})

        assert (answer.status_code, answer["Location"]) == (303, NEXT)

    @pytest.mark.parametrize(
        "referer", ["", "https://evil.example/", "http://[", "http://testserver//evil.example/"]
    )
    def test_a_form_from_nowhere_returns_to_today(self, client: Client, referer: str) -> None:
        answer = client.post("/settings/", headers={"Referer": referer} if referer else {})

        assert answer["Location"] == "/accounts/login/?next=/today/"

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_htmx_sends_the_browser_to_log_in_and_back_to_the_page(self, client: Client, method: str) -> None:
        headers = {"HX-Request": "true", "HX-Current-URL": PAGE}
        answer = getattr(client, method)("/settings/", headers=headers)

        assert answer.status_code == 200
        assert answer["HX-Redirect"] == NEXT
        assert "Location" not in answer
        assert answer.content == b""

    @pytest.mark.parametrize("url", ["https://evil.example/", "http://[", "javascript:alert(1)", ""])
    def test_htmx_from_nowhere_returns_to_today(self, client: Client, url: str) -> None:
        answer = client.post("/settings/", headers={"HX-Request": "true", "HX-Current-URL": url})

        assert answer["HX-Redirect"] == "/accounts/login/?next=/today/"

    def test_a_path_too_long_to_carry_is_dropped(self, client: Client) -> None:
        answer = client.get("/settings/?" + "a" * 5000)

        assert answer["Location"] == "/accounts/login/?next=/today/"

    def test_the_whole_way_back(self, alice: User, log_in: Callable[[User], Client]) -> None:
        browser = log_in(alice)
        browser.session.flush()
        to_log_in = browser.get("/settings/")["Location"]
        assert browser.get(to_log_in).status_code == 200

        assert log_in_as(browser, alice.email, next="/settings/")["Location"] == "/settings/"
        assert browser.get("/settings/").status_code == 200
