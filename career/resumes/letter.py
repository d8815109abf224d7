"""The cover letter of an application: its form, and what it is drafted from."""

import uuid
from typing import Any

from django import forms

from accounts.models import User
from career.letter_draft import LetterFacts, draft, length
from career.models import Application, CoverLetter, Resume
from career.prose_field import ProseField
from career.resumes.desk import saved_at
from career.resumes.draft import metric_of, shipped
from roadmap.models import Build
from roadmap.outline import outline_for

LABELS = {
    "hook": ("Hook and role", "Why them, and which role.", 5),
    "project": ("Project and skills", "One build, its number, and the skills of theirs that it shows.", 6),
    "transfer": ("Transferable skills", "What your other work brings.", 5),
    "closing": ("Close", "What you would like to happen next, and thanks.", 5),
}


class LetterForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "letter_%s"
        for name, (label, hint, rows) in LABELS.items():
            self.fields[name] = ProseField(most=1500, rows=rows, label=label, help_text=hint)
            self.fields[name].widget.attrs["data-part"] = name

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the paragraphs as they stand in the form."""
        return tuple(self[name].value() or "" for name in CoverLetter.PARTS)


def written(letter: CoverLetter | None) -> dict[str, str]:
    """Return the paragraphs that are saved and say something."""
    saved = {name: getattr(letter, name) for name in CoverLetter.PARTS} if letter else {}
    return {name: text for name, text in saved.items() if text.strip()}


def letter_of(application: Application) -> CoverLetter | None:
    return getattr(application, "letter", None)


def screen(
    user: User, application: Application, *, form: LetterForm | None, build: uuid.UUID | None
) -> dict[str, Any]:
    """Return the letter's page in four statements; `application` has its letter at hand.

    `form` holds what was sent and refused.

    Without a saved letter, or with a build chosen, the paragraphs that say nothing are drafted; what was
    written stays as it is.
    """
    letter = letter_of(application)
    builds = shipped(user)
    chosen = next((one for one in builds if one.key == build), builds[0] if builds else None)
    kept = written(letter)
    drafts = draft(_facts(user, application, chosen)) if letter is None or build else {}
    form = form or LetterForm(initial={**drafts, **kept})
    return {
        "section": "career",
        "application": application,
        "form": form,
        "letter": letter,
        "builds": builds,
        "chosen": chosen,
        "drafted": [LABELS[name][0] for name in CoverLetter.PARTS if name in drafts and name not in kept],
        "length": length(form.texts),
        "saved_at": saved_at(user, letter.changed_at) if letter else None,
    }


def _facts(user: User, application: Application, build: Build | None) -> LetterFacts:
    mine = Resume.objects.filter(user=user)
    resume = mine.filter(pk=application.resume_id).first() if application.resume_id else mine.first()
    job = resume.jobs[0] if resume and resume.jobs else {}
    facts = {
        "company": application.company,
        "role": application.role,
        "job": job.get("title", ""),
        "did": tuple(job.get("lines", "").splitlines()),
        "name": (resume.name if resume else "") or user.display_name,
    }
    if build:
        facts |= {
            "build": str(build),
            "problem": build.problem,
            "approach": build.approach or build.summary,
            "metric": metric_of(build),
            "link": build.demo or build.repository,
            "skills": _skills(user.pk, build),
        }
    return LetterFacts(**facts)


def _skills(user_id: int, build: Build) -> tuple[str, ...]:
    skills = outline_for(user_id).catalogue.skills
    ids = build.evidence.order_by("day", "made_at").values_list("skill_id", flat=True)[:4]
    return tuple(skills[pk].title for pk in ids if pk in skills)
