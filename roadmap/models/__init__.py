"""The trail's tables: the catalogue, which knows no learner, and what learners did with it."""

from roadmap.models.answers import StartingPoint
from roadmap.models.bank import Question
from roadmap.models.breaks import Break, BreakOverlaps
from roadmap.models.build_rows import BuildLine, OwnRequirement, RequirementProof
from roadmap.models.builds import Build, RequirementTick
from roadmap.models.catalog import CatalogueVersion, Module, Phase, Skill, Specialization
from roadmap.models.edits import ContentEdit
from roadmap.models.evidence import Evidence
from roadmap.models.feeds import CalendarFeed
from roadmap.models.ideas import Idea
from roadmap.models.link_checks import LinkCheck
from roadmap.models.notes import Note
from roadmap.models.plan import Enrollment
from roadmap.models.portfolio import Claim, Milestone, Project, Requirement
from roadmap.models.problems import Problem
from roadmap.models.profiles import Handle, Profile, ProfileLink
from roadmap.models.progress import MilestoneProgress, ResourceProgress, SkillProgress
from roadmap.models.reports import ResourceReport
from roadmap.models.resets import ResetSnapshot
from roadmap.models.resources import Resource, SkillResource, Topic
from roadmap.models.review import OwnQuestion, ReviewAnswer, ReviewCard, ReviewPlan
from roadmap.models.runs import SprintRun
from roadmap.models.sessions import DayIsFull, Kind, StudySession
from roadmap.models.sprints import SprintWeek
from roadmap.models.timers import StudyTimer
from roadmap.models.weeks import PitfallDismissal, StudyWeek, WeekPick

__all__ = [
    "Break",
    "BreakOverlaps",
    "Build",
    "BuildLine",
    "CalendarFeed",
    "CatalogueVersion",
    "Claim",
    "ContentEdit",
    "DayIsFull",
    "Enrollment",
    "Evidence",
    "Handle",
    "Idea",
    "Kind",
    "LinkCheck",
    "Milestone",
    "MilestoneProgress",
    "Module",
    "Note",
    "OwnQuestion",
    "OwnRequirement",
    "Phase",
    "PitfallDismissal",
    "Problem",
    "Profile",
    "ProfileLink",
    "Project",
    "Question",
    "Requirement",
    "RequirementProof",
    "RequirementTick",
    "ResetSnapshot",
    "Resource",
    "ResourceProgress",
    "ResourceReport",
    "ReviewAnswer",
    "ReviewCard",
    "ReviewPlan",
    "Skill",
    "SkillProgress",
    "SkillResource",
    "Specialization",
    "SprintRun",
    "SprintWeek",
    "StartingPoint",
    "StudySession",
    "StudyTimer",
    "StudyWeek",
    "Topic",
    "WeekPick",
]
