"""What may stand in a body: types that take nothing for something else."""

import datetime
import re
import uuid
from typing import Annotated, Any

from annotated_types import Ge, Le
from pydantic import (
    AllowInfNan,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)


class Given(BaseModel):
    """What a body may hold: a name that is not here is an error, never passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """What an answer holds: exactly this."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


def _day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("write the day as year-month-day, such as 2026-07-19")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("there is no such day") from error


def _key(value: Any) -> uuid.UUID:
    if isinstance(value, uuid.UUID):
        return value
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise ValueError("this is no UUID")
    return uuid.UUID(value)


Day = Annotated[
    datetime.date,
    BeforeValidator(_day, json_schema_input_type=str),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Key = Annotated[
    uuid.UUID,
    BeforeValidator(_key, json_schema_input_type=str),
    WithJsonSchema({"type": "string", "format": "uuid"}),
]
Yes = Annotated[bool, Strict()]
Number = Annotated[float, Strict(), AllowInfNan(False)]
Slug = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z0-9][a-z0-9-]*$")]

# No NUL, which no database column takes.
PROSE = r"^[^\x00]*$"
# Neither control characters nor what breaks a line.
_SOLID = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
LINE = rf"^[^{_SOLID}]*$"
# And not only spaces.
WORDED = rf"^[^{_SOLID}]*[^\s{_SOLID}][^{_SOLID}]*$"

Link = Annotated[
    str,
    Strict(),
    StringConstraints(max_length=500, pattern=rf"^https?://[^\s{_SOLID}]+$"),
    Field(description="An address that begins with https:// or http://, without a name before an @."),
]


def whole(least: int, most: int) -> Any:
    """Return the type of a whole number: neither "1" nor 1.0 nor true."""
    return Annotated[int, Strict(), Ge(least), Le(most)]


def prose(most: int) -> Any:
    """Return the type of a text of any lines."""
    return Annotated[str, Strict(), StringConstraints(max_length=most, pattern=PROSE)]


def line(most: int, *, blank: bool = True) -> Any:
    """Return the type of a text on one line."""
    if blank:
        return Annotated[str, Strict(), StringConstraints(max_length=most, pattern=LINE)]
    return Annotated[str, Strict(), StringConstraints(min_length=1, max_length=most, pattern=WORDED)]
