"""The first draft of a cover letter's four paragraphs, and how long it is. Pure, no Django.

What only the learner can say stands in brackets, so that nothing is made up in their name.
"""

import re
from dataclasses import dataclass

FEWEST, MOST = 250, 400  # words
_WORD = re.compile(r"(?<!\S)[^\w\s]*\w\S*")
_GAP = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True)
class LetterFacts:
    """`metric` and `link` are those of the build; `job` and `did` the latest job of the résumé."""

    company: str
    role: str = ""
    build: str = ""
    problem: str = ""
    approach: str = ""
    metric: str = ""
    link: str = ""
    skills: tuple[str, ...] = ()
    job: str = ""
    did: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Length:
    """`words` against the 250 to 400 of one page; `gaps`: what still stands in brackets."""

    words: int
    gaps: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        if self.words < FEWEST:
            left = FEWEST - self.words
            return f"{left} more word{' makes' if left == 1 else 's make'} a full letter"
        if self.words > MOST:
            over = self.words - MOST
            return f"{over} word{'' if over == 1 else 's'} more than one page"
        return "a good length"

    @property
    def share(self) -> int:
        """Return percent of the longest."""
        return min(100, round(self.words / MOST * 100))


def draft(facts: LetterFacts) -> dict[str, str]:
    return {
        "hook": _hook(facts),
        "project": _project(facts),
        "transfer": _transfer(facts),
        "closing": _closing(facts),
    }


def length(texts: tuple[str, ...]) -> Length:
    whole = "\n".join(texts)
    return Length(len(_WORD.findall(whole)), tuple(dict.fromkeys(_GAP.findall(whole))))


def _hook(facts: LetterFacts) -> str:
    role = f"the role of {facts.role}" if facts.role else "a role"
    return (
        f"Dear {facts.company} team,\n\nI am applying for {role} at {facts.company}. "
        f"[What about {facts.company} made you stop: a product, a paper, a problem of theirs.] "
        "[Why you are the one to work on it, in a sentence.]"
    )


def _project(facts: LetterFacts) -> str:
    if not facts.build:
        return "[A project you shipped: the problem, what you did, and the number it ended with.]"
    said = [f"The work closest to it is {facts.build}."]
    said += [_sentence(facts.problem), _sentence(facts.approach)]
    said.append(f"It ended with {facts.metric}." if facts.metric else "[The number it ended with.]")
    if facts.skills:
        said.append(f"It shows {_listed(facts.skills)}.")
    if facts.link:
        said.append(f"You can look at it: {facts.link}")
    return " ".join(filter(None, said))


def _transfer(facts: LetterFacts) -> str:
    if not facts.job:
        return "[What an earlier job taught you that an engineer needs too, with what it changed.]"
    lines = " ".join(_sentence(line) for line in facts.did[:2])
    role, _, employer = facts.job.partition(", ")
    said = [
        f"Before machine learning, I worked as {role}{' at ' if employer else ''}{employer}.",
        lines,
        "[What of it this team needs: people, deadlines, a domain.]",
    ]
    return " ".join(filter(None, said))


def _closing(facts: LetterFacts) -> str:
    about = facts.build or "my work"
    return (
        f"I would like to show you {about} and hear where you need help first. "
        "[When you can start, and from where.] Thank you for reading.\n\n"
        f"Kind regards,\n{facts.name or '[Your name]'}"
    )


def _sentence(text: str) -> str:
    """Return the first paragraph's sentences, two at most, ending with a full stop."""
    paragraph = next((part.strip() for part in text.split("\n") if part.strip()), "")
    sentences = re.split(r"(?<=[.!?])\s+", paragraph)[:2]
    said = " ".join(sentences)
    return said if not said or said[-1] in ".!?…" else f"{said}."


def _listed(words: tuple[str, ...]) -> str:
    few = words[:4]
    return few[0] if len(few) == 1 else f"{', '.join(few[:-1])} and {few[-1]}"
