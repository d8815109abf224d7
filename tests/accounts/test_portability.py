"""The register knows every table and every field that is a person's: a new one without a word fails here."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CheckConstraint, Q

from accounts.models import User
from accounts.portability import documents, left_out, rules, section_of, sections
from accounts.portability.columns import KINDS, columns
from career.models import Application, Offer
from roadmap.models import Build, Evidence
from tests.accounts import export_doc


def personal() -> Iterator[type[models.Model]]:
    """Yield every table whose rows lead to a person."""
    found: set[Any] = {User}
    grew = True
    while grew:
        grew = False
        for model in apps.get_models(include_auto_created=True):
            targets = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
            if model not in found and targets & found:
                found.add(model)
                grew = True
    yield from found


def _is_list_of_a_section(model: type[models.Model]) -> bool:
    """Whether a table only joins rows of a section with the catalogue: they stand in a field of the row."""
    if not model._meta.auto_created:
        return False
    section = section_of(model._meta.auto_created)
    if section is None:
        return False
    lists = [field for field in section.model._meta.many_to_many if field.remote_field.through is model]
    return all(f.name in section.left_out or f.name in names(section) for f in lists)


def names(section: Any) -> set[str]:
    return {column.name for column in columns(section)}


@pytest.mark.asvs("14.1.1")
def test_every_table_of_a_person_is_exported_or_left_out_with_a_reason():
    missing = [
        model._meta.label
        for model in personal()
        if not section_of(model) and model._meta.label not in left_out() and not _is_list_of_a_section(model)
    ]

    assert missing == [], "register a section for these, or say with leave_out() why not"
    assert all(len(reason) > 20 for reason in left_out().values())


def test_nothing_is_both():
    assert {section.model._meta.label for section in sections()} & set(left_out()) == set()


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.name)
def test_every_field_is_exported_or_left_out_with_a_reason(section: Any):
    fields = [*section.model._meta.concrete_fields, *section.model._meta.many_to_many]
    unsaid = {"deleted_at", section.owner} | {f.name for f in fields if isinstance(f, models.AutoField)}
    all_ = {field.name for field in fields}

    assert all_ - unsaid == names(section) | set(section.left_out)
    assert names(section) & set(section.left_out) == set()
    assert all(len(reason) > 10 for reason in section.left_out.values())
    for name in (*section.titles, *section.checks, *section.fixed, *section.key):
        assert name in names(section)
    for name in (section.changed, section.part_of, section.per, section.numbered):
        assert not name or name in names(section)
    assert {column.kind for column in columns(section)} <= set(KINDS)


@pytest.mark.asvs("14.2.6")
def test_nothing_that_sounds_like_a_secret_leaves():
    words = ("password", "secret", "token", "digest", "session", "staff", "superuser", "hash")
    told = {column.name for section in sections() for column in columns(section)}

    assert [name for name in told if any(word in name for word in words)] == []


def test_what_is_pointed_at_comes_first():
    seen: set[Any] = set()
    for section in sections():
        for column in columns(section):
            if column.kind == "own":
                assert column.target in seen, f"{section.name}.{column.name}"
                assert column.target_section.uid
            if column.kind in ("slug", "slugs"):
                assert column.target._meta.get_field("slug").unique
        seen.add(section.model)


def test_every_row_can_be_told_from_every_other():
    from accounts.portability.keys import _unique

    for section in sections():
        assert section.uid or section.part_of or list(_unique(section)), section.name


def test_every_section_names_something_of_its_own():
    every = [section.name for section in sections()]
    assert len(set(every)) == len(every)
    assert all(section.about.endswith(".") for section in sections())
    assert all(document.about.endswith(".") for document in documents())


def test_every_check_constraint_can_be_told_in_python():
    for section in sections():
        values = dict.fromkeys([f.name for f in section.model._meta.concrete_fields], None)
        for constraint in section.model._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                rules.holds(constraint.condition, values)


@pytest.mark.asvs("14.1.1", "14.1.2")
def test_the_document_says_what_the_code_does():
    assert export_doc.DOC.read_text() == export_doc.whole(), "run python -m tests.accounts.export_doc"


TITLED, SHOWN = "own_build_has_a_title", "evidence_is_a_link_a_build_or_a_note"
NOTE = {"build": None, "kind": "note", "url": "", "note": ""}
CASES: list[tuple[type[models.Model], str, dict[str, Any], bool]] = [
    (Build, TITLED, {"project": None, "title": ""}, False),
    (Build, TITLED, {"project": 1, "title": ""}, True),
    (Build, TITLED, {"project": None, "title": "x"}, True),
    (Evidence, SHOWN, NOTE, False),
    (Evidence, SHOWN, NOTE | {"note": "x"}, True),
    (Evidence, SHOWN, NOTE | {"build": 1, "kind": "post", "url": "x"}, False),
    (Application, "application_pay_low_to_high", {"pay_low": 2, "pay_high": 1}, False),
    (Application, "application_pay_low_to_high", {"pay_low": None, "pay_high": 1}, True),
    (Offer, "offer_floor_up_to_target", {"floor": 2, "target": None}, True),
]


@pytest.mark.parametrize(("model", "name", "values", "wanted"), CASES)
def test_a_rule_says_what_the_database_says(
    db: None, model: Any, name: str, values: dict[str, Any], wanted: bool
):
    rule = next(each for each in model._meta.constraints if each.name == name)

    assert (rules.holds(rule.condition, values) is not False) == wanted
    fields = {name: model._meta.get_field(name) for name in values}
    against = {name: models.Value(value, fields[name]) for name, value in values.items()}
    assert Q(rule.condition).check(against) == wanted
