"""Editors change the catalogue, see what was changed and by whom, and go back. They see no learner."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import StaffLook, User
from roadmap.models import ContentEdit, Project, Resource, ResourceReport, Skill
from roadmap.models.catalog import CatalogItem, CatalogueVersion
from roadmap.models.edits import state_of
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person
from tests.roadmap.admin_forms import act, at, open_form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_snapshot")]


@pytest.fixture
def editor_account() -> User:
    editor = make_user(email="editor@example.org", is_staff=True)
    editor.groups.add(Group.objects.get(name="Content editors"))
    return editor


@pytest.fixture
def editor(editor_account: User) -> Client:
    client = Client()
    client.force_login(editor_account)
    return client


def history(item: CatalogItem) -> str:
    return at(f"{item._meta.model_name}_history", item.pk)


def change(client: Client, item: CatalogItem, **fields: Any) -> Any:
    path = at(f"{item._meta.model_name}_change", item.pk)
    sent = open_form(client, path) | fields
    answer = client.post(path, sent)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer


@pytest.mark.asvs("8.2.1")
def test_an_editor_opens_the_catalogue_and_no_learner(editor: Client, alice: Person):
    alice.tick("py-syntax")
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        answer = editor.get(reverse(f"admin:{name}_changelist"))
        open_ = issubclass(model, CatalogItem) or model._meta.model_name in ("resourcereport", "linkcheck")
        assert answer.status_code == (200 if open_ else 403), name
        assert "alice@example.org" not in answer.content.decode()
    assert not StaffLook.objects.exists()


def test_an_edit_is_kept_with_what_stood_there_before(editor: Client, editor_account: User):
    skill = Skill.objects.get(slug="py-syntax")
    was = skill.title
    change(editor, skill, title="Python, the words of it", hours_high="99")

    edit = ContentEdit.objects.get()
    assert (edit.kind, edit.item_id, edit.staff_number) == ("skill", skill.pk, editor_account.pk)
    assert {(c.field, c.was, c.became) for c in edit.changes} == {
        ("title", was, "Python, the words of it"),
        ("hours high", str(skill.hours_high), "99"),
    }
    page = parse(editor.get(history(skill)).content.decode()).by_id("change-history").text
    assert "editor@example.org" in page
    assert f"title: {was} became Python, the words of it" in page


def test_going_back_is_an_edit_too_and_can_be_taken_back(editor: Client, alice: Person):
    alice.tick("py-syntax")
    skill = Skill.objects.get(slug="py-syntax")
    before = state_of(skill)
    links = before["comes_after"], before["resources in order"]
    assert links[1]
    version = CatalogueVersion.objects.get().number
    change(editor, skill, title="Quite another title", comes_after=[])
    edit = ContentEdit.objects.get()

    answer = editor.post(history(skill), {"edit": edit.pk}, follow=True)

    assert "It is as it was before that edit." in answer.content.decode()
    skill.refresh_from_db()
    assert state_of(skill) == before
    assert CatalogueVersion.objects.get().number > version
    assert "Quite another title" not in alice.see("/skills/py-syntax/").text
    assert alice.user.skill_progress.get().state == "done"
    second = ContentEdit.objects.of(skill)[0]
    editor.post(history(skill), {"edit": second.pk})
    assert Skill.objects.get(pk=skill.pk).title == "Quite another title"


def test_the_list_of_resources_comes_back_in_its_order(editor: Client):
    skill = Skill.objects.filter(resource_links__isnull=False).distinct()[0]
    before = state_of(skill)
    path = at("skill_change", skill.pk)
    fields = open_form(editor, path)
    fields |= {"resource_links-0-DELETE": "on"}
    assert editor.post(path, fields).status_code == 302
    skill = Skill.objects.get(pk=skill.pk)
    assert state_of(skill) != before

    editor.post(history(skill), {"edit": ContentEdit.objects.of(skill)[0].pk})
    assert state_of(skill) == before


def test_a_requirement_changed_on_its_projects_page_has_its_own_history(editor: Client):
    project = Project.objects.all()[0]
    requirement = project.requirements.order_by("position")[0]
    change(editor, project, **{"requirements-0-title": "A new wording"})

    changed = ContentEdit.objects.get(kind="requirement")
    assert [c.became for c in changed.changes] == ["A new wording"]
    item = type(requirement).objects.get(pk=changed.item_id)
    editor.post(history(item), {"edit": changed.pk})
    assert type(requirement).objects.get(pk=changed.item_id).title != "A new wording"


def test_retiring_many_is_kept_for_each(editor: Client):
    first, second = Resource.objects.filter(retired=False).order_by("pk")[:2]
    act(editor, "resource", "retire", first.pk, second.pk)

    assert ContentEdit.objects.count() == 2
    editor.post(history(first), {"edit": ContentEdit.objects.of(first)[0].pk})
    first.refresh_from_db()
    assert not first.retired


def test_nothing_changed_is_nothing_kept_and_a_new_item_says_so(editor: Client):
    skill = Skill.objects.get(slug="py-syntax")
    change(editor, skill)
    assert not ContentEdit.objects.exists()

    topic = {"title": "Brand new", "slug": "brand-new", "position": "9"}
    assert editor.post(reverse("admin:roadmap_topic_add"), topic).status_code in (200, 302, 403, 404)


def test_who_may_only_look_goes_nowhere(editor: Client, editor_account: User):
    skill = Skill.objects.get(slug="py-syntax")
    change(editor, skill, title="Quite another title")
    looker = make_user(is_staff=True)
    group = Group.objects.get(name="Content editors")
    looker.user_permissions.add(*group.permissions.filter(codename="view_skill"))
    client = Client()
    client.force_login(looker)

    assert "Put back" not in client.get(history(skill)).content.decode()
    assert client.post(history(skill), {"edit": ContentEdit.objects.get().pk}).status_code == 403
    assert Skill.objects.get(pk=skill.pk).title == "Quite another title"


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "9" * 30, "٣"])
def test_an_edit_that_is_not_there_is_404(editor: Client, number: str):
    skill = Skill.objects.get(slug="py-syntax")

    assert editor.post(history(skill), {"edit": number}).status_code == 404


def test_an_edit_of_another_item_is_404(editor: Client):
    skill = Skill.objects.get(slug="py-syntax")
    change(editor, skill, title="Quite another title")
    other = Skill.objects.get(slug="git-basics")

    assert editor.post(history(other), {"edit": ContentEdit.objects.get().pk}).status_code == 404


def test_loading_the_fixtures_leaves_no_history():
    Skill.objects.filter(slug="py-syntax").update(title="Changed", fixture_digest="other")
    call_command("load_catalogue", verbosity=0)

    assert not ContentEdit.objects.exists()


def test_reports_are_a_queue_without_names(editor: Client, alice: Person, bob: Person):
    for person, problem in ((alice, "dead"), (bob, "dead"), (bob, "not-free")):
        person.quietly("/resources/py4e/report/", {"problem": problem, "comment": "Since May."})
    answer = editor.get(at("resourcereport_changelist"), {"state": "open"}).content.decode()
    rows = parse(answer).by_id("result_list")
    resource = Resource.objects.get(slug="py4e")

    assert resource.url in [link.get("href") for link in rows.all("a")]
    assert [cell.text for cell in rows.all("td") if "field-open_reports" in cell.get("class")] == ["3"] * 3
    for name in ("alice", "bob", "Alice", "Bob"):
        assert name not in rows.text
    for report in ResourceReport.objects.all():
        page = editor.get(at("resourcereport_change", report.pk)).content.decode()
        assert "example.org" not in parse(page).by_id("content").text.replace(resource.url, "")
    assert (
        "0 resource reports"
        in editor.get(at("resourcereport_changelist"), {"q": "alice@example.org"}).content.decode()
    )
    assert not StaffLook.objects.exists()


def test_reports_are_accepted_or_dismissed_once(editor: Client, alice: Person, bob: Person):
    alice.quietly("/resources/py4e/report/", {"problem": "dead"})
    bob.quietly("/resources/py4e/report/", {"problem": "wrong"})
    first, second = ResourceReport.objects.order_by("pk")
    assert "1 accepted." in act(editor, "resourcereport", "accept", first.pk).content.decode()
    assert "1 dismissed." in act(editor, "resourcereport", "dismiss", first.pk, second.pk).content.decode()

    assert list(ResourceReport.objects.order_by("pk").values_list("outcome", flat=True)) == [
        "accepted",
        "dismissed",
    ]
    assert Resource.objects.get(slug="py4e").status == "ok"
