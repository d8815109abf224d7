"""A PostgreSQL server of our own, from the machine's binaries, in a temporary folder on a unix socket."""

import os
import pwd
import re
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

USER = "milepost"


class MissingPostgres(Exception):
    """No PostgreSQL binaries on this machine."""


def binaries() -> Path:
    """Return the folder of the newest installed PostgreSQL's binaries."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0))
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    raise MissingPostgres("PostgreSQL is missing: install it (Debian: apt-get install postgresql).")


def unprivileged() -> str | None:
    """Return the account to run as, since PostgreSQL refuses root; None for our own."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Cluster:
    """A server on a unix socket in `folder`; a superuser `milepost` without a password."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.account = unprivileged()
        self.durable = durable
        self.conninfo = f"host={folder} user={USER} dbname=postgres"
        self.url = f"postgres://{USER}@{quote(str(folder), safe='')}/postgres"

    def create(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.account:
            shutil.chown(self.folder, self.account)
            for parent in self.folder.parents:
                # mkdtemp folders are closed to everyone else; passing through is all that is needed.
                if parent.stat().st_uid == os.geteuid() and not parent.stat().st_mode & 0o001:
                    parent.chmod(parent.stat().st_mode | 0o011)
        self._run(
            "initdb", "-D", self.data, "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"
        )
        with (self.data / "postgresql.auto.conf").open("a") as file:
            file.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\n")
            if not self.durable:
                file.write("fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n")

    def start(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-m", mode, "stop")

    def wait(self, seconds: float = 30) -> None:
        """Return as soon as the server answers; TimeoutError after `seconds`."""
        deadline = time.monotonic() + seconds
        command = [str(binaries() / "pg_isready"), "-q", "-h", str(self.folder)]
        while subprocess.run(command, check=False).returncode != 0:
            if time.monotonic() > deadline:
                raise TimeoutError(f"PostgreSQL in {self.folder} did not start.")
            time.sleep(0.1)

    def _run(self, program: str, *arguments: str | Path) -> None:
        result = subprocess.run(
            [str(part) for part in (binaries() / program, *arguments)],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=(log := (self.folder / "control.log").open("ab")),
            stderr=log,
            user=self.account,
            group=pwd.getpwnam(self.account).pw_gid if self.account else None,
            extra_groups=[] if self.account else None,
            cwd="/",
        )
        log.close()
        if result.returncode:
            raise RuntimeError(f"{program} failed: {(self.folder / 'control.log').read_text()[-2000:]}")
