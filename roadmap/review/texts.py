"""Questions as HTML, rendered when one is first shown and kept."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from roadmap.markdown import as_line, to_html_with_formulas
from roadmap.snapshot import QuestionItem


class QuestionText(NamedTuple):
    prompt: SafeString
    answer: SafeString
    slip: SafeString

    @property
    def line(self) -> SafeString:
        """Return the prompt for a place that holds no paragraphs."""
        return as_line(self.prompt)


def text_of(question: QuestionItem) -> QuestionText:
    """Return a question of the bank, ready to be shown."""
    return rendered(question.prompt, question.answer, question.slip)


# More than the whole bank; a learner's own questions take the places of those not seen for longest.
@lru_cache(maxsize=1_000)
def rendered(prompt: str, answer: str, slip: str) -> QuestionText:
    """Render Markdown with formulas, whoever wrote it."""
    return QuestionText(*map(to_html_with_formulas, (prompt, answer, slip)))
