"""The application that the server loads."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config import bodies, presence
from config.gate import Gate

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

presence.announce()
application = Gate(
    get_wsgi_application(),
    desks=settings.THREADS,
    longest_body=settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0,
    long_bodies=bodies.LONG,
)
