"""Answers for a load balancer or a watchdog."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config import static_files
from config.models import Heartbeat
from config.trouble import BUSY, diagnose
from roadmap.models import CatalogueVersion

logger = logging.getLogger(__name__)
_migrated: list[bool] = []


@require_safe
@never_cache
@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 after a row was written and read back, 503 or 507 when that failed."""
    try:
        return JsonResponse({"status": "ok", "beats": Heartbeat.objects.beat()})
    except (DatabaseError, InterfaceError, OSError) as error:
        return _unhealthy(error)


@require_safe
@never_cache
@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when pages can be served: migrations ran, catalogue and static files are there."""
    try:
        missing = [] if CatalogueVersion.objects.exists() else ["catalogue"]
        if not _is_migrated():
            missing.append("migrations")
    except (DatabaseError, InterfaceError, OSError) as error:
        return _unhealthy(error)
    if not static_files.are_collected():
        missing.append("static files")
    if missing:
        return JsonResponse(
            {"status": "not ready", "missing": missing}, status=BUSY, headers={"Retry-After": "5"}
        )
    return JsonResponse({"status": "ready"})


def _is_migrated() -> bool:
    """Return whether no migration waits; looked up until it is so, since that costs much and stays true."""
    if not _migrated:
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            _migrated.append(True)
    return bool(_migrated)


def _unhealthy(error: Exception) -> JsonResponse:
    trouble = diagnose(error)
    logger.error("unhealthy", exc_info=error)
    return JsonResponse(
        {"status": "unhealthy"},
        status=trouble.status if trouble else BUSY,
        headers={"Retry-After": str(trouble.retry_after if trouble else 5)},
    )
