"""The rules of the house, kept by a test and not by memory."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.template.loader import get_template
from django.test import RequestFactory

from accounts.models import Session, User
from roadmap.models.catalog import CatalogItem
from tests import factories
from tests.addresses import routes

ROOT = Path(settings.BASE_DIR)
CODE = ("accounts", "career", "config", "milepost", "roadmap")
LONGEST = 300
LONGEST_SCRIPT = 40
# Each of these joins pieces that were rendered with escaping, or comes out of the sanitizer.
TRUSTED = {
    "roadmap/fragments.py": "rendered pieces with a gap",
    "roadmap/kept_lines.py": "a rendered row, with its day",
    "roadmap/kept_resources.py": "rendered rows, with their counts",
    "roadmap/markdown.py": "what nh3 let through",
    "roadmap/profile/structured.py": "JSON, its <, > and & as escapes",
}


def files(*suffixes: str, under: tuple[str, ...] = (*CODE, "templates", "static", "tests")) -> Iterator[Path]:
    """Yield our own files: neither what others wrote nor what commands made."""
    for folder in under:
        for path in sorted((ROOT / folder).rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.suffix in suffixes and not {"migrations", "vendor", "__pycache__"} & set(parts):
                yield path


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_a_person_can_hold():
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in files(".py", ".html", ".css", ".js")
    }

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_no_script_is_longer_than_a_thought():
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(".js")}

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_SCRIPT} == {}


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "services", "signals"}

    assert [name(path) for path in files(".py") if path.stem in drawers or path.parent.name in drawers] == []


@pytest.mark.asvs("1.1.2")
def test_html_is_trusted_only_where_it_is_known_to_be_ours():
    trusting = re.compile(r"mark_safe|SafeString\(|SafeText|html_safe|autoescape\s*=\s*False")
    found = {
        name(path) for path in files(".py", under=CODE) if trusting.search(path.read_text(encoding="utf-8"))
    }

    assert found - set(TRUSTED) == set(), "say in TRUSTED why this is safe"
    assert set(TRUSTED) - found == set(), "these trust nothing any more"


@pytest.mark.asvs("1.1.2")
def test_no_template_switches_escaping_off():
    switched = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off")

    assert [name(path) for path in files(".html") if switched.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a style attribute", r"<[^>]*\sstyle\s*="),
        ("a style element", r"<style\b"),
        ("a script in the page", r"<script(?![^>]*\ssrc=)[^>]*>"),
        ("an event handler", r"<[a-z][^>]*\son[a-z]+\s*="),
        ("an address that runs", r"javascript:"),
        ("htmx code in an attribute", r"hx-on|hx-vals\s*=\s*['\"]js:|hx-boost"),
        ("a file from elsewhere", r"<(?:script|link|img)[^>]*(?:src|href)=\"(?:https?:)?//"),
    ],
)
@pytest.mark.asvs("1.2.3")
def test_no_template_holds(what: str, pattern: str):
    breaking = [
        name(p)
        for p in files(".html")
        if re.search(pattern, p.read_text(encoding="utf-8"), re.IGNORECASE)
        # Mail programs read no style sheet.
        and not (what.startswith("a style") and p.parent == ROOT / "templates" / "mail")
    ]

    assert breaking == [], what


def test_every_template_is_used():
    """From what the code names, through extends and include."""
    ours = {
        str(path.relative_to(ROOT / "templates")) for path in files(".html", ".txt", under=("templates",))
    }
    quoted = re.compile(r"[\"']([\w/.-]+\.(?:html|txt))[\"']")
    code = [path.read_text(encoding="utf-8") for path in files(".py", under=CODE)]
    named = {found for text in code for found in quoted.findall(text)}
    theirs = [Path(inspect.getfile(package)).parent / "templates" for package in (allauth, admin)]
    used = {path for path in ours if path in named or any((folder / path).exists() for folder in theirs)}
    # Mail in two parts is named without its suffix.
    used |= {
        path
        for path in ours
        if path.startswith("mail/") and any(f'"{path.rpartition(".")[0]}"' in text for text in code)
    }
    # Kinds of mail that are put together from a prefix, and pages that Django looks for by their number.
    used |= {path for path in ours if path.startswith("account/email/") or re.fullmatch(r"\d{3}\.html", path)}
    waiting = set(used)
    while waiting:
        text = (ROOT / "templates" / waiting.pop()).read_text(encoding="utf-8")
        further = {path for path in quoted.findall(text) if path in ours} - used
        used |= further
        waiting |= further

    assert sorted(ours - used) == []


def test_every_template_can_be_read():
    for path in files(".html", under=("templates",)):
        get_template(str(path.relative_to(ROOT / "templates")))


def test_a_fragment_never_extends_and_a_page_always_does():
    alone = {"base.html", "error.html", "mail/base.html", "offline.html"}
    for path in files(".html", under=("templates",)):
        text = path.read_text(encoding="utf-8")
        fragment = path.name.startswith("_") or path.parent.name == "updates"
        if name(path).removeprefix("templates/") not in alone:
            assert ("{% extends" in text) == (not fragment), name(path)


@pytest.mark.parametrize("route", [route for route in routes() if not route.startswith("admin/")])
def test_every_view_is_guarded_by_method_before_anything_else(route: str):
    request = RequestFactory().generic("BREW", "/")

    assert routes()[route].callback(request).status_code == 405


def personal() -> Iterator[tuple[type[models.Model], "models.ForeignKey[models.Model, models.Model]"]]:
    """Yield our tables that point at a user, with the field."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in CODE:
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey) and field.related_model is User:
                    yield model, field


