"""The production server of a bench, on an installation in a temporary folder."""

import contextlib
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres.cluster import Cluster


@contextmanager
def database(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """Yield the environment of an installation in `folder` on a new database, `sqlite` or `postgres`."""
    var = folder / "var"
    environment = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "VAR_DIR": str(var), "DATABASE_URL": ""}
    if name == "sqlite":
        yield environment
        return
    cluster = Cluster(folder / "postgres", durable=True)
    cluster.create()
    cluster.start()
    try:
        yield environment | {"DATABASE_URL": cluster.url}
    finally:
        cluster.stop()


@contextmanager
def running(port: int, environment: dict[str, str], patience: int = 60) -> Iterator[int]:
    """Yield the process id of what `make run` starts, on `port`: one worker, two threads.

    `patience`: seconds that the first start may take.
    """
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        env=os.environ | environment | {"PORT": str(port), "WORKERS": "1", "THREADS": "2", "JOBS": "off"},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port, process, patience)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int, process: subprocess.Popen[bytes], patience: int) -> None:
    for _ in range(10 * patience):
        if process.poll() is not None:
            raise RuntimeError(f"The server did not start (exit code {process.returncode}).")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5).close()
            return
        time.sleep(0.1)
    raise TimeoutError(f"The server did not answer within {patience} seconds.")
