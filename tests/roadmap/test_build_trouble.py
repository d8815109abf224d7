"""What goes wrong with a build: links that are none, texts without end, statuses unheard of."""

from typing import Any

import pytest

from roadmap.models import Build
from tests.factories import make_build
from tests.markup import Node, parse
from tests.person import Person

NEW = "/builds/new/"
LINKS = ("repository", "demo", "writeup")
NO_LINKS = (
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//example.org",
    "github/ines/overtime",
    "ftp://example.org/x",
    "https://" + "x" * 600 + ".example",
)


def at(build: Build, rest: str = "") -> str:
    return f"/builds/{build.key}/{rest}"


def refused(answer: Any) -> Node:
    assert answer.status_code == 422
    return parse(answer.content.decode())


# Links


@pytest.mark.parametrize("field", LINKS)
@pytest.mark.parametrize("url", NO_LINKS)
def test_what_is_no_link_is_refused_beside_the_field(alice: Person, field: str, url: str) -> None:
    page = refused(alice.send(NEW, {"title": "Typed by hand", field: url}))

    box = page.by_id(f"build_{field}")
    assert (box.get("aria-invalid"), box.get("value")) == ("true", url)
    assert f"build_{field}_error" in box.get("aria-describedby")
    assert page.by_id(f"build_{field}_error").text
    assert page.by_id("build_title").get("value") == "Typed by hand", "nothing typed is lost"
    assert f"#build_{field}" in [a.get("href") for a in page.by_id("errors").all("a")]
    assert not alice.user.builds.exists()


@pytest.mark.parametrize("quiet", [True, False])
def test_the_small_form_refuses_in_its_place(alice: Person, quiet: bool) -> None:
    build = make_build(user=alice.user)
    send = alice.quietly if quiet else alice.send

    page = refused(
        send(at(build, "facts/"), {"demo": "javascript:alert(1)", "repository": "https://a.example"})
    )

    form = page.by_id("facts")
    assert form.named("demo").get("aria-invalid") == "true"
    assert form.named("repository").get("value") == "https://a.example"
    build.refresh_from_db()
    assert (build.demo, build.repository) == ("", "")


@pytest.mark.parametrize("quiet", [True, False])
def test_a_proof_that_is_no_link_is_refused_at_its_row(alice: Person, quiet: bool) -> None:
    build = make_build(user=alice.user, requirements=["Data", "Model"])
    data, model = build.own_requirements.all()
    send = alice.quietly if quiet else alice.send

    path = at(build, f"requirements/{model.pk}/proof/")
    page = refused(send(path, {"url": "javascript:alert(1)", "note": "Typed"}))

    assert page.by_id(f"proof-url-{model.pk}").get("aria-invalid") == "true"
    assert page.by_id(f"proof-note-{model.pk}").get("value") == "Typed"
    assert "aria-invalid" not in page.by_id(f"proof-url-{data.pk}").attributes
    assert "open" in page.by_id(f"own-{model.pk}").all("details")[0].attributes
    assert not build.own_requirements.exclude(url="", note="").exists()


# Texts


@pytest.mark.parametrize(
    ("field", "most"), [("title", 120), ("summary", 160), ("problem", 4000), ("data_source", 200)]
)
def test_ten_kilobytes_are_refused_beside_the_field(alice: Person, field: str, most: int) -> None:
    fields = {"title": "Fine"} | {field: "ß" * 10_000}

    page = refused(alice.send(NEW, fields))

    assert f"Shorten it to {most} or fewer." in page.by_id(f"build_{field}_error").text
    assert "ß" * 10_000 in page.by_id("main").raw or page.by_id(f"build_{field}").get("value") == "ß" * 10_000
    alice.send(NEW, {"title": "Fine"} | {field: "ß" * most})
    assert alice.user.builds.filter(**{field: "ß" * most}).exists()


def test_a_title_is_asked_for(alice: Person) -> None:
    page = refused(alice.send(NEW, {"title": "   "}))

    assert page.by_id("build_title_error").text == "Give it a title."
    assert page.all("title")[0].text.startswith("Error:")


def test_a_long_line_of_the_log_is_refused_and_kept_in_the_field(alice: Person) -> None:
    build = make_build(user=alice.user)

    page = refused(alice.quietly(at(build, "log/"), {"text": "x" * 501}))

    assert "Shorten it to 500 or fewer." in page.by_id("line-text-error").text
    assert page.by_id("line-text").get("value") == "x" * 501


def test_a_line_is_of_a_day_that_has_come(alice: Person) -> None:
    build = make_build(user=alice.user)

    page = refused(alice.send(at(build, "log/"), {"text": "Soon", "day": "2099-01-01"}))

    assert "future" in page.by_id("line-day-error").text
    assert not build.lines.exists()


