"""The settings of the test suite: the project's own, on a database of its own.

TEST_DATABASE=postgres runs it on PostgreSQL: on the server that TEST_DATABASE_URL names, or else on one
that conftest.py starts. Each name that a test run chooses reaches xdist's workers through the environment.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

if "TEST_FOLDER" not in os.environ:
    os.environ["TEST_FOLDER"] = tempfile.mkdtemp(prefix="milepost-test-")
    atexit.register(shutil.rmtree, os.environ["TEST_FOLDER"], ignore_errors=True)
FOLDER = Path(os.environ["TEST_FOLDER"])
POSTGRES_FOLDER = FOLDER / "postgres"

GITHUB = ("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET")
OPENID = ("OIDC_SERVER_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME")
OTHERS = ("CACHE_URL", "DEBUG", "EMAIL_URL", "HTTPS", "STAFF_SECOND_FACTOR", "TRUSTED_PROXY_COUNT")
for name in (*GITHUB, *OPENID, *OTHERS):
    os.environ.pop(name, None)
os.environ["VAR_DIR"] = str(FOLDER / "var")
os.environ["DATABASE_URL"] = ""
if os.environ.get("TEST_DATABASE") == "postgres":
    os.environ["DATABASE_URL"] = (
        os.environ.get("TEST_DATABASE_URL")
        or f"postgres://milepost@{quote(str(POSTGRES_FOLDER), safe='')}/postgres"
    )

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in use: an in-memory database has neither WAL nor other connections.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}

# Manifest storage answers 404 for every hashed name unless collectstatic ran.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Hashing is slow by design; the tests of hashing name the real hasher.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
