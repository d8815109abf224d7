"""What every test has: a database server when one is asked for, and no skipping."""

import os
import shutil

import pytest

from tests import settings
from tests.postgres.cluster import Cluster

STARTED = pytest.StashKey[Cluster]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped or expected failure fails the run")


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once for a whole run; xdist's workers find it through the environment."""
    own = os.environ.get("TEST_DATABASE") == "postgres" and not os.environ.get("TEST_DATABASE_URL")
    if own and not hasattr(config, "workerinput") and not config.option.collectonly:
        cluster = Cluster(settings.POSTGRES_FOLDER)
        cluster.create()
        cluster.start()
        config.stash[STARTED] = cluster


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    if cluster := config.stash.get(STARTED, None):
        cluster.stop()
    shutil.rmtree(settings.FOLDER, ignore_errors=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a run with skipped tests red: a tool that is missing is a fault of the machine, not a pass."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.option.no_skips and reporter and session.exitstatus == pytest.ExitCode.OK:
        absent = len(reporter.stats.get("skipped", [])) + len(reporter.stats.get("xfailed", []))
        if absent:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            reporter.write_line(f"{absent} tests were skipped.", red=True)
