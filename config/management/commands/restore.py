"""Brings a backup back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config import backups, erased, postgres, presence, sqlite


class Command(BaseCommand):
    help = "Check a backup, keep what is there now aside, and put the backup in its place."
    # The database may be damaged or absent: that is what this is for.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"]
        if not source.is_file():
            raise CommandError(f"There is no file {source}.")
        erased.note_before()
        try:
            kept = backups.restore_sqlite(source) if sqlite.is_used() else self._restore_postgres(source)
        except (OSError, backups.UnusableBackup, postgres.ToolFailed, presence.InUse) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored {source}.")
        with presence.alone():
            if number := erased.erase_again(migrate=True):
                self.stdout.write(f"{number} of its accounts had been deleted since, and are again.")
        if kept:
            self.stdout.write(f"What was there before is kept in {kept}.")

    def _restore_postgres(self, source: Path) -> Path:
        with presence.alone():
            postgres.check(source)
            kept = backups.default_path("before-restore.dump")
            postgres.dump(kept)
            postgres.restore(source)
        return kept
