"""Alice keeps a list of companies with what she found out; Bob is a stranger to it."""

import datetime
import uuid
from typing import Any

from django.utils import timezone

from career.models import Stage, TargetCompany
from career.readiness.forms import NOTE
from tests import naughty
from tests.career import rows
from tests.markup import Node, parse
from tests.person import Person
from tests.test_kept_text import harmless

PAGE, NEW = "/career/readiness/", "/career/companies/new/"


def fields(**changed: str) -> dict[str, str]:
    return {
        "company": str(uuid.uuid4()),
        "name": "Kestrel Labs",
        "tier": "2",
        "link": "https://kestrel.example/jobs",
        "note": "A search team of five.",
    } | changed


def line(page: Node, company: TargetCompany) -> Node:
    return page.by_id(f"company-{company.pk}")


def refused(answer: Any) -> Node:
    assert answer.status_code == 422
    return parse(answer.content.decode())


def test_without_a_company_the_page_invites_to_add_one(alice: Person):
    page = alice.see(PAGE)

    assert "Start with one you would tell a friend about." in page.text
    assert NEW in [a.get("href") for a in page.all("a")]


def test_a_company_is_added_with_its_research_which_opens_in_place(alice: Person):
    form = alice.see(NEW).all("form", action=NEW)[0]
    answer = alice.send(NEW, fields(company=form.named("company").get("value")), page=NEW)
    assert (answer.status_code, answer["Location"]) == (303, PAGE)

    found = line(alice.see(PAGE), alice.user.target_companies.get())
    assert "Kestrel Labs Tier 2" in found.text
    (fold,) = found.all("details")
    assert "A search team of five." in fold.text
    (link,) = fold.all("a")
    assert (link.get("href"), link.get("rel")) == ("https://kestrel.example/jobs", "noopener nofollow ugc")


def test_without_research_nothing_opens(alice: Person):
    company = rows.make_target(user=alice.user)

    assert line(alice.see(PAGE), company).all("details") == []


def test_sent_twice_it_stands_there_once(alice: Person):
    sent = fields()
    for _ in range(2):
        assert alice.send(NEW, sent, page=NEW).status_code == 303
    assert alice.quietly(NEW, sent, page=NEW)["HX-Redirect"] == PAGE

    assert alice.user.target_companies.count() == 1


def test_the_nearest_tier_stands_first(alice: Person):
    for name, tier in (("Beta", 1), ("Delta", 4), ("Alpha", 4)):
        rows.make_target(user=alice.user, name=name, tier=tier)
    links = alice.see(PAGE).all("ul", class_="targets")[0].all("a")

    assert [a.text for a in links] == ["Alpha", "Delta", "Beta"]


def test_the_stage_of_an_application_there_stands_beside_it(alice: Person):
    company = rows.make_target(user=alice.user, name="Straße Labs", tier=3)
    day = alice.user.today()
    early = (("applied", day - datetime.timedelta(9)),)
    rows.make_application(user=alice.user, company="STRASSE LABS", moves=early)
    late = rows.make_application(user=alice.user, company="strasse labs", moves=(("final", day),))
    found = line(alice.see(PAGE), company)

    assert "Tier 3, final round" in found.text
    assert f"/career/{late.pk}/" in [a.get("href") for a in found.all("a")]


def test_a_stage_has_the_name_that_the_learner_gave_it(alice: Person):
    company = rows.make_target(user=alice.user)
    rows.make_application(user=alice.user, company="Kestrel Labs")
    Stage.objects.create(user=alice.user, key="saved", name="On the desk", means="saved", position=1)

    assert "Tier 2, on the desk" in line(alice.see(PAGE), company).text


def test_an_application_under_way_says_more_than_one_in_the_archive(alice: Person):
    company = rows.make_target(user=alice.user)
    day = alice.user.today()
    way = (("applied", day - datetime.timedelta(30)),)
    rows.make_application(user=alice.user, company="Kestrel Labs", moves=way)
    rows.make_application(
        user=alice.user, company="Kestrel Labs", moves=(("rejected", day),), archived_at=timezone.now()
    )
    rows.make_application(
        user=alice.user, company="Kestrel Labs", moves=(("offer", day),), deleted_at=timezone.now()
    )

    assert "Tier 2, applied" in line(alice.see(PAGE), company).text


def test_an_application_of_bobs_is_none_of_alices(alice: Person, bob: Person):
    company = rows.make_target(user=alice.user)
    rows.make_application(user=bob.user, company="Kestrel Labs", moves=(("offer", bob.user.today()),))

    assert "offer" not in line(alice.see(PAGE), company).text


