"""The moments at which stories happen: `conftest.py` has a fixture for each that stops the clock there."""

import datetime

SUNDAY = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
THURSDAY = datetime.datetime(2026, 11, 19, 12, 0, tzinfo=datetime.UTC)
NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)  # a Wednesday
