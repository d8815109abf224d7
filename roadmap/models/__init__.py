"""The trail's tables: the catalogue, which knows no learner, and what learners did with it."""

from roadmap.models.builds import Build, RequirementTick
from roadmap.models.catalog import CatalogueVersion, Module, Phase, Skill, Specialization
from roadmap.models.notes import Note
from roadmap.models.plan import Enrollment
from roadmap.models.portfolio import Claim, Milestone, Project, Requirement
from roadmap.models.progress import MilestoneProgress, ResourceProgress, SkillProgress
from roadmap.models.reports import ResourceReport
from roadmap.models.resources import Resource, SkillResource, Topic
from roadmap.models.sprints import SprintWeek

__all__ = [
    "Build",
    "CatalogueVersion",
    "Claim",
    "Enrollment",
    "Milestone",
    "MilestoneProgress",
    "Module",
    "Note",
    "Phase",
    "Project",
    "Requirement",
    "RequirementTick",
    "Resource",
    "ResourceProgress",
    "ResourceReport",
    "Skill",
    "SkillProgress",
    "SkillResource",
    "Specialization",
    "SprintWeek",
    "Topic",
]
