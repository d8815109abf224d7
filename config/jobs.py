"""Keeps `manage.py work` running beside the server, for as long as the server runs."""

import os
import subprocess
import sys
import threading

RESTARTED_AFTER = 5.0  # seconds
PATIENCE = 8.0  # seconds to finish what was begun


class Jobs:
    """One process; it is started again when it ends by itself."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        self._keeper.start()

    def stop(self) -> None:
        """End it, after what it is doing now."""
        self._stopping.set()
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()

    def _keep(self) -> None:
        command = [sys.executable, "manage.py", "work", "--follow", str(os.getpid())]
        while not self._stopping.is_set():
            # In a group of its own: Ctrl-C reaches every process of the terminal, and we end it ourselves.
            self._process = subprocess.Popen(command, process_group=0)
            if self._stopping.is_set():
                self._process.terminate()
            self._process.wait()
            self._stopping.wait(RESTARTED_AFTER)


def wanted() -> bool:
    """Return what JOBS says; read here, because settings would load all of Django into the server."""
    return (os.environ.get("JOBS") or "on").lower() not in ("0", "off", "false", "no", "f", "n")
