"""Alice reads job texts against her roadmap; Bob is a stranger to them."""

import dataclasses
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from career.job_text import Sign, read
from career.job_texts import screen
from career.models import JobText
from roadmap.models import Enrollment, Evidence, Skill
from roadmap.models.catalog import CatalogueVersion
from tests.career.job_text_desk import LIST, bucket, marked, pasted, path_of, source
from tests.career.rows import make_application, make_resume
from tests.career.story_book import ship
from tests.markup import Node
from tests.person import Person
from tests.test_kept_text import harmless
from tests.test_pages import check


def lead(page: Node) -> str:
    return page.all("p", class_="lead")[0].text


def test_without_a_text_the_list_says_what_to_paste(alice: Person):
    page = alice.see(LIST)
    assert "Nothing pasted yet" in page.text
    assert [a.text for a in page.all("a", href="/career/job-texts/new/")] == ["Paste your first"]


def test_the_list_names_each_with_its_application(alice: Person, bob: Person):
    first = pasted(alice, title="One", company="Fathom Freight")
    pasted(alice, title="Two")
    pasted(bob, title="Bob's")
    application = make_application(user=alice.user, job_text=first)

    page = alice.see(LIST)

    assert [h.text for h in page.all("h3")] == ["Two", "One"]
    assert "Fathom Freight" in page.text
    assert [a.text for a in page.all("a", href=f"/career/{application.pk}/")] == ["saved as application: One"]


def test_skills_fall_into_shown_claimed_ahead_and_unknown(alice: Person):
    alice.tick("py-syntax")
    ship(alice, title="Rent forecasts", skills=("py-syntax",))
    alice.tick("pytorch")
    alice.tick("docker-basics", "learning")
    row = pasted(alice)

    page = alice.see(path_of(row))

    assert bucket(page, 1) == ["Python Variables, types and control flow Rent forecasts"]
    assert bucket(page, 2) == ["PyTorch Add proof of PyTorch"]
    assert bucket(page, 3)[0] == "Docker Learning, 6 h This week: Docker"
    assert "FastAPI Model behind an API a plus Open" in bucket(page, 3)[1]
    assert bucket(page, 4) == ["Kafka Means a skill? Kafka"]
    assert marked(page) == {
        "Python": "shown",
        "PyTorch": "claimed",
        "Docker": "open",
        "FastAPI": "open",
        "Kafka": "off",
    }
    assert lead(page).startswith(
        "Of 5 skills it names, you can show 1 and claim 1; 2 are ahead of you and 1 is not in the roadmap."
    )
    assert page.all("a", href="/skills/py-syntax/evidence/")[0].text == "Rent forecasts"


def test_a_link_that_shows_a_skill_is_named_by_its_host(alice: Person):
    alice.tick("py-syntax")
    Evidence.objects.create(
        user=alice.user,
        skill=Skill.objects.get(slug="py-syntax"),
        kind="repository",
        url="https://www.example.org/ada/rents",
        day=alice.user.today(),
    )
    assert bucket(alice.see(path_of(pasted(alice))), 1)[0].endswith("example.org")


def test_a_skipped_skill_lies_ahead_and_is_said_to_be_skipped(alice: Person):
    alice.tick("docker-basics", "skipped")
    page = alice.see(path_of(pasted(alice, "We use Docker.")))
    assert bucket(page, 3) == ["Docker Skipped"]
    assert page.all("button", name="skill") == []


def test_a_skill_of_a_specialization_not_chosen_says_so(alice: Person):
    page = alice.see(path_of(pasted(alice, "You know YOLO.")))
    (line,) = bucket(page, 3)
    assert line.endswith("in a specialization you did not choose")
    assert page.all("button", name="skill") == []


def test_a_retired_skill_counts_only_for_whoever_began_it(alice: Person, bob: Person):
    for person in (alice, bob):
        person.see(path_of(pasted(person, "We use Docker.")))
    alice.tick("docker-basics")
    Skill.objects.filter(slug="docker-basics").update(retired=True)
    CatalogueVersion.bump()
    assert bucket(alice.see(path_of(alice.user.job_texts.get())), 2)
    assert bucket(bob.see(path_of(bob.user.job_texts.get())), 4)


def test_an_open_skill_goes_into_this_week_and_one_stays_on_the_page(alice: Person):
    path = path_of(pasted(alice, "We use Docker."))
    (button,) = alice.see(path).all("button", name="skill")
    answer = alice.send("/week/add/", {"skill": button.get("value")}, page=path)
    assert (answer.status_code, answer["Location"]) == (303, path)

    page = alice.see(path)
    assert "Docker basics is pinned to this week." in page.by_id("live").text
    assert bucket(page, 3)[0].endswith("In this week")
    assert page.all("button", name="skill") == []
    assert "Docker basics" in alice.see("/week/").text


def test_hours_are_left_out_for_whoever_hides_forecasts(alice: Person):
    path = path_of(pasted(alice, "We use Docker."))
    assert bucket(alice.see(path), 3) == ["Docker Open, 6 h This week: Docker"]
    Enrollment.objects.create(user=alice.user, started_on=alice.user.today(), forecast_shown=False)
    assert bucket(alice.see(path), 3) == ["Docker Open This week: Docker"]


def sign(text: str, key: str, kind: str, sentence: str) -> Sign:
    at = text.index(sentence)
    return Sign(key, kind, at, at + len(sentence), sentence, "Because.")  # type: ignore[arg-type]  # of the two


