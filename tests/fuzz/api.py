"""The API, asked for a given time by schemathesis, from its own document, on the real server."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.config import installation

TOKEN = (
    "from accounts.models import AccessToken, User; from accounts.scopes import SCOPES; "
    "u = User.objects.get(email='alice@example.org'); "
    "print('TOKEN', AccessToken.objects.make(u, name='fuzz', scopes=list(SCOPES), expires_at=None)[1])"
)
# A server with holes: an error for a long word, and an answer that its document does not know.
HOLE = """
import json
from wsgiref.simple_server import make_server
DOCUMENT = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {"/x": {"get": {
  "parameters": [{"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}],
  "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}}}}}}
def app(environ, start):
    if environ["PATH_INFO"] == "/openapi.json":
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(DOCUMENT).encode()]
    status = "500 Oops" if len(environ["QUERY_STRING"]) > 5 else "200 OK"
    start(status, [("Content-Type", "application/json")])
    return [b"[]"]
server = make_server("127.0.0.1", 0, app)
print(server.server_port, flush=True)
server.serve_forever()
"""


def fuzz(seconds: float) -> list[str]:
    """Return what was found, and first whether the planted holes were."""
    if not shutil.which("schemathesis") and not _program().exists():
        return ["schemathesis is missing: uv sync --group fuzz"]
    wrong = [] if _finds_planted() else ["api: the planted holes were missed"]
    folder = Path(tempfile.mkdtemp(prefix="milepost-fuzz-"))
    try:
        here = installation.new(folder / "var")
        made = here.manage("shell", "--no-imports", "--command", TOKEN)
        secret = next(line.split()[1] for line in made.stdout.splitlines() if line.startswith("TOKEN"))
        with here.served() as server:
            address = f"http://127.0.0.1:{here.port}/api/v1/openapi.json"
            result = _run(address, ["-H", f"Authorization: Bearer {secret}"], seconds)
            if result.returncode:
                wrong.append((result.stdout + result.stderr)[-6000:])
            if "Traceback" in server.log():
                wrong.append(server.log()[-3000:])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return wrong


def _program() -> Path:
    return Path(sys.executable).with_name("schemathesis")


def _run(address: str, more: list[str], seconds: float) -> "subprocess.CompletedProcess[str]":
    # The rate that a token has, so that the limit is not what is found.
    limits = ["--max-time", str(int(max(10, seconds))), "--rate-limit", "500/m"]
    command = [str(_program()), "run", address, "--checks", "all", *limits, "--suppress-health-check", "all"]
    return subprocess.run([*command, *more], capture_output=True, text=True, check=False)


def _finds_planted() -> bool:
    process = subprocess.Popen([sys.executable, "-c", HOLE], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        port = int(process.stdout.readline())
        result = _run(f"http://127.0.0.1:{port}/openapi.json", [], 20)
        return result.returncode != 0 and "Server error" in result.stdout
    finally:
        process.kill()
        process.wait()
