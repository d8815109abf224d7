"""Errors as RFC 9457 problem details, one table of what can go wrong."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict, Field

DOCS = "/api/docs"
MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """`advice` says how to put it right, where there is no better detail."""

    status: int
    title: str
    advice: str


KINDS: dict[str, Kind] = {
    "malformed": Kind(400, "This could not be read", "Send JSON in UTF-8, without a key twice."),
    "unauthorized": Kind(
        401,
        "A valid access token is needed",
        "Send “Authorization: Bearer mp_…”. It may be mistyped, expired or revoked: make another in the"
        " settings.",
    ),
    "https-needed": Kind(
        403,
        "Only by https",
        "What was sent travelled in the open: revoke that token and send https with another.",
    ),
    "scope-missing": Kind(403, "This token may not do that", "Make a token with the scope that is named."),
    "not-found": Kind(404, "There is nothing here", "The address may be mistyped, or what it named is gone."),
    "method-not-allowed": Kind(
        405, "This address does not work that way", "Use a method that “Allow” names."
    ),
    "conflict": Kind(
        409,
        "This does not go with what is there",
        "It is well formed, but today or what you have stands against it.",
    ),
    "changed-since": Kind(
        412, "It has changed since", "Read it again, then send your change with its new ETag."
    ),
    "too-large": Kind(413, "That is too much at once", "Send less than 1 MB."),
    "not-json": Kind(415, "Only JSON is understood", "Send “Content-Type: application/json”."),
    "invalid": Kind(422, "Something in it is not valid", "The errors name each place."),
    "key-reused": Kind(
        422, "This Idempotency-Key was used for something else", "Take a new key for a new request."
    ),
    "too-many-requests": Kind(429, "Too many requests", "Wait as long as “Retry-After” says."),
    "server-error": Kind(
        500,
        "Something broke on our side",
        "This was not saved. Try again; if it stays, tell whoever runs this site the X-Request-ID.",
    ),
    "unavailable": Kind(503, "Closed for a moment", "This was not saved. Try again after “Retry-After”."),
    "disk-full": Kind(507, "The disk is full", "This was not saved. Reading still works."),
}
BY_STATUS = {kind.status: code for code, kind in reversed(KINDS.items())} | {403: "scope-missing"}


class Fault(BaseModel):
    """One thing that is wrong: `pointer` is its place in the body, `parameter` its name in the address."""

    model_config = ConfigDict(extra="forbid")

    detail: str
    pointer: str | None = Field(None, description="A JSON pointer as a fragment, such as #/minutes.")
    parameter: str | None = Field(None, description="The name of a query parameter or of a header.")


class ProblemShown(BaseModel):
    """What went wrong and what to do (RFC 9457)."""

    model_config = ConfigDict(
        extra="forbid",
        title="Problem",
        json_schema_extra={
            "examples": [
                {
                    "type": f"{DOCS}#invalid",
                    "title": KINDS["invalid"].title,
                    "status": 422,
                    "detail": KINDS["invalid"].advice,
                    "errors": [{"detail": "Input should be a valid integer.", "pointer": "#/count"}],
                }
            ]
        },
    )

    type: str = Field(description="Which kind of problem; the documentation has a line on each.")
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    errors: list[Fault] | None = Field(None, description="Each place that is wrong.")
    scope: str | None = Field(None, description="The scope that the token would need.")


class Problem(Exception):
    """Ends a request with a problem of KINDS."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        errors: Sequence[Mapping[str, str]] = (),
        scope: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code, self.detail, self.errors, self.scope = code, detail, errors, scope
        self.headers = headers or {}

    def response(self) -> HttpResponse:
        kind = KINDS[self.code]
        body: dict[str, object] = {
            "type": f"{DOCS}#{self.code}",
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail or kind.advice,
        }
        if self.errors:
            body["errors"] = list(self.errors)
        if self.scope:
            body["scope"] = self.scope
        answer = HttpResponse(
            json.dumps(body, ensure_ascii=False), status=kind.status, content_type=MEDIA_TYPE
        )
        answer.headers["Cache-Control"] = "no-store"
        for name, value in self.headers.items():
            answer.headers[name] = value
        return answer


def problem_of(status: int) -> HttpResponse:
    """Return the problem for an error that was raised outside of the API's own code."""
    return Problem(BY_STATUS.get(status, "malformed" if status < 500 else "server-error")).response()
