"""Answers for a watchdog: healthy means that a row was written and read."""

from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client

from config.models import Heartbeat, HeartbeatManager


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.django_db
def test_each_question_writes_a_row(visitor):
    first, second = (visitor.get("/healthz") for _ in range(2))
    assert first.status_code == second.status_code == 200
    assert second.json()["beats"] == first.json()["beats"] + 1
    assert Heartbeat.objects.get().count == second.json()["beats"]
    assert "no-store" in first.headers["Cache-Control"]


@pytest.mark.django_db
def test_it_needs_few_statements(visitor, django_assert_max_num_queries):
    visitor.get("/healthz")
    with django_assert_max_num_queries(4):
        visitor.get("/healthz")


def test_without_a_database_both_say_so(visitor):
    gone = OperationalError("server closed the connection")
    with (
        mock.patch.object(HeartbeatManager, "beat", side_effect=gone),
        mock.patch("roadmap.models.CatalogueVersion.objects.exists", side_effect=gone),
    ):
        for path in ("/healthz", "/readyz"):
            answer = visitor.get(path)
            assert answer.status_code == 503
            assert answer.json() == {"status": "unhealthy"}
            assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.django_db
def test_not_ready_names_what_is_missing(visitor):
    answer = visitor.get("/readyz")
    assert answer.status_code == 503
    assert "static files" in answer.json()["missing"]
    assert "migrations" not in answer.json()["missing"]


def test_only_reading_is_allowed(visitor):
    assert visitor.post("/healthz").status_code == 405
