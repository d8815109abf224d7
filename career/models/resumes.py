"""Versions of a learner's résumé."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from accounts.models import User
from career.models.kept import KeptRow, Living
from career.models.presence import JobSearch
from career.resume_sheet import Entry, Sheet, SkillGroup, lines_of
from roadmap.models import Build


class Resumes(Living["Resume"]):
    def of(self, user: User) -> models.QuerySet["Resume"]:
        """Return a learner's versions, the latest first, with their projects at hand."""
        return self.filter(user=user).prefetch_related("projects")

    def add(self, row: "Resume", projects: Sequence["ResumeProject"]) -> bool:
        """Save a new version under the next number; False when its learner has one of this id.

        Raises TooManyResumes. Two at once are saved one after the other.
        """
        with transaction.atomic():
            User.objects.lock(row.user_id)
            if Resume.everything.there(row.user, str(row.pk)):
                return False
            if self.filter(user=row.user_id).count() >= Resume.MOST:
                raise TooManyResumes
            search, _ = JobSearch.objects.get_or_create(user_id=row.user_id)
            mine = Resume.everything.filter(user=row.user_id)
            highest = mine.aggregate(highest=Max("number"))["highest"] or 0
            row.number = search.resume_number = max(search.resume_number, highest) + 1
            search.save(update_fields=["resume_number"])
            row.add_once()
            row.put_projects(projects)
        return True


class TooManyResumes(Exception):
    """The learner has as many versions as there may be."""


class Resume(KeptRow):
    """One page. `number` is the version, given once and never again to another of this learner.

    Lists are JSON: `links` of addresses; `skills` of {"name", "words"}; `jobs` of {"title", "years",
    "lines"}, the last one text; `education` of {"title", "years"}.
    """

    class Paper(models.TextChoices):
        A4 = "a4", "A4"
        LETTER = "letter", "Letter"

    MOST = 40  # of one learner
    # What a copy takes over, beside the projects.
    CONTENT = (
        *("title", "name", "place", "email", "phone", "links", "summary"),
        *("skills", "jobs", "education", "paper"),
    )

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="resumes")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80, blank=True, help_text="What it is for, such as forecasting.")
    name = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    links: "models.JSONField[list[str]]" = models.JSONField(default=list, blank=True)
    summary = models.TextField(max_length=600, blank=True)
    skills: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    jobs: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    education: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    paper = models.CharField(max_length=6, choices=Paper.choices, default=Paper.A4)

    objects: ClassVar[Resumes] = Resumes()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["user", "number"], name="one_resume_per_learner_and_number")
        ]

    def __str__(self) -> str:
        return f"v{self.number}{', ' if self.title else ''}{self.title}"

    @property
    def sheet(self) -> Sheet:
        """Return what stands on it; its projects are read unless they are at hand."""
        return self.sheet_with(self.projects.all())

    def sheet_with(self, projects: Iterable["ResumeProject"]) -> Sheet:
        return Sheet(
            **{name: getattr(self, name) for name in ("name", "place", "email", "phone", "summary")},
            links=tuple(self.links),
            skills=tuple(SkillGroup(group["name"], group["words"]) for group in self.skills),
            projects=tuple(Entry(one.title, link=one.link, lines=lines_of(one.lines)) for one in projects),
            jobs=tuple(
                Entry(job["title"], years=job["years"], lines=lines_of(job["lines"])) for job in self.jobs
            ),
            education=tuple(Entry(school["title"], years=school["years"]) for school in self.education),
        )

    @transaction.atomic
    def write(self, columns: dict[str, Any], projects: Sequence["ResumeProject"]) -> None:
        """Save these columns and all its projects, in their order."""
        for name, value in {**columns, "changed_at": timezone.now()}.items():
            setattr(self, name, value)
        self.save(update_fields=[*columns, "changed_at"])  # locks the row
        self.put_projects(projects)

    def put_projects(self, projects: Sequence["ResumeProject"]) -> None:
        self.projects.all().delete()
        for position, project in enumerate(projects, 1):
            project.pk, project.resume, project.position = None, self, position
        ResumeProject.objects.bulk_create(projects)


class ResumeProject(models.Model):
    """A project on a résumé, drafted from a build and kept in the learner's words when that build is gone."""

    MOST = 6  # on one résumé

    resume = models.ForeignKey(Resume, models.CASCADE, related_name="projects", db_index=False)
    position = models.PositiveSmallIntegerField()
    build = models.ForeignKey(Build, models.SET_NULL, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=160)
    link = models.CharField(max_length=500, blank=True)
    lines = models.TextField(max_length=800, blank=True, help_text="One a line; the first with the number.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["resume", "position"], name="one_project_per_place_on_a_resume"),
            models.CheckConstraint(condition=~Q(title=""), name="resume_project_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
