"""Start a server with a full account and let schemathesis look for faults, with all checks, stateful too.

    python -m tests.fuzz_api --cases 5000 --minutes 20

Ends with 1 when something was found. With --holes, one operation does much wrong, and it ends with 1 unless
at least four kinds of it are found.
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.bench.server import database, running

CONFIG = Path(__file__).with_name("schemathesis.toml")
KINDS = 4  # of faults, to be found in the hole


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_api")
    parser.add_argument("--cases", type=int, default=5000, help="at most about so many requests are made up")
    parser.add_argument("--minutes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--holes", action="store_true", help="plant faults, which must be found")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="milepost-fuzz-") as name:
        folder = Path(name)
        with database(options.database, folder) as environment:
            environment |= {"DJANGO_SETTINGS_MODULE": "tests.fuzz_api.settings"}
            if options.holes:
                environment["FUZZ_HOLES"] = "1"
            port = _free_port()
            with running(port, environment, patience=300):
                return _fuzz(options, port, environment, folder)


def _fuzz(options: argparse.Namespace, port: int, environment: dict[str, str], folder: Path) -> int:
    made = subprocess.run(
        [sys.executable, "-m", "tests.fuzz_api.account"],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    secret = made.stdout.rsplit("token ", 1)[1].strip()
    url = f"http://127.0.0.1:{port}/api/v1/openapi.json"
    with urllib.request.urlopen(url) as found:
        operations = sum(len(methods) for methods in json.load(found)["paths"].values())
    report = folder / "report.json"
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIG), "run", url),
        *("-H", f"Authorization: Bearer {secret}", "--checks", "all", "--continue-on-failure"),
        *("--seed", str(options.seed), "--max-examples", str(max(1, options.cases // operations // 2))),
        *("--max-time", str(options.minutes * 60), "--request-timeout", "30"),
        *("--report", "json", "--report-json-path", str(report)),
    ]
    if options.holes:
        command += ["--include-path", "/api/v1/skills/{slug}/count"]
    told = os.environ | {"SCHEMATHESIS_HOOKS": "tests.fuzz_api.hooks", "PYTHONPATH": str(Path.cwd())}
    # In a folder of its own, as it remembers there what it found.
    if not options.holes:
        return subprocess.run(command, env=told, cwd=folder, check=False).returncode
    ran = subprocess.run(command, env=told, cwd=folder, stdout=subprocess.PIPE, text=True, check=False)
    kinds = sorted(set(re.findall(r"❌ (ST[0-9]+)", ran.stdout)))
    print(ran.stdout, f"{len(kinds)} kinds of faults in the planted hole: {', '.join(kinds)}.")  # noqa: T201
    return 0 if len(kinds) >= KINDS else 1


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
