"""The public scoring rules of Mozilla's HTTP Observatory (github.com/mdn/mdn-http-observatory).

A score is 100 and the modifiers of the tests; bonuses count only where the penalties alone leave 90.
Algorithm 4 has ten tests, algorithm 6 adds two.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import Morsel

from tests.markup import parse

SIX_MONTHS = 15_768_000  # seconds
PRIVATE = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
ANYTHING = {"*"}
ENOUGH_FOR_BONUSES = 90

Finding = tuple[int, str]


@dataclass(frozen=True)
class Site:
    """What is looked at: the answer to https with all cookies set so far, and the one to http."""

    headers: Mapping[str, str]  # by lower-case name
    html: str
    cookies: Mapping[str, "Morsel[str]"]
    http_status: int
    http_location: str


@dataclass(frozen=True)
class Score:
    points: int
    findings: Mapping[str, Finding]


def policy_of(site: Site) -> dict[str, set[str]]:
    parts = [part.split() for part in site.headers.get("content-security-policy", "").split(";")]
    return {part[0].lower(): set(part[1:]) for part in parts if part}


def content_security_policy(site: Site) -> Finding:
    policy = policy_of(site)
    if not policy:
        return -25, "not implemented"
    default = policy.get("default-src", ANYTHING)
    script, style, objects = (policy.get(f"{kind}-src", default) for kind in ("script", "style", "object"))
    passive = {source for kind in ("img-src", "media-src") for source in policy.get(kind, default)}
    active = {
        source
        for kind, sources in policy.items()
        if kind not in ("img-src", "media-src")
        for source in sources
    }
    if script & (BROAD | INLINE) or objects & BROAD:
        return -20, "unsafe inline"
    if any(source.startswith(("http:", "ftp:")) for source in active):
        return -20, "insecure scheme"
    if "'unsafe-eval'" in script | style:
        return -10, "unsafe eval"
    if any(source.startswith(("http:", "ftp:")) for source in passive):
        return -10, "insecure scheme for pictures"
    if style & (BROAD | INLINE):
        return 0, "unsafe inline style"
    return (10, "nothing unsafe, default none") if default == {"'none'"} else (5, "nothing unsafe")


def cookies(site: Site) -> Finding:
    worst = (5, "secure, HttpOnly sessions, SameSite") if site.cookies else (0, "no cookies")
    protected = strict_transport_security(site)[0] >= 0
    for name, cookie in site.cookies.items():
        session = any(word in name.lower() for word in ("login", "sess"))
        if not cookie["samesite"]:
            worst = min(worst, (0, "without SameSite"))
            if "csrf" in name.lower():
                worst = min(worst, (-20, "token without SameSite"))
        elif cookie["samesite"].lower() not in ("lax", "strict", "none"):
            worst = min(worst, (-20, "strange SameSite"))
        if not cookie["secure"]:
            cost = (-10 if protected else -40) if session else (-5 if protected else -20)
            worst = min(worst, (cost, "not Secure"))
        if session and not cookie["httponly"]:
            worst = min(worst, (-30, "session without HttpOnly"))
    return worst


def cross_origin_resource_policy(site: Site) -> Finding:
    found = site.headers.get("cross-origin-resource-policy")
    if found in ("same-origin", "same-site"):
        return 10, found
    return (0, "not implemented") if found in (None, "cross-origin") else (-5, "invalid")


def cross_origin_resource_sharing(site: Site) -> Finding:
    """Look at the answer to a request with a foreign Origin."""
    credentials = site.headers.get("access-control-allow-credentials", "").lower() == "true"
    open_to_all = site.headers.get("access-control-allow-origin", "*") != "*" and credentials
    return (-50, "universal access") if open_to_all else (0, "not implemented")


def redirection(site: Site) -> Finding:
    if site.http_status not in (301, 302, 303, 307, 308):
        return -20, "missing"
    return (0, "to https") if site.http_location.startswith("https://") else (-20, "not to https")


def referrer_policy(site: Site) -> Finding:
    found = site.headers.get("referrer-policy")
    if found is None:
        return 0, "not implemented"
    return (5, "private") if found.split(",")[-1].strip().lower() in PRIVATE else (-5, "unsafe")


def strict_transport_security(site: Site) -> Finding:
    found = re.search(r"max-age=(\d+)", site.headers.get("strict-transport-security", ""))
    if not found:
        return -20, "not implemented"
    return (0, "six months or more") if int(found[1]) >= SIX_MONTHS else (-10, "less than six months")


def subresource_integrity(site: Site) -> Finding:
    scripts = [script for script in parse(site.html).all("script") if script.get("src")]
    foreign = [script for script in scripts if re.match(r"(https?:)?//", script.get("src"))]
    if any(not script.get("integrity") for script in foreign):
        return -5, "foreign scripts without it"
    if any(script.get("integrity") for script in scripts):
        return 5, "implemented"
    return 0, "all scripts from here"


def x_content_type_options(site: Site) -> Finding:
    found = site.headers.get("x-content-type-options", "").lower() == "nosniff"
    return (0, "nosniff") if found else (-5, "not implemented")


def x_frame_options(site: Site) -> Finding:
    if "frame-ancestors" in policy_of(site):
        return 5, "by the content security policy"
    found = site.headers.get("x-frame-options", "").lower() in ("deny", "sameorigin")
    return (5, "implemented") if found else (-20, "not implemented")


def cross_origin_opener_policy(site: Site) -> Finding:
    found = site.headers.get("cross-origin-opener-policy", "")
    good = found in ("same-origin", "same-origin-allow-popups", "noopener-allow-popups")
    return (10, found) if good else (0, "not implemented")


def cross_origin_embedder_policy(site: Site) -> Finding:
    found = site.headers.get("cross-origin-embedder-policy", "")
    return (10, found) if found in ("require-corp", "credentialless") else (0, "not implemented")


FOUR: tuple[Callable[[Site], Finding], ...] = (
    content_security_policy,
    cookies,
    cross_origin_resource_policy,
    cross_origin_resource_sharing,
    redirection,
    referrer_policy,
    strict_transport_security,
    subresource_integrity,
    x_content_type_options,
    x_frame_options,
)
SIX = (*FOUR, cross_origin_opener_policy, cross_origin_embedder_policy)


def score(site: Site, tests: tuple[Callable[[Site], Finding], ...] = FOUR) -> Score:
    """Return the points, 0 at least, with what each of `tests` found."""
    findings = {test.__name__: test(site) for test in tests}
    points = 100 + sum(min(modifier, 0) for modifier, _ in findings.values())
    if points >= ENOUGH_FOR_BONUSES:
        points += sum(max(modifier, 0) for modifier, _ in findings.values())
    return Score(max(points, 0), findings)
