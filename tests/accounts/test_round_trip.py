"""Out, the account deleted, signed up anew, in, and out again: all that is a person's is as it was.

The accounts come from one life with a row in every table, told anew with other values: `ROUND_TRIPS` says how
many, 5 in `make test`.
"""

import datetime
import os
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from accounts.models import User
from accounts.portability import sections
from accounts.portability.columns import Column, columns
from accounts.portability.register import Section
from tests.accounts.travel import bring, export_of
from tests.factories import make_user
from tests.life import fill
from tests.person import Person

TRIPS = int(os.environ.get("ROUND_TRIPS", "5"))
Data = dict[str, Any]


@pytest.fixture
def life(db: None, settings: Settings) -> Data:
    """An export of someone with a row in every personal table."""
    settings.ACCOUNT_RATE_LIMITS = False
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    fill(alice)
    found = export_of(alice.user)
    alice.user.delete()
    return found


def again(user: User) -> tuple[Data, Data]:
    """Return what a person has, and what they have after they left and came back with their export."""
    before = export_of(user)
    user.delete()
    back = make_user(email="alice@example.org", display_name="Somebody", verified=True)
    plan = bring(back, before)
    assert plan.refused == 0, [(part.section.name, part.refused) for part in plan.parts if part.refused]
    after = export_of(back)
    assert (second := bring(back, before)).is_empty, second
    back.delete()
    return _without_the_account(before), _without_the_account(after)


def _without_the_account(data: Data) -> Data:
    """Leave out when it was made, and the day somebody joined."""
    account = {name: value for name, value in data["account"][0].items() if name != "date_joined"}
    return {name: rows for name, rows in data.items() if name != "exported_at"} | {"account": [account]}


def test_a_life_with_a_row_in_every_table_comes_back_as_it_was(life: Data):
    user = make_user(email="alice@example.org", display_name="Alice Liddell")
    bring(user, life)
    before, after = again(user)

    assert [section.name for section in sections() if not before[section.name]] == []
    assert after == before


@settings(
    max_examples=TRIPS,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_any_life_comes_back_as_it_was(life: Data, data: st.DataObject):
    user = make_user(email="alice@example.org", display_name="Alice")
    told = {section.name: data.draw(rows_of(section, life), section.name) for section in sections()}
    plan = bring(user, life | told)
    assert plan.new > 20

    before, after = again(user)

    assert after == before


@st.composite
def rows_of(draw: st.DrawFn, section: Section, life: Data) -> list[Data]:
    """Rows like those of the life, some fields with other values, each with an id of its own."""
    rows = list(life[section.name])
    for _ in range(draw(st.integers(0, 0 if section.owner == "pk" else 2))):
        row = dict(draw(st.sampled_from(life[section.name])))
        for column in columns(section):
            if column.name == section.uid or (draw(st.booleans()) and column.name not in section.checks):
                row[column.name] = draw(value_of(column, life))
        rows.append(row)
    return rows


def value_of(column: Column, life: Data) -> st.SearchStrategy[Any]:
    found = _plain(column, life)
    return st.none() | found if column.null else found


def _plain(column: Column, life: Data) -> st.SearchStrategy[Any]:
    field = column.field
    if field.choices:
        return st.sampled_from([value for value, _ in field.flatchoices])
    match column.kind:
        case "uuid":
            return st.uuids(version=4).map(str)
        case "time":
            zone = st.just(datetime.UTC)
            times = st.datetimes(datetime.datetime(1970, 1, 1), datetime.datetime(2100, 1, 1), timezones=zone)
            return times.map(column.portable)
        case "day":
            return st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)).map(column.portable)
        case "decimal":
            most = Decimal(10) ** min(field.max_digits - field.decimal_places, 6) - 1
            return st.decimals(0, most, places=field.decimal_places).map(column.portable)
        case "float":
            return st.floats(0, 100)
        case "bool":
            return st.booleans()
        case "int":
            return st.integers(0, 50)
        case "text":
            letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
            return st.text(letters, max_size=min(field.max_length or 60, 60))
        case "slug":
            return st.sampled_from(_slugs(column))
        case "slugs":
            return st.lists(st.sampled_from(_slugs(column)), max_size=3, unique=True).map(sorted)
        case "own":
            target = column.target_section
            return st.sampled_from([row[target.uid] for row in life[target.name]])
        case _:
            return st.just([])


def _slugs(column: Column) -> list[str]:
    return list(column.target._base_manager.order_by("pk").values_list("slug", flat=True)[:12])
