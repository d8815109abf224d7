"""A process of its own that serves pages: a path per line in, its page as a line of JSON out."""

import json
import os
import sys

import django
from django.conf import settings


def main() -> None:
    # No collected static files here.
    os.environ["DEBUG"] = "on"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    from django.test import Client

    from roadmap import catalogue

    client = Client()
    for path in sys.stdin:
        html = client.get(path.strip()).content.decode()
        version = catalogue._current.version if catalogue._current else None
        sys.stdout.write(json.dumps([version, html]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
