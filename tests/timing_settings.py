"""The production settings with the hole of tests/timing_hole.py."""

from config.settings import *  # noqa: F403

AUTHENTICATION_BACKENDS = ["tests.timing_hole.HastyBackend"]
