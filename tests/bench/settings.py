"""The production settings with one more address, the baseline's, and limits that a bench never meets."""

from accounts import limits
from accounts.limits import RATE_LIMITS, Limit

# Before anything reads it.
limits.LIMITS["api"] = (Limit(10_000_000, 60, "key"),)

from config.settings import *  # noqa: E402, F403

ROOT_URLCONF = "tests.bench.urls"
# The limits' own work stays in what is measured: only their numbers differ.
ACCOUNT_RATE_LIMITS = dict.fromkeys(RATE_LIMITS, "1000000/1s/ip")
