"""Works off what takes too long for a page, and does what is due each minute."""

import datetime
import logging
import signal
import threading
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from accounts import due
from config import presence, worker

logger = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks at the queue
MINUTE = datetime.timedelta(minutes=1)
KEPT = datetime.timedelta(days=1)  # what was done, for whoever looks into trouble


class Command(BaseCommand):
    help = "Work off the queue and do what is due each minute, until it is stopped. The server starts one."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what there is to do now, then end")
        parser.add_argument("--follow", type=int, help="end when this process does")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            Work().turn(timezone.now())
            return
        presence.announce()
        work = Work()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, work.stop)
        if options["follow"]:
            threading.Thread(target=worker.follow, args=(options["follow"],), daemon=True).start()
        work.run()


class Work:
    """Turns of the work, one a second; a turn that has begun is finished."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._due_at: datetime.datetime | None = None

    def stop(self, number: int, frame: FrameType | None) -> None:
        self._stopped.set()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                self.turn(timezone.now())
            except DatabaseError:
                # It passes, as for a page that answers 503; nobody is here to be told.
                logger.exception("The database cannot be reached")
            close_old_connections()
            self._stopped.wait(PAUSE)

    def turn(self, now: datetime.datetime) -> None:
        """Do all that waits in the queue, and once a minute what is due."""
        # Looked at first, because to claim a task locks the database, and mostly there is none.
        if DBTaskResult.objects.ready().exists():
            _queue().run()
        if self._due_at is None or now >= self._due_at:
            self._due_at = now + MINUTE
            due.run(now)
            DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


def _queue() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="milepost",
        excluded_queue_names=[],
    )
