"""Learners of a fresh installation, logged in."""

from collections.abc import Sequence

from django.db import connection

from tests.bench.learners import Learner, make_learners
from tests.bench.targets import Signed
from tests.bench.visitor import Visitor


def learners() -> tuple[list[Learner], list[Learner]]:
    """Make learners at different places of the trail, and some with a row of every skill."""
    walkers = make_learners("core-ml", shares=(0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 0.95))
    full = make_learners("core-ml", shares=(1.0,) * 4, seed=7)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    connection.close()
    return walkers, full


def sign_in(port: int, walkers: Sequence[Learner], full: Sequence[Learner]) -> Signed:
    return Signed(
        [_visitor(port, learner) for learner in walkers], [_visitor(port, learner) for learner in full]
    )


def _visitor(port: int, learner: Learner) -> tuple[Visitor, Sequence[str]]:
    visitor = Visitor(port, learner.email, learner.password)
    visitor.log_in()
    return visitor, learner.skills
