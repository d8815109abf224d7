"""A row in every table of the job search."""

from decimal import Decimal

from accounts.models import User
from career.models import (
    BudgetCost,
    CoverLetter,
    JobSearch,
    MoneyRate,
    OfferLine,
    OfferQuestion,
    OwnTerm,
    PayResearch,
    PreparationPoint,
    PresencePoint,
    ResumeProject,
    Stage,
)
from roadmap.models import Skill
from tests.career import rows


def fill_search(user: User) -> None:
    """Give `user` a job search with words that no stranger may read."""
    day = user.today()
    Stage.objects.create(user=user, key="saved", name="Down the rabbit hole", means="saved", position=1)
    contact = rows.make_contact(user=user, name="Curiouser", how_met="Down the rabbit hole")
    rows.make_target(user=user, name="Curiouser", note="Off with it")
    OwnTerm.objects.create(user=user, term="curiouser")
    text = rows.make_job_text(user=user, title="Curiouser", text="Down the rabbit hole you write Python.")
    resume = rows.make_resume(user=user, name="Alice Liddell", summary="Curiouser")
    ResumeProject.objects.create(resume=resume, position=1, title="Curiouser", build=user.builds.first())
    application = rows.make_application(
        user=user, company="Curiouser", note="Off with it", contact=contact, job_text=text, resume=resume
    )
    CoverLetter.objects.create(application=application, hook="Down the rabbit hole")
    interview = rows.make_interview(user=user, application=application, title="Curiouser", debriefed_at=None)
    interview.weak_skills.add(Skill.objects.get(slug="numpy"))
    PreparationPoint.objects.create(interview=interview, key="own-1", text="Off with it")
    rows.make_asked(user=user, interview=interview, text="Curiouser")
    offer = rows.make_offer(user=user, application=application, company="Curiouser", brings="Off with it")
    OfferQuestion.objects.create(offer=offer, key="own-1", text="Down the rabbit hole")
    OfferLine.objects.create(offer=offer, on=day, text="Curiouser")
    PayResearch.objects.create(user=user, what="Down the rabbit hole", currency="GBP")
    MoneyRate.objects.create(user=user, currency="EUR", rate=Decimal("0.86"))
    budget = rows.make_budget(user=user, name="Curiouser")
    BudgetCost.objects.create(budget=budget, on=day, what="Off with it", amount=Decimal(300))
    PresencePoint.objects.create(user=user, key="github-readmes", note="Curiouser")
    JobSearch.objects.create(user=user, currency="GBP")
