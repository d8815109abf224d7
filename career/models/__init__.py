"""The job search's tables."""

from career.models.applications import Application, CoverLetter, StageChange
from career.models.budgets import Budget, BudgetCost
from career.models.companies import TargetCompany, Tier
from career.models.contacts import Contact, ContactQuerySet
from career.models.interviews import AskedQuestion, Interview, PreparationPoint
from career.models.job_texts import JobText, OwnTerm
from career.models.offers import MoneyRate, Offer, OfferLine, OfferQuestion, PayResearch
from career.models.presence import JobSearch, PresencePoint
from career.models.resumes import Resume, ResumeProject
from career.models.stages import CLOSED, STANDARD, Stage, StageItem, Standard
from career.models.stories import Story, StoryTag

__all__ = [
    "CLOSED",
    "STANDARD",
    "Application",
    "AskedQuestion",
    "Budget",
    "BudgetCost",
    "Contact",
    "ContactQuerySet",
    "CoverLetter",
    "Interview",
    "JobSearch",
    "JobText",
    "MoneyRate",
    "Offer",
    "OfferLine",
    "OfferQuestion",
    "OwnTerm",
    "PayResearch",
    "PreparationPoint",
    "PresencePoint",
    "Resume",
    "ResumeProject",
    "Stage",
    "StageChange",
    "StageItem",
    "Standard",
    "Story",
    "StoryTag",
    "TargetCompany",
    "Tier",
]
