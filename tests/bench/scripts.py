"""Ticks as a learner's own script sends them: with an access token, as JSON."""

import json
from collections.abc import Sequence

from accounts.models import AccessToken, User
from tests.bench.visitor import Request, Visitor

STATES = ("done", "learning", "skipped", "open")


def ticks(walkers: Sequence[tuple[Visitor, Sequence[str]]]) -> list[Request]:
    """Return requests that each change a state, neighbors being of different learners."""
    headers = {visitor.email: _headers(visitor) for visitor, _ in walkers}
    return [
        Request(
            "PUT",
            f"/api/v1/skills/{skills[number]}/state",
            headers[visitor.email],
            json.dumps({"state": state}),
        )
        for state in STATES
        for number in range(3)
        for visitor, skills in walkers
    ]


def _headers(visitor: Visitor) -> dict[str, str]:
    user = User.objects.get(email=visitor.email)
    AccessToken.objects.filter(user=user, name="bench").delete()
    _, secret = AccessToken.objects.make(user, name="bench", scopes=["progress:write"], expires_at=None)
    return {
        "Host": f"127.0.0.1:{visitor.port}",
        "Authorization": f"Bearer {secret}",
        "Content-Type": "application/json",
    }
