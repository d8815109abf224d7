"""Alice keeps versions of her résumé; Bob is a stranger to them."""

import datetime
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from career.models import JobSearch, Resume, ResumeProject
from career.models.kept import KEPT
from career.resumes.checks import best, passed
from roadmap.models import ProfileLink
from tests.career.cv import INES, LIST, NEW, keep, path_of, titles
from tests.career.rows import make_application, make_job_text, make_resume
from tests.career.story_book import ship, token_of
from tests.factories import make_session, make_user
from tests.markup import Node
from tests.person import Person
from tests.test_pages import check


def new(person: Person, **fields: str) -> Resume:
    """Draft a version with the button."""
    answer = person.send(NEW, fields, page=LIST)
    assert answer.status_code == 303
    row: Resume = Resume.objects.get(pk=answer["Location"].split("/")[3])
    return row


def listed(page: Node) -> list[str]:
    return [heading.text for heading in page.by_id("main").all("h3")]


def test_the_first_is_drafted_from_profile_builds_and_what_is_shown(alice: Person):
    ProfileLink.objects.create(user=alice.user, position=0, label="Code", url="https://github.com/alice")
    ship(
        alice,
        title="Rent forecasts",
        summary="Collects nightly.",
        metric_name="MAE",
        metric_baseline=142,
        metric_mine=81,
        metric_better="lower",
        repository="https://github.com/alice/rents",
        demo="https://rents.example",
        skills=("numpy", "py-functions"),
    )
    ship(alice, title="Bike counter", repository="https://github.com/alice/bikes")
    ship(alice, title="Half done", status="building")
    alice.tick("numpy")
    make_session(user=alice.user, minutes=632)
    assert "No version yet" in alice.see(LIST).text

    row = new(alice)

    sheet = row.sheet
    assert (row.number, sheet.name, sheet.email) == (1, "Alice", "alice@example.org")
    assert sheet.links == ("https://github.com/alice",)
    assert [p.title for p in sheet.projects] == ["Rent forecasts", "Bike counter"], "numbers come first"
    first, second = sheet.projects
    assert first.lines == ("MAE 81, 43% below the baseline of 142.", "Collects nightly.")
    assert (first.link, second.link) == ("https://rents.example", "https://github.com/alice/bikes")
    assert second.lines == (), "nothing is made up"
    assert [group.words for group in sheet.skills] == ["NumPy"], "shown, and not merely on a build"
    assert sheet.education[0].title == "Milepost roadmap, 10 hours, self-directed"
    assert "v1 drafted" in alice.see(path_of(row)).by_id("live").text


def test_a_draft_of_nothing_is_an_empty_page(alice: Person):
    row = new(alice)
    assert (row.sheet.projects, row.sheet.skills, row.sheet.education) == ((), (), ())
    check(alice.see(path_of(row)), path_of(row))


def test_pressed_twice_there_is_one(alice: Person):
    fields = {"resume": str(uuid.uuid4())}
    assert new(alice, **fields) == new(alice, **fields)
    assert Resume.objects.count() == 1


def test_an_id_of_a_strangers_or_of_a_deleted_one_makes_another(alice: Person, bob: Person):
    row = new(alice)
    assert new(bob, resume=str(row.pk)) != row
    assert Resume.objects.get(pk=row.pk).user == alice.user
    alice.send(path_of(row, "delete/"))
    again = new(alice, resume=str(row.pk))
    assert (again.number, again.pk != row.pk) == (2, True)


def test_a_copy_is_the_next_version_and_says_the_same(alice: Person):
    row = keep(alice, title="forecasting", paper="letter")
    build = ship(alice)
    row.projects.update(build=build)
    fields = {"resume": str(uuid.uuid4())}
    for _ in range(2):
        answer = alice.send(path_of(row, "copy/"), fields, page=path_of(row))
    copy = Resume.objects.get(number=2)
    assert Resume.objects.count() == 2
    assert answer["Location"] == path_of(copy)
    assert copy.sheet == row.sheet
    assert (copy.title, copy.paper) == ("forecasting", "letter")
    assert {project.build for project in copy.projects.all()} == {build}
    assert titles(row) == titles(copy), "the first keeps its own"


def test_a_number_is_never_given_again(alice: Person):
    with time_machine.travel(datetime.datetime(2026, 7, 8, 12, tzinfo=datetime.UTC), tick=False) as clock:
        first, second = new(alice), new(alice)
        alice.send(path_of(second, "delete/"))
        assert new(alice).number == 3
        alice.send(path_of(Resume.objects.get(number=3), "delete/"))
        clock.shift(KEPT * 2)
        alice.send(path_of(first, "delete/"))
        assert Resume.everything.count() == 1, "the others are gone for good"
        assert new(alice).number == 4
    assert JobSearch.objects.get(user=alice.user).resume_number == 4


