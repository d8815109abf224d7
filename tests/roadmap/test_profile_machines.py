"""What machines make of a profile: search engines, previews of links, words that look like code."""

import json

import pytest

from roadmap.models import Skill
from tests.markup import Node
from tests.person import HOST, Person
from tests.roadmap.profile_story import (
    PUBLIC,
    build,
    link,
    publish,
    save,
)


def meta(page: Node, name: str) -> str:
    (found,) = [node for node in page.all("meta") if name in (node.get("name"), node.get("property"))]
    return found.get("content")


def data(page: Node) -> dict[str, object]:
    (node,) = page.all("script", type="application/ld+json")
    found: dict[str, object] = json.loads(node.raw)
    return found


# For machines


def test_it_is_not_indexed_unless_alice_says_so(alice: Person, visitor: Person):
    publish(alice)
    answer = visitor.get(PUBLIC)
    assert answer["X-Robots-Tag"] == "noindex"
    assert meta(visitor.see(PUBLIC), "robots") == "noindex"
    assert b"/u/" not in visitor.get("/u/sitemap.xml").content

    publish(alice, is_indexed="on")

    assert "X-Robots-Tag" not in visitor.get(PUBLIC)
    assert meta(visitor.see(PUBLIC), "robots") == "index, follow"
    sitemap = visitor.get("/u/sitemap.xml")
    assert f"<loc>{HOST}{PUBLIC}</loc>" in sitemap.content.decode()
    assert sitemap["Cache-Control"] == "public, max-age=60, must-revalidate"

    save(alice, is_indexed="on")
    assert b"/u/alice/" not in visitor.get("/u/sitemap.xml").content


def test_a_shared_link_has_a_card(alice: Person, visitor: Person):
    link(alice)
    publish(alice)

    page = visitor.see(PUBLIC)

    assert meta(page, "og:type") == "profile"
    assert meta(page, "og:title") == "Alice Liddell"
    assert meta(page, "og:url") == HOST + PUBLIC
    assert meta(page, "og:image") == f"{HOST}{PUBLIC}card.png"
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
    assert meta(page, "og:description") == (
        "Reads maps of rabbit holes. 1 skill shown, with the evidence, on Milepost."
    )
    assert [node.get("href") for node in page.all("link", rel="canonical")] == [HOST + PUBLIC]


def test_structured_data_says_who_it_is(alice: Person, visitor: Person):
    link(alice)
    publish(alice)

    found = data(visitor.see(PUBLIC))

    person = found["mainEntity"]
    assert isinstance(person, dict)
    assert (found["@type"], found["url"], person["@type"]) == ("ProfilePage", HOST + PUBLIC, "Person")
    assert (person["name"], person["alternateName"]) == ("Alice Liddell", "alice")
    assert person["sameAs"] == ["https://github.com/alice"]
    assert person["knowsAbout"] == [Skill.objects.get(slug="py-syntax").title]


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "<img src=x onerror=alert(1)>",
        "**bold** [x](javascript:alert(1)) {{ 7 }}",
        "شارع Main مرحبا",
        "a\"b'c&amp;",
        "a\u2028b",
    ],
)
def test_whatever_alice_writes_stays_words(alice: Person, visitor: Person, text: str):
    link(alice, title=text)
    build(alice, title=text, summary=text, no_demo=text)
    publish(alice, name=text, headline=text, label_1=text[:40])

    html = visitor.get(PUBLIC).content.decode()
    page = visitor.see(PUBLIC)

    assert page.all("h1")[0].text == " ".join(text.split())
    assert page.all("h1")[0].get("dir") == "auto"
    assert text not in html or "<" not in text
    assert [node.get("type") for node in page.all("script") if not node.get("src")] == ["application/ld+json"]
    assert not [node for node in page.all("img") if node.get("onerror")]
    person = data(page)["mainEntity"]
    assert isinstance(person, dict)
    assert person["name"] == " ".join(text.split())
    assert visitor.get(PUBLIC + "card.png").status_code == 200


def test_a_strange_address_is_no_profile(visitor: Person):
    for path in ("/u/", "/u/Alice/", "/u/a_b/", "/u/a%20b/", "/u/ali\u0307ce/", "/u/" + "a" * 300 + "/"):
        assert visitor.get(path).status_code == 404, path
