"""Check-lists of other trackers: what they say, which skills they mean, and what becomes of them here."""
