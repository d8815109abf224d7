"""Alice edits a résumé beside the page as it prints."""

import datetime
import uuid
from typing import Any

import pytest

from career.models import Resume, ResumeProject
from tests import naughty
from tests.career.cv import INES, keep, path_of, titles, typed
from tests.career.rows import make_application, make_job_text
from tests.career.story_book import ship
from tests.markup import Node, parse
from tests.person import Person
from tests.test_kept_text import harmless
from tests.test_pages import check


def save(person: Person, row: Resume, **changes: Any) -> Any:
    """Open the editor, change something, and save."""
    fields = {name.replace("__", "-"): value for name, value in changes.items()}
    return person.send(path_of(row), typed(person.see(path_of(row))) | fields, page=path_of(row))


def checks(page: Node) -> str:
    return page.by_id("checks").text


def test_saved_untouched_it_says_the_same(alice: Person):
    row = keep(alice, title="forecasting", paper="letter")
    build = ship(alice)
    row.projects.filter(position=2).update(build=build)
    answer = save(alice, row)
    assert (answer.status_code, answer["Location"]) == (303, path_of(row))
    row.refresh_from_db()
    assert (row.sheet, row.title, row.paper) == (INES, "forecasting", "letter")
    assert [project.build for project in row.projects.all()] == [None, build, None]


def test_everything_can_be_changed_and_what_is_emptied_is_left_out(alice: Person):
    row = keep(alice)
    changed = save(
        alice,
        row,
        name="Ines M.",
        links="github.com/ines, https://ines.example/",
        group__1__name="",
        group__1__words="",
        group__3__name="Running them",
        group__3__words="Docker",
        job__2__title="Order picker",
        job__2__lines="- Led nine people.\n\n- Fewest slips.",
        school__1__title="",
        school__1__years="",
    )
    assert changed.status_code == 303
    row = Resume.objects.get()
    sheet = row.sheet
    assert sheet.name == "Ines M."
    assert sheet.links == ("https://github.com/ines", "https://ines.example/")
    assert [group.name for group in sheet.skills] == ["Models", "Running them"]
    assert sheet.jobs[1].lines == ("Led nine people.", "Fewest slips.")
    assert sheet.education == ()
    assert row.number == 1


def test_projects_move_leave_and_come_without_a_script(alice: Person):
    row = keep(alice)
    build = ship(alice, title="Bike counter", metric_name="MAE", metric_mine=3)
    page = alice.see(path_of(row))
    assert [b.get("value") for b in page.all("button", name="do")] == ["down-1", "up-2", "down-2", "up-3"]
    rents, pallets, triage = (project.title for project in INES.projects)

    moved = save(alice, row, do="down-1", summary="Typed before it moved, and kept along with it, all of it.")
    assert moved["Location"] == f"{path_of(row)}#projects"
    assert titles(row) == [pallets, rents, triage]
    assert Resume.objects.get().summary.startswith("Typed before")
    save(alice, row, do="up-3")
    assert titles(row) == [pallets, triage, rents]
    for nowhere in ("up-1", "down-3", "down-9", "sideways-2", "up-0"):
        save(alice, row, do=nowhere)
        assert titles(row) == [pallets, triage, rents]

    fields = typed(alice.see(path_of(row))) | {"add": str(build.key)}
    del fields["project-2-keep"]
    for _ in range(2):
        alice.send(path_of(row), fields, page=path_of(row))
        assert titles(row) == [pallets, rents, "Bike counter"]
    added = row.projects.last()
    assert added is not None
    assert (added.build, added.lines) == (build, "MAE 3.")


def test_a_build_already_on_it_is_not_offered_nor_added_again(alice: Person):
    row = keep(alice)
    build = ship(alice, title="Rents")
    row.projects.filter(position=1).update(build=build)
    assert alice.see(path_of(row)).all("input", name="add") == []
    save(alice, row, add=str(build.key))
    assert len(titles(row)) == 3


def test_builds_of_strangers_and_unshipped_ones_cannot_be_added(alice: Person, bob: Person):
    row = keep(alice)
    for build in (ship(bob), ship(alice, status="building")):
        save(alice, row, add=str(build.key))
    save(alice, row, add="nonsense", project__1__build=str(ship(bob).key))
    assert len(titles(row)) == 3
    assert not row.projects.exclude(build=None).exists()


