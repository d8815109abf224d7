"""What is missing is said in one sentence, under any Python."""

import subprocess
import sys
from pathlib import Path

import pytest

PREFLIGHT = Path(__file__).parent.parent.parent / "config" / "preflight.py"


def run(before=""):
    """Run the file after the statements `before`."""
    code = f"{before}\nexec(compile(open({str(PREFLIGHT)!r}).read(), 'preflight', 'exec'))"
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)


def test_this_machine_will_do():
    result = run()
    assert result.returncode == 0
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("import sys; sys.version_info = (3, 9, 2)", "needs Python 3.11 or newer, and this is 3.9"),
        ("import sys; sys.modules['ensurepip'] = None", "needs Python's venv module"),
        ("import sys; sys.modules['venv'] = None", "needs Python's venv module"),
        (
            "import shutil, types; shutil.disk_usage = lambda p: types.SimpleNamespace(free=10**6)",
            "needs 500 MB of disk",
        ),
    ],
)
def test_what_is_missing_is_one_sentence(before, words):
    result = run(before)
    assert result.returncode == 1
    assert words in result.stderr
    assert result.stderr.strip().count("\n") == 0


def test_it_can_be_read_by_an_old_python():
    """No f-strings, no walrus, no annotations: Python 2.7 and 3.5 must get as far as the sentence."""
    text = PREFLIGHT.read_text()
    for new in ('f"', ":=", "->", "match ", "print "):
        assert new not in text
