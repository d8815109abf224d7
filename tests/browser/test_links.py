"""Every page that can be reached by links, as a visitor and as a learner: it is there, and well made."""

import http.client
import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.browser.door import Door
from tests.browser.site import Site
from tests.markup import Node, parse

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# One process crawls once for all.
pytestmark = pytest.mark.xdist_group("links")
# Filters combine without end: their first step is looked at, the second is not.
MOST = 3000


@dataclass(frozen=True)
class Found:
    """A page: its address, where the first link to it stands, and what it holds."""

    path: str
    linked_from: str
    status: int
    root: Node


def is_one_of_many(link: str) -> bool:
    """Say whether it is a page of a skill or a resource, but for every fifth of them."""
    is_item = re.fullmatch(r"/(?:skills|resources)/[^/?]+/", link)
    return is_item is not None and zlib.crc32(link.encode()) % 5 > 0


def crawl(site: Site, session: str = "") -> list[Found]:
    """Follow all links within the site, beginning at its front page.

    A learner opens every fifth skill and resource: the visitor has opened them all.
    """
    start = "/today/" if session else "/"
    waiting, known, pages = deque([(start, "")]), {start}, []
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    headers = {"Cookie": f"sessionid={session}"} if session else {}
    while waiting:
        path, linked_from = waiting.popleft()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        text = body.decode() if "html" in (answer.getheader("Content-Type") or "") else ""
        if answer.status in (301, 302, 303):
            target = urljoin(path, answer.headers["Location"])
            text = f'<a href="{target}"></a>'
        pages.append(Found(path, linked_from, answer.status, parse(text)))
        assert len(pages) < MOST, "the crawl has no end"
        for link in internal(pages[-1]):
            if session and is_one_of_many(link):
                continue
            if link not in known and not ("?" in link and "?" in path):
                known.add(link)
                waiting.append((link, path))
    connection.close()
    return pages


def internal(page: Found) -> Iterator[str]:
    for node in page.root:
        for name in ("href", "action", "src"):
            target = node.get(name)
            if not target or target.startswith(("#", "data:")) or node.get("method") == "post":
                continue
            link = urldefrag(urljoin(page.path, target)).url
            if not urlsplit(link).netloc and link.startswith("/") and not link.startswith("/static/"):
                yield link


@pytest.fixture(scope="module")
def visited(site: Site) -> list[Found]:
    return crawl(site)


@pytest.fixture(scope="module")
def walked(site: Site, door: Door) -> list[Found]:
    return crawl(site, door.make(done=40, specialization="nlp", display_name="Ada")["session"])


@pytest.fixture(params=["visited", "walked"])
def pages(request: pytest.FixtureRequest) -> list[Found]:
    """What a visitor and what a learner can reach."""
    found: list[Found] = request.getfixturevalue(request.param)
    return found


def html(pages: list[Found]) -> list[Found]:
    return [page for page in pages if page.status == 200 and page.root.elements]


def test_the_crawl_sees_the_whole_catalogue(visited: list[Found]):
    paths = [page.path for page in visited]
    assert sum(path.startswith("/skills/") for path in paths) > 200
    assert sum(path.startswith("/resources/") and "?" not in path for path in paths) > 250
    assert sum(path.startswith("/projects/") for path in paths) >= 5


def test_a_learner_comes_into_every_part(walked: list[Found]):
    paths = [page.path for page in walked]
    assert sum(path.startswith("/skills/") for path in paths) > 30
    assert {"/career/", "/career/runway/", "/guide/", "/review/", "/settings/"} <= set(paths)


def test_no_link_is_dead(pages: list[Found]):
    dead = [(p.status, p.path, p.linked_from) for p in pages if p.status not in (200, 301, 302, 303)]
    assert dead == []


def test_every_target_within_a_page_exists(pages: list[Found]):
    ids = {page.path: {node.id for node in page.root if node.id} for page in html(pages)}
    missing = set()
    for page in html(pages):
        for node in page.root.all("a"):
            path, fragment = urldefrag(urljoin(page.path, node.get("href")))
            if fragment and path in ids and fragment not in ids[path]:
                missing.add((page.path, node.get("href")))
    assert sorted(missing)[:20] == []


def test_every_title_says_which_page_it_is(pages: list[Found]):
    titles: dict[str, str] = {}
    twice = []
    for page in html(pages):
        if "?" in page.path:
            continue
        title = page.root.all("title")[0].text
        assert re.fullmatch(r".+ · Milepost", title), page.path
        if title in titles:
            twice.append((title, titles[title], page.path))
        titles[title] = page.path
    assert twice == []


def test_one_first_heading_and_no_level_left_out(pages: list[Found]):
    for page in html(pages):
        levels = [int(node.tag[1]) for node in page.root if node.tag in HEADINGS]
        assert levels.count(1) == 1, page.path
        assert levels[0] == 1, page.path
        for before, after in pairwise(levels):
            assert after <= before + 1, f"{page.path}: h{before} is followed by h{after}"


def test_landmarks(pages: list[Found]):
    for page in html(pages):
        names = [node.tag for node in page.root]
        assert names.count("main") == 1, page.path
        assert page.root.all("header", class_="top"), page.path
        assert names.count("footer") == 1, page.path
        navs = [n.get("aria-label") or n.get("aria-labelledby") for n in page.root.all("nav")]
        assert len(set(navs)) == len(navs), f"{page.path}: {navs}"
        assert page.root.all("html")[0].get("lang") == "en", page.path


def test_ids_are_unique_and_references_lead_somewhere(pages: list[Found]):
    for page in html(pages):
        ids = [node.id for node in page.root if node.id]
        assert len(set(ids)) == len(ids), f"{page.path}: {sorted({i for i in ids if ids.count(i) > 1})}"
        for node in page.root:
            for name in ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls"):
                if (node.tag, name) == ("mo", "form"):  # of MathML: where an operator stands
                    continue
                for wanted in node.get(name).split():
                    assert wanted in ids, f"{page.path}: {name}={wanted}"


@pytest.mark.asvs("3.4.5")
def test_links_to_other_sites_open_plainly(pages: list[Found]):
    for page in html(pages):
        for node in page.root.all("a"):
            if urlsplit(node.get("href")).netloc:
                assert node.get("href").startswith("https://"), f"{page.path}: {node.get('href')}"
                assert "noopener" in node.get("rel").split(), f"{page.path}: {node.get('href')}"
                assert not node.get("target"), f"{page.path}: {node.get('href')}"


def test_nothing_stands_inline(pages: list[Found]):
    for page in html(pages):
        for node in page.root:
            assert "style" not in node.attributes, f"{page.path}: {node.tag}"
            assert node.tag != "style", page.path
            data = node.get("src") or node.get("type") == "application/ld+json"
            assert node.tag != "script" or data, page.path
            assert not [name for name in node.attributes if name.startswith("on")], page.path


def test_links_and_buttons_have_a_name(pages: list[Found]):
    for page in html(pages):
        for node in page.root:
            if node.tag in ("a", "button", "summary") and not node.inside(lambda n: n.tag == "template"):
                assert node.text or node.get("aria-label"), f"{page.path}: <{node.tag} {node.attributes}>"