def test_a_change_is_kept_and_nothing_else_of_it(alice: Person):
    company = rows.make_target(user=alice.user, note="Old")
    path = f"/career/companies/{company.pk}/"
    form = alice.see(path).all("form", action=path)[0]
    assert form.named("name").get("value") == "Kestrel Labs"
    answer = alice.send(path, fields(name="Kestrel", tier="3", note="New\r\nlines"), page=path)
    assert answer["Location"] == PAGE

    company.refresh_from_db()
    assert (company.name, company.tier, company.note) == ("Kestrel", 3, "New\nlines")
    assert company.changed_at > company.made_at


def test_a_form_that_is_not_right_says_how_and_keeps_what_was_typed(alice: Person):
    wrong = fields(name="", tier="7", link="javascript:alert(1)", note="x" * (NOTE + 1))
    page = refused(alice.send(NEW, wrong, page=NEW))

    assert page.by_id("errors").get("role") == "alert"
    assert page.by_id("company_name").get("aria-invalid") == "true"
    assert page.by_id("company_name_error").text == "Write the name, such as Kestrel Labs."
    assert "no such tier" in page.by_id("company_tier_error").text
    assert "Start with https://" in page.by_id("company_link_error").text
    assert "4,000 characters" in page.by_id("company_note_error").text
    assert page.by_id("company_note").raw.strip() == "x" * (NOTE + 1)
    assert page.by_id("company_link").get("value") == "javascript:alert(1)"
    assert not alice.user.target_companies.exists()


def test_the_same_name_again_leads_to_the_one_there_is(alice: Person):
    company = rows.make_target(user=alice.user, name="Straße Labs")
    page = refused(alice.send(NEW, fields(name="STRASSE labs", note="More"), page=NEW))

    assert "on your list already" in page.by_id("company_name_error").text
    assert f"/career/companies/{company.pk}/" in [a.get("href") for a in page.all("a")]
    assert page.by_id("company_note").raw.strip() == "More"
    path = f"/career/companies/{company.pk}/"
    assert alice.send(path, fields(name="STRASSE labs"), page=path).status_code == 303


def test_a_full_list_says_so_and_loses_nothing(alice: Person):
    TargetCompany.objects.bulk_create(
        TargetCompany(user=alice.user, name=f"Company {n}", tier=4) for n in range(TargetCompany.MOST)
    )
    page = refused(alice.send(NEW, fields(), page=NEW))

    assert "as many as fit" in page.by_id("errors").text
    assert page.by_id("company_name").get("value") == "Kestrel Labs"


def test_deleted_by_mistake_it_comes_back(alice: Person):
    company = rows.make_target(user=alice.user, note="A search team of five.")
    path = f"/career/companies/{company.pk}/"
    for _ in range(2):
        answer = alice.send(f"{path}delete/", page=path)
    assert answer.status_code == 404, "it is gone already"
    page = alice.see(PAGE)
    assert page.all("ul", class_="targets") == []
    assert "Kestrel Labs is deleted." in page.by_id("live").text
    token = page.by_id("live").all("form")[0].named("token").get("value")
    alice.send("/undo/", {"token": token}, page=PAGE)

    assert "A search team of five." in line(alice.see(PAGE), company).text


def test_an_id_of_bobs_is_replaced_and_his_row_stays(alice: Person, bob: Person):
    his = rows.make_target(user=bob.user, name="His")
    answer = alice.send(NEW, fields(company=str(his.pk)), page=NEW)

    assert answer.status_code == 303
    his.refresh_from_db()
    assert (his.name, his.user) == ("His", bob.user)
    assert alice.user.target_companies.get().name == "Kestrel Labs"


def test_bob_finds_nothing_at_the_address_of_alices(alice: Person, bob: Person):
    path = f"/career/companies/{rows.make_target(user=alice.user).pk}/"

    assert bob.get(path).status_code == 404
    assert bob.send(path, fields(), page=path).status_code == 404
    assert bob.send(f"{path}delete/", page=path).status_code == 404
    assert alice.user.target_companies.count() == 1


def test_what_is_written_comes_back_as_text_and_nothing_else(alice: Person):
    for text in naughty.MARKUP[:12]:
        TargetCompany.objects.all().delete()
        alice.send(NEW, fields(name=text[:100], note=text, link=""), page=NEW)
        found = alice.user.target_companies.first()
        if found is not None:  # some are nothing but white space
            page = alice.see(PAGE)
            harmless(page)
            assert found.name.split()[0] in line(page, found).text
