"""The settings of the release after this one."""

from config.settings import *  # noqa: F403

RELEASE = "0123456789abcdef"
