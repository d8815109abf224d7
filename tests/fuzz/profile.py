"""More examples for every property: `pytest -p tests.fuzz.profile`, as `make fuzz` runs them."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "2000"))
settings.register_profile(
    "fuzz", max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile("fuzz")
