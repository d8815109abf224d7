"""A public profile as a learner sends it."""

PROFILE = {
    "handle": "bobby",
    "name": "Bobby",
    "headline": "Some words",
    "is_public": "on",
    "is_indexed": "on",
    **dict.fromkeys(
        ("shows_skills", "shows_builds", "shows_phases", "shows_milestones", "shows_hours"), "on"
    ),
    **{f"label_{number}": "Code" for number in range(1, 6)},
    **{f"url_{number}": f"https://example.org/{number}" for number in range(1, 6)},
}
