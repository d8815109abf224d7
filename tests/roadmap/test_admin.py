"""Staff edit the catalogue, look at learners' rows and resolve reports."""

from typing import Any

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from roadmap.admin.base import CatalogAdmin
from roadmap.models import (
    CatalogueVersion,
    Note,
    Requirement,
    Resource,
    Skill,
    SkillResource,
    Topic,
)
from roadmap.models.catalog import CatalogItem
from tests.markup import parse
from tests.person import Person
from tests.roadmap.admin_forms import LEARNERS, act, at, open_form

pytestmark = pytest.mark.usefixtures("own_snapshot")

ITEMS = CatalogItem.__subclasses__()


def version() -> int:
    return CatalogueVersion.objects.get().number


def contents(model: type[CatalogItem]) -> list[dict[str, Any]]:
    """Return all rows of a model; forms trim texts, so that blanks at their ends do not count."""
    return [
        {name: value.strip() if isinstance(value, str) else value for name, value in row.items()}
        for row in model.objects.values()
    ]


# Who may come in


@pytest.mark.parametrize("name", [m._meta.model_name for m in ITEMS] + LEARNERS + ["resourcereport"])
def test_learners_have_no_business_here(alice: Person, name: str):
    assert alice.get(at(f"{name}_changelist")).status_code in (302, 403)


def test_every_item_of_the_catalogue_is_there_to_edit():
    for model in ITEMS:
        assert isinstance(admin.site._registry[model], CatalogAdmin), model


def test_notes_are_nowhere():
    assert Note not in admin.site._registry


@pytest.mark.parametrize("model", ITEMS, ids=lambda model: model.__name__)
def test_staff_list_search_and_open_each_kind_of_item(staff: Client, model: type[CatalogItem]):
    name = str(model._meta.model_name)
    item = model.objects.all()[0]

    found = staff.get(at(f"{name}_changelist"), {"q": item.slug})
    assert item.title in parse(found.content.decode()).by_id("result_list").text
    assert staff.get(at(f"{name}_add")).status_code == 200
    page = parse(staff.get(at(f"{name}_change", item.pk)).content.decode())
    assert not [box for box in page.all("input") if box.get("name") == "slug"]
    assert not [a for a in page.all("a") if a.get("href").endswith("/delete/")]
    assert staff.post(at(f"{name}_delete", item.pk), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=item.pk).exists()


@pytest.mark.parametrize("model", ITEMS, ids=lambda model: model.__name__)
def test_saving_an_item_as_it_stands_changes_nothing_but_the_version(staff: Client, model: type[CatalogItem]):
    name = str(model._meta.model_name)
    item = model.objects.all()[0]
    before, rows = version(), contents(model)

    answer = staff.post(at(f"{name}_change", item.pk), open_form(staff, at(f"{name}_change", item.pk)))

    assert answer.status_code == 302, parse(answer.content.decode()).by_id("content").text
    assert contents(model) == rows
    assert version() > before


def test_the_admin_asks_for_nothing_inline(staff: Client):
    skill = Skill.objects.get(slug="py-syntax")
    for path in (
        reverse("admin:index"),
        at("skill_changelist"),
        at("skill_change", skill.pk),
        at("skill_add"),
    ):
        answer = staff.get(path)
        page = parse(answer.content.decode())
        assert not [node for node in page if "style" in node.attributes]
        assert not [n for n in page.all("script") if not n.get("src") and n.get("type") != "application/json"]
        assert not page.all("style")
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert [link for link in page.all("link") if link.get("href").endswith("css/admin.css")]


# What an edit does


def test_an_edit_is_on_the_page_at_once(staff: Client, visitor: Person):
    resource = Resource.objects.get(slug="py4e")
    assert "A better title" not in visitor.see("/resources/").by_id("resource-py4e").text

    form = open_form(staff, at("resource_change", resource.pk))
    staff.post(at("resource_change", resource.pk), {**form, "title": "A better title"})

    assert visitor.see("/resources/").by_id("resource-py4e").all("h3")[0].text == "A better title"


def test_a_slug_stays_whatever_is_sent(staff: Client):
    resource = Resource.objects.get(slug="py4e")
    form = open_form(staff, at("resource_change", resource.pk))

    staff.post(at("resource_change", resource.pk), {**form, "slug": "another"})

    resource.refresh_from_db()
    assert resource.slug == "py4e"


