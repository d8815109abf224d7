"""Notes as HTML: what Markdown says, and nothing that runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.markdown import to_html, to_html_with_formulas
from tests.markup import parse

BLOCKS = {"p", "br", "pre", "blockquote", "ul", "ol", "li", "hr", "h2", "h3", "h4", "h5", "h6"}
ALLOWED = BLOCKS | {"em", "strong", "s", "code", "a"} | {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>\n"),
        ("# Title", "<h2>Title</h2>\n"),
        ("## Part", "<h2>Part</h2>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("`x < y`", "<p><code>x &lt; y</code></p>\n"),
        ("~~gone~~", "<p><s>gone</s></p>\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text: str, html: str):
    assert to_html(text) == html


def test_a_table_stays_a_table():
    cells = parse(to_html("|a|b|\n|-|-|\n|1|2|")).all("td")

    assert [cell.text for cell in cells] == ["1", "2"]


@pytest.mark.asvs("3.4.5")
def test_a_link_opens_plainly_and_tells_nothing():
    (link,) = parse(to_html("[docs](https://docs.python.org/)")).all("a")

    assert link.get("href") == "https://docs.python.org/"
    assert set(link.get("rel").split()) >= {"noopener", "noreferrer"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x](java\tscript:alert(1))",
        "![x](https://tracker.example/pixel.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "<iframe src=https://example.org></iframe>",
        "<style>*{display:none}</style>",
        "<form action=/accounts/logout/ method=post><button>x</button></form>",
        "<h1 onclick=alert(1)>x</h1>",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        '[x](https://e.org "onmouseover=alert(1)")',
    ],
)
@pytest.mark.asvs("1.3.1", "1.3.5")
def test_nothing_in_a_note_runs_loads_or_sends(text: str):
    for node in parse(to_html(text)):
        assert node.tag in ALLOWED
        assert not [name for name in node.attributes if name.startswith("on")]
        assert not {"src", "style", "action"} & set(node.attributes)
        if node.tag == "a" and "href" in node.attributes:
            assert node.get("href").split(":")[0] in ("http", "https", "mailto")


def test_the_text_of_refused_html_stays_readable():
    assert "<script>alert(1)</script>" in parse(to_html("<script>alert(1)</script>")).raw


@given(st.text(max_size=300))
@pytest.mark.asvs("1.3.1")
def test_any_text_becomes_well_formed_and_harmless(text: str):
    for node in parse(to_html(text)):
        assert node.tag in ALLOWED
        assert not [name for name in node.attributes if name.startswith("on")]


def test_formulas_are_mathml_that_keys_reach_where_they_scroll():
    inline, block = to_html_with_formulas("Of $x^2$."), to_html_with_formulas("$$ x^2 $$")

    assert inline.startswith('<p>Of <math display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup>')
    assert 'tabindex="0"' in block
    assert "$" not in inline + block
    assert "$" in to_html("Of $x^2$.")


@pytest.mark.parametrize("tex", ["\\frac{", "{" * 300, "_{" * 150 + "}" * 150, "x" * 700, "\\left(" * 80])
def test_a_formula_that_is_none_is_text_and_takes_no_time(tex: str):
    html = to_html_with_formulas(f"It is ${tex}$, they say.")

    assert html.startswith("<p>It is ")
    assert html.rstrip().endswith(", they say.</p>")


def test_a_formula_brings_no_markup_along():
    html = to_html_with_formulas(
        "$\\text{<script>alert(1)</script>}$ $\\href{javascript:x}{y}$ $\\class{a}{b}$"
    )

    assert "<script" not in html
    assert "href=" not in html
    assert "class=" not in html


def test_prices_are_no_formulas():
    assert "<math" not in to_html_with_formulas("It costs $5 and $6 a month.")
