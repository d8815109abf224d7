"""What search engines and those who share a link get to see."""

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from pytest_django import DjangoAssertNumQueries

from career.guide.chapters import addresses as guide
from roadmap.models import CatalogueVersion, Phase, Project, Resource, Skill
from tests.markup import Node
from tests.person import HOST, Person

PUBLIC = [
    "/",
    "/roadmap/",
    "/roadmap/foundation/",
    "/skills/py-syntax/",
    "/resources/",
    "/resources/ml-zoomcamp/",
    "/projects/",
    "/projects/project-1/",
    "/sprint/",
    "/about/",
    "/guide/",
    "/guide/pay/",
]
PERSONAL = ["/today/", "/settings/", "/settings/plan/", "/settings/profile/preview/", "/plan/start/"]


def meta(page: Node, name: str) -> str:
    found = [node for node in page.all("meta") if name in (node.get("name"), node.get("property"))]
    assert len(found) == 1, f"{len(found)} times {name}"
    return found[0].get("content")


def addresses(visitor: Person) -> list[str]:
    answer = visitor.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return [node.text or "" for node in ElementTree.fromstring(answer.content).iter(f"{space}loc")]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_says_what_it_is(visitor: Person, path: str) -> None:
    page = visitor.see(path)

    description = meta(page, "description")
    assert 50 <= len(description) <= 300
    assert meta(page, "robots") == "index, follow"
    canonical = [node.get("href") for node in page.all("link", rel="canonical")]
    assert canonical == [HOST + path]
    assert (meta(page, "og:url"), meta(page, "og:description")) == (HOST + path, description)
    assert meta(page, "og:title") not in ("", "Milepost")
    assert meta(page, "og:image") == f"{HOST}/static/img/social.png"
    assert meta(page, "twitter:card") == "summary_large_image"


def test_titles_and_descriptions_are_all_different(visitor: Person) -> None:
    pages = [visitor.see(path) for path in PUBLIC]

    assert len({page.all("title")[0].text for page in pages}) == len(PUBLIC)
    assert len({meta(page, "description") for page in pages}) == len(PUBLIC)


@pytest.mark.slow
def test_no_two_pages_of_the_sitemap_share_a_title(visitor: Person) -> None:
    titles: dict[str, str] = {}
    for address in addresses(visitor):
        path = address.removeprefix(HOST)
        title = visitor.see(path).all("title")[0].text
        assert title not in titles, f"{path} is called as {titles[title]}"
        titles[title] = path


@pytest.mark.parametrize(
    "path", ["/resources/?kind=book", "/projects/?utm_source=mail", "/sprint/?x=<script>"]
)
def test_filters_and_campaigns_do_not_make_another_page(visitor: Person, path: str) -> None:
    canonical = visitor.see(path).all("link", rel="canonical")[0].get("href")

    assert canonical == HOST + path.partition("?")[0]


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_stays_out_of_search_engines(alice: Person, path: str) -> None:
    page = alice.see(path)

    assert meta(page, "robots") == "noindex"
    assert not page.all("link", rel="canonical")


def test_the_picture_has_the_size_it_claims_and_is_small(visitor: Person) -> None:
    found = finders.find("img/social.png")
    assert isinstance(found, str)
    picture = Path(found).read_bytes()
    page = visitor.see("/")

    assert len(picture) < 60_000
    width, height = struct.unpack(">II", picture[16:24])
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == (str(width), str(height))
    assert visitor.get("/static/img/social.png").status_code == 200


def test_the_sitemap_holds_every_public_page_once(visitor: Person) -> None:
    found = addresses(visitor)

    items = sum(model.objects.filter(retired=False).count() for model in (Phase, Skill, Resource, Project))
    assert len(found) == len(set(found)) == items + 6 + len(guide())
    assert {HOST + path for path in PUBLIC} <= set(found)
    assert not [address for address in found for path in PERSONAL if address == HOST + path]


@pytest.mark.usefixtures("own_snapshot")
def test_what_is_retired_leaves_the_sitemap(visitor: Person) -> None:
    assert f"{HOST}/skills/py-syntax/" in addresses(visitor)
    Skill.objects.filter(slug="py-syntax").update(retired=True)
    CatalogueVersion.bump()

    assert f"{HOST}/skills/py-syntax/" not in addresses(visitor)


def test_the_sitemap_takes_one_statement(
    visitor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    addresses(visitor)
    with django_assert_num_queries(1):
        addresses(visitor)


def test_robots_may_read_all_but_what_is_personal(visitor: Person) -> None:
    answer = visitor.get("/robots.txt")
    lines = answer.content.decode().splitlines()

    assert answer["Content-Type"].startswith("text/plain")
    assert lines[0] == "User-agent: *"
    assert {line for line in lines if line.startswith("Disallow")} == {
        "Disallow: /admin/",
        "Disallow: /accounts/",
        "Disallow: /settings/",
        "Disallow: /today/",
    }
    assert f"Sitemap: {HOST}/sitemap.xml" in lines
    assert f"Sitemap: {HOST}/u/sitemap.xml" in lines


def test_the_icon_is_found_where_browsers_look_for_it(visitor: Person) -> None:
    answer = visitor.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, "/static/img/icon.svg")
    assert visitor.get(answer["Location"])["Content-Type"] == "image/svg+xml"


def test_the_manifest_names_the_app_and_its_icon(visitor: Person) -> None:
    link = visitor.see("/").all("link", rel="manifest")[0].get("href")

    answer = visitor.get(link)

    assert answer["Content-Type"] == "application/manifest+json"
    assert answer.json()["name"] == "Milepost"
    assert visitor.get(answer.json()["icons"][0]["src"]).status_code == 200


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt", "/favicon.ico", "/site.webmanifest"])
def test_files_for_machines_are_read_only_and_may_be_kept(visitor: Person, path: str) -> None:
    assert visitor.get(path)["Cache-Control"] == "public, max-age=86400"
    assert "Set-Cookie" not in visitor.get(path)
    assert visitor.send(path).status_code == 405
