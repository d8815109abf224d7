"""One snapshot per process, dropped in every process when the catalogue changes."""

import dataclasses
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from roadmap import catalogue
from roadmap.models import CatalogueVersion, Skill
from roadmap.models.marks import marks_of
from roadmap.outline import outline_for
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person
from tests.roadmap.small_catalogue import empty_the_catalogue

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
OLD, NEW = "Variables, types and control flow", "Names, types and branches"


def database_url() -> str:
    """Return the address of the test database for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    server = f"{quote(str(found['HOST']), safe='')}:{found['PORT'] or 5432}"
    return f"postgres://{found['USER']}@{server}/{found['NAME']}"


def environment() -> dict[str, str]:
    own = {
        "DATABASE_URL": database_url(),
        "VAR_DIR": str(settings.VAR_DIR),
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "config.settings"}


class Reader:
    """Another process that serves the same database."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.roadmap.reader"],
            cwd=settings.BASE_DIR,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def read(self, path: str) -> tuple[int, str]:
        """Return the number of its snapshot, and the page."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(path + "\n")
        self.process.stdin.flush()
        version, html = json.loads(self.process.stdout.readline())
        return version, html

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(20)


@pytest.fixture
def reader(transactional_db: None) -> Iterator[Reader]:
    other = Reader()
    yield other
    other.stop()


@pytest.fixture
def changed_fixtures(tmp_path: Path) -> Path:
    """The real fixtures, with another title for one skill."""
    folder = tmp_path / "fixtures"
    folder.mkdir()
    for path in FIXTURES.glob("*.yaml"):
        shutil.copy(path, folder)
    skills = folder / "skills-1-foundation.yaml"
    text = skills.read_text(encoding="utf-8")
    assert text.count(OLD) == 1
    skills.write_text(text.replace(OLD, NEW), encoding="utf-8")
    return folder


def test_two_processes_take_up_what_a_third_loads(
    transactional_db: None, own_snapshot: None, reader: Reader, changed_fixtures: Path
):
    here = Person(make_user())
    before, page = reader.read("/roadmap/")
    assert OLD in page
    assert OLD in here.see("/roadmap/").text

    command = [sys.executable, "manage.py", "load_catalogue", "--folder", str(changed_fixtures)]
    loaded = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert "changed: 1 (skill py-syntax)" in loaded.stdout
    for path in ("/roadmap/", "/roadmap/foundation/", "/skills/py-syntax/"):
        after, page = reader.read(path)
        assert after == before + 1
        assert NEW in page, path
        assert OLD not in page, "rows that were kept are dropped too"
        assert NEW in here.see(path).text


def test_a_change_by_staff_reaches_the_other_process(
    transactional_db: None, own_snapshot: None, reader: Reader
):
    staff = Person(make_user(is_staff=True, is_superuser=True))
    assert OLD in reader.read("/skills/py-syntax/")[1]
    skill = Skill.objects.get(slug="py-syntax")
    form = parse(staff.get(f"/admin/roadmap/skill/{skill.pk}/change/").content.decode())
    fields = _values(form.by_id("skill_form")) | {"title": NEW}

    answer = staff.client.post(f"/admin/roadmap/skill/{skill.pk}/change/", fields)

    assert answer.status_code == 302, parse(answer.content.decode()).text
    assert NEW in reader.read("/skills/py-syntax/")[1]


def _values(form: Any) -> dict[str, Any]:
    """Return what a browser would send for `form` as it stands."""
    values: dict[str, Any] = {}
    for field in form.where(lambda node: node.tag in ("input", "textarea", "select") and node.get("name")):
        if field.tag == "select":
            values[field.get("name")] = [
                o.get("value") for o in field.all("option") if "selected" in o.attributes
            ]
        elif field.tag == "textarea":
            values[field.get("name")] = field.raw.lstrip("\n")
        elif field.get("type") in ("checkbox", "radio"):
            if "checked" in field.attributes:
                values[field.get("name")] = field.get("value") or "on"
        elif field.get("type") != "submit":
            values[field.get("name")] = field.get("value")
    return values


def test_the_same_number_is_built_once(db: None, own_snapshot: None):
    number = marks_of(None).version

    assert catalogue.at_version(number) is catalogue.at_version(number)


def test_many_at_once_build_it_once(db: None, own_snapshot: None, monkeypatch: pytest.MonkeyPatch):
    ready = catalogue.at_version(marks_of(None).version)
    built: list[int] = []

    def build(version: int) -> catalogue.Catalogue:
        built.append(version)
        time.sleep(0.05)
        return dataclasses.replace(ready, version=version)

    monkeypatch.setattr(catalogue, "_build", build)
    found: list[catalogue.Catalogue] = []
    threads = [threading.Thread(target=lambda: found.append(catalogue.at_version(77))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert built == [77]
    assert len(set(map(id, found))) == 1


def test_a_change_between_the_number_and_the_build_is_read_again(
    db: None, own_snapshot: None, monkeypatch: pytest.MonkeyPatch
):
    """The number is read first: what is built after may be newer than its label, and never older."""
    real = catalogue._build

    def build_while_staff_save(version: int) -> catalogue.Catalogue:
        built = real(version)
        Skill.objects.filter(slug="py-syntax").update(title=NEW)
        CatalogueVersion.bump()
        return built

    monkeypatch.setattr(catalogue, "_build", build_while_staff_save)
    assert outline_for(None).catalogue.skill_by_slug["py-syntax"].title == OLD
    monkeypatch.setattr(catalogue, "_build", real)

    assert outline_for(None).catalogue.skill_by_slug["py-syntax"].title == NEW


def test_what_was_built_newer_than_asked_is_built_again_under_its_own_number(db: None, own_snapshot: None):
    number = marks_of(None).version
    Skill.objects.filter(slug="py-syntax").update(title=NEW)
    CatalogueVersion.bump()

    early = catalogue.at_version(number)
    late = catalogue.at_version(number + 1)

    assert early.skill_by_slug["py-syntax"].title == NEW
    assert early is not late
    assert late.version == number + 1


def test_a_number_that_went_back_is_a_change_too(db: None, own_snapshot: None):
    """As after a backup was brought back."""
    number = marks_of(None).version
    first = catalogue.at_version(number + 5)

    assert catalogue.at_version(number) is not first


def test_a_load_that_changes_nothing_keeps_the_snapshot(db: None, own_snapshot: None):
    before = outline_for(None).catalogue
    call_command("load_catalogue", stdout=StringIO())

    assert outline_for(None).catalogue is before


def test_a_page_of_the_old_catalogue_is_not_kept_by_a_browser(db: None, own_snapshot: None):
    visitor = Person()
    tag = visitor.get("/roadmap/")["ETag"]
    Skill.objects.filter(slug="py-syntax").update(title=NEW)
    CatalogueVersion.bump()

    answer = visitor.get("/roadmap/", **{"If-None-Match": tag})
    assert answer.status_code == 200
    assert NEW in answer.content.decode()


def test_without_a_catalogue_the_pages_stand(db: None, own_snapshot: None):
    empty_the_catalogue()
    for path in ("/", "/about/", "/roadmap/", "/projects/", "/resources/", "/sprint/"):
        assert Person().get(path).status_code == 200, path
    assert Person(make_user()).get("/today/").status_code == 200


def test_nothing_in_it_can_be_changed(db: None, own_snapshot: None):
    found = outline_for(None).catalogue
    skill = found.skill_by_slug["py-syntax"]

    with pytest.raises(dataclasses.FrozenInstanceError):
        skill.title = NEW  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.skills[skill.id] = skill  # type: ignore[index]
