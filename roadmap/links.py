"""Links that a learner gives: to a page that can be opened, and to nothing else."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

MOST = 500
EXAMPLE = "https://github.com/you/project"
NO_ADDRESS = f"This is no address that a browser can open. Copy it whole, as in {EXAMPLE}."

_is_url = URLValidator(schemes=["http", "https"])


def http_url(value: str) -> None:
    """Refuse what is no plain http or https address; raises ValidationError that says how to mend it.

    The address is only ever shown as a link, never opened by the server. A name or a password in it
    is refused, since "https://bank.example@elsewhere.example" leads elsewhere than it seems to.
    """
    scheme, _, rest = value.partition("://")
    if not rest or scheme.lower() not in ("http", "https"):
        raise ValidationError(f"Start with https://, as in {EXAMPLE}.", code="scheme")
    try:
        _is_url(value)
        named = urlsplit(value).username is not None
    except (ValidationError, ValueError) as error:
        raise ValidationError(NO_ADDRESS, code="address") from error
    if not value.isprintable():  # control characters, and those that turn the direction of reading
        raise ValidationError(NO_ADDRESS, code="address")
    if named:
        raise ValidationError("Leave out the name before the @: it hides where the link leads.", code="name")


class HttpLinkField(forms.CharField):
    """One http(s) address of at most 500 characters, or nothing when it is not required."""

    widget = forms.URLInput
    default_validators = [http_url]

    def __init__(self, **kwargs: Any) -> None:
        errors = {
            "required": f"Write the address, as in {EXAMPLE}.",
            "max_length": f"Keep the address under {MOST} characters: look for the page's short link.",
        }
        kwargs["error_messages"] = errors | (kwargs.get("error_messages") or {})
        super().__init__(max_length=MOST, strip=True, **kwargs)
