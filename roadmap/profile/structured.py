"""A profile for machines: schema.org's ProfilePage and Person, as data in the page."""

import json
from typing import Any

from django.utils.safestring import SafeString

from roadmap.profile.page import ProfilePage

# As escapes these cannot end the element that the data stands in, nor start a comment.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def structured(page: ProfilePage, url: str, image: str) -> SafeString:
    """Return the element with the data; its type is no script, so that nothing in it ever runs."""
    person: dict[str, Any] = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": page.name,
        "alternateName": page.handle,
        "url": url,
        "image": image,
    }
    if page.headline:
        person["description"] = page.headline
    if page.links:
        person["sameAs"] = [link.url for link in page.links]
    if page.skills:
        person["knowsAbout"] = [skill.title for _, skills in page.skills for skill in skills]
    data = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": url,
        "dateModified": page.changed_on.isoformat(),
        "mainEntity": person,
    }
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return SafeString(f'<script type="application/ld+json">{text}</script>')
