"""A break as the form sends it."""

BREAKS = "/breaks/"
WINTER = {"starts_on": "2026-12-24", "ends_on": "2027-01-01", "label": "Winter"}
