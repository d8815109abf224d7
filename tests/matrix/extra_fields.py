"""Fields that no form has, in every spelling that a careless view might store."""

import datetime
import uuid
from typing import Any

from django.db import models

from tests.address import Address
from tests.matrix.asking import writes
from tests.matrix.roles import Cast, Role
from tests.matrix.rows import hers
from tests.person import HOST
from tests.tables import tables

PLANTED = "planted-4711"
DAY = datetime.date(1999, 9, 9)
ID = uuid.UUID("0191dead-0000-4000-8000-000000004711")
NUMBER = 4711
POWER = {"is_superuser"}  # nobody in the cast has it


def value_for(field: "models.Field[Any, Any]") -> str:
    """Return a planted value that a column would take and that nobody chooses."""
    match field:
        case models.UUIDField():
            return str(ID)
        case models.DateField():  # a DateTimeField is one, too
            return str(DAY) if type(field) is models.DateField else f"{DAY}T12:00:00+00:00"
        case models.BooleanField():
            return "on"
        case models.CharField() | models.TextField() | models.JSONField():
            return PLANTED
    return str(NUMBER)


def extras(address: Address) -> dict[str, str]:
    """Return a planted value for every column of every personal table that is no field of the form."""
    found = {}
    for model, _ in tables():
        for field in model._meta.concrete_fields:
            for name in {field.name, field.attname}:
                found[name] = value_for(field)
    return {name: value for name, value in found.items() if name not in address.fields}


def stored(cast: Cast, route: str, address: Address) -> list[str]:
    """Send the form of an address with all extras as Alice; return the columns where one arrived."""
    path = hers(route, address.path, cast.alice)
    sent = dict(address.fields) | extras(address)
    with cast.asking(Role.OWNER) as client, writes() as written:
        client.post(path, sent, headers={"referer": HOST + address.page})
        return sorted(_planted(written.copy()))


def _planted(written: set[str]) -> set[str]:
    """Return the columns of personal tables, among those that were written, that hold a planted value."""
    return {
        f"{model._meta.label}.{field.name}"
        for model, _ in tables()
        if model._meta.db_table in written
        for row in model._default_manager.all()
        for field in model._meta.concrete_fields
        if _is_planted(field.value_from_object(row)) or (field.name in POWER and field.value_from_object(row))
    }


def _is_planted(value: Any) -> bool:
    if isinstance(value, datetime.datetime):
        value = value.date()
    return not isinstance(value, bool) and value in (PLANTED, DAY, ID, NUMBER)
