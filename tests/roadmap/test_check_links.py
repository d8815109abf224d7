"""Asking the links: polite to each host, quick over all, and nothing of the catalogue is changed."""

import datetime
import socket
import time
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.utils import timezone

from roadmap.link_check import run
from roadmap.link_check.asking import AGENT, Asker, NotAsked
from roadmap.link_check.one import Polite
from roadmap.management.commands.check_links import Command
from roadmap.models import LinkCheck, Resource
from tests.roadmap.web_server import Page, Web, serving

A, B, C = "127.0.0.1", "127.0.0.2", "127.0.0.3"
PAGES = {
    f"{A}/fine": Page(),
    f"{A}/no-head": Page(head=405),
    f"{A}/gone": Page(410),
    f"{A}/refused": Page(403),
    f"{A}/trouble": Page(502),
    f"{A}/old": Page(301, f"{B}/new"),
    f"{A}/slash": Page(302, "/slash/"),
    f"{A}/slash/": Page(),
    f"{A}/circle": Page(302, "/circle2"),
    f"{A}/circle2": Page(302, "/circle"),
    **{f"{A}/far{n}": Page(302, f"/far{n + 1}") for n in range(9)},
    f"{A}/mail": Page(302, "/nowhere"),
    f"{B}/new": Page(),
    f"{B}/private/x": Page(),
    f"{B}/robots.txt": Page(body=b"User-agent: *\nDisallow: /private/\n"),
    f"{C}/robots.txt": Page(503),
    f"{C}/x": Page(),
}


def polite(pause: float = 0.0) -> Polite:
    return Polite(Asker(seconds=2, local=True), pause)


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "outcome", "status", "to"),
    [
        (f"{A}/fine", "ok", 200, ""),
        (f"{A}/no-head", "ok", 200, ""),
        (f"{A}/gone", "broken", 410, ""),
        (f"{A}/missing", "broken", 404, ""),
        (f"{A}/refused", "unsure", 403, ""),
        (f"{A}/trouble", "unsure", 502, ""),
        (f"{A}/old", "moved", 200, f"{B}/new"),
        (f"{A}/slash", "ok", 200, ""),
        (f"{A}/circle", "broken", 302, f"{A}/circle"),
        (f"{A}/far0", "broken", 302, f"{A}/far6"),
        (f"{A}/mail", "broken", 404, f"{A}/nowhere"),
        (f"{B}/private/x", "not-asked", None, ""),
        (f"{C}/x", "not-asked", None, ""),
    ],
)
def test_what_an_answer_means(address: str, outcome: str, status: int | None, to: str):
    with serving(PAGES) as web:
        found = polite().check(web.url(address))
        assert (found.outcome, found.status) == (outcome, status)
        assert found.leads_to == (web.url(to) if to else "")


@pytest.mark.once
def test_head_first_then_get_and_a_name_of_its_own():
    with serving(PAGES) as web:
        asker = polite()
        asker.check(web.url(f"{A}/fine"))
        asker.check(web.url(f"{A}/no-head"))

        assert web.asked(A) == [
            ("GET", "/robots.txt"),
            ("GET", "/robots.txt"),
            ("HEAD", "/fine"),
            ("HEAD", "/no-head"),
            ("GET", "/no-head"),
        ] or web.asked(A) == [
            ("GET", "/robots.txt"),
            ("HEAD", "/fine"),
            ("HEAD", "/no-head"),
            ("GET", "/no-head"),
        ]
        assert {agent for _, _, _, agent in web.log} == {AGENT}


@pytest.mark.once
def test_what_robots_forbid_is_not_asked_once():
    with serving(PAGES) as web:
        polite().check(web.url(f"{B}/private/x"))

        assert web.asked(B) == [("GET", "/robots.txt")]


@pytest.mark.once
def test_a_host_that_does_not_answer_in_time_or_at_all(monkeypatch: pytest.MonkeyPatch):
    with serving({f"{A}/slow": Page(wait=1.5), f"{A}/robots.txt": Page()}) as web:
        slow = Polite(Asker(seconds=0.3, local=True), 0).check(web.url(f"{A}/slow"))
        port = web.port
    assert (slow.outcome, slow.note) == ("unsure", "it did not answer in time")
    assert polite().check(f"http://{A}:{port}/").outcome == "unsure"

    def unknown(*asked: object, **how: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    gone = polite().check("http://no-such-host.invalid/")
    assert (gone.outcome, gone.note) == ("broken", "there is no such host")


@pytest.mark.once
@pytest.mark.asvs("1.3.6")
@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "https://user:secret@example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https:///",
        "javascript:alert(1)",
    ],
)
def test_no_address_inside_and_none_that_is_not_of_the_web(url: str):
    with pytest.raises(NotAsked):
        Asker(seconds=1).ask(url)
    assert Polite(Asker(seconds=1), 0).check(url).outcome == "unsure"


