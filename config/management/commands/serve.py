"""Prepares an installation and serves it."""

import errno
import os
import sys
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from config import backups, erased, presence, server, sqlite, static_files, strictness
from config.trouble import FULL, diagnose


class Command(BaseCommand):
    help = "Bring the database, the catalogue and the static files up to date, then serve until Ctrl-C."
    # `make check` ran Django's; those that a machine can fail are below.
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            strictness.refuse_what_is_unsafe()
            server.check_port(settings.BIND, settings.PORT)
            presence.announce()
            self._prepare()
        except (presence.InUse, server.PortTaken, sqlite.UnsafeDatabase, strictness.Refused) as error:
            raise CommandError(str(error)) from error
        except (DatabaseError, OSError) as error:
            raise CommandError(_in_words(error)) from error
        connections.close_all()
        sys.stdout.flush()
        # A fresh process: a fork of this one would share its database connections with its children.
        os.execv(sys.executable, [sys.executable, "-m", "config.server"])  # nosec B606

    def _prepare(self) -> None:
        if sqlite.is_used():
            sqlite.refuse_to_start_empty()
            sqlite.assert_safe()
        self._migrate()
        erased.erase_again()
        call_command("clearsessions")
        call_command("load_catalogue", stdout=self.stdout)
        if static_files.collect():
            self.stdout.write("Collected the static files.")
        if sqlite.is_used():
            sqlite.remember()

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            if sqlite.is_used() and executor.loader.applied_migrations:
                kept = backups.default_path("before-update.sqlite3")
                backups.write_sqlite(kept)
                self.stdout.write(f"Backed up to {kept} before the update.")
            with sqlite.one_transaction() if sqlite.is_used() else nullcontext():
                call_command("migrate", interactive=False, verbosity=0)
            self.stdout.write("Brought the database up to date.")
        if settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names():
            call_command("createcachetable", verbosity=0)


def _in_words(error: Exception) -> str:
    trouble = diagnose(error)
    if trouble and trouble.status == FULL:
        return f"The disk is full: make room where {settings.VAR_DIR} is. What was saved is safe."
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{error.filename} cannot be written: allow it, or set VAR_DIR to another folder."
    if isinstance(error, DatabaseError):
        return f"The database cannot be reached: {str(error).strip()}"
    return str(error)
