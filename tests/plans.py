"""What the form of the plan sends when all is well."""

PLAN = {
    "weekly_hours": "12",
    "started_on": "2026-11-01",
    "study_days": ["1", "3", "6"],
    "week_starts_on": "1",
    "target_date": "",
    "forecast_shown": "on",
}
