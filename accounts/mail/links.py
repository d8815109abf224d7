"""Addresses in mail: whole ones, and the one that switches a kind of mail off without logging in."""

import uuid

from django.conf import settings
from django.core import signing
from django.urls import reverse

from accounts.models import Subscription

# A token for one purpose opens nothing else.
_off = signing.Signer(salt="accounts.mail.off", sep=".")


def absolute(path: str) -> str:
    """Return `path` with the site's own address before it."""
    return f"{settings.SITE_URL}{path}"


def off_path(subscription: Subscription) -> str:
    """Return the path of the page that switches this mail off. It never expires: old mail is kept long."""
    return reverse("mail:off", args=[_off.sign(subscription.pk.hex)])


def opened(token: str) -> Subscription | None:
    """Return the switch that a token is for; nothing for one that was not made here, or is of nobody."""
    try:
        pk = uuid.UUID(_off.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    return Subscription.objects.select_related("user").filter(pk=pk).first()
