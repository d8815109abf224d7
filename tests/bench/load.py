"""Sends requests as fast as they are answered (wrk), and reads what that cost the server."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.visitor import Request

# As many as the server has threads: more would only measure how long they queue.
CONNECTIONS = 2
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
SCRIPT = """
local requests = {%s}
local i = 0
function request() i = i %% #requests + 1; return requests[i] end
function done(summary, latency)
  io.write(string.format('\\n{"requests":%%d,"seconds":%%f,"bytes":%%d,"errors":%%d,"p50":%%f,"p99":%%f}',
    summary.requests, summary.duration / 1e6, summary.bytes, summary.errors.status + summary.errors.read
    + summary.errors.timeout + summary.errors.connect + summary.errors.write,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


class NoWrk(Exception):
    """wrk is not installed."""


@dataclass(frozen=True)
class Load:
    """One run: requests a second, p50 and p99 in ms, CPU µs and bytes (headers too) per request."""

    rate: float
    p50: float
    p99: float
    cpu: float
    bytes: float


def run(port: int, server: int, requests: Sequence[Request], seconds: float) -> Load:
    """Send `requests` round and round for `seconds`; `server` is the process that leads the server.

    RuntimeError when an answer is an error.
    """
    if not shutil.which("wrk"):
        raise NoWrk("wrk is missing: install it (Debian: apt-get install wrk).")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ",".join(_lua(request) for request in requests))
        script.flush()
        before = cpu_seconds(server)
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--timeout", "30s"]
        address = f"http://127.0.0.1:{port}"
        output = subprocess.run(
            [*command, "-s", script.name, address], check=True, capture_output=True, text=True
        ).stdout
        used = cpu_seconds(server) - before
    found = json.loads(output.rsplit("\n", 1)[1])
    if found["errors"]:
        raise RuntimeError(f"{found['errors']} errors at {requests[0].method} {requests[0].path}:\n{output}")
    number = found["requests"]
    return Load(
        number / found["seconds"], found["p50"], found["p99"], used / number * 1e6, found["bytes"] / number
    )


def cpu_seconds(process: int) -> float:
    """Return the CPU that `process` and its descendants used so far."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    # The name, second, may hold blanks; utime and stime are the 14th and 15th field.
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND
    return own + sum(cpu_seconds(int(child)) for child in children)


def _lua(request: Request) -> str:
    headers = ",".join(f"[{json.dumps(name)}]={json.dumps(value)}" for name, value in request.headers.items())
    body = json.dumps(request.body) if request.body else "nil"
    return f"wrk.format({json.dumps(request.method)},{json.dumps(request.path)},{{{headers}}},{body})"
