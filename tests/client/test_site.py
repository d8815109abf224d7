"""What the client does when the network or the site does not do what it should."""

import json
from collections.abc import Callable

import httpx
import pytest

from milepost.site import TRIES, Refused, Site

Answer = Callable[[httpx.Request], httpx.Response]


def site(answer: Answer) -> Site:
    return Site("https://milepost.example", "mp_secret", httpx.MockTransport(answer))


def test_what_is_lost_on_the_way_is_sent_again_under_the_same_key():
    keys: list[str] = []

    def flaky(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) < TRIES:
            raise httpx.ReadError("cut")
        return httpx.Response(201, json={"id": 1})

    assert site(flaky).add("/log", {"minutes": 30}) == {"id": 1}
    assert len(keys) == TRIES
    assert len(set(keys)) == 1


def test_a_site_that_is_not_there_is_named():
    def dead(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(Refused, match=r"milepost\.example cannot be reached") as caught:
        site(dead).get("/progress")
    assert "mp_secret" not in str(caught.value)


def test_a_token_does_not_follow_to_another_site():
    asked: list[str] = []

    def elsewhere(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": "https://evil.example/"})

    with pytest.raises(Refused, match="elsewhere"):
        site(elsewhere).get("/progress")
    assert len(asked) == 1


def test_a_problem_becomes_sentences_with_the_place_of_each_fault():
    problem = {
        "detail": "This is not valid.",
        "errors": [{"pointer": "#/minutes", "detail": "Write at least 1."}],
    }

    def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(422, json=problem, headers={"content-type": "application/problem+json"})

    with pytest.raises(Refused, match=r"This is not valid\.\n  #/minutes Write at least 1\."):
        site(refuse).add("/log", {})


@pytest.mark.parametrize("body", [b"", b"<h1>Bad gateway</h1>", b"[]", b'{"errors": [3]}'])
def test_an_answer_that_is_no_problem_is_told_by_its_number(body: bytes):
    with pytest.raises(Refused, match="502"):
        site(lambda request: httpx.Response(502, content=body)).get("/progress")


def test_too_many_requests_say_when_to_try_again():
    def busy(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, json={"title": "Too many requests."}, headers={"retry-after": "30"})

    with pytest.raises(Refused, match="Try again in 30 seconds"):
        site(busy).get("/progress")


def test_a_list_is_read_page_by_page():
    rows = [{"skill": "a"}, {"skill": "b"}, {"skill": "c"}]
    pages = {"": {"items": rows[:2], "next": "b"}, "b": {"items": rows[2:], "next": None}}

    def paged(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=json.dumps(pages[request.url.params.get("cursor", "")]))

    assert list(site(paged).each("/skills", limit=2)) == rows
