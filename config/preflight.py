"""Says in one sentence what this machine lacks to install Milepost. Runs under any Python."""

import shutil
import sys

ROOM = 500  # MB: the libraries, and some for the database

if sys.version_info < (3, 11):
    sys.exit(
        "Milepost needs Python 3.11 or newer, and this is %d.%d: install a newer one "
        "(Debian, Ubuntu: sudo apt-get install python3; macOS: brew install python3; or python.org), "
        "or name it: make run PYTHON=/path/to/python3" % sys.version_info[:2]
    )
try:
    __import__("ensurepip")
    __import__("venv")
except ImportError:
    sys.exit(
        "Milepost needs Python's venv module: install it "
        "(Debian, Ubuntu: sudo apt-get install python%d.%d-venv)." % sys.version_info[:2]
    )
if shutil.disk_usage(".").free < ROOM * 1000 * 1000:
    sys.exit("Milepost needs %d MB of disk to install: make room here and start again." % ROOM)
