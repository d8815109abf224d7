"""Backs the database up, also while it is in use."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from config import backups, postgres, sqlite


class Command(BaseCommand):
    help = "Write all that is saved at this moment to one file, while people go on working."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="default: a new file in VAR_DIR/backups")

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"] or backups.default_path("sqlite3" if sqlite.is_used() else "dump")
        if target.exists():
            raise CommandError(
                f"{target} is there already. Name a new file, so that no backup is overwritten."
            )
        try:
            if sqlite.is_used():
                sqlite.refuse_to_start_empty()
                backups.write_sqlite(target)
            else:
                postgres.dump(target)
        except (DatabaseError, OSError, postgres.ToolFailed, sqlite.UnsafeDatabase) as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(f"Backed up to {target} ({target.stat().st_size:,} bytes).")
