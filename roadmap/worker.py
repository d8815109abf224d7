"""The script that lets a browser show Milepost without a connection, put together from its parts."""

import json
import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

OFFLINE = ("queue", "about", "strip", "rows", "news", "leave", "install")
PARTS = ("store", "copies", "answers", "changes", "sending", "leaving", "worker")
# What the pages that are kept ask for; the rest is kept as it is met.
FILES = (
    *(
        f"css/{name}.css"
        for name in ("tokens", "base", "layout", "components", "rows", "charts", "utilities")
    ),
    "css/review.css",
    "django_htmx/htmx-2.min.js",
    *(
        f"js/{name}.js"
        for name in (
            "said",
            "quiet",
            "focus",
            "states",
            "trouble",
            "menus",
            "anchors",
            "back",
            "inline",
            "keys",
        )
    ),
    "js/learner.js",
    "js/review.js",
    *(f"js/offline/{name}.js" for name in OFFLINE),
    "fonts/besley-latin.woff2",
    "icons.svg",
    "img/icon.svg",
    "img/map.svg",
    "img/terrain.svg",
)


@lru_cache(maxsize=1)
def script() -> str:
    """Return the whole script; it differs with every release, so that browsers fetch it then."""
    known = {
        "release": settings.RELEASE,
        "static": settings.STATIC_URL,
        "files": [*(static(name) for name in FILES), reverse("roadmap:offline")],
        "offline": reverse("roadmap:offline"),
        "token": reverse("roadmap:offline_token"),
        "leave": reverse("account_logout"),
        "review": reverse("roadmap:review"),
        "deck": reverse("roadmap:review_away"),
    }
    folder = Path(settings.BASE_DIR) / "static" / "js" / "away"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    source = "\n".join([f"const SITE = {json.dumps(known, separators=(',', ':'))};", *parts])
    return re.sub(r"^\s*(//.*)?\n|^ +", "", source, flags=re.MULTILINE)
