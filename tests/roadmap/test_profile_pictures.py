"""The badge and the card of a profile: small, safe, and of nothing that is not on the page."""

import struct
from html import escape
from xml.etree import ElementTree

import pytest
import resvg_py

from roadmap.profile import card
from roadmap.profile.badge import badge, words
from roadmap.profile.card import Card
from tests.person import HOST, Person
from tests.roadmap.profile_story import PUBLIC, SETTINGS, build, link, proved_by, publish, save

BADGE, CARD = PUBLIC + "badge.svg", PUBLIC + "card.png"
SPACE = "{http://www.w3.org/2000/svg}"


def said(visitor: Person, query: str = "") -> str:
    root = ElementTree.fromstring(visitor.get(BADGE + query).content)
    return root.findtext(f"{SPACE}title") or ""


def test_the_badge_counts_what_the_page_shows(alice: Person, visitor: Person):
    publish(alice)
    assert said(visitor) == "Milepost: on the trail"
    one = build(alice)
    assert said(visitor) == "Milepost: 1 build shipped"
    proved_by(alice, one, "py-syntax")
    link(alice)
    assert said(visitor) == "Milepost: 1 skill shown"
    link(alice, "git-basics")
    link(alice, "py-functions", is_private=True)
    assert said(visitor) == "Milepost: 2 skills shown"
    publish(alice, shows_skills="")
    assert said(visitor) == "Milepost: 1 build shipped"
    publish(alice, shows_skills="", shows_builds="")
    assert said(visitor) == "Milepost: on the trail"


@pytest.mark.parametrize("theme", ["light", "dark", "", "<b>", "x" * 500])
def test_the_badge_is_small_and_well_formed_in_every_theme(theme: str):
    for text in (words(0, 0), words(247, 12), words(0, 1), "<&>" * 9):
        drawn = badge(text, theme)
        assert len(drawn.encode()) < 2_000
        root = ElementTree.fromstring(drawn)
        assert root.findtext(f"{SPACE}title") == f"Milepost: {text}"
        assert "style" not in drawn, "the policy of the page that shows it may forbid styles"


def test_the_themes_differ_and_an_unknown_one_is_light(alice: Person, visitor: Person):
    publish(alice)
    light, dark, plain, odd = (
        visitor.get(BADGE + query).content for query in ("?theme=light", "?theme=dark", "", "?theme=neon")
    )
    assert light != dark
    assert light == plain == odd


def test_other_sites_may_show_both_pictures(alice: Person, visitor: Person):
    publish(alice)
    for path, kind in ((BADGE, "image/svg+xml"), (CARD, "image/png")):
        answer = visitor.get(path)
        assert answer["Content-Type"] == kind
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer["X-Robots-Tag"] == "noindex"
    assert visitor.get(PUBLIC)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_markdown_to_copy_leads_to_badge_and_page(alice: Person, visitor: Person):
    save(alice)
    assert not [node for node in alice.see(SETTINGS) if node.id == "badge-dark"], "it would show nothing yet"
    publish(alice)

    text = alice.see(SETTINGS).by_id("badge-dark").get("value")

    picture, page = f"{HOST}{BADGE}?theme=dark", f"{HOST}{PUBLIC}"
    assert text == f"[![My skills on Milepost]({picture})]({page})"
    assert visitor.get(picture.removeprefix(HOST)).status_code == 200


def test_the_card_is_a_picture_of_the_size_it_claims(alice: Person, visitor: Person):
    link(alice)
    publish(alice)

    picture = visitor.get(CARD).content

    assert picture.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 150_000


def test_the_same_card_is_drawn_once(alice: Person, visitor: Person):
    publish(alice)
    card.png.cache_clear()
    for _ in range(3):
        visitor.get(CARD)
    assert card.png.cache_info().misses == 1
    publish(alice, headline="Now with a headline")
    visitor.get(CARD)
    assert card.png.cache_info().misses == 2


def texts(drawn: Card) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(card.svg(drawn)).iter(f"{SPACE}text")]


def test_the_card_says_what_is_shown_and_places_alice_on_the_trail(alice: Person, visitor: Person):
    whole = Card("Alice", "Reads maps", "1 skill shown", 7.0)
    assert texts(whole) == ["Milepost", "Alice", "Reads maps", "1 skill shown"]
    assert card.svg(whole).count("<circle") == 1
    assert card.svg(Card("Alice", "", "x", None)).count("<circle") == 0, "phases are not shown"


@pytest.mark.parametrize(
    "name", ["W" * 80, "Wilhelmina " * 7, "</text><script>", "a & b", "i", "O’Brien–Łukasz"[:8]]
)
def test_any_name_fits_on_the_card(name: str):
    drawn = Card(name, name * 2, name, 14.0)
    ElementTree.fromstring(card.svg(drawn))
    for line in texts(drawn)[1:-2]:
        size = card._fitting(line, 76)
        assert size * sum(map(card._width, line)) <= 1200 - 2 * 72
        assert size >= 9


@pytest.mark.parametrize("name", ["愛麗絲", "أليس", "😀 Alice", "Zażółć"])
def test_a_name_that_our_type_cannot_draw_gives_way_to_the_handle(alice: Person, visitor: Person, name: str):
    publish(alice, name=name, headline="")
    plain = visitor.get(CARD).content
    publish(alice, name="alice", headline="")

    assert visitor.get(CARD).content == plain
    assert visitor.see(PUBLIC).all("h1")[0].text == "alice"


def test_the_fonts_hold_every_letter_that_a_card_may_draw():
    """A letter that is missing is drawn as nothing."""

    def drawn(text: str, weight: int) -> bytes:
        words = f'<text y="30" font-weight="{weight}">{text}</text>'
        svg = f'<svg xmlns="{SPACE[1:-1]}" width="40" height="40">{words}</svg>'
        fonts = [str(path) for path in card.FONTS.glob("*.ttf")]
        picture: bytes = resvg_py.svg_to_bytes(
            svg_string=svg, font_files=fonts, skip_system_fonts=True, font_family="Besley"
        )
        return picture

    for weight in (400, 700):
        blank = drawn("", weight)
        seen = card.DRAWN - {" ", "\xa0"}
        assert [sign for sign in sorted(seen) if drawn(escape(sign), weight) == blank] == []
        assert drawn("愛", weight) == blank, "fonts of the machine would make the cards differ"