def test_signs_quote_their_sentence_and_lead_to_it(alice: Person, monkeypatch: pytest.MonkeyPatch):
    text = "You own the ETA model. PhD required. We use Python."
    real = read

    def with_signs(*args: object) -> object:
        found = real(*args)  # type: ignore[arg-type]  # passed on
        signs = (
            sign(text, "phd-required", "red", "PhD required."),
            sign(text, "clear-ownership", "green", "You own the ETA model."),
        )
        return dataclasses.replace(found, signs=signs)

    monkeypatch.setattr(screen, "read", with_signs)
    page = alice.see(path_of(pasted(alice, text)))

    assert [quote.text for quote in page.all("blockquote")] == [
        "“You own the ETA model.” In the text: Clear project ownership",
        "“PhD required.” In the text: “PhD required”",
    ]
    assert page.by_id("t1").text == "1You own the ETA model."
    assert page.by_id("t2").text == "2PhD required."
    assert [a.get("href") for q in page.all("blockquote") for a in q.all("a")] == ["#t1", "#t2"]
    assert "1 good sign and 1 warning sign" in lead(page)
    assert "Nothing found on specific technologies, mentorship or a learning budget." in page.text


def test_a_text_without_anything_says_so_and_judges_nobody(alice: Person):
    page = alice.see(path_of(pasted(alice, "Baker wanted. Early hours.")))
    assert lead(page).startswith("It names no skill that the reader knows.")
    assert "says nothing either way" in lead(page)
    assert page.all("mark", class_="off") == page.all("mark", class_="off")[:1], "the legend alone"


def test_markup_is_text_and_lines_stay_lines(alice: Person):
    text = "<script>alert(1)</script> Python\n\n\t- <b>Docker</b>\n{{ 7*7 }} مهندس تعلم الآلة"
    page = alice.see(path_of(pasted(alice, text, title="<img src=x>", company="<i>Co</i>")))
    assert source(page) == text
    assert page.all("div", class_="asis")[0].get("dir") == "auto"
    assert page.all("img") == []
    harmless(page)


def test_the_longest_text_is_read(alice: Person):
    text = ("Python, Docker & <Kafka>. " * 3000)[: JobText.LONGEST].strip()
    page = alice.see(path_of(pasted(alice, text)))
    assert source(page) == text


def test_what_was_read_is_kept_until_the_text_or_the_words_change(
    alice: Person, monkeypatch: pytest.MonkeyPatch
):
    calls: list[str] = []
    real = read

    def counted(text: str, *args: object) -> object:
        calls.append(text)
        return real(text, *args)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(screen, "read", counted)
    row = pasted(alice, "We use Python.")
    alice.see(path_of(row))
    alice.see(path_of(row))
    assert calls == ["We use Python."]
    alice.send(f"{path_of(row)}terms/", {"term": "use"}, page=path_of(row))
    alice.see(path_of(row))
    alice.send(f"{path_of(row)}edit/", {"text": "We use Docker."}, page=path_of(row))
    alice.see(path_of(row))
    assert calls == ["We use Python.", "We use Python.", "We use Docker."]


def test_saved_as_application_it_leads_there(alice: Person):
    row = pasted(alice)
    page = alice.see(path_of(row))
    assert page.all("a", href=f"/career/new/?job_text={row.pk}")[0].text == "Save as application"
    application = make_application(user=alice.user, job_text=row)
    page = alice.see(path_of(row))
    assert page.all("a", href=f"/career/{application.pk}/")[0].text == "Open the application"


def test_it_is_checked_against_the_latest_resume(alice: Person, bob: Person):
    row = pasted(alice)
    make_resume(user=bob.user)
    resume = make_resume(user=alice.user)
    (link,) = [a for a in alice.see(path_of(row)).all("a") if a.text == "Check a résumé against it"]
    answer = alice.get(link.get("href"))
    assert answer["Location"] == f"/career/resumes/{resume.pk}/?job={row.pk}"


def test_the_application_form_is_filled_from_it(alice: Person):
    row = pasted(alice, company="Fathom Freight", link="https://example.org/7")
    (link,) = [a for a in alice.see(path_of(row)).all("a") if a.text == "Save as application"]
    form = alice.see(link.get("href")).all("form", method="post")
    values = {node.get("value") for one in form for node in one.all("input")}
    assert {"Fathom Freight", "ML Engineer, ETA", "https://example.org/7"} <= values


def test_bob_sees_none_of_hers(alice: Person, bob: Person):
    row = pasted(alice)
    pasted(bob, title="Bob's")
    for path in ("", "edit/"):
        assert bob.get(f"{path_of(row)}{path}").status_code == 404
        assert bob.get(f"{LIST}{uuid.uuid4()}/{path}").status_code == 404
    for path in ("delete/", "terms/", "terms/remove/", "edit/"):
        answer = bob.send(f"{path_of(row)}{path}", {"term": "x", "text": "x"}, page=LIST)
        assert answer.status_code == 404
    assert bob.user.own_terms.count() == 0
    assert JobText.objects.get(pk=row.pk).text == row.text


def test_pages_are_private_and_sound(alice: Person):
    row = pasted(alice)
    for path in (LIST, f"{LIST}new/", path_of(row), f"{path_of(row)}edit/"):
        assert "no-store" in alice.get(path)["Cache-Control"]
        check(alice.see(path), path)


@pytest.mark.parametrize("path", [LIST, "one"])
def test_statements_do_not_grow(alice: Person, path: str):
    row = pasted(alice)
    where = path_of(row) if path == "one" else path

    def statements() -> int:
        alice.get(where)
        with CaptureQueriesContext(connection) as found:
            assert alice.get(where).status_code == 200
        return len(found)

    few = statements()
    for number in range(20):
        make_application(user=alice.user, job_text=pasted(alice, title=f"Text {number}"))
        alice.send(f"{path_of(row)}terms/", {"term": f"word{number}"}, page=where)
    alice.tick("py-syntax")
    ship(alice, skills=("py-syntax", "pytorch"))
    assert few <= statements() <= 7
