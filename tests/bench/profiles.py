"""A public profile with a lot on it."""

from django.utils import timezone

from accounts.models import User
from roadmap.models import Build, Evidence, Profile, Skill
from tests.bench.learners import Learner

HANDLE = "ada"
SECTIONS = ("shows_skills", "shows_builds", "shows_phases", "shows_milestones", "shows_hours")


def publish(learner: Learner, skills: int = 40, builds: int = 6) -> None:
    """Show everything there is of one learner: so many skills, each by a link and a build."""
    user, today = User.objects.get(email=learner.email), timezone.now().date()
    made = Build.objects.bulk_create(
        Build(
            user=user,
            title=f"Build {number}",
            status="shipped",
            shipped_on=today,
            metric_name="MAE",
            metric_baseline=142,
            metric_mine=81 + number,
            repository=f"https://example.org/build/{number}",
        )
        for number in range(builds)
    )
    for number, skill in enumerate(Skill.objects.filter(retired=False)[:skills]):
        fields = {"user": user, "skill": skill, "day": today}
        Evidence.objects.create(kind="build", build=made[number % builds], **fields)
        Evidence.objects.create(kind="post", url=f"https://example.org/{number}", title="Notes", **fields)
    fields = {"is_public": True, "name": "Ada", **dict.fromkeys(SECTIONS, True)}
    Profile.objects.put(user, fields, [("Code", "https://example.org/ada")], HANDLE, today)
