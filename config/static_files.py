"""Collected static files, and whether they are still those of the sources."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MANIFEST = "staticfiles.json"


def are_collected() -> bool:
    """Return whether pages can name their hashed files."""
    return settings.DEBUG or (Path(settings.STATIC_ROOT) / MANIFEST).exists()


def collect() -> bool:
    """Collect, hash and compress the sources unless that was done already; return whether it was needed."""
    folder = Path(settings.STATIC_ROOT)
    # Beside the folder: inside, it would be served.
    done = folder.with_name(f"{folder.name}.digest")
    digest = sources()
    if are_collected() and done.exists() and done.read_text(encoding="utf-8") == digest:
        return False
    # Files of earlier releases stay: pages that are open in a browser still ask for them.
    call_command("collectstatic", interactive=False, verbosity=0)
    done.write_text(digest, encoding="utf-8")
    return True


def sources() -> str:
    """Return a digest of all static files before collection, by size and time of change."""
    digest = hashlib.blake2b(f"{django.__version__} {version('whitenoise')}".encode(), digest_size=16)
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
