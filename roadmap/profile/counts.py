"""The two numbers on a badge, without reading the page."""

from roadmap.models import Build, Evidence, Profile


def counts(profile: Profile) -> tuple[int, int]:
    """Return how many skills and shipped builds the page shows; in at most two statements."""
    skills = shipped = 0
    if profile.shows_skills:
        rows = Evidence.objects.public(profile.user_id, builds=profile.shows_builds)
        skills = rows.values("skill_id").distinct().count()
    if profile.shows_builds and not skills:
        shipped = Build.objects.filter(
            user=profile.user_id, on_profile=True, status=Build.Status.SHIPPED
        ).count()
    return skills, shipped