def test_a_project_outlives_its_build(alice: Person):
    row = keep(alice)
    build = ship(alice)
    row.projects.filter(position=1).update(build=build)
    build.delete()
    assert save(alice, row).status_code == 303
    assert Resume.objects.get().sheet == INES


def test_more_projects_than_fit_are_said(alice: Person):
    row = keep(alice)
    keys = [str(ship(alice, title=f"Build {n}").key) for n in range(5)]
    alice.client.post(path_of(row), typed(alice.see(path_of(row))) | {"add": keys})
    assert len(titles(row)) == ResumeProject.MOST
    assert "more do not fit" in alice.see(path_of(row)).by_id("live").text


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("email", "nobody", "no e-mail address"),
        ("links", "javascript:alert(1)", "no address"),
        ("links", "https://a.example\n" * 6, "Keep it to 5 links"),
        pytest.param("name", "x" * 121, "under 120 characters", id="long name"),
        pytest.param("summary", "x" * 601, "under 600 characters", id="long summary"),
        ("group-1-name", "", "Give the group a name"),
        ("group-2-words", "", "Name at least one skill"),
        pytest.param("group-1-words", "x" * 301, "under 300 characters", id="long words"),
        ("project-1-title", "", "Give the project a title"),
        ("project-2-link", "ftp://x.example", "Start with https://"),
        ("project-2-link", "https://bank.example@evil.example", "Leave out the name before the @"),
        ("project-2-build", "nonsense", "valid UUID"),
        pytest.param("project-1-lines", "x" * 801, "under 800 characters", id="long lines"),
        ("job-1-title", "", "Say what you were, and where."),
        pytest.param("school-1-years", "x" * 41, "under 40 characters", id="long years"),
        ("paper", "a5", "not one of the available choices"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(alice: Person, field: str, value: str, reason: str):
    row = keep(alice)
    fields = typed(alice.see(path_of(row))) | {field: value, "job-2-title": "Typed too"}
    answer = alice.send(path_of(row), fields, page=path_of(row))
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert reason in page.by_id("errors").text
    assert page.by_id("resume_job-2-title").get("value") == "Typed too", "nothing typed is lost"
    if field not in ("paper", "project-2-build"):
        assert reason in page.by_id(f"resume_{field}_error").text
        control = page.by_id(f"resume_{field}")
        assert control.get("aria-invalid") == "true"
        assert (control.raw.strip() if control.tag == "textarea" else control.get("value")) == value.strip()
    assert page.all("title")[0].text.startswith("Error: ")
    check(page, path_of(row))
    assert Resume.objects.get().sheet == INES

    preview = alice.quietly(path_of(row, "preview/"), fields, page=path_of(row))
    assert preview.status_code == 422
    assert preview["HX-Reswap"] == "none"
    assert reason in parse(preview.content.decode()).by_id("checks").text


def test_the_preview_shows_what_is_typed_and_saves_nothing(alice: Person):
    row = keep(alice)
    fields = typed(alice.see(path_of(row))) | {"summary": "I helped.", "paper": "letter"}
    answer = alice.quietly(path_of(row, "preview/"), fields, page=path_of(row))
    piece = parse(answer.content.decode())
    assert "I helped." in piece.by_id("leaf").text
    assert "letter" in piece.by_id("leaf").get("class").split()
    assert "5 of 7" in checks(piece)
    assert "First person" in checks(piece)
    assert piece.by_id("checks").get("hx-swap-oob") == "true"
    assert Resume.objects.get().sheet == INES


def test_a_job_text_is_held_against_the_sheet(alice: Person):
    row = keep(alice)
    wanted = "You will write Python and NumPy. SQL and Docker every day."
    job = make_job_text(user=alice.user, company="Fathom Freight", text=wanted)
    ship(alice, skills=("numpy",))
    alice.tick("numpy")
    alice.tick("py-syntax")
    page = alice.see(f"{path_of(row)}?job={job.pk}")

    assert "7 of 8" in checks(page)
    assert "Words of the job text 1 of 2 skills you have" in checks(page)
    assert "NumPy is missing you have it: name it where you used it" in checks(page)
    assert "SQL is named open on your trail: be ready to show it, or leave it out" in checks(page)
    assert "Docker is missing open on your trail: leave it out until you can show it" in checks(page)
    assert "Against Fathom Freight" in page.by_id("job").text

    fields = typed(page) | {"group-1-words": "Python, NumPy"}
    assert fields["job"] == str(job.pk)
    piece = parse(alice.quietly(path_of(row, "preview/"), fields).content.decode())
    assert "8 of 8" in checks(piece)
    assert "SQL is missing open on your trail" in checks(piece), "it has just been taken out"
    assert alice.send(path_of(row), fields)["Location"] == f"{path_of(row)}?job={job.pk}"


def test_a_strangers_job_text_is_no_job_text(alice: Person, bob: Person):
    row = keep(alice)
    job = make_job_text(user=bob.user, title="Bob's secret", text="Python")
    page = alice.see(f"{path_of(row)}?job={job.pk}")
    assert "Bob" not in page.text
    assert "7 of 7" in checks(page)
    preview = alice.quietly(path_of(row, "preview/"), typed(page) | {"job": str(job.pk)})
    assert "7 of 7" in preview.content.decode()


def test_shown_skills_that_it_does_not_name_are_suggested(alice: Person):
    row = keep(alice)
    ship(alice, skills=("numpy", "py-functions"))
    page = alice.see(path_of(row))
    assert "Shown and not named yet:" in page.text
    assert "NumPy" in page.text
    save(alice, row, group__1__words="Python, numpy")
    suggestion = [p.text for p in alice.see(path_of(row)).all("p") if p.text.startswith("Shown and not")]
    assert "NumPy" not in suggestion[0]


def test_a_build_without_a_metric_leads_to_where_it_gets_one(alice: Person):
    row, build = keep(alice), ship(alice, title="Bike counter")
    links = [a.get("href") for a in alice.see(path_of(row)).all("a") if "Add a metric" in a.text]
    assert links == [f"/builds/{build.key}/"]


def test_it_says_where_it_is_used_and_when_it_was_saved(alice: Person):
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()
    row = keep(alice, changed_at=datetime.datetime(2026, 7, 11, 20, 14, tzinfo=datetime.UTC))
    make_application(user=alice.user, resume=row)
    assert "Used in 1 application. Saved July 12, 05:14." in alice.see(path_of(row)).text


HOSTILE = [
    *naughty.MARKUP[:12],
    *naughty.CODE[:10],
    '#read("/etc/passwd") #sys.inputs *bold* $x$ @ref <label> // x',
    "مرحبا بالعالم — \u202eevil\u202c",
    "😀👩‍👩‍👧 漢字 Z͑ͫ̓ͪ̂ͫ̽",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_text_everywhere(alice: Person, text: str):
    row = keep(alice)
    words = text[:40].strip()
    fields = typed(alice.see(path_of(row)))
    for name in fields:
        if name.split("-")[-1] in ("name", "title", "words", "years", "place", "phone", "lines", "summary"):
            fields[name] = words
    assert alice.send(path_of(row), fields, page=path_of(row)).status_code == 303
    row.refresh_from_db()
    assert row.name == words
    assert row.sheet.projects[0].title == words
    for path in (path_of(row), path_of(row, "print/"), "/career/resumes/"):
        page = alice.see(path)
        harmless(page)
        check(page, path)
    assert " ".join(words.split()) in alice.see(path_of(row)).by_id("leaf").text
    assert words in alice.get(path_of(row, "text/")).content.decode()
    assert alice.get(path_of(row, "json/")).json()["basics"]["name"] == words
    answer = alice.get(path_of(row, "pdf/"))
    assert answer.status_code == 200 or answer["Location"] == path_of(row, "print/")


def test_a_deleted_version_cannot_be_saved(alice: Person):
    row = keep(alice)
    fields = typed(alice.see(path_of(row)))
    alice.send(path_of(row, "delete/"))
    assert alice.send(path_of(row), fields).status_code == 404
    assert alice.quietly(path_of(row, "preview/"), fields).status_code == 404
    assert alice.get(f"/career/resumes/{uuid.uuid4()}/").status_code == 404


def test_both_answers_find_their_places_on_the_page(alice: Person):
    row = keep(alice)
    page = alice.see(path_of(row))
    check(page, path_of(row))
    ids = {node.id for node in page}
    assert {"leaf", "checks", "resume-form"} <= ids
