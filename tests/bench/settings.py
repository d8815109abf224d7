"""The production settings with one more address, the baseline's, and limits that a bench never meets."""

from config.settings import *  # noqa: F403
from config.settings import RATE_LIMITS

ROOT_URLCONF = "tests.bench.urls"
# The limits' own work stays in what is measured: only their numbers differ.
ACCOUNT_RATE_LIMITS = dict.fromkeys(RATE_LIMITS, "1000000/1s/ip")
