"""PostgreSQL restarted, stopped or locked under a running server: a 503 page, and nothing is lost."""

import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from tests import settings
from tests.bench.visitor import Visitor, send
from tests.config import installation, traffic
from tests.config.installation import Installation
from tests.config.traffic import Traffic
from tests.postgres.cluster import Cluster

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.fixture(scope="module")
def cluster():
    # Not below pytest's own folder: that is closed again and again to everyone but its owner.
    cluster = Cluster(Path(tempfile.mkdtemp(dir=settings.FOLDER)), durable=True)
    cluster.create()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def prepared(cluster, tmp_path_factory) -> Path:
    """Return the folder of an installation whose tables and account are in the cluster."""
    here = installation.new(tmp_path_factory.mktemp("prepared") / "var", DATABASE_URL=cluster.url)
    for code in (installation.PREPARE, installation.ACCOUNT):
        result = here.manage("shell", "--no-imports", "--command", code)
        assert result.returncode == 0, result.stderr
    return here.var


@pytest.fixture
def here(cluster, prepared) -> Installation:
    return Installation(prepared, DATABASE_URL=cluster.url)


def saved(cluster):
    with psycopg.connect(cluster.conninfo) as connection:
        return dict(connection.execute(traffic.QUERY).fetchall())


def slugs(cluster):
    query = "SELECT slug FROM roadmap_skill WHERE target IS NULL AND NOT retired ORDER BY slug"
    with psycopg.connect(cluster.conninfo) as connection:
        return [row[0] for row in connection.execute(query)]


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_restart_loses_nothing_and_is_over_soon(here, cluster, mode):
    names = slugs(cluster)
    with here.served():
        with Traffic(here, names) as ticks:
            _wait_for(ticks, 40)
            cluster.stop(mode)
            before = len(ticks.answers)
            time.sleep(1)
            refused = here.get("/healthz")
            page = send(here.port, here_page(here))
            cluster.start()
            started = time.monotonic()
            while here.get("/healthz").status != 200:
                assert time.monotonic() - started < 10
                time.sleep(0.1)
            _wait_for(ticks, before + 40)
        assert refused.status == 503
        assert int(refused.headers["retry-after"]) > 0
        assert page.status == 503
        assert b"saved before is safe" in page.body
        assert set(ticks.answers) == {200, 503}
        assert ticks.lost(saved(cluster)) == {}


def here_page(here):
    visitor = Visitor(here.port, "", "", cookies={"sessionid": "a" * 32})
    return visitor.get("/today/").without("Accept-Encoding")


def test_a_locked_table_is_503_after_ten_seconds(here, cluster):
    slug = slugs(cluster)[0]
    with here.served():
        visitor = here.visitor()
        with psycopg.connect(cluster.conninfo) as other:
            other.execute("LOCK TABLE roadmap_skillprogress IN EXCLUSIVE MODE")
            started = time.monotonic()
            refused = send(here.port, visitor.tick(slug, "done", "/roadmap/"))
            waited = time.monotonic() - started
            assert send(here.port, visitor.get("/roadmap/")).status == 200, "reading goes on"
            other.rollback()
        assert refused.status == 503
        assert 9 < waited < 13
        assert send(here.port, visitor.tick(slug, "done", "/roadmap/")).status == 200


def test_connections_cut_off_by_the_server_are_replaced(here, cluster):
    with here.served():
        assert here.get("/healthz").status == 200
        with psycopg.connect(cluster.conninfo) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            )
        statuses = [here.get("/healthz").status for _ in range(10)]
        assert set(statuses) <= {200, 503}
        assert statuses.count(503) <= 2, "one for each connection"
        assert statuses[-1] == 200


def test_a_server_that_is_away_at_start_is_named(here, cluster):
    cluster.stop("fast")
    try:
        result = here.manage("serve")
    finally:
        cluster.start()
    assert result.returncode == 1
    assert "The database cannot be reached" in result.stderr
    assert "Traceback" not in result.stderr


def test_few_connections_are_open_however_many_ask(here, cluster):
    with here.served(), Traffic(here, slugs(cluster), browsers=16) as ticks:
        _wait_for(ticks, 100)
        with psycopg.connect(cluster.conninfo) as other:
            query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            (row,) = other.execute(query).fetchall()
        assert row[0] <= 2 + 1


def test_backup_and_restore(here, cluster, tmp_path):
    backup = tmp_path / "backup.dump"
    slug = slugs(cluster)[5]
    with here.served():
        visitor = here.visitor()
        send(here.port, visitor.tick(slug, "done", "/roadmap/"))
        result = here.manage("backup", backup)
        assert result.returncode == 0, result.stderr
        before = saved(cluster)
        send(here.port, visitor.tick(slug, "skipped", "/roadmap/"))
    with psycopg.connect(cluster.conninfo) as other:
        other.execute("CREATE TABLE later (id int)")
    result = here.manage("restore", backup)
    assert result.returncode == 0, result.stderr
    assert "is kept in" in result.stdout
    assert saved(cluster) == before
    with psycopg.connect(cluster.conninfo) as other, pytest.raises(psycopg.errors.UndefinedTable):
        other.execute("SELECT * FROM later")
    with here.served():
        assert here.get("/healthz").status == 200


def test_a_file_that_is_no_backup_changes_nothing(here, cluster, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no dump")
    before = saved(cluster)
    result = here.manage("restore", file)
    assert result.returncode == 1
    assert "pg_restore failed" in result.stderr
    assert saved(cluster) == before


def _wait_for(ticks, answers, seconds=60):
    deadline = time.monotonic() + seconds
    while len(ticks.answers) < answers:
        assert time.monotonic() < deadline, "no more answers came"
        time.sleep(0.05)