@pytest.mark.once
@pytest.mark.asvs("1.3.6")
def test_a_redirect_cannot_lead_inside(monkeypatch: pytest.MonkeyPatch):
    with serving({f"{A}/out": Page(302, f"{B}/inside"), f"{B}/inside": Page()}) as web:
        asker = Asker(seconds=2)
        own = Asker._address
        # As if the first host were a public one.
        monkeypatch.setattr(
            Asker, "_address", lambda self, host, port: host if host == A else own(self, host, port)
        )
        found = Polite(asker, 0).check(web.url(f"{A}/out"))

        assert (found.outcome, found.note) == ("unsure", "This name leads into a private network.")
        assert web.asked(B) == []


def slow_web() -> dict[str, Page]:
    return {f"127.0.0.{host}/{n}": Page(wait=0.05) for host in range(1, 5) for n in range(5)}


@pytest.mark.once
def test_one_request_at_a_time_to_a_host_and_many_hosts_at_once():
    with serving(slow_web()) as web:
        links = [(n, web.url(address)) for n, address in enumerate(slow_web())]
        began = time.monotonic()
        found = list(run.results_of(links, Asker(2, local=True), pause=0.05, hosts=4))
        took = time.monotonic() - began

        assert len(found) == 20
        assert {result.outcome for _, result in found} == {"ok"}
        assert set(web.most.values()) == {1}
        assert web.together > 1
        assert took < 4 * 5 * 0.1 * 1.5
        for host in web.most:
            moments = [moment for at, moment in web.times if at == host]
            gaps = [later - sooner for sooner, later in pairwise(moments)]
            assert min(gaps) >= 0.05


@pytest.mark.once
def test_redirects_wait_their_turn_at_the_other_host():
    pages = {f"127.0.0.{n}/x": Page(302, f"{A}/{n}") for n in range(2, 8)}
    pages |= {f"{A}/{n}": Page(wait=0.03) for n in range(2, 8)}
    with serving(pages) as web:
        links = [(n, web.url(f"127.0.0.{n}/x")) for n in range(2, 8)]
        list(run.results_of(links, Asker(2, local=True), pause=0, hosts=6))

        assert web.most[A] == 1


@pytest.fixture
def three(db: None, monkeypatch: pytest.MonkeyPatch) -> list[Resource]:
    """Three resources, and a command that may ask this machine."""
    Resource.objects.filter(pk__in=Resource.objects.order_by("pk").values("pk")[3:]).update(retired=True)
    monkeypatch.setattr(Command, "asker", lambda self, seconds: Asker(seconds, local=True))
    return list(Resource.objects.filter(retired=False).order_by("pk"))


def at_server(monkeypatch: pytest.MonkeyPatch, web: Web, resources: list[Resource], paths: list[str]) -> None:
    """Have the catalogue's addresses, which are https, lead to the server of the test."""
    links = {resource.pk: web.url(path) for resource, path in zip(resources, paths, strict=True)}
    own = run.due_links
    monkeypatch.setattr(
        "roadmap.management.commands.check_links.due_links",
        lambda before: [(pk, links[pk]) for pk, _ in own(before)],
    )
    monkeypatch.setattr(
        "roadmap.management.commands.check_links.keep",
        lambda link, result, at: run.keep((link[0], Resource.objects.get(pk=link[0]).url), result, at),
    )


def check(*arguments: str) -> str:
    out = StringIO()
    call_command("check_links", "--pause=0", "--seconds=2", *arguments, stdout=out)
    return out.getvalue()


def test_results_stand_in_a_table_and_nothing_else_changes(
    three: list[Resource], monkeypatch: pytest.MonkeyPatch
):
    before = list(Resource.objects.order_by("pk").values())
    with serving(PAGES) as web:
        at_server(monkeypatch, web, three, [f"{A}/fine", f"{A}/old", f"{A}/gone"])
        said = check()

        assert "3 asked. 1 answers, 1 answers elsewhere, 1 broken" in said
        found = {row.resource_id: row for row in LinkCheck.objects.all()}
        assert [found[r.pk].outcome for r in three] == ["ok", "moved", "broken"]
        assert found[three[1].pk].leads_to == web.url(f"{B}/new")
        assert found[three[2].pk].url == three[2].url
    assert list(Resource.objects.order_by("pk").values()) == before


def test_a_run_that_was_stopped_goes_on_where_it_ended(
    three: list[Resource], monkeypatch: pytest.MonkeyPatch
):
    with serving(PAGES) as web:
        at_server(monkeypatch, web, three, [f"{A}/fine", f"{A}/gone", f"{A}/old"])
        assert "1 asked." in check("--most=1")
        assert "2 asked." in check()
        assert "0 asked." in check()
        assert LinkCheck.objects.count() == 3
        LinkCheck.objects.update(at=timezone.now() - datetime.timedelta(days=8))
        assert "3 asked." in check()


def test_a_new_address_of_a_resource_is_asked_again(three: list[Resource]):
    now = timezone.now()
    for resource in three:
        LinkCheck.objects.create(resource=resource, url=resource.url, outcome="ok")
    assert run.due_links(now - datetime.timedelta(days=7)) == []
    Resource.objects.filter(pk=three[0].pk).update(url="https://example.org/new")

    assert run.due_links(now - datetime.timedelta(days=7)) == [(three[0].pk, "https://example.org/new")]


def test_only_the_catalogues_addresses_are_asked(three: list[Resource]):
    links = run.due_links(timezone.now())

    assert {url for _, url in links} == {resource.url for resource in three}
