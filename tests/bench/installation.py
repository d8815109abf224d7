"""Learners of a fresh installation, logged in."""

from collections.abc import Sequence

from django.db import connection

from tests.bench.job_search import apply_often
from tests.bench.learners import Learner, log_years, make_learners
from tests.bench.profiles import publish
from tests.bench.targets import Signed
from tests.bench.visitor import Visitor


def learners() -> Sequence[list[Learner]]:
    """Make learners at different places of the trail, some with a row of every skill, and some with a log."""
    walkers = make_learners("core-ml", shares=(0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 0.95))
    full = make_learners("core-ml", shares=(1.0,) * 4, seed=7)
    unlogged = make_learners("core-ml", shares=(0.2, 0.6), seed=11)
    logged = make_learners("core-ml", shares=(0.2, 0.6), seed=11)
    log_years(logged)
    publish(walkers[-1])
    apply_often(full)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    connection.close()
    return walkers, full, unlogged, logged


def sign_in(port: int, *groups: Sequence[Learner]) -> Signed:
    """Log in what `learners` made."""
    return Signed(*([_visitor(port, learner) for learner in group] for group in groups))


def _visitor(port: int, learner: Learner) -> tuple[Visitor, Sequence[str]]:
    visitor = Visitor(port, learner.email, learner.password)
    visitor.log_in()
    return visitor, learner.skills
