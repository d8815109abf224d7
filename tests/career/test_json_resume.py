"""A résumé goes out as JSON Resume and comes back; what is wrong with a file is said with its place."""

import json
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from career.models import Resume
from career.resume_sheet import Entry, Sheet, SkillGroup
from career.resumes import importing, json_resume
from career.resumes.importing import read
from tests import naughty
from tests.career.cv import IMPORT, INES, keep, path_of
from tests.markup import parse
from tests.person import Person
from tests.test_kept_text import harmless

# One line as a form keeps it.
line = (
    st.text("aé漢😀,;:–-\"'<>&#*[]{}\\/$ 0", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and text[0] not in "-–*")
)
words = line.map(lambda text: ", ".join(filter(None, map(str.strip, text.split(","))))).filter(bool)
YEARS = [
    "2018–2027",
    "2018-03–2019-11-30",
    "2018–now",
    "2015",
    "2018-2027",
    "2018 to today",
    "since 2018",
    "",
]
years = st.sampled_from(YEARS) | line
entry = st.builds(Entry, title=line | st.just("Shift lead, Aire, Valley") | st.just(", x"), years=years)
sheets = st.builds(
    Sheet,
    name=line,
    place=line,
    email=st.just("ines@moreau.example"),
    phone=line,
    links=st.sampled_from([(), ("https://github.com/ines-m",), INES.links]),
    summary=line,
    skills=st.lists(st.builds(SkillGroup, name=line, words=words), max_size=3).map(tuple),
    projects=st.lists(
        st.builds(Entry, title=line, link=st.just("https://a.example/b"), lines=st.tuples(line, line)),
        max_size=3,
    ).map(tuple),
    jobs=st.lists(st.builds(Entry, title=line, years=years, lines=st.tuples(line)), max_size=3).map(tuple),
    education=st.lists(entry, max_size=2).map(tuple),
)


def back(sheet: Sheet) -> Sheet:
    """Return what a file of the sheet says when it is read."""
    found = read(json.dumps(json_resume.written(sheet)))
    assert (found.wrong, found.ignored) == ([], [])
    row = Resume(**found.form.columns)
    return row.sheet_with(found.form.projects({}))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(sheets)
def test_nothing_is_lost_on_the_way_out_and_back(sheet: Sheet):
    assert back(sheet) == sheet


def test_the_file_is_as_the_schema_wants_it():
    data = json_resume.written(INES, title="forecasting", paper="letter")
    assert data["basics"]["profiles"][0] == {"network": "github.com", "url": "https://github.com/ines-m"}
    assert data["basics"]["location"] == {"city": "Leeds, UK"}
    assert data["work"] == [
        {
            "position": "Shift lead",
            "name": "Aire Valley Warehousing",
            "startDate": "2018",
            "endDate": "2027",
            "highlights": ["Planned shifts for 40 people; a forecast lowered overtime by 11%."],
        }
    ]
    assert data["education"] == [
        {"studyType": "BTEC Level 3", "institution": "Leeds City College", "endDate": "2015"}
    ]
    assert data["skills"][0] == {"name": "Languages", "keywords": ["Python", "SQL", "Bash"]}
    assert data["projects"][1]["url"] == "https://github.com/ines-m/pallets"
    assert data["meta"] == {"title": "forecasting", "paper": "letter"}


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("2018–2027", {"startDate": "2018", "endDate": "2027"}),
        ("2018–now", {"startDate": "2018"}),
        ("2018 - today", {"startDate": "2018", "years": "2018 - today"}),
        ("2015", {"endDate": "2015"}),
        ("two summers", {"years": "two summers"}),
    ],
)
def test_dates_are_dates_where_they_can_be(written: str, dates: dict[str, str]):
    (school,) = json_resume.written(Sheet(education=(Entry("X", years=written),)))["education"]
    assert school == {"institution": "X", **dates}


def take(alice: Person, data: Any, **fields: str) -> Any:
    text = data if isinstance(data, str) else json.dumps(data)
    return alice.send(IMPORT, {"text": text} | fields, page=IMPORT)


