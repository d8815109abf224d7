"""Alice marks a word as a skill, and it is read that way in all her texts."""

import pytest

from career.models import OwnTerm
from roadmap.models import Skill
from tests.career.job_text_desk import bucket, marked, pasted, path_of
from tests.career.story_book import token_of
from tests.markup import parse
from tests.person import Person

TEXT = "You groom the Flumox. We use Kafka."


def test_a_word_that_was_missed_becomes_a_skill_of_the_roadmap(alice: Person):
    row, other = pasted(alice, TEXT), pasted(alice, "More FLUMOX for all.")
    page = alice.see(path_of(row))
    assert "Flumox" not in marked(page)
    answer = alice.send(
        f"{path_of(row)}terms/", {"term": "  Flumox ", "skill": "docker-basics"}, page=path_of(row)
    )
    assert (answer.status_code, answer["Location"]) == (303, path_of(row))

    page = alice.see(path_of(row))
    assert "“flumox” is read as Docker basics from now on." in page.by_id("live").text
    assert marked(page) == {"Flumox": "open", "Kafka": "off"}
    assert bucket(page, 3)[0].startswith("Flumox Docker basics Open")
    assert marked(alice.see(path_of(other))) == {"FLUMOX": "open"}


def test_one_outside_the_roadmap_is_said_to_be(alice: Person):
    row = pasted(alice, TEXT)
    alice.send(f"{path_of(row)}terms/", {"term": "Flumox"}, page=path_of(row))
    assert [line.split(" Means")[0] for line in bucket(alice.see(path_of(row)), 4)] == ["Flumox", "Kafka"]


def test_an_own_word_wins_over_the_table_and_can_be_taken_back(alice: Person):
    row = pasted(alice, TEXT)
    path = path_of(row)
    (link,) = [a for a in alice.see(path).all("a") if a.text.startswith("Means a skill?")]
    assert link.get("href") == "?term=Kafka#own-h"
    assert alice.see(f"{path}?term=Kafka").by_id("term_term").get("value") == "Kafka"

    alice.send(f"{path}terms/", {"term": "Kafka", "skill": "pipeline-orchestration"}, page=path)
    page = alice.see(path)
    assert marked(page)["Kafka"] == "open"
    (button,) = page.all("button", name="term")
    for _ in range(2):
        answer = alice.send(f"{path}terms/remove/", {"term": button.get("value")}, page=path)
        assert (answer.status_code, answer["Location"]) == (303, path)
    assert marked(alice.see(path))["Kafka"] == "off"
    assert not OwnTerm.objects.exists()


def test_marked_again_it_means_the_other_skill(alice: Person):
    row = pasted(alice, TEXT)
    for slug in ("docker-basics", "py-syntax", "py-syntax", ""):
        alice.send(f"{path_of(row)}terms/", {"term": "flumox", "skill": slug}, page=path_of(row))
    (term,) = OwnTerm.objects.all()
    assert term.skill is None


def test_a_word_that_is_not_here_is_marked_and_said_to_be_missing(alice: Person):
    row = pasted(alice, TEXT)
    alice.send(f"{path_of(row)}terms/", {"term": "Zorb"}, page=path_of(row))
    assert "It does not stand in this text." in alice.see(path_of(row)).by_id("live").text


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"term": ""}, "term", "Write the word"),
        ({"term": " -- ", "skill": "py-syntax"}, "term", "with letters"),
        ({"term": "x" * 61}, "term", "under 60 characters"),
        ({"term": "İ" * 60}, "term", "with letters"),
        ({"term": "Flumox", "skill": "cooking"}, "skill", "no such skill"),
        ({"term": "Flumox", "skill": "a b"}, "skill", "from the list"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(
    alice: Person, fields: dict[str, str], field: str, reason: str
):
    row = pasted(alice, TEXT)
    answer = alice.send(f"{path_of(row)}terms/", fields, page=path_of(row))
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert reason in page.by_id(f"term_{field}_error").text
    assert page.by_id(f"term_{field}").get("aria-invalid") == "true"
    assert page.by_id("term_term").get("value") == fields["term"]
    chosen = [o.get("value") for o in page.by_id("term_skill").all("option") if "selected" in o.attributes]
    known = fields.get("skill") == "py-syntax"
    assert chosen == (["py-syntax"] if known else []), "nothing typed is lost"
    assert not OwnTerm.objects.exists()


def test_there_is_room_for_two_hundred(alice: Person):
    row = pasted(alice, TEXT)
    OwnTerm.objects.bulk_create(OwnTerm(user=alice.user, term=f"word{n}") for n in range(OwnTerm.MOST))
    answer = alice.send(f"{path_of(row)}terms/", {"term": "Flumox"}, page=path_of(row))
    assert answer.status_code == 422
    assert "as many as fit" in parse(answer.content.decode()).by_id("errors").text
    same = alice.send(f"{path_of(row)}terms/", {"term": "word7", "skill": "py-syntax"}, page=path_of(row))
    assert same.status_code == 303, "one that is there may change"


def test_a_word_of_a_skill_that_retired_stays(alice: Person):
    row = pasted(alice, TEXT)
    alice.send(f"{path_of(row)}terms/", {"term": "flumox", "skill": "docker-basics"}, page=path_of(row))
    Skill.objects.filter(slug="docker-basics").update(retired=True)
    assert alice.get(path_of(row)).status_code == 200


def test_each_change_of_a_word_is_undone(alice: Person):
    row = pasted(alice, TEXT)
    path = path_of(row)

    def meant() -> dict[str, str | None]:
        return {term.term: term.skill.slug if term.skill else None for term in OwnTerm.objects.all()}

    for change, fields in (("", {"skill": "py-syntax"}), ("", {}), ("remove/", {})):
        before = meant()
        alice.send(f"{path}terms/{change}", {"term": "flumox"} | fields, page=path)
        after = meant()
        assert after != before
        answer = alice.send("/undo/", {"token": token_of(alice.see(path))}, page=path)
        assert (answer.status_code, answer["Location"]) == (303, path)
        assert meant() == before
        assert "Undone" in alice.see(path).by_id("live").text
        alice.send(f"{path}terms/{change}", {"term": "flumox"} | fields, page=path)
        alice.see(path)  # what was said is said once


def test_undo_leaves_alone_what_changed_since(alice: Person, bob: Person):
    row = pasted(alice, TEXT)
    path = path_of(row)
    alice.send(f"{path}terms/", {"term": "flumox"}, page=path)
    token = token_of(alice.see(path))
    alice.send(f"{path}terms/", {"term": "flumox", "skill": "py-syntax"}, page=path)
    bob.send("/undo/", {"token": token}, page="/today/")
    alice.send("/undo/", {"token": token}, page=path)
    assert OwnTerm.objects.get().skill is not None
    assert "changed again since" in alice.see(path).by_id("live").text


def test_a_token_that_is_none_says_so(alice: Person):
    answer = alice.quietly("/undo/", {"token": "own-term/nonsense"}, page="/today/")
    assert answer["HX-Redirect"] == "/career/job-texts/"
    assert "no longer be undone" in alice.see("/career/job-texts/").by_id("live").text


def test_bob_reads_by_his_own_words(alice: Person, bob: Person):
    row, his = pasted(alice, TEXT), pasted(bob, TEXT)
    alice.send(f"{path_of(row)}terms/", {"term": "flumox", "skill": "py-syntax"}, page=path_of(row))
    assert "Flumox" not in marked(bob.see(path_of(his)))
    bob.send(f"{path_of(his)}terms/remove/", {"term": "flumox"}, page=path_of(his))
    assert OwnTerm.objects.get().user == alice.user
