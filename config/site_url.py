"""The address under which people reach the site, for links outside of its pages."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from environs import ValidationError


def site_url(hosts: Sequence[str], port: int, *, https: bool) -> str:
    """Return the address of the first name in `hosts` that is a whole one; without any, this machine's."""
    host = next((name for name in hosts if name and name[0] not in ".*"), "localhost")
    return f"https://{host}" if https else f"http://{host}:{port}"


def validate_site_url(url: str) -> None:
    """Raise ValidationError unless `url` is a scheme with a host and no more."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or parts.username or url.rstrip("/") != f"{parts.scheme}://{parts.netloc}":
        raise ValidationError("SITE_URL is the address of the site, such as https://milepost.example")
