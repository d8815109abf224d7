"""How a field's value becomes JSON and comes back: strict, and the same both ways."""

import datetime
import json
import math
import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models

from accounts.portability.register import Section, section_of

EARLIEST, LATEST = 1900, 2200  # years; arithmetic with days breaks at the ends of the calendar
LONGEST_JSON = 100_000  # characters of one field
SCALARS: tuple[tuple[type[Any], str], ...] = (
    (models.UUIDField, "uuid"),
    (models.DateTimeField, "time"),
    (models.DateField, "day"),
    (models.DecimalField, "decimal"),
    (models.FloatField, "float"),
    (models.BooleanField, "bool"),
    (models.IntegerField, "int"),
    (models.JSONField, "json"),
    (models.CharField, "text"),
    (models.TextField, "text"),
)
# For the documentation.
KINDS = {
    "uuid": "id: a UUID",
    "time": "time, ISO 8601 in UTC",
    "day": "day, ISO 8601",
    "decimal": "exact amount, as text",
    "float": "number",
    "bool": "true or false",
    "int": "whole number",
    "json": "list or object",
    "text": "text",
    "slug": "slug of the catalogue",
    "slugs": "list of slugs of the catalogue",
    "own": "id of a row in this file",
}


class Unfit(ValueError):
    """A value that cannot be taken; the text says why."""


class Gone(Unfit):
    """An item that is not in the catalogue, or not any more; the text names it."""


@dataclass(frozen=True)
class Column:
    """`kind` is one of KINDS; `target` is the model that a slug or an id leads to."""

    name: str
    kind: str
    field: Any
    target: Any = None

    @property
    def null(self) -> bool:
        return bool(self.field.null)

    @cached_property
    def target_section(self) -> Section:
        return cast(Section, section_of(self.target))

    def portable(self, value: Any) -> Any:
        """Return what stands in the JSON for a value of the database."""
        if value is None:
            return None
        match self.kind:
            case "time":
                return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")[:-6] + "Z"
            case "day":
                return value.isoformat()
            case "uuid" | "own":
                return str(value)
            case "decimal":
                return format(value.quantize(Decimal(1).scaleb(-self.field.decimal_places)), "f")
            case _:
                return value

    def read(self, value: Any) -> Any:
        """Return the value that `portable` was given. Raises Unfit."""
        if value is None:
            if self.null:
                return None
            raise Unfit("is missing")
        found = _READERS[self.kind](value)
        if self.kind == "decimal":
            found = self._exact(found)
        if self.kind not in ("slug", "slugs", "own"):
            self._validate(found)
        return found

    def _exact(self, value: Decimal) -> Decimal:
        places = Decimal(1).scaleb(-self.field.decimal_places)
        try:
            rounded = value.quantize(places)
        except InvalidOperation as error:
            raise Unfit("is too large a number") from error
        if rounded != value:
            raise Unfit(f"has more than {self.field.decimal_places} decimal places")
        return rounded

    def _validate(self, value: Any) -> None:
        longest = getattr(self.field, "max_length", None)
        if isinstance(value, str) and longest and len(value) > longest:
            raise Unfit(f"is longer than {longest:,} characters")
        if self.kind == "int" and not _fits(self.field, value):
            raise Unfit("is no number that fits")
        if self.field.choices and value not in {choice for choice, _ in self.field.flatchoices} | {""}:
            raise Unfit("is none of the values it may have")
        if value == "" and self.field.choices and not self.field.blank:
            raise Unfit("is missing")
        try:
            self.field.run_validators(value)
        except ValidationError as error:
            raise Unfit("is no value that it may have") from error


def _fits(field: Any, value: int) -> bool:
    """Hold numbers to what PostgreSQL stores, whichever database it is: SQLite takes 64 bits anywhere."""
    small = isinstance(field, models.SmallIntegerField | models.PositiveSmallIntegerField)
    positive = isinstance(field, models.PositiveSmallIntegerField | models.PositiveIntegerField)
    most = 2**15 if small else 2**31
    return (0 if positive else -most) <= value < most


@cache
def columns(section: Section) -> tuple[Column, ...]:
    """Return the columns of a section in the order in which they stand in the JSON, its id first."""
    skipped = {section.owner, "deleted_at", *section.left_out}
    found = []
    for field in [*section.model._meta.concrete_fields, *section.model._meta.many_to_many]:
        if field.name in skipped or isinstance(field, models.AutoField):
            continue
        found.append(_column(field))
    return tuple(sorted(found, key=lambda column: column.name != section.uid))


def _column(field: Any) -> Column:
    if field.many_to_many:
        return Column(field.name, "slugs", field, field.related_model)
    if field.is_relation:
        kind = "own" if section_of(field.related_model) else "slug"
        return Column(field.name, kind, field, field.related_model)
    return Column(field.name, next(kind for each, kind in SCALARS if isinstance(field, each)), field)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Unfit("is no text")
    if not value.isascii() or not value.isprintable():
        for character in value:
            if character == "\0" or unicodedata.category(character) == "Cs":
                raise Unfit("has a character that cannot be stored")
    return value


def _slug(value: Any) -> str:
    text = _text(value)
    if not 0 < len(text) <= 60:
        raise Unfit("is no name of the catalogue")
    return text


def _slugs(value: Any) -> list[str]:
    if not isinstance(value, list) or len(value) > 1000:
        raise Unfit("is no list of names of the catalogue")
    return sorted({_slug(each) for each in value})


def _uuid(value: Any) -> uuid.UUID:
    text = _text(value)
    if len(text) != 36:
        raise Unfit("is no id")
    try:
        found = uuid.UUID(text)
    except ValueError as error:
        raise Unfit("is no id") from error
    if str(found) != text.lower():
        raise Unfit("is no id")
    return found


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unfit("is neither true nor false")
    return value


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unfit("is no whole number")
    found: int = value
    return found


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfit("is no number")
    try:
        found = float(value)
    except OverflowError as error:
        raise Unfit("is too large a number") from error
    if not math.isfinite(found):
        raise Unfit("is too large a number")
    return found


def _decimal(value: Any) -> Decimal:
    text = _text(value)
    if len(text) > 40 or not text.isascii() or not text.lstrip("-").replace(".", "", 1).isdigit():
        raise Unfit("is no amount")
    return Decimal(text)


def _day(value: Any) -> datetime.date:
    text = _text(value)
    try:
        found = datetime.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found.year < LATEST:
        raise Unfit("is no day, such as 2026-07-19")
    return found


def read_time(value: Any) -> datetime.datetime:
    text = _text(value)
    try:
        found = datetime.datetime.fromisoformat(text) if len(text) <= 32 else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not EARLIEST < found.year < LATEST - 1:
        raise Unfit("is no time, such as 2026-07-19T08:30:00Z")
    return found.astimezone(datetime.UTC)


def _json(value: Any) -> Any:
    if not isinstance(value, list | dict):
        raise Unfit("is no list or object")
    try:
        # Lone surrogates cannot be encoded, and NUL stands in it as an escape.
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (ValueError, RecursionError) as error:
        raise Unfit("has a value that cannot be stored") from error
    if "\\u0000" in text or len(text) > LONGEST_JSON:
        raise Unfit("is too long, or has a character that cannot be stored")
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "uuid": _uuid,
    "time": read_time,
    "day": _day,
    "decimal": _decimal,
    "float": _float,
    "bool": _bool,
    "int": _int,
    "json": _json,
    "text": _text,
    "slug": _slug,
    "slugs": _slugs,
    "own": _uuid,
}
