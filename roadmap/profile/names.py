"""Which names a profile may go by, and how a link is called. Pure, no Django."""

import re
from collections.abc import Set

SHORTEST, LONGEST = 3, 30
_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_WORDS = """
about abuse account accounts admin administrator ads advice alerts anonymous api app apply apps
assets auth authorize badge billing blog bot calendar card careers catalog catalogue cdn chat
community config contact cookies copyright dashboard data debug default delete demo design developer
developers dns docs documentation domain download edit email employer employers error errors
everyone example export faq favicon feed feeds files follow ftp guest guide health hello help home
host hostmaster hr html http https icon images imap import info instructor intern invite job jobs
learner learners legal license login logout mail mailer mailer-daemon me media member members mentor
message messages metrics milepost milepost-team mobile moderator moderators myself new news no-reply
nobody none noreply notifications null oauth official official-milepost offline owner page pages
password path ping policy pop postmaster press preview pricing privacy private profile profiles
public recruiter recruiters register report reports robots root rss sales search secure security
server service session sessions settings share shop sign-in sign-out sign-up signin signout signup
site sitemap smtp ssl staff staging static stats status store student students superuser support
sysadmin system team teams terms test testing tests theme tls token tokens tos trail trust undefined
unsubscribe update updates upload uptime user username users verify video visitor web webhook
webhooks webmail webmaster well-known wiki www you your-name yourself
"""
# Names that would pass for the site itself or for whoever runs it; those of its pages are added to them.
RESERVED = frozenset(_WORDS.split())


def short(url: str) -> str:
    """Return an address as a label: without its scheme, and not too long."""
    text = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return text if len(text) <= 40 else f"{text[:39]}…"


def trouble_with(name: str, routes: Set[str] = frozenset()) -> str:
    """Return why nobody may go by `name`, and what to do; nothing when they may.

    `routes`: the first parts of the site's own addresses.
    """
    if not SHORTEST <= len(name) <= LONGEST:
        return f"Take {SHORTEST} to {LONGEST} characters; this has {len(name)}."
    if not _SHAPE.fullmatch(name):
        return "Use letters a to z, digits, and single hyphens between them, as in ada-lovelace."
    if name in RESERVED or name in routes:
        return "This name is kept for the site itself. Take another, such as your own name."
    return ""
