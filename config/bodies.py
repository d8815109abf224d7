"""How long a body each address takes."""

from django.conf import settings

MB = 1024 * 1024
# An export that comes back, with what a form adds around it.
LONG: dict[str, int] = {"/settings/data/import/": 10 * MB + 64 * 1024}


def longest(path: str) -> int:
    """Return the bytes that `path` takes at most."""
    return LONG.get(path, settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)
