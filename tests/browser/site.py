"""A real installation in a temporary folder, served as `make run` serves it."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds; on a busy machine the first start compresses the static files slowly


class Site:
    """`manage.py serve` with its own `VAR_DIR`; `start` and `stop` may be called in turns."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "server.log"
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DATABASE_URL", "CACHE_URL", "DEBUG", "EMAIL_URL", "HTTPS", "TRUSTED_PROXY_COUNT")
        } | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "VAR_DIR": str(folder / "var"),
            "PORT": str(self.port),
            "BIND": "127.0.0.1",
            "JOBS": "off",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Return once pages are served. Raises RuntimeError when the server ends or stays silent."""
        if not self.log.exists():
            # Here, since it brings the settings of the test suite, which the door's process must not meet.
            from tests.config import installation

            installation.copy_to(self.folder / "var")
        with self.log.open("ab") as log:
            command = [sys.executable, "manage.py", "serve"]
            self._process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        before = self.log.read_text().count("Milepost is at")
        end = time.monotonic() + PATIENCE
        while self.log.read_text().count("Milepost is at") == before:
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The server did not start:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(30)
            self._process = None

    def errors(self) -> list[str]:
        """Return the lines of the log that tell of a fault."""
        return [line for line in self.log.read_text().splitlines() if '"level": "error"' in line]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