def test_two_of_one_number_cannot_be(alice: Person):
    keep(alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_resume(user=alice.user, number=1)
    make_resume(user=make_user(), number=1)


@pytest.mark.django_db(transaction=True)
def test_versions_made_at_once_get_numbers_of_their_own(transactional_db: None):
    user = make_user()

    def add(_: int) -> int:
        try:
            row = Resume(user=user, name="Ines")
            Resume.objects.add(row, [ResumeProject(title="Rents")])
            return row.number
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as desk:
        numbers = list(desk.map(add, range(8)))
    assert sorted(numbers) == list(range(1, 9))


def test_deleted_it_is_gone_and_undo_brings_it_back(alice: Person):
    row = keep(alice, title="forecasting")
    application = make_application(user=alice.user, resume=row)
    answer = alice.send(path_of(row, "delete/"), page=LIST)
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    page = alice.see(LIST)
    assert listed(page) == []
    assert "v1, forecasting is deleted." in page.by_id("live").text
    assert alice.get(path_of(row)).status_code == 404
    alice.send("/undo/", {"token": token_of(page)}, page=LIST)
    assert listed(alice.see(LIST)) == ["v1, forecasting"]
    application.refresh_from_db()
    assert application.resume == row
    assert len(titles(row)) == 3


def test_there_is_an_end_to_versions(alice: Person):
    for number in range(1, Resume.MOST + 1):
        make_resume(user=alice.user, number=number)
    answer = alice.send(NEW, page=LIST)
    assert answer["Location"] == LIST
    assert "as many as fit" in alice.see(LIST).by_id("live").text
    assert Resume.objects.count() == Resume.MOST


def test_the_list_says_how_each_stands(alice: Person):
    keep(alice, title="forecasting")
    second = make_resume(user=alice.user, number=2)
    make_application(user=alice.user, resume=second)
    gone = make_application(user=alice.user, resume=second)
    gone.deleted_at = gone.made_at
    gone.save()
    rows = [item.text for item in alice.see(LIST).by_id("main").all("li") if item.all("h3")]
    assert "v2 3 of 7 checks in 1 application saved" in rows[0]
    assert "v1, forecasting 7 of 7 checks saved" in rows[1]
    check(alice.see(LIST), LIST)


def test_readiness_counts_the_best_version(alice: Person):
    assert best(alice.user) is None
    make_resume(user=alice.user, number=5)
    row = keep(alice)
    assert passed(row) == (7, 7)
    assert best(alice.user) == (7, 7)


def test_the_picker_opens_a_version_against_a_job(alice: Person):
    row, job = keep(alice), make_job_text(user=alice.user)
    answer = alice.get(f"{LIST}?version={row.pk}&job={job.pk}")
    assert answer["Location"] == f"{path_of(row)}?job={job.pk}"
    assert alice.get(f"{LIST}?version={row.pk}&job=nonsense")["Location"] == path_of(row)
    assert alice.get(f"{LIST}?job={job.pk}")["Location"] == f"{path_of(row)}?job={job.pk}"
    assert alice.get(f"{LIST}?version=nonsense").status_code == 200


def test_a_job_without_a_version_leads_to_the_first_draft(alice: Person):
    job = make_job_text(user=alice.user)
    assert "No version yet" in alice.see(f"{LIST}?job={job.pk}").text


def test_bob_reaches_none_of_hers(alice: Person, bob: Person):
    row = keep(alice)
    for rest in ("", "print/", "pdf/", "text/", "json/"):
        assert bob.get(path_of(row, rest)).status_code == 404
    for rest in ("", "preview/", "copy/", "delete/"):
        assert bob.send(path_of(row, rest), {"name": "Bob"}).status_code == 404
    assert "Ines" not in bob.get(LIST).content.decode()
    assert Resume.objects.get().sheet == INES


def test_every_page_is_kept_by_no_cache(alice: Person):
    row = keep(alice)
    for path in (LIST, path_of(row), path_of(row, "print/"), path_of(row, "pdf/"), path_of(row, "text/")):
        assert "no-store" in alice.get(path)["Cache-Control"]


def test_no_page_asks_more_for_many(alice: Person):
    row = keep(alice)

    def grow(number: int) -> None:
        for n in range(number):
            ship(alice, title=f"Build {n}", skills=("numpy",))
            make_job_text(user=alice.user)
            other = keep(alice, number=10 + Resume.objects.count())
            make_application(user=alice.user, resume=other)
            row.projects.update(build=alice.user.builds.first())

    def asked() -> dict[str, int]:
        job = alice.user.job_texts.latest("made_at")
        paths = {"list": LIST, "edit": f"{path_of(row)}?job={job.pk}"}
        paths |= {name: path_of(row, f"{name}/") for name in ("print", "pdf", "text", "json")}
        counts = {}
        for name, path in paths.items():
            alice.get(path)
            with CaptureQueriesContext(connection) as queries:
                alice.get(path)
            counts[name] = len(queries)
        return counts

    grow(1)
    few = asked()
    grow(9)
    assert asked() == few
    assert max(few.values()) <= 7, few