def test_what_is_a_learners_goes_with_them():
    found = list(personal())
    # A visitor's session is nobody's.
    found = [(model, field) for model, field in found if model is not Session]

    assert len(found) >= 8
    for model, field in found:
        assert field.remote_field.on_delete is models.CASCADE, model
        assert not field.null, model


def test_what_learners_did_keeps_the_catalogue_from_being_deleted():
    models_ = {model for model, _ in personal()}
    models_ |= {model for model in apps.get_models() if any(f.related_model in models_ for f in _keys(model))}
    for model in models_:
        for field in _keys(model):
            if isinstance(field.related_model, type) and issubclass(field.related_model, CatalogItem):
                assert field.remote_field.on_delete is models.PROTECT, f"{model.__name__}.{field.name}"


def _keys(model: type[models.Model]) -> "list[models.ForeignKey[models.Model, models.Model]]":
    return [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]


def test_the_catalogue_knows_no_learner():
    for model in apps.get_models():
        if issubclass(model, CatalogItem):
            assert User not in {field.related_model for field in _keys(model)}, model


def test_every_constraint_has_a_name_in_words():
    names = [
        c.name
        for model in apps.get_models()
        if model._meta.app_label in CODE
        for c in model._meta.constraints
    ]

    assert len(names) == len(set(names))
    for found in names:
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", found), found


def test_factories_are_plain_and_defaulted():
    for label, function in inspect.getmembers(factories, inspect.isfunction):
        if function.__module__ != factories.__name__:
            continue
        assert label.startswith("make_"), label
        for parameter in inspect.signature(function).parameters.values():
            assert parameter.kind in (parameter.KEYWORD_ONLY, parameter.VAR_KEYWORD), f"{label}({parameter})"


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    left = [
        name(path)
        for path in files(".py", ".html", ".css", ".js")
        if marks.search(path.read_text(encoding="utf-8"))
    ]

    assert [path for path in left if path != "tests/test_conventions.py"] == []


def test_no_path_of_a_machine_is_written_down():
    machine = re.compile(r"/(?:home|root|Users|work)/[a-z]")
    named = [
        name(path)
        for path in files(".py", ".html", ".css", ".js")
        if machine.search(path.read_text(encoding="utf-8"))
    ]

    assert named == []


def test_the_wording_is_calm():
    """No exclamation mark and no emoji in what people read."""
    for path in files(".html", ".txt", under=("templates",)):
        text = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert not re.search(r"\w!(?:\s|$)", text), name(path)
        assert not re.search(r"[\U0001F300-\U0001FAFF]", text), name(path)
