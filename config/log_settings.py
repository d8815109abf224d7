"""Where log lines go, and which are worth one."""

from typing import Any


def to_stdout(*, plain: bool) -> dict[str, Any]:
    """Return what Django takes as LOGGING: JSON lines on standard output, or `plain` words."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "config.log.JsonFormatter"},
            "plain": {"()": "config.log.PlainFormatter", "format": "%(levelname)s %(name)s %(message)s"},
        },
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "plain" if plain else "json",
            },
        },
        "root": {"handlers": ["stdout"], "level": "INFO"},
        "loggers": {
            # Django gives this one a handler of its own, which would print everything twice.
            "django": {"handlers": [], "propagate": True, "level": "INFO"},
            # A page that is not there, or a refused form, is nobody's fault.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": ["stdout"], "propagate": False},
            # At INFO it names each passkey.
            "fido2": {"level": "WARNING"},
            # And this one each address that the assistant's tools ask.
            "httpx": {"level": "WARNING"},
        },
    }
