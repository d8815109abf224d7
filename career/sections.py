"""What of the job search is a person's: registered for export and import."""

from accounts.models import validate_time_zone
from accounts.portability import Document, Section, register, register_document
from accounts.portability.shapes import objects, texts
from career import models
from career.kept_texts import letters, resumes, stories
from career.resumes.rows import GROUPS, JOBS, LINKS, SCHOOLS
from roadmap.links import http_url

LINK = {"link": http_url}
KEPT = "changed_at"


def add() -> None:
    """Register the sections of the job search, each after those that it points at."""
    register(*_papers(), *_applications(), *_interviews(), *_offers(), *_savings())
    register_document(
        Document("Your stories.", stories),
        Document("Each version of your résumé.", resumes),
        Document("Your cover letters.", letters),
    )


def _papers() -> list[Section]:
    return [
        Section(
            "stories",
            models.Story,
            "Stories to tell in an interview.",
            ("title",),
            changed=KEPT,
            most=models.Story.MOST,
        ),
        Section("story_tags", models.StoryTag, "What a story answers.", ("name",), part_of="story", most=500),
        Section(
            "resumes",
            models.Resume,
            "Versions of your résumé.",
            ("title", "name"),
            changed=KEPT,
            checks={
                "links": texts(LINKS, 500, http_url),
                "skills": objects(GROUPS, {"name": 200, "words": 2_000}),
                "jobs": objects(JOBS, {"title": 500, "years": 200, "lines": 5_000}),
                "education": objects(SCHOOLS, {"title": 500, "years": 200}),
            },
            most=models.Resume.MOST,
            numbered="number",
        ),
        Section(
            "resume_projects",
            models.ResumeProject,
            "Projects on a résumé.",
            ("title",),
            part_of="resume",
            checks=LINK,
            most=models.ResumeProject.MOST,
            per="resume",
        ),
        Section(
            "presence",
            models.PresencePoint,
            "Points of the checklists for GitHub, LinkedIn, a blog and a network.",
            ("key",),
            checks=LINK,
            most=1_000,
        ),
    ]


def _applications() -> list[Section]:
    return [
        Section("job_search", models.JobSearch, "Currency and rhythm of your search.", ("currency",)),
        Section(
            "stages",
            models.Stage,
            "Stages that you named or added.",
            ("name",),
            most=models.Stage.MOST,
        ),
        Section(
            "contacts",
            models.Contact,
            "People you know.",
            ("name", "company"),
            changed=KEPT,
            checks=LINK,
            most=500,
        ),
        Section(
            "target_companies",
            models.TargetCompany,
            "Companies that you aim at.",
            ("name",),
            changed=KEPT,
            checks=LINK,
            most=models.TargetCompany.MOST,
        ),
        Section(
            "job_texts",
            models.JobText,
            "Job texts, as you pasted them.",
            ("title", "company"),
            changed=KEPT,
            checks=LINK,
            most=models.JobText.MOST,
        ),
        Section(
            "own_terms",
            models.OwnTerm,
            "Words that you marked as a skill.",
            ("term",),
            most=models.OwnTerm.MOST,
        ),
        Section(
            "applications",
            models.Application,
            "Your applications.",
            ("company", "role"),
            changed=KEPT,
            checks=LINK,
            most=models.Application.MOST,
        ),
        Section(
            "application_moves",
            models.StageChange,
            "Every move of an application, with its day.",
            ("stage", "on"),
            part_of="application",
            most=50_000,
        ),
        Section(
            "cover_letters",
            models.CoverLetter,
            "Cover letters.",
            ("hook",),
            changed=KEPT,
        ),
    ]


def _interviews() -> list[Section]:
    return [
        Section(
            "interviews",
            models.Interview,
            "Rounds of interviews, mock ones too.",
            ("title", "kind"),
            changed=KEPT,
            checks={"zone": validate_time_zone},
            most=models.Interview.MOST,
        ),
        Section(
            "preparation_points",
            models.PreparationPoint,
            "What you prepared before a round.",
            ("text", "key"),
            most=60,
            per="interview",
        ),
        Section(
            "asked_questions",
            models.AskedQuestion,
            "What you were asked.",
            ("text",),
            changed=KEPT,
            most=models.AskedQuestion.MOST,
        ),
    ]


def _offers() -> list[Section]:
    return [
        Section(
            "offers", models.Offer, "Offers in parts.", ("company",), changed=KEPT, most=models.Offer.MOST
        ),
        Section(
            "offer_questions",
            models.OfferQuestion,
            "What to ask before signing.",
            ("text", "key"),
            most=60,
            per="offer",
        ),
        Section(
            "offer_log",
            models.OfferLine,
            "What was said about an offer, by day.",
            ("on", "text"),
            key=("offer", "on", "text"),
            most=models.OfferLine.MOST,
            per="offer",
        ),
        Section(
            "pay_research",
            models.PayResearch,
            "What others are paid.",
            ("what",),
            changed=KEPT,
            checks=LINK,
            most=models.PayResearch.MOST,
        ),
        Section("money_rates", models.MoneyRate, "Rates that you set between currencies.", ("currency",)),
    ]


def _savings() -> list[Section]:
    return [
        Section(
            "budgets",
            models.Budget,
            "Savings, expenses and income: what the runway is counted from.",
            ("name",),
            changed=KEPT,
            most=models.Budget.MOST,
        ),
        Section(
            "budget_costs",
            models.BudgetCost,
            "Costs that come once.",
            ("what",),
            part_of="budget",
            most=models.BudgetCost.MOST,
            per="budget",
        ),
    ]
