"""Asks whether the catalogue's links still answer."""

import datetime
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from roadmap.link_check.asking import Asker
from roadmap.link_check.run import due_links, keep, results_of
from roadmap.models import LinkCheck


class Command(BaseCommand):
    help = (
        "Ask each link of the catalogue whether it still answers: one request at a time to a host, "
        "with a pause, as its robots.txt allows. Results stand in the admin; nothing is changed. "
        "Run it again to go on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=7, help="ask what was not asked for so long (7)")
        parser.add_argument(
            "--pause", type=float, default=2.0, help="seconds between two requests to a host (2)"
        )
        parser.add_argument("--hosts", type=int, default=8, help="hosts at a time (8)")
        parser.add_argument("--seconds", type=float, default=10.0, help="how long to wait for an answer (10)")
        parser.add_argument("--most", type=int, default=0, help="links in this run (0: all that are due)")

    def handle(self, *args: Any, **options: Any) -> None:
        links = due_links(timezone.now() - datetime.timedelta(days=options["days"]))
        links = links[: options["most"] or None]
        asker = self.asker(options["seconds"])
        counts: Counter[str] = Counter()
        pause, hosts = max(options["pause"], 0.0), max(options["hosts"], 1)
        for link, result in results_of(links, asker, pause=pause, hosts=hosts):
            check = keep(link, result, timezone.now())
            counts[check.get_outcome_display()] += 1
            if check.outcome != LinkCheck.Outcome.OK:
                said = " ".join(filter(None, (str(check.status or ""), check.leads_to, check.note)))
                self.stdout.write(f"{check.get_outcome_display()}: {check.url} {said}".rstrip())
        told = ", ".join(f"{number} {name.lower()}" for name, number in sorted(counts.items()))
        self.stdout.write(f"{len(links)} asked. {told}".rstrip())

    def asker(self, seconds: float) -> Asker:
        """Return how to ask; the tests have a server of their own to ask."""
        return Asker(seconds)