def test_a_file_from_elsewhere_becomes_a_version_and_what_is_left_out_is_named(alice: Person):
    data = {
        "$schema": "https://example.org",
        "basics": {
            "name": "Ines Moreau",
            "label": "Engineer",
            "url": "https://moreau.example",
            "location": {"city": "Leeds", "countryCode": "GB"},
            "profiles": [{"network": "X", "username": "ines"}, {"url": "https://github.com/ines-m"}],
        },
        "work": [
            {
                "name": "Aire Valley",
                "position": "Shift lead",
                "startDate": "2018-03",
                "summary": "Ran nights.",
                "highlights": ["Cut overtime by 11%."],
                "location": "Leeds",
            }
        ],
        "education": [{"institution": "City College", "area": "Logistics", "studyType": "BTEC"}],
        "skills": [{"name": "Python", "level": "Master"}, {"name": "SQL"}, {"keywords": ["Docker"]}],
        "projects": [
            {"name": "Rents", "description": "Forecasts.", "highlights": ["MAE 81."], "roles": ["All"]}
        ],
        "volunteer": [{"organization": "Scouts"}],
        "meta": {"version": "v1.0.0"},
    }
    answer = take(alice, data)
    row = Resume.objects.get(user=alice.user)
    assert (answer.status_code, answer["Location"]) == (303, path_of(row))
    sheet = row.sheet
    assert (sheet.place, sheet.links) == (
        "Leeds, GB",
        ("https://moreau.example", "https://github.com/ines-m"),
    )
    assert sheet.jobs == (
        Entry("Shift lead, Aire Valley", years="2018-03–now", lines=("Ran nights.", "Cut overtime by 11%.")),
    )
    assert sheet.education[0].title == "BTEC, Logistics, City College"
    assert sheet.skills == (SkillGroup("Skills", "Docker"), SkillGroup("Skills", "Python, SQL"))
    assert sheet.projects[0].lines == ("Forecasts.", "MAE 81.")
    said = alice.see(path_of(row)).by_id("live").text
    for path in (
        *("basics.label", "basics.profiles[0].network", "work[0].location", "skills[0].level"),
        *("projects[0].roles", "volunteer"),
    ):
        assert path in said
    assert "meta" not in said


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        ([], "The file", "This is a list; it has to be an object in braces."),
        ({"basics": "Ines"}, "basics", "This is text; it has to be an object in braces."),
        ({"basics": {"name": 7}}, "basics.name", "This is a number; it has to be text in quotes."),
        ({"work": {"0": "x"}}, "work", "This is an object; it has to be a list in brackets."),
        ({"work": [{}, 7]}, "work[1]", "it has to be an object in braces."),
        ({"work": [{"highlights": [True]}]}, "work[0].highlights[0]", "This is true or false"),
        ({"basics": {"email": "nobody"}}, "basics.email", "This is no e-mail address."),
        ({"basics": {"url": "javascript:alert(1)"}}, "basics.profiles", "This is no address"),
        ({"projects": [{"name": "X", "url": "ftp://x"}]}, "projects[0].url", "Start with https://"),
        ({"projects": [{"url": "https://x.example"}]}, "projects[0]", "Give the project a title."),
        ({"basics": {"name": "x" * 121}}, "basics.name", "Keep it under 120 characters."),
        ({"work": [{"position": "x"}] * 7}, "work", "There are 7, and 6 fit."),
        ('{"basics": {"name": "\\ud800"}}', "basics.name", "half a character"),
        ('{"basics": ', "Line 1", "This is no JSON"),
        ('{"a": NaN}', "The file", "NaN is no number"),
        ("[" * 100_000, "The file", "nested too deep"),
        ('{"a": ' + "9" * 5_000 + "}", "The file", "This is no JSON"),
    ],
)
@pytest.mark.asvs("15.3.5")
def test_what_is_wrong_is_said_with_its_place_and_the_text_stays(
    alice: Person, data: Any, path: str, reason: str
):
    answer = take(alice, data)
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    wrong = page.by_id("wrong")
    assert path in [code.text for code in wrong.all("code")]
    assert reason in wrong.text
    typed = data if isinstance(data, str) else json.dumps(data)
    assert page.by_id("id_text").raw.removeprefix("\n") == typed
    assert page.all("title")[0].text.startswith("Error: ")
    assert not Resume.objects.exists()


def test_a_file_is_read_like_its_text(alice: Person):
    file = SimpleUploadedFile("me.json", "\ufeff".encode() + json.dumps(json_resume.written(INES)).encode())
    assert alice.client.post(IMPORT, {"file": file}).status_code == 303
    assert Resume.objects.get().sheet == INES


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty."),
        (b"\xff\xfe{}", "no UTF-8 text"),
        pytest.param(b" " * (importing.LARGEST + 1), "larger than 1 MB", id="large"),
    ],
)
@pytest.mark.asvs("5.2.2")
def test_a_file_that_cannot_be_read_is_refused_in_words(alice: Person, content: bytes, reason: str):
    answer = alice.client.post(IMPORT, {"file": SimpleUploadedFile("me.json", content)})
    assert answer.status_code == 422
    assert reason in parse(answer.content.decode()).by_id("errors").text


def test_nothing_chosen_is_refused(alice: Person):
    assert take(alice, "").status_code == 422


def test_sent_twice_it_is_read_once(alice: Person):
    fields = {"resume": str(uuid.uuid4())}
    for _ in range(2):
        assert take(alice, {"basics": {"name": "Ines"}}, **fields).status_code == 303
    assert Resume.objects.count() == 1


def test_a_full_desk_takes_no_more(alice: Person):
    for number in range(1, Resume.MOST + 1):
        keep(alice, number=number)
    answer = take(alice, {"basics": {"name": "Ines"}})
    assert Resume.objects.count() == Resume.MOST
    assert "as many as fit" in alice.see(answer["Location"]).by_id("live").text


@pytest.mark.asvs("1.2.1")
def test_markup_in_keys_and_values_is_text(alice: Person):
    for text in naughty.MARKUP[:12]:
        answer = take(alice, {"basics": {"name": text[:120]}, text: 1, "work": [{"position": text, text: 2}]})
        assert answer.status_code == 303, text
        page = alice.see(answer["Location"])
        harmless(page)
        assert page.by_id("resume_name").get("value") == text[:120].strip()
        Resume.objects.all().delete()


def test_the_download_is_the_same_file(alice: Person):
    answer = alice.get(path_of(keep(alice), "json/"))
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"] == 'attachment; filename="resume-v1.json"'
    assert answer.json()["basics"]["name"] == "Ines Moreau"
