"""The application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402

from config import presence  # noqa: E402
from config.gate import Gate  # noqa: E402

presence.announce()
application = Gate(
    django_application, desks=settings.THREADS, longest_body=settings.DATA_UPLOAD_MAX_MEMORY_SIZE
)
