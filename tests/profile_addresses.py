"""The addresses of the public profile."""

from tests.address import BOTH, EVERYONE, LEARNER, LINK, NOBODYS, READ, Address, mark

PAGE = "/settings/profile/"
_PROFILE = {
    "handle": "bobby",
    "name": "Bobby",
    "headline": "Some words",
    "is_public": "on",
    "is_indexed": "on",
    **{f"shows_{section}": "on" for section in ("skills", "builds", "phases", "milestones", "hours")},
    **{f"label_{number}": "Code" for number in range(1, 6)},
    **{f"url_{number}": f"https://example.org/{number}" for number in range(1, 6)},
}

PROFILES: dict[str, Address] = {
    "settings/profile/": Address(PAGE, LEARNER, BOTH, _PROFILE, page=PAGE),
    "settings/profile/preview/": Address(f"{PAGE}preview/", LEARNER, READ),
    "settings/profile/evidence/<uuid:pk>/": mark(f"{PAGE}evidence/{NOBODYS}/", PAGE, show="no"),
    "settings/profile/builds/<uuid:key>/": mark(f"{PAGE}builds/{NOBODYS}/", PAGE, show="no"),
    "u/sitemap.xml": Address("/u/sitemap.xml", EVERYONE, READ, query=("p",)),
    "u/<slug:handle>/": Address("/u/alice/", LINK, READ),
    "u/<slug:handle>/milestones.atom": Address("/u/alice/milestones.atom", LINK, READ),
    "u/<slug:handle>/card.png": Address("/u/alice/card.png", LINK, READ),
    "u/<slug:handle>/badge.svg": Address("/u/alice/badge.svg", LINK, READ, query=("theme",)),
}
