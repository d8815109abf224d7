"""Pieces of pages that are rendered once for the same values and kept.

Such a template sees nothing but the values it is given, and they are the key: what is kept is what a
fresh rendering would give. Snapshot items are keys by identity, so that those of a new catalogue never
meet the pieces of an old one. Values of which each learner has their own (notes, sums of hours of a
whole phase) are not for here: there would be as many pieces as learners.
"""

import secrets
from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString

_GAP = f"gap-{secrets.token_hex(16)}"
_KEPT = 5_000


def kept(template: str, filling: object = "", /, **values: object) -> SafeString:
    """Return `template` rendered with `values`, all hashable, and nothing else.

    `filling`: what is not kept: safe HTML for `{{ gap }}`, or the token of the page for its forms.
    """
    parts = _parts(template, **values) if not settings.DEBUG else _render(template, **values)
    return parts[0] if len(parts) == 1 else SafeString(str(filling).join(parts))


def _render(template: str, **values: object) -> tuple[SafeString, ...]:
    html = plain(get_template(template).render({**values, "gap": _GAP, "csrf_token": _GAP}))
    return tuple(SafeString(part) for part in html.split(_GAP))


def plain(html: str) -> str:
    """Return `html` in ASCII, other characters as references: “–” becomes “&#8211;”.

    One dash makes a page of 300 kB take half a millisecond to encode instead of a hundredth.
    """
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


_parts = lru_cache(maxsize=_KEPT)(_render)
