"""Loads the fixtures into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from roadmap import catalog_rules, catalog_writer, fixture_files
from roadmap.models import Question


class Command(BaseCommand):
    help = "Check the catalogue's fixtures and write what changed: all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=Path(settings.BASE_DIR) / "fixtures")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            entries = fixture_files.read(options["folder"])
            if problems := catalog_rules.problems(entries, _passed()):
                raise catalog_writer.InvalidCatalogue(problems)
            report = catalog_writer.write(entries)
        except fixture_files.UnreadableFixture as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        except catalog_writer.InvalidCatalogue as error:
            lines = "\n".join(f"  {problem}" for problem in error.problems)
            raise CommandError(
                f"Nothing was loaded. The catalogue has {len(error.problems)} problems:\n{lines}"
            ) from error
        self._say("added", report.added)
        self._say("changed", report.changed)
        self._say("retired", report.retired)
        if report.reordered:
            self.stdout.write(f"moved: {report.reordered}")
        if not report:
            self.stdout.write(f"Nothing changed: {len(entries)} items are up to date.")

    def _say(self, verb: str, labels: list[str]) -> None:
        if labels:
            shown = ", ".join(labels[:12]) + (f" and {len(labels) - 12} more" if len(labels) > 12 else "")
            self.stdout.write(f"{verb}: {len(labels)} ({shown})")


def _passed() -> set[str]:
    """Return the digests of the questions that were checked when they were loaded."""
    return set(Question.objects.exclude(fixture_digest="").values_list("fixture_digest", flat=True))
