"""Does what is due now: meant to be called every few minutes, by cron or a timer."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts import due


class Command(BaseCommand):
    help = "Do what is due, such as mail. May be called as often as you like, also twice at once."

    def handle(self, *args: Any, **options: Any) -> None:
        outcomes = due.run(timezone.now())
        for name, done in outcomes:
            self.stdout.write(f"{name}: {'failed, see the log' if done is None else done}")
        if any(done is None for _, done in outcomes):
            sys.exit(1)