def test_the_slug_of_a_requirement_stays_too(staff: Client):
    requirement = Requirement.objects.select_related("project").get(slug="p1-a1")
    path = at("project_change", requirement.project_id)
    form = open_form(staff, path)
    row = next(
        name for name, values in form.items() if values == [str(requirement.pk)] and name.endswith("-id")
    )
    prefix = row.removesuffix("-id")

    staff.post(path, {**form, f"{prefix}-slug": "another", f"{prefix}-title": "A longer README"})

    requirement.refresh_from_db()
    assert (requirement.slug, requirement.title) == ("p1-a1", "A longer README")


def test_staff_put_a_skills_resources_in_order(staff: Client, visitor: Person):
    skill = Skill.objects.get(slug="py-syntax")
    path = at("skill_change", skill.pk)
    form = open_form(staff, path)
    places = [name for name in form if name.startswith("resource_links-") and name.endswith("-position")]
    before = list(SkillResource.objects.filter(skill=skill).values_list("resource__slug", flat=True))
    assert len(before) > 1

    for number, name in enumerate([name for name in places if form[name] != [""]]):
        form[name] = [str(len(before) - number)]
    assert staff.post(path, form).status_code == 302

    after = list(SkillResource.objects.filter(skill=skill).values_list("resource__slug", flat=True))
    assert after == before[::-1]
    titles = [h.text for h in visitor.see("/skills/py-syntax/").by_id("main").all("h3")]
    first = Resource.objects.get(slug=after[0]).title
    assert (
        next(title for title in titles if title in Resource.objects.values_list("title", flat=True)) == first
    )


@pytest.mark.parametrize("field", ["comes_after", "part_of"])
def test_a_skill_never_comes_round_to_itself(staff: Client, field: str):
    first, second = Skill.objects.filter(part_of=None, comes_after=None, parts=None)[:2]
    if field == "comes_after":
        second.comes_after.add(first)
    else:
        Skill.objects.filter(pk=second.pk).update(part_of=first)
    form = open_form(staff, at("skill_change", first.pk))

    answer = staff.post(at("skill_change", first.pk), {**form, field: [str(second.pk)]})

    text = parse(answer.content.decode()).by_id("content").text
    assert ("comes after this skill itself" in text) or ("is a part of this skill" in text)
    first.refresh_from_db()
    assert first.part_of is None
    assert not first.comes_after.exists()


def test_a_new_topic_gets_its_slug_once(staff: Client):
    before = version()
    answer = staff.post(at("topic_add"), {"title": "Maps", "slug": "maps", "position": "99"})

    assert answer.status_code == 302
    assert Topic.objects.get(slug="maps").fixture_digest == ""
    assert version() > before
    again = staff.post(at("topic_add"), {"title": "Maps", "slug": "maps", "position": "99"})
    assert "already exists" in parse(again.content.decode()).by_id("content").text


def test_an_address_that_is_not_https_is_refused(staff: Client):
    resource = Resource.objects.get(slug="py4e")
    form = open_form(staff, at("resource_change", resource.pk))

    answer = staff.post(at("resource_change", resource.pk), {**form, "url": "http://www.py4e.com/"})

    assert answer.status_code == 200
    resource.refresh_from_db()
    assert resource.url == "https://www.py4e.com/"


# Retiring


def test_retiring_takes_an_item_off_the_page_and_back(staff: Client, visitor: Person):
    resource = Resource.objects.get(slug="py4e")
    before = version()

    assert "1 retired." in act(staff, "resource", "retire", resource.pk).content.decode()
    assert version() == before + 1
    assert not [li for li in visitor.see("/resources/").all("li") if li.id == "resource-py4e"]

    act(staff, "resource", "bring_back", resource.pk)
    assert visitor.see("/resources/").by_id("resource-py4e")
    assert [entry.get_change_message() for entry in admin.models.LogEntry.objects.all()] == [
        "Changed Retired."
    ] * 2


def test_what_staff_retired_stays_so_when_the_fixtures_are_loaded_again(staff: Client):
    resource = Resource.objects.get(slug="py4e")
    act(staff, "resource", "retire", resource.pk)

    call_command("load_catalogue", verbosity=0)

    resource.refresh_from_db()
    assert resource.retired


def test_nothing_is_deleted_from_the_list(staff: Client):
    resource = Resource.objects.get(slug="py4e")

    act(staff, "resource", "delete_selected", resource.pk)

    assert Resource.objects.filter(pk=resource.pk).exists()
