"""A mail before it is on its way: what it says, and the message made of it."""

import datetime
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.mail.links import absolute, off_path
from accounts.models import Delivery, MailKind, Subscription

LONGEST = 78  # characters of a subject; more is cut off by most programs


@dataclass(frozen=True)
class Letter:
    """What to send: `template` names two files, .html and .txt. `farewell`: it is the last for a while."""

    subject: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    farewell: bool = False


@dataclass(frozen=True)
class Nothing:
    """There is nothing to say; `until`: nor will there be before that day."""

    until: datetime.date | None = None


Writer = Callable[[Subscription], Letter | Nothing]
# Takes the switches that are due (their users loaded) and the moment, reads what can be read for all of
# them at once, and returns what writes to each.
Desk = Callable[[Sequence[Subscription], datetime.datetime], Writer]
desks: dict[str, Desk] = {}


def register(kind: MailKind, desk: Desk) -> None:
    """Have this kind of mail written by `desk`. Called in an app's ready()."""
    desks[kind.value] = desk


def message_of(letter: Letter, subscription: Subscription, claim: Delivery) -> EmailMultiAlternatives:
    """Return the message to the owner of `subscription`, ready to be sent."""
    user, off = subscription.user, absolute(off_path(subscription))
    subject = _fitting(one_line(letter.subject))
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    context = {
        **letter.context,
        "subject": subject,
        "subscription": subscription,
        "site": settings.SITE_URL,
        "off_url": off,
        "settings_url": absolute(reverse("accounts:mail")),
    }
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"{letter.template}.txt", context),
        to=[str(Address(one_line(user.display_name), addr_spec=user.email))],
        headers={
            # The same when it is sent again, so that a mailbox can tell.
            "Message-ID": f"<{claim.pk.hex}@{host}>",
            "List-ID": f"{MailKind(subscription.kind).label} <{subscription.kind}.{host}>",
            "List-Unsubscribe": f"<{off}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(_light(render_to_string(f"{letter.template}.html", context)), "text/html")
    return message


def one_line(text: str) -> str:
    """Return `text` without line breaks and other characters that steer, fit for a header."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join(plain.split())


def _fitting(subject: str) -> str:
    return subject if len(subject) <= LONGEST else f"{subject[: LONGEST - 1].rstrip()}…"


def _light(html: str) -> str:
    """Return `html` without the indentation, which nobody sees and everybody downloads."""
    return "\n".join(filter(None, (line.strip() for line in html.splitlines()))) + "\n"
