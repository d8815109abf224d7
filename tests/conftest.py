"""What every test has: a database server when one is asked for, and no skipping."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests import settings
from tests.emptying import only_people
from tests.hardening.outbound import closed
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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What uses no database need not run on the second one."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if not names & {"db", "transactional_db"} and not item.get_closest_marker("django_db"):
            item.add_marker("once")


def pytest_unconfigure(config: pytest.Config) -> None:
    if cluster := config.stash.get(STARTED, None):
        cluster.stop()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a run with skipped tests red: a tool that is missing is a fault of the machine, not a pass."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.option.no_skips and reporter and session.exitstatus == pytest.ExitCode.OK:
        absent = len(reporter.stats.get("skipped", [])) + len(reporter.stats.get("xfailed", []))
        if absent:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            reporter.write_line(f"{absent} tests were skipped.", red=True)


@pytest.fixture(scope="session", autouse=True)
def nothing_goes_out() -> Iterator[None]:
    with closed():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the real catalogue once, outside of any test's transaction."""
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            call_command("load_catalogue", stdout=StringIO())
            stack.enter_context(only_people())
        yield


@pytest.fixture(autouse=True)
def catalogue_is_there(request: pytest.FixtureRequest) -> None:
    """Load it again for a test with a database that a transactional one has emptied."""
    if "_django_db_helper" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("_django_db_helper")
    from roadmap import catalogue
    from roadmap.models import CatalogueVersion

    if not CatalogueVersion.objects.exists():
        call_command("load_catalogue", stdout=StringIO())
        # The ids are new and the number begins again at 1.
        catalogue._current = None
