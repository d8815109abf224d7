"""What of the trail is a person's: registered for export and import."""

from accounts.portability import Document, Section, leave_out, register, register_document
from accounts.portability.shapes import between, pattern, scalars, texts
from roadmap import models
from roadmap.kept_notes import notes
from roadmap.links import http_url
from roadmap.profile.names import trouble_with
from roadmap.profile_forms import first_words


def add() -> None:
    """Register the sections of the trail, each after those that it points at."""
    register(*_plan(), *_builds(), *_progress(), *_hours(), *_review(), *_profile())
    register_document(Document("Your notes on skills, projects and resources.", notes))
    leave_out(
        {
            "roadmap.ResetSnapshot": "It is what Undo brings back after a reset, and is gone after an hour.",
            "roadmap.CalendarFeed": "Who has its address reads your calendar. Switch the feed on again, "
            "and it gets a new one.",
        }
    )


def _plan() -> list[Section]:
    slugs = texts(40, 60)
    return [
        Section(
            "plan",
            models.Enrollment,
            "Start, hours a week, study days, target date, specializations.",
            ("started_on",),
            checks={"study_days": pattern("(?=.)1?2?3?4?5?6?7?"), "weekly_hours": between(0, 100)},
        ),
        Section(
            "starting_point",
            models.StartingPoint,
            "Your answers to the first questions.",
            ("goal",),
            changed="answered_at",
            checks={
                "background": slugs,
                "known": slugs,
                "programming": between(0, 3),
                "maths": between(0, 3),
            },
        ),
        Section("breaks", models.Break, "Planned breaks.", ("label", "starts_on")),
        Section(
            "pitfalls", models.PitfallDismissal, "Warnings that you do not want to see again.", ("pitfall",)
        ),
        Section("sprint_runs", models.SprintRun, "Your runs of the 90-day sprint.", ("started_on",)),
    ]


def _builds() -> list[Section]:
    links = dict.fromkeys(("repository", "demo", "writeup"), http_url)
    return [
        Section(
            "builds",
            models.Build,
            "Your builds: of a project, or of your own.",
            ("title", "project"),
            checks={**links, "readme_points": pattern("[qrndx]*")},
            most=500,
        ),
        Section(
            "build_ticks",
            models.RequirementTick,
            "Requirements of projects that a build meets.",
            ("requirement",),
        ),
        Section(
            "build_proofs",
            models.RequirementProof,
            "What proves such a requirement.",
            ("requirement", "note"),
            checks={"url": http_url},
        ),
        Section(
            "build_requirements",
            models.OwnRequirement,
            "Requirements that you wrote yourself.",
            ("title",),
            checks={"url": http_url},
            most=models.OwnRequirement.MOST,
            per="build",
        ),
        Section(
            "build_log",
            models.BuildLine,
            "Dated lines of a build's log.",
            ("text",),
            most=models.BuildLine.MOST,
            per="build",
        ),
    ]


def _progress() -> list[Section]:
    return [
        Section(
            "skill_progress",
            models.SkillProgress,
            "Skills: open, learning, done or skipped.",
            ("skill",),
            changed="changed_at",
        ),
        Section(
            "milestone_progress",
            models.MilestoneProgress,
            "Milestones that you reached, and what you wrote about them.",
            ("milestone",),
        ),
        Section(
            "resource_progress",
            models.ResourceProgress,
            "Resources that you saved, use or finished, and your votes.",
            ("resource",),
            changed="changed_at",
        ),
        Section(
            "resource_reports",
            models.ResourceReport,
            "Problems with resources that you reported.",
            ("resource", "problem"),
            key=("resource", "problem", "created_at"),
            most=1_000,
        ),
        Section("notes", models.Note, "Your notes.", ("skill", "project", "resource"), changed="saved_at"),
        Section(
            "evidence",
            models.Evidence,
            "What shows a skill: links, builds, notes.",
            ("title", "url", "note"),
            checks={"url": http_url},
            most=models.Evidence.MOST,
            per="skill",
        ),
        Section(
            "problems",
            models.Problem,
            "Coding problems that you solved.",
            ("title",),
            checks={"url": http_url},
        ),
    ]


def _hours() -> list[Section]:
    return [
        Section("log", models.StudySession, "Your study log.", ("day", "note"), most=50_000),
        Section("timers", models.StudyTimer, "A timer that runs, or waits for your answer.", ("started_at",)),
        Section("weeks", models.StudyWeek, "Weeks that you planned or looked back on.", ("starts_on",)),
        Section(
            "week_picks", models.WeekPick, "Skills that you pinned, dropped or moved.", ("starts_on", "skill")
        ),
    ]


def _review() -> list[Section]:
    before = scalars(
        *("stability", "difficulty", "due_on", "reviewed_on", "reviewed_at", "answers", "lapses")
    )
    return [
        Section(
            "own_questions",
            models.OwnQuestion,
            "Questions that you wrote.",
            ("prompt",),
            left_out={"was": "Only Undo needs it, for an hour."},
            most=1_000,
        ),
        Section(
            "review_cards",
            models.ReviewCard,
            "What is remembered of each question.",
            ("question",),
            changed="reviewed_at",
            checks={"stability": between(0.001, 1e6), "difficulty": between(1, 10)},
        ),
        Section(
            "review_answers",
            models.ReviewAnswer,
            "Every answer that you gave in a review.",
            ("day",),
            checks={"before": before},
            most=200_000,
        ),
        Section("review_plan", models.ReviewPlan, "How much you review a day.", ("daily_cap",)),
    ]


def _profile() -> list[Section]:
    return [
        Section(
            "handles",
            models.Handle,
            "The address of your public profile, and former ones that are held for you.",
            ("name",),
            checks={"name": _free_to_take},
            most=6,
        ),
        Section(
            "profile",
            models.Profile,
            "What your public profile shows.",
            ("name",),
            changed="changed_at",
        ),
        Section(
            "profile_links",
            models.ProfileLink,
            "Links on your public profile.",
            ("label",),
            key=("position",),
            checks={"url": http_url},
            most=models.ProfileLink.MOST,
        ),
    ]


def _free_to_take(name: str) -> None:
    if trouble_with(name, first_words()):
        raise ValueError("is a name that nobody may go by")