def test_markup_and_mixed_directions_stay_text(alice: Person) -> None:
    title = "<b>Bold</b> שלום & \u202ereversed"
    build = make_build(user=alice.user, title=title, summary="<script>x</script>", requirements=["<i>R</i>"])

    page = alice.see(at(build))

    assert "<b>Bold</b>" in page.all("h1")[0].text
    assert page.all("h1")[0].all("bdi"), "its direction stays its own"
    assert not page.by_id("main").all("script")
    assert not page.by_id("own-requirements").all("i")
    assert "<b>Bold</b>" in alice.see("/projects/").by_id("own").text


# Numbers and words that are none


@pytest.mark.parametrize("value", ["much", "1e999", "nan", "inf", "14,2", "--1"])
def test_what_is_no_number_is_refused(alice: Person, value: str) -> None:
    page = refused(alice.send(NEW, {"title": "Fine", "metric_name": "MAE", "metric_mine": value}))

    assert page.by_id("build_metric_mine_error").text == "Write a number, such as 14.2."
    assert page.by_id("build_metric_mine").get("value") == value


def test_a_number_has_a_name(alice: Person) -> None:
    page = refused(alice.send(NEW, {"title": "Fine", "metric_mine": "9"}))

    assert page.by_id("build_metric_name_error").text == "Say what the number is, such as MAE or accuracy."


@pytest.mark.parametrize("status", ["", "done", "SHIPPED", "shipped ", "idea\x00"])
@pytest.mark.parametrize("quiet", [True, False])
def test_an_unknown_status_is_refused_in_words(alice: Person, status: str, quiet: bool) -> None:
    build = make_build(user=alice.user)
    send = alice.quietly if quiet else alice.send

    answer = send(at(build, "status/"), {"status": status})

    assert answer.status_code in (400, 422)
    build.refresh_from_db()
    assert build.status == "building"


@pytest.mark.parametrize(
    ("rest", "fields"),
    [
        ("readme/", {"point": "z", "state": "done"}),
        ("readme/", {"point": "q", "state": "maybe"}),
        ("milestones/", {"milestone": "no-such", "state": "named"}),
        ("milestones/", {"milestone": "first-web-model", "state": "perhaps"}),
    ],
)
def test_unknown_words_change_nothing(alice: Person, rest: str, fields: dict[str, str]) -> None:
    build = make_build(user=alice.user)

    assert alice.send(at(build, rest), fields).status_code == 422
    build.refresh_from_db()
    assert build.readme_points == ""
    assert not alice.user.milestone_progress.exists()


def test_an_unknown_skill_is_refused(alice: Person) -> None:
    page = refused(alice.send(NEW, {"title": "Fine", "another": "flying"}))
    assert page.by_id("build_another_error").text == "There is no such skill. Choose one from the list."
    assert refused(alice.send(NEW, {"title": "Fine", "skill": ["flying"]})).by_id("build_skill_error").text


def test_a_ship_by_date_that_has_passed_may_stay_but_not_be_set(alice: Person) -> None:
    build = make_build(user=alice.user, ship_by="2020-01-01")
    assert alice.send(at(build, "edit/"), {"title": "Late", "ship_by": "2020-01-01"}).status_code == 303

    page = refused(alice.send(at(build, "edit/"), {"title": "Late", "ship_by": "2020-01-02"}))
    assert "This day has passed." in page.by_id("build_ship_by_error").text


def test_a_learner_has_a_hundred_builds_at_most(alice: Person) -> None:
    Build.objects.bulk_create(Build(user=alice.user, title="x") for _ in range(Build.MOST))

    page = refused(alice.send(NEW, {"title": "One more"}))

    assert "You have 100 builds." in page.by_id("errors").text
    assert alice.user.builds.count() == Build.MOST


@pytest.mark.parametrize(
    "path", ["/builds/00000000-0000-4000-8000-000000000000/", "/builds/1/", "/builds/none/edit/"]
)
def test_what_is_no_build_is_not_found(alice: Person, path: str) -> None:
    assert alice.get(path).status_code == 404


def test_an_undo_of_a_build_that_is_gone_is_not_found(alice: Person) -> None:
    build = make_build(user=alice.user)
    answer = alice.quietly(at(build, "status/"), {"status": "shipped"}, page=at(build))
    token = parse(answer.content.decode()).by_id("live").named("token").get("value")
    alice.send(at(build, "delete/"))

    assert alice.quietly("/undo/", {"token": token}).status_code == 404


@pytest.mark.parametrize("kind", ["build", "ship-log"])
@pytest.mark.parametrize("quiet", [True, False])
def test_a_forged_undo_says_so(alice: Person, kind: str, quiet: bool) -> None:
    send = alice.quietly if quiet else alice.send

    answer = send("/undo/", {"token": f"{kind}/forged"}, page="/projects/")

    page = parse(answer.content.decode()) if quiet else alice.see("/projects/")
    assert "This can no longer be undone." in page.by_id("live").text
