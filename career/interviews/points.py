"""What to prepare for each kind of round, after the guide's “Interview Process Deep Dive”. Pure.

Keys are for life: what a learner has ticked is kept by them. Some stand in several lists, and mean the same.
"""

from dataclasses import dataclass
from enum import StrEnum

PHONE, CODING, DESIGN, FUNDAMENTALS = "phone", "coding", "design", "fundamentals"
ONSITE, OTHER = "onsite", "other"


class Tool(StrEnum):
    """Where to prepare a point."""

    STORIES = "stories"
    REVIEW = "review"
    SCRATCH = "scratch"
    PRACTICE = "practice"
    BUILDS = "builds"
    MOCKS = "mocks"
    ASKED = "asked"


@dataclass(frozen=True)
class Point:
    """`skills`: slugs of the roadmap."""

    key: str
    text: str
    tool: Tool | None = None
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preparation:
    """`chapter` of the guide; `expects`: what the round is like, in a sentence."""

    chapter: str
    expects: str
    points: tuple[Point, ...]

    @property
    def skills(self) -> tuple[str, ...]:
        """Return the skills that the round is about, each once."""
        return tuple(dict.fromkeys(slug for point in self.points for slug in point.skills))

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(point.key for point in self.points)


_STORIES = Point(
    "stories", "Three stories ready to tell: situation, task, action, result", Tool.STORIES, ("star-stories",)
)
_QUESTIONS = Point("questions", "Three questions about the team and the model you would own")
_TALK = Point(
    "project-talk", "Each project in two minutes: problem, baseline, result, what I would change", Tool.BUILDS
)
_DECK = Point("deck", "The review deck: what is due before the day", Tool.REVIEW)

PREPARATIONS = {
    PHONE: Preparation(
        "phone-screen",
        "30 to 45 minutes: some basics of machine learning, a small Python problem, your projects, "
        "and whether you fit the team.",
        (
            _STORIES,
            Point(
                "plain-words",
                "Explain three ideas of machine learning aloud, in plain words",
                Tool.REVIEW,
                ("explain-algorithms", "bias-variance", "evaluation-metrics"),
            ),
            Point(
                "warm-up",
                "One Python problem solved as a warm-up",
                Tool.PRACTICE,
                ("py-data-structures", "dsa-arrays-hashing"),
            ),
            _TALK,
            Point("why-them", "Why this company and this role, in two sentences"),
            _QUESTIONS,
        ),
    ),
    CODING: Preparation(
        "technical-rounds",
        "Data structures, algorithms and Python, much as software engineers are asked.",
        (
            Point(
                "structures",
                "Go over data structures and the patterns that use them",
                Tool.PRACTICE,
                ("dsa-arrays-hashing", "dsa-linked-stack-queue", "dsa-search-sort", "dsa-trees-graphs"),
            ),
            Point(
                "timed",
                "Two medium problems in 45 minutes, thinking aloud",
                Tool.PRACTICE,
                ("round-coding", "dsa-dynamic-programming"),
            ),
            Point(
                "python-by-heart",
                "Python without looking it up: dictionaries, sorting, comprehensions",
                Tool.REVIEW,
                ("py-data-structures", "py-functions"),
            ),
            Point("complexity", "Time and space for every solution", Tool.REVIEW, ("complexity-analysis",)),
            Point("mock", "A mock round with somebody who asks back", Tool.MOCKS, ("mock-coding",)),
        ),
    ),
    DESIGN: Preparation(
        "technical-rounds",
        "Design a system, such as recommendations: trade-offs, scale, and that you know production.",
        (
            Point(
                "frame",
                "The frame by heart: goal, data, features, model, serving, monitoring",
                Tool.REVIEW,
                ("design-framing", "design-data-features"),
            ),
            Point(
                "one-system",
                "One system designed aloud in 40 minutes",
                Tool.MOCKS,
                ("design-case-studies", "round-ml-design"),
            ),
            Point(
                "trade-offs",
                "A trade-off for each choice, and what breaks at ten times the load",
                Tool.REVIEW,
                ("design-tradeoffs", "design-at-scale"),
            ),
            Point(
                "production",
                "What you have run yourself: serving, monitoring, drift",
                Tool.BUILDS,
                ("design-serving", "service-monitoring", "p4-drift"),
            ),
            _DECK,
        ),
    ),
    FUNDAMENTALS: Preparation(
        "technical-rounds",
        "Algorithms in detail, the maths beneath them, and where in the world you would use them.",
        (
            Point(
                "from-scratch",
                "Derive and code the classics at a whiteboard",
                Tool.SCRATCH,
                ("explain-algorithms", "code-algorithms"),
            ),
            Point(
                "maths",
                "The maths: linear algebra, probability, gradients",
                Tool.REVIEW,
                ("math-foundations-review", "la-core", "prob-distributions", "calc-chain-rule"),
            ),
            Point(
                "validation",
                "Metrics, overfitting and validation without notes",
                Tool.REVIEW,
                ("evaluation-metrics", "bias-variance", "cross-validation"),
            ),
            Point(
                "which-when",
                "Five real cases: which approach, and why not the others",
                Tool.REVIEW,
                ("when-to-use-which", "round-fundamentals"),
            ),
            _DECK,
        ),
    ),
    ONSITE: Preparation(
        "final-round",
        "Four to six hours: several technical interviews, the manager and the team, "
        "sometimes a talk about a project of yours.",
        (
            Point(
                "talk",
                "A talk of 20 minutes: problem, baseline, result, what I would change",
                Tool.BUILDS,
                ("onsite",),
            ),
            _STORIES,
            _QUESTIONS,
            _DECK,
            Point(
                "asked-before",
                "What you were asked in the rounds before, answered better",
                Tool.ASKED,
                ("round-coding", "round-ml-design", "round-fundamentals"),
            ),
            Point("the-day", "The day itself: who, where, breaks, and a set-up that was tried"),
        ),
    ),
    OTHER: Preparation(
        "",
        "Ask what the round is about and who will be there: it is a fair question.",
        (
            Point("purpose", "What the round is about and who will be there"),
            _STORIES,
            _TALK,
            _QUESTIONS,
            _DECK,
        ),
    ),
}


def preparation(kind: str) -> Preparation:
    return PREPARATIONS.get(kind, PREPARATIONS[OTHER])
