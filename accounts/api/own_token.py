"""What a token says of itself."""

import datetime

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.routes import Routes
from accounts.api.shapes import Shown
from accounts.http import ApiRequest

routes = Routes("Token")


class TokenShown(Shown):
    """The token that was sent, and the learner's own day."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "desk timer",
                    "scopes": ["log:write"],
                    "expires_at": "2026-10-14T09:00:00Z",
                    "time_zone": "Europe/London",
                    "today": "2026-07-19",
                }
            ]
        }
    )

    name: str
    scopes: list[str]
    expires_at: datetime.datetime | None
    time_zone: str
    today: datetime.date = Field(description="The learner's date now, which the rules about days go by.")


@routes.read("/token", TokenShown)
def read_token(request: ApiRequest) -> HttpResponse:
    """Read what your token may do."""
    token = request.auth
    shown = TokenShown(
        name=token.name,
        scopes=token.scopes,
        expires_at=token.expires_at,
        time_zone=request.user.time_zone,
        today=request.user.today(),
    )
    return answer(request, shown)
