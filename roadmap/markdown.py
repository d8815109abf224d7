"""Markdown as safe HTML, with formulas as MathML where they are asked for. Pure, no Django models."""

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

_TAGS = {"p", "br", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a"} | {
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"
}  # fmt: skip
_MATHML = {
    "math", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow", "ms", "mspace",
    "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder",
    "munderover"
}  # fmt: skip
_LOOKS = {
    "accent", "columnalign", "displaystyle", "fence", "form", "linethickness", "lspace", "mathvariant",
    "maxsize", "minsize", "movablelimits", "rspace", "scriptlevel", "separator", "stretchy", "width"
}  # fmt: skip
_ATTRIBUTES = dict.fromkeys(_MATHML, _LOOKS) | {"math": {"display"}, "a": {"href", "title"}}
LONGEST_FORMULA = 600


class NoFormula(Exception):
    """The TeX between two dollar signs cannot be converted."""


def to_html(text: str) -> SafeString:
    """Render `text`; headings start at the second level, links are http(s) or mailto only, no pictures."""
    html = _parser.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return SafeString(_clean(html))


def to_html_with_formulas(text: str) -> SafeString:
    """Render `text` as `to_html` does, with TeX between dollar signs as MathML.

    A formula that cannot be converted stands there as it was typed.
    """
    html = _with_formulas.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return SafeString(_clean(html))


def as_line(html: SafeString) -> SafeString:
    """Return what was rendered without its paragraph, where it is only one."""
    text = html.strip()
    alone = text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1
    return SafeString(text[3:-4]) if alone else html


def formulas(text: str) -> list[str]:
    """Return the TeX of every formula in `text`."""
    found = []
    for token in _with_formulas.parse(text):
        found += [part.content for part in [token, *(token.children or ())] if part.type.startswith("math")]
    return found


def mathml(tex: str, *, display: bool = False) -> str:
    """Convert a formula. Raises NoFormula."""
    # To import it takes a tenth of a second, which a process that shows no formula need not spend.
    from latex2mathml.converter import convert

    if len(tex) > LONGEST_FORMULA:
        raise NoFormula(f"longer than {LONGEST_FORMULA} characters")
    try:
        return convert(tex, display="block" if display else "inline")
    # The converter has no error of its own for everything that it stumbles over.
    except Exception as error:
        raise NoFormula(str(error) or type(error).__name__) from error


def _formula(tex: str, options: dict[str, bool]) -> str:
    try:
        return mathml(tex, display=options["display_mode"])
    except NoFormula:
        sign = "$$" if options["display_mode"] else "$"
        return f"<code>{escape(sign + tex + sign)}</code>"


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS | _MATHML,
        attributes={"a": {"href", "title"}, "math": {"display"}} | dict.fromkeys(_MATHML - {"math"}, _LOOKS),
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )


def _made() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


_parser = _made()
_with_formulas = _made().use(
    dollarmath_plugin,
    allow_labels=False,
    allow_space=False,
    double_inline=True,
    renderer=_formula,
)
# The plugin's own <div> would end the paragraph that a formula stands in.
_with_formulas.add_render_rule(
    "math_inline_double",
    lambda self, tokens, place, options, env: _formula(tokens[place].content.strip(), {"display_mode": True}),
)
