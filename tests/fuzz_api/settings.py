"""The production settings with limits that a fuzzer never meets; FUZZ_HOLES plants holes for it to find."""

import os

from accounts import limits
from accounts.limits import Limit

# Before anything reads it.
limits.LIMITS["api"] = (Limit(10_000_000, 60, "key"),)

from config.settings import *  # noqa: E402, F403

ACCOUNT_RATE_LIMITS = dict.fromkeys(limits.RATE_LIMITS, "1000000/1s/ip")
if os.environ.get("FUZZ_HOLES"):
    ROOT_URLCONF = "tests.fuzz_api.holes"
