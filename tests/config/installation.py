"""A whole installation in a temporary folder, served by the real server."""

import contextlib
import fcntl
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import settings
from tests.bench.visitor import Answer, Request, Visitor, send

BASE = Path(__file__).resolve().parent.parent.parent
EMAIL, PASSWORD = "alice@example.org", "correct horse battery"
ACCOUNT = f"from tests.factories import make_user; make_user(email={EMAIL!r}, password={PASSWORD!r})"
PREPARE = "from config.management.commands.serve import Command; Command()._prepare()"


class Installation:
    """One `VAR_DIR` and the environment around it; the account `EMAIL` is there."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.var = folder
        self.port = free_port()
        unset = {"DJANGO_SETTINGS_MODULE": "", "DATABASE_URL": "", "SECRET_KEY": "", "PYTHONUNBUFFERED": "1"}
        self.environment = {
            **os.environ,
            **unset,
            "PORT": str(self.port),
            "VAR_DIR": str(folder),
            "JOBS": "off",
            **environment,
        }
        self.environment["DJANGO_SETTINGS_MODULE"] = "config.settings"

    @property
    def database(self) -> Path:
        return self.var / "milepost.sqlite3"

    def manage(self, *arguments: str | Path, longest_file: int = -1) -> "subprocess.CompletedProcess[str]":
        """Run manage.py to its end and return what it printed; no file may grow over `longest_file` bytes."""
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            check=False,
            cwd=BASE,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (longest_file, -1)),
        )

    @contextmanager
    def served(self, *, prepare: bool = False, wait: bool = True) -> Iterator["Server"]:
        """Yield the server once it answers; it is stopped in the end if it still runs.

        With `prepare` it starts as `make run` does; without, faster, on what is there.
        """
        log = self.var / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, *(["manage.py", "serve"] if prepare else ["-m", "config.server"])],
                cwd=BASE,
                env=self.environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        server = Server(self, process)
        try:
            if wait:
                server.wait()
            yield server
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    server.kill()

    def visitor(self) -> Visitor:
        """Return Alice's browser, logged in."""
        visitor = Visitor(self.port, EMAIL, PASSWORD)
        visitor.log_in()
        return visitor

    def get(self, path: str, **headers: str) -> Answer:
        return send(self.port, Request("GET", path, {"Host": f"127.0.0.1:{self.port}", **headers}))


class Server:
    def __init__(self, installation: Installation, process: "subprocess.Popen[bytes]") -> None:
        self.installation = installation
        self.process = process

    def log(self) -> str:
        return (self.installation.var / "log").read_text()

    def wait(self, seconds: float = 90) -> None:
        """Return as soon as the address was printed; AssertionError when the server ended before that."""
        deadline = time.monotonic() + seconds
        while "Milepost is at" not in self.log():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)

    def workers(self) -> list[int]:
        """Return the processes under the server that hold its port; Linux only."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def interrupt(self) -> None:
        """Press Ctrl-C: the terminal sends it to every process of the group."""
        os.killpg(self.process.pid, signal.SIGINT)

    def kill(self) -> None:
        """Kill every process of the server without a warning."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)


def new(folder: Path, **environment: str) -> Installation:
    """Return an installation in `folder`."""
    copy_to(folder)
    return Installation(folder, **environment)


def copy_to(folder: Path) -> None:
    """Fill `folder` from an installation that was prepared once for the whole test run."""
    prepared = _prepared()
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("milepost.sqlite3", "database.seen", "secret_key", "static.digest"):
        shutil.copy2(prepared / name, folder / name)
    (folder / "database.seen").write_text(f"{folder / 'milepost.sqlite3'}\n")
    (folder / "static").symlink_to(prepared / "static")


def _prepared() -> Path:
    folder = settings.FOLDER / "prepared"
    folder.mkdir(exist_ok=True)
    with (settings.FOLDER / "prepared.lock").open("w") as lock:
        # Two of xdist's workers may come here together.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            installation = Installation(folder)
            for code in (PREPARE, ACCOUNT):
                result = installation.manage("shell", "--no-imports", "--command", code)
                assert result.returncode == 0, result.stderr
            (folder / "done").touch()
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
