"""The real server under production settings, scored by Mozilla's public rules."""

from collections.abc import Iterator
from dataclasses import replace
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest

from tests.bench.visitor import TOKEN, Answer, Request, send
from tests.config import installation
from tests.config.installation import EMAIL, PASSWORD, Installation
from tests.observatory import FOUR, SIX, Site, cookies, score

pytestmark = [pytest.mark.slow, pytest.mark.once]

HTTPS = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.5", "Origin": "https://evil.example"}
OPEN = [
    "/",
    "/roadmap/",
    "/skills/py-syntax/",
    "/resources/",
    "/accounts/login/",
    "/accounts/signup/",
    "/nowhere/",
]
PERSONAL = ["/today/", "/settings/", "/log/", "/applications/"]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation as behind a proxy that takes https."""
    folder = tmp_path_factory.mktemp("observed")
    found = installation.new(folder, HTTPS="on", TRUSTED_PROXY_COUNT="1")
    found.environment["ALLOWED_HOSTS"] = "milepost.example,127.0.0.1"
    with found.served():
        yield found


class Browser:
    """Someone who comes through the proxy and keeps every cookie."""

    def __init__(self, here: Installation) -> None:
        self.here = here
        self.cookies: SimpleCookie = SimpleCookie()

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Answer:
        known = {"Host": "milepost.example", **HTTPS, **headers}
        if self.cookies:
            known["Cookie"] = "; ".join(f"{name}={found.value}" for name, found in self.cookies.items())
        answer = send(self.here.port, Request(method, path, known, body))
        for line in filter(None, answer.headers["set-cookie"].split("\n")):
            self.cookies.load(line)
        return answer

    def log_in(self) -> None:
        token = TOKEN.search(self.ask("GET", "/accounts/login/").body.decode())
        assert token
        fields = {"login": EMAIL, "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
        answer = self.ask(
            "POST",
            "/accounts/login/",
            urlencode(fields),
            **{"Content-Type": "application/x-www-form-urlencoded", "Origin": "https://milepost.example"},
        )
        assert answer.status == 303, answer.status

    def look(self, path: str) -> Site:
        https = self.ask("GET", path)
        http = send(
            self.here.port, Request("GET", path, {"Host": "milepost.example", "X-Forwarded-Proto": "http"})
        )
        return Site(
            https.headers,
            https.body.decode(),
            dict(self.cookies),
            http.status,
            http.headers.get("location", ""),
        )


@pytest.fixture(scope="module")
def visitor(here: Installation) -> Browser:
    return Browser(here)


@pytest.fixture(scope="module")
def learner(here: Installation) -> Browser:
    browser = Browser(here)
    browser.log_in()
    return browser


@pytest.mark.asvs("3.3.1", "3.3.2", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6")
@pytest.mark.parametrize("path", OPEN)
def test_every_page_for_visitors_has_135_points(visitor: Browser, path: str):
    visitor.ask("GET", "/accounts/login/")
    site = visitor.look(path)

    assert score(site).points >= 135, score(site).findings
    assert score(site, SIX).points >= 145, score(site, SIX).findings


@pytest.mark.asvs("3.3.1", "3.3.2", "3.3.3", "3.3.4")
@pytest.mark.parametrize("path", PERSONAL)
def test_every_page_for_learners_has_135_points(learner: Browser, path: str):
    site = learner.look(path)

    assert {"__Host-sessionid", "__Host-csrftoken", "__Host-device"} <= set(site.cookies)
    assert score(site).points >= 135, score(site).findings


@pytest.mark.asvs("3.3.1", "3.3.2", "3.3.3", "3.3.4")
def test_every_cookie_is_bound_to_this_host_and_to_https(learner: Browser):
    for name, cookie in learner.cookies.items():
        assert name.startswith("__Host-"), name
        assert cookie["secure"], name
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert (cookie["path"], cookie["domain"]) == ("/", ""), name


def test_each_planted_hole_costs_points(learner: Browser):
    site = learner.look("/today/")
    whole = score(site).points
    policy = site.headers["content-security-policy"]
    holes = {
        "no HSTS": replace(site, headers={**site.headers, "strict-transport-security": ""}),
        "a short HSTS": replace(site, headers={**site.headers, "strict-transport-security": "max-age=3600"}),
        "inline scripts": replace(
            site,
            headers={
                **site.headers,
                "content-security-policy": policy.replace(
                    "script-src 'self'", "script-src 'self' 'unsafe-inline'"
                ),
            },
        ),
        "eval": replace(
            site,
            headers={
                **site.headers,
                "content-security-policy": policy.replace(
                    "script-src 'self'", "script-src 'self' 'unsafe-eval'"
                ),
            },
        ),
        "no policy": replace(site, headers={**site.headers, "content-security-policy": ""}),
        "a default": replace(
            site,
            headers={
                **site.headers,
                "content-security-policy": policy.replace("default-src 'none'", "default-src 'self'"),
            },
        ),
        "no nosniff": replace(site, headers={**site.headers, "x-content-type-options": ""}),
        "framed": replace(
            site,
            headers={
                **site.headers,
                "content-security-policy": policy.replace("frame-ancestors 'none'", "child-src 'none'"),
                "x-frame-options": "",
            },
        ),
        "open to every origin": replace(
            site,
            headers={
                **site.headers,
                "access-control-allow-origin": "https://evil.example",
                "access-control-allow-credentials": "true",
            },
        ),
        "no way to https": replace(site, http_status=200, http_location=""),
        "a foreign script": replace(site, html='<script src="https://evil.example/x.js"></script>'),
        "no referrer policy": replace(
            site, headers={k: v for k, v in site.headers.items() if k != "referrer-policy"}
        ),
        "no resource policy": replace(
            site, headers={k: v for k, v in site.headers.items() if k != "cross-origin-resource-policy"}
        ),
    }
    for flag in ("secure", "httponly", "samesite"):
        plain = SimpleCookie("__Host-sessionid=x; Path=/; Secure; HttpOnly; SameSite=Lax")
        plain["__Host-sessionid"][flag] = ""
        holes[f"a session without {flag}"] = replace(site, cookies=dict(plain))
    for name, hole in holes.items():
        assert score(hole).points < min(whole, 135), name
    assert len(FOUR) == 10


def test_a_cookie_that_travels_by_http_costs_most_without_hsts(learner: Browser):
    plain = dict(SimpleCookie("sessionid=x; Path=/; HttpOnly; SameSite=Lax"))
    site = replace(learner.look("/today/"), cookies=plain)

    assert cookies(site)[0] == -10
    assert cookies(replace(site, headers={}))[0] == -40


def test_by_http_alone_there_are_no_135_points(tmp_path):
    here = installation.new(tmp_path / "var")
    with here.served():
        answer = here.get("/accounts/login/")
    site = Site(
        answer.headers, answer.body.decode(), dict(SimpleCookie(answer.headers["set-cookie"])), 200, ""
    )

    assert score(site).points < 100
