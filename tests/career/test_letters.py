"""Alice writes the cover letter of an application; Bob is a stranger to it."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.letter_draft import FEWEST, MOST, LetterFacts, draft, length
from career.models import Application, CoverLetter
from tests import naughty
from tests.career.cv import keep
from tests.career.rows import make_application
from tests.career.story_book import ship
from tests.markup import Node, parse
from tests.person import Person
from tests.test_kept_text import harmless
from tests.test_pages import check

PARTS = CoverLetter.PARTS
WRITTEN = {"hook": "Dear team,", "project": "Rents.", "transfer": "Shifts.", "closing": "Regards,\nInes"}


def path_of(application: Application, rest: str = "") -> str:
    return f"/career/{application.pk}/letter/{rest}"


def typed(page: Node) -> dict[str, str]:
    return {name: page.by_id(f"letter_{name}").raw.removeprefix("\n") for name in PARTS}


def build(person: Person, **fields: object):
    facts = {
        "title": "Rent forecasts",
        "problem": "Nobody knows where rents go. They guess. They lose.",
        "approach": "I gathered listings every night",
        "metric_name": "MAE",
        "metric_baseline": 142,
        "metric_mine": 81,
        "metric_better": "lower",
        "demo": "https://rents.example",
    }
    return ship(person, skills=("numpy",), **facts | fields)  # type: ignore[arg-type]  # columns of a build


def test_it_is_drafted_from_the_application_a_build_and_the_resume(alice: Person):
    build(alice)
    resume = keep(alice)
    application = make_application(user=alice.user, resume=resume)
    page = alice.see(path_of(application))
    found = typed(page)

    assert found["hook"].startswith(
        "Dear Fathom Freight team,\n\nI am applying for the role of ML Engineer, ETA"
    )
    for words in (
        "The work closest to it is Rent forecasts. Nobody knows where rents go. They guess. I gathered",
        "It ended with MAE 81, 43% below the baseline of 142. It shows NumPy.",
        "https://rents.example",
    ):
        assert words in found["project"]
    assert "I worked as Shift lead at Aire Valley Warehousing. Planned shifts for 40" in found["transfer"]
    assert found["closing"].endswith("Kind regards,\nInes Moreau")
    assert "Drafted and not saved yet: Hook and role, Project and skills" in page.text
    assert not CoverLetter.objects.exists(), "looking saves nothing"
    check(page, path_of(application))


def test_with_nothing_to_draw_on_it_asks(alice: Person):
    application = make_application(user=alice.user, role="")
    found = typed(alice.see(path_of(application)))
    assert "I am applying for a role at Fathom Freight." in found["hook"]
    assert found["project"].startswith("[A project you shipped")
    assert found["transfer"].startswith("[What an earlier job")
    assert found["closing"].endswith("Alice")


def test_what_stands_in_brackets_is_listed_as_still_to_say(alice: Person):
    application = make_application(user=alice.user)
    page = alice.see(path_of(application))
    assert "Still to say in your words: [What about Fathom Freight made you stop" in page.text
    alice.send(path_of(application), WRITTEN)
    assert "Still to say" not in alice.see(path_of(application)).text


def test_saved_twice_there_is_one_letter(alice: Person):
    application = make_application(user=alice.user)
    for _ in range(2):
        answer = alice.send(path_of(application), WRITTEN, page=path_of(application))
        assert (answer.status_code, answer["Location"]) == (303, path_of(application))
    letter = CoverLetter.objects.get()
    assert {name: getattr(letter, name) for name in PARTS} == WRITTEN
    assert typed(alice.see(path_of(application))) == WRITTEN


def test_a_draft_never_takes_the_place_of_what_was_written(alice: Person):
    rents, bikes = build(alice), build(alice, title="Bike counter")
    application = make_application(user=alice.user)
    alice.send(path_of(application), WRITTEN | {"project": "", "closing": " "})

    kept = typed(alice.see(path_of(application)))
    assert (kept["project"], kept["closing"]) == ("", ""), "emptied on purpose, it stays empty"
    for one in (rents, bikes):
        found = typed(alice.see(f"{path_of(application)}?build={one.key}"))
        assert (found["hook"], found["transfer"]) == (WRITTEN["hook"], WRITTEN["transfer"])
        assert f"closest to it is {one}." in found["project"]
    assert CoverLetter.objects.get().project == ""


def test_a_strangers_build_is_not_drawn_on(alice: Person, bob: Person):
    application = make_application(user=alice.user)
    for key in (build(bob).key, uuid.uuid4(), "nonsense"):
        found = typed(alice.see(f"{path_of(application)}?build={key}"))
        assert found["project"].startswith("[A project you shipped")


@pytest.mark.parametrize("part", PARTS)
def test_too_long_is_refused_beside_the_field_and_nothing_is_lost(alice: Person, part: str):
    application = make_application(user=alice.user)
    sent = WRITTEN | {part: "x" * 1501}
    answer = alice.send(path_of(application), sent, page=path_of(application))
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert "under 1,500 characters" in page.by_id(f"letter_{part}_error").text
    assert typed(page) == sent
    assert page.all("title")[0].text.startswith("Error: ")
    assert not CoverLetter.objects.exists()


def test_the_meter_says_how_far_a_page_is():
    assert length(("one two — [three]", "four")).words == 4
    assert length(("a " * 200,)).advice == "50 more words make a full letter"
    assert length(("a " * (FEWEST - 1),)).advice == "1 more word makes a full letter"
    assert length(("a " * 300,)).advice == "a good length"
    assert length(("a " * (MOST + 1),)).advice == "1 word more than one page"
    assert length(("[x] y [x]",)).gaps == ("[x]",)


def test_a_draft_makes_nothing_up():
    texts = draft(LetterFacts(company="Kestrel", build="Rents"))
    assert "[The number it ended with.]" in texts["project"]
    assert "It shows" not in texts["project"]
    assert "look at it" not in texts["project"]
    assert texts["closing"].endswith("[Your name]")


def test_it_goes_out_on_paper_and_as_text(alice: Person):
    application = make_application(user=alice.user)
    assert "Nothing is saved yet." in alice.see(path_of(application, "print/")).text
    alice.send(path_of(application), WRITTEN | {"transfer": ""})
    answer = alice.get(path_of(application, "text/"))
    assert answer.content.decode() == "Dear team,\n\nRents.\n\nRegards,\nInes\n"
    assert answer["Content-Disposition"] == 'attachment; filename="letter.txt"'
    page = alice.see(path_of(application, "print/") + "?paper=letter")
    assert page.by_id("leaf").text == "Dear team, Rents. Regards, Ines".replace(", Ines", ",Ines")
    assert "/static/css/paper-letter.css" in [link.get("href") for link in page.all("link")]


@pytest.mark.parametrize("text", [*naughty.MARKUP[:8], *naughty.CODE[:6], "مرحبا \u202eevil", "😀 漢字"])
def test_hostile_text_is_text(alice: Person, text: str):
    application = make_application(user=alice.user, company=text[:120], role=text[:120])
    harmless(alice.see(path_of(application)))
    sent = dict.fromkeys(PARTS, text)
    assert alice.send(path_of(application), sent).status_code == 303
    assert typed(alice.see(path_of(application))) == dict.fromkeys(PARTS, text.strip())
    for rest in ("", "print/"):
        page = alice.see(path_of(application, rest))
        harmless(page)
        check(page, path_of(application, rest))
    assert alice.get(path_of(application, "text/")).content.decode().count(text.strip()) == 4


def test_bob_reaches_none_of_it(alice: Person, bob: Person):
    application = make_application(user=alice.user)
    CoverLetter.objects.create(application=application, **WRITTEN)
    for rest in ("", "print/", "text/"):
        assert bob.get(path_of(application, rest)).status_code == 404
    assert bob.send(path_of(application), {"hook": "Mine now"}).status_code == 404
    assert CoverLetter.objects.get().hook == "Dear team,"


def test_no_page_asks_more_than_seven_times(alice: Person):
    keep(alice)
    application = make_application(user=alice.user)
    for number in range(8):
        one = build(alice, title=f"Build {number}")
    paths = ["", f"?build={one.key}", "print/", "text/"]
    for path in paths:
        alice.get(path_of(application, path))
        with CaptureQueriesContext(connection) as queries:
            alice.get(path_of(application, path))
        assert len(queries) <= 7, (path, [query["sql"][:80] for query in queries])
        assert "no-store" in alice.get(path_of(application, path))["Cache-Control"]
