"""What a job text says, by rules: no model, and silence is no signal."""

from collections.abc import Mapping

from career.reading.findings import Fact, Facts, Mention, Outside, Reading, Sign, Span

__all__ = ["Fact", "Facts", "Mention", "Outside", "Reading", "Sign", "Span", "read"]


def read(text: str, skills: Mapping[str, str], own: Mapping[str, str | None] | None = None) -> Reading:
    """Find in `text` what the table of terms knows.

    `skills`: slug -> title; a skill that is not among them is not mentioned. `own`: the learner's own terms in
    lower case -> slug of a skill, or None for what is not in the roadmap. Never raises, whatever the text.
    """
    return Reading()
