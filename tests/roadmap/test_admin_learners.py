"""Staff look at learners' rows, without touching them, and resolve what learners reported."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from accounts.models import User
from roadmap.admin.base import LearnersAdmin
from roadmap.models import Milestone, ResourceReport
from tests.markup import parse
from tests.person import Person
from tests.roadmap.admin_forms import LEARNERS, act, at


def fill(alice: Person) -> None:
    alice.tick("py-syntax", "done")
    alice.quietly("/resources/py4e/state/", {"state": "saved"})
    slug = Milestone.objects.all()[0].slug
    alice.quietly(f"/milestones/{slug}/state/", {"state": "done", "note": "For my eyes only"})
    alice.quietly("/skills/py-syntax/note/", {"text": "For my eyes only"})
    alice.quietly("/projects/project-1/ship-by/", {"ship_by": "2030-01-10"})
    alice.quietly("/specializations/", {"specialization": "nlp"})


@pytest.mark.parametrize("name", LEARNERS)
def test_learners_rows_can_be_seen_and_not_touched(staff: Client, alice: Person, name: str):
    fill(alice)
    model_admin = next(a for m, a in admin.site._registry.items() if m._meta.model_name == name)
    assert isinstance(model_admin, LearnersAdmin)
    row = model_admin.model._default_manager.get()

    found = staff.get(at(f"{name}_changelist"), {"q": "alice@"}).content.decode()
    assert "1 result" in parse(found).by_id("changelist").text
    page = staff.get(at(f"{name}_change", row.pk))
    assert page.status_code == 200
    assert not [n for n in parse(page.content.decode()).all("input") if n.get("name") == "_save"]
    assert "For my eyes only" not in page.content.decode() + found
    before = list(model_admin.model._default_manager.values())
    assert staff.post(at(f"{name}_change", row.pk), {"state": "open"}).status_code == 403
    assert staff.post(at(f"{name}_delete", row.pk), {"post": "yes"}).status_code == 403
    assert staff.get(at(f"{name}_add")).status_code == 403
    assert list(model_admin.model._default_manager.values()) == before


def test_an_account_can_still_be_closed_with_all_its_rows(staff: Client, alice: Person):
    fill(alice)
    alice.quietly("/resources/py4e/report/", {"problem": "dead"})

    answer = staff.post(reverse("admin:accounts_user_delete", args=[alice.user.pk]), {"post": "yes"})

    assert answer.status_code == 302
    assert not User.objects.filter(pk=alice.user.pk).exists()


# Reports


def test_staff_find_a_report_and_resolve_it(staff: Client, alice: Person):
    alice.quietly("/resources/py4e/report/", {"problem": "dead", "comment": "Since May."})
    report = ResourceReport.objects.get()

    page = parse(staff.get(at("resourcereport_changelist"), {"state": "open"}).content.decode())
    line = page.by_id("result_list")
    assert "The link is dead" in line.text
    assert "Since May." in line.text
    assert at("resource_change", report.resource_id) in [a.get("href") for a in line.all("a")]
    reported = parse(staff.get(at("resource_changelist"), {"reported": "open"}).content.decode())
    assert reported.by_id("result_list").text.count("Python for Everybody (PY4E site)") == 1

    done = act(staff, "resourcereport", "accept", report.pk)
    assert "1 accepted." in done.content.decode()
    report.refresh_from_db()
    assert report.resolved_at
    assert "Reported" not in alice.see("/resources/").by_id("resource-py4e").text
    assert (
        "0 resource reports" in staff.get(at("resourcereport_changelist"), {"state": "open"}).content.decode()
    )
    assert "Since May." in staff.get(at("resourcereport_changelist"), {"state": "accepted"}).content.decode()


def test_a_report_stays_as_it_was_written(staff: Client, alice: Person):
    alice.quietly("/resources/py4e/report/", {"problem": "dead", "comment": "Since May."})
    report = ResourceReport.objects.get()

    staff.post(at("resourcereport_change", report.pk), {"problem": "wrong", "comment": "changed"})

    report.refresh_from_db()
    assert (report.problem, report.comment) == ("dead", "Since May.")
    assert staff.post(at("resourcereport_delete", report.pk), {"post": "yes"}).status_code == 403


def test_a_comment_is_shown_as_text(staff: Client, alice: Person):
    alice.quietly("/resources/py4e/report/", {"problem": "wrong", "comment": "<img src=x onerror=alert(1)>"})

    page = parse(staff.get(at("resourcereport_changelist")).content.decode())
    assert "<img src=x" in page.by_id("result_list").text
    assert not [node for node in page.by_id("result_list").all("img") if node.get("src") == "x"]
