"""Knows whether a server is running on this installation's folder, so that nothing is swapped under it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

_held: list[IO[str]] = []


class InUse(Exception):
    """A server is running on this installation."""


def _lock_file() -> IO[str]:
    folder = Path(settings.VAR_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / "server.lock").open("a")


def announce() -> None:
    """Be counted as a server until this process ends, however it ends."""
    file = _lock_file()
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise InUse("A backup is being restored. Start again when that is done.") from error
    _held.append(file)


@contextmanager
def alone() -> Iterator[None]:
    """Hold the installation for oneself; InUse while a server runs."""
    with _lock_file() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise InUse("Milepost is running. Stop it first (Ctrl-C in its window), then restore.") from error
        yield
