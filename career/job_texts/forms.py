"""What learners may send about a job text, and about words of their own in it."""

from typing import Any

from django import forms

from career.models import JobText
from career.prose_field import ProseField
from career.reading.table import TOKEN
from roadmap.links import HttpLinkField
from roadmap.new_row import NewRowField
from roadmap.outline import Outline
from roadmap.snapshot import SkillItem

TITLE_MOST = 120
TERM_MOST = 60


class JobTextForm(forms.Form):
    """`job_text` is the id of a new one, so that sending it twice adds it once.

    Without a title the text's first line becomes it.
    """

    job_text = NewRowField()
    application = forms.UUIDField(required=False, widget=forms.HiddenInput)
    text = ProseField(
        most=JobText.LONGEST,
        rows=16,
        label="The text",
        help_text="All of it, as it stands on the page. It stays in your account and is sent nowhere.",
    )
    title = forms.CharField(
        required=False,
        max_length=TITLE_MOST,
        label="Title",
        help_text="Such as ML Engineer, ETA. Left empty, the first line becomes it.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"max_length": f"Keep the title under {TITLE_MOST} characters."},
    )
    company = forms.CharField(
        required=False,
        max_length=120,
        label="Company",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"max_length": "Keep the company under 120 characters."},
    )
    link = HttpLinkField(required=False, label="Link to the job")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "job_%s"
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Paste the text of the job."

    @property
    def values(self) -> dict[str, str]:
        """Return the columns of the row, once the form is valid."""
        found = {name: self.cleaned_data[name] for name in ("text", "title", "company", "link")}
        found["title"] = found["title"] or _first_line(found["text"])
        return found


class OwnTermForm(forms.Form):
    """A word that is a skill: which one of the roadmap, or none."""

    term = forms.CharField(
        max_length=TERM_MOST,
        label="Word",
        help_text="One or two words, as they stand in the text.",
        widget=forms.TextInput(attrs={"dir": "auto", "autocapitalize": "none"}),
        error_messages={
            "required": "Write the word, such as Kafka.",
            "max_length": "Keep it under 60 characters: a word or two.",
        },
    )
    skill = forms.SlugField(
        required=False,
        max_length=80,
        label="It means",
        error_messages={
            "invalid": "Choose a skill from the list.",
            "max_length": "Choose a skill from the list.",
        },
    )

    def __init__(self, *args: Any, outline: Outline, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "term_%s"
        self._outline = outline

    def clean_term(self) -> str:
        term = " ".join(str(self.cleaned_data["term"]).split()).lower()
        if not TOKEN.search(term) or len(term) > TERM_MOST:  # a few letters grow in lower case
            raise forms.ValidationError("Write a word or two with letters, such as Kafka.", code="letters")
        return term

    def clean_skill(self) -> SkillItem | None:
        slug = self.cleaned_data["skill"]
        if not slug:
            return None
        skill = self._outline.catalogue.skill_by_slug.get(slug)
        if skill is None or skill.id not in self._outline.lines:
            raise forms.ValidationError("There is no such skill on your roadmap. Choose one from the list.")
        return skill

    @property
    def chosen(self) -> SkillItem | None:
        """Return the skill that is chosen, as it stands in the form."""
        return self._outline.catalogue.skill_by_slug.get(str(self["skill"].value() or ""))


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= TITLE_MOST else f"{line[: TITLE_MOST - 1].rstrip()}…"
