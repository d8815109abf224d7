"""The production server: granian with the WSGI interface, and how it is set.

`python -m config.server` runs it; `manage.py serve` prepares the installation first.
"""

import http.client
import multiprocessing
import os
import resource
import socket
import threading
import time
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.common import AbstractServer

from config import jobs, worker

TARGET = "config.wsgi:application"
# A browser may send on a connection that was idle for up to 300 s; ours must not have closed it by then.
# Granian's own default of 30 s, and the 60 s its command line allows, are shorter.
IDLE = 310_000  # milliseconds
# Threads that wait for bodies to arrive; config/gate.py lets few of them through at once.
WAITING_ROOM = 512
STOP = 10  # seconds
FILES = 65_536


class PortTaken(Exception):
    """Another program listens on the port, or this user may not; the message says what to do."""


def check_port(host: str, port: int) -> None:
    """Raise PortTaken unless we can listen on `host`:`port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except PermissionError as error:
            raise PortTaken(
                f"Port {port} needs more rights. Take one above 1023: PORT=8000 make run"
            ) from error
        except OSError as error:
            raise PortTaken(
                f"Port {port} on {host} cannot be used ({error.strerror}). Take another: "
                f"PORT={port + 1} make run"
            ) from error


def build(host: str, port: int, workers: int) -> AbstractServer[Any]:
    """Return the server, ready for `serve()`."""
    return Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        blocking_threads=WAITING_ROOM,
        backlog=2048,
        backpressure=2048,
        http1_settings=HTTP1Settings(header_read_timeout=IDLE),
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=STOP,
        log_level=LogLevels.error,
        log_dictconfig={
            "formatters": {name: {"()": "config.log.JsonFormatter"} for name in ("generic", "access")}
        },
    )


def announce(host: str, port: int) -> None:
    """Print the address as soon as it answers."""
    name = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # nosec B104
    while True:
        probe = http.client.HTTPConnection(name, port, timeout=5)
        try:
            probe.request("GET", "/readyz")
            probe.getresponse().read()
            break
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            probe.close()
    print(f"Milepost is at http://{name}:{port}/ (Ctrl-C stops it).", flush=True)


def main() -> None:
    # The environment was checked by the settings; reading them here would load all of Django twice.
    host, port = os.environ.get("BIND") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    multiprocessing.set_start_method("spawn")
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    # Each open connection is a file; the usual soft limit of 1,024 is soon reached by slow ones.
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (FILES if most == resource.RLIM_INFINITY else min(most, FILES), most)
    )
    os.chdir(Path(__file__).resolve().parent.parent)
    threading.Thread(target=announce, args=(host, port), daemon=True).start()
    count = int(os.environ.get("WORKERS") or 1)
    beside = jobs.Jobs() if jobs.wanted() else None
    if beside:
        beside.start()
    try:
        build(host, port, count).serve(target_loader=worker.load)
    finally:
        if beside:
            beside.stop()
    print("Stopped. Everything that was saved is safe.", flush=True)


if __name__ == "__main__":
    main()
