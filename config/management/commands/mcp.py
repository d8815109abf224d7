"""Lets a learner's assistant read where they stand, on the machine that holds the data."""

import logging
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application


class Command(BaseCommand):
    help = (
        "Speak the Model Context Protocol over standard input and output, with the access token in "
        "MILEPOST_TOKEN: an assistant sees what that token may see. It only reads, unless --write."
    )
    # Standard output is the protocol's.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help="let it tick skills and log time, too")

    def handle(self, *args: Any, write: bool, **options: Any) -> None:
        try:
            import httpx

            from milepost.assistant import server
            from milepost.site import Site
        except ImportError as error:
            raise CommandError("This needs the extras: uv sync --extra client --extra mcp") from error
        token = os.environ.get("MILEPOST_TOKEN", "")
        if not token:
            raise CommandError("Set MILEPOST_TOKEN to an access token, made under Settings, Access tokens.")
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler):
                handler.setStream(sys.stderr)
        host = next((name for name in settings.ALLOWED_HOSTS if name[:1] not in "*."), "localhost")
        scheme = "https" if settings.HTTPS else "http"
        # Straight to the application: no network, and the same token, limits and log as from outside.
        inside = httpx.WSGITransport(app=get_wsgi_application())
        server(Site(f"{scheme}://{host}", token, inside), write=write).run("stdio")
