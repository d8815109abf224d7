"""Requests made from the API's own document against the real server: `python -m tests.fuzz_api`."""
