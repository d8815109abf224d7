"""A plan saved, whoever sends it: a page or a script."""

from django.db import transaction

from accounts.models import User
from roadmap.models import Enrollment, StudyWeek
from roadmap.models.marks import Terms
from roadmap.models.plan import PlanTerms


@transaction.atomic
def plan(user: User, before: Terms, data: PlanTerms) -> None:
    """Save the plan; when the week starts on another day, what belongs to a week moves along."""
    Enrollment.objects.plan(user, **data)
    StudyWeek.objects.rebase(user, before.week_starts_on, data["week_starts_on"], user.today())
