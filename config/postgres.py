"""PostgreSQL's own tools for backup and restore."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.postgresql.client import DatabaseClient


class ToolFailed(Exception):
    """pg_dump or pg_restore is missing or failed; the message says how."""


def dump(target: Path) -> None:
    """Write a dump in PostgreSQL's custom format to `target`, which appears only when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.touch(mode=0o600)
    try:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part}", *_address())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def check(source: Path) -> None:
    """Raise ToolFailed unless `source` is a dump that pg_restore can read."""
    _run("pg_restore", "--list", str(source))


def restore(source: Path) -> None:
    """Replace everything by what `source` holds, in one transaction; ToolFailed when nothing was changed."""
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        script = Path(folder) / "restore.sql"
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(source))
        _run(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            # Tables newer than the backup would be in the way of the migrations that make them.
            "--command=DROP SCHEMA public CASCADE; CREATE SCHEMA public",
            f"--file={script}",
            *_address(),
        )


def _address() -> list[str]:
    database = _settings()
    found = {"host": database["HOST"], "port": database["PORT"], "username": database["USER"]}
    options = [f"--{name}={value}" for name, value in found.items() if value]
    return [*options, f"--dbname={database['NAME']}"]


def _settings() -> dict[str, Any]:
    database: dict[str, Any] = settings.DATABASES["default"]
    return database


def _run(program: str, *arguments: str) -> None:
    _, environment = DatabaseClient.settings_to_cmd_args_env(_settings(), [])
    result = subprocess.run(
        [_find(program), *arguments],
        check=False,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise ToolFailed(f"{program} failed: {result.stderr.strip()}")


def _find(program: str) -> str:
    """Return the newest installed version: a dump needs one no older than the server."""
    versions = list(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    if versions:
        return str(max(versions, key=lambda path: int(re.sub(r"\D", "", path.parts[4]) or 0)))
    if found := shutil.which(program):
        return found
    raise ToolFailed(f"{program} is missing: install PostgreSQL's client programs.")
