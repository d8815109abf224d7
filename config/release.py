"""What distinguishes one release's pages from another's."""

import hashlib
from pathlib import Path


def release(base: Path) -> str:
    """Return a short digest of the templates, styles and code below `base`, by size and time of change."""
    digest = hashlib.blake2b(digest_size=8)
    for folder in ("accounts", "career", "config", "roadmap", "static", "templates"):
        for path in sorted((base / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".css", ".js", ".svg"}:
                stat = path.stat()
                digest.update(f"{path.relative_to(base)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()
