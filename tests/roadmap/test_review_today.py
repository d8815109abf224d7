"""What Today says of reviews."""

from tests.markup import parse
from tests.person import Person
from tests.roadmap.review_desk import GOOD, SKILL, answer, bank, skill


def test_today_says_what_is_due(alice: Person):
    assert alice.see("/today/").by_id("review-due").text == ""
    update = parse(alice.tick(SKILL, "done", page="/today/").content.decode())
    note = alice.see("/today/").by_id("review-due")
    assert update.by_id("review-due").text == note.text

    assert note.text.startswith(f"Review due {len(bank())} questions on {skill().module.title}, about")
    assert note.all("a")[0].get("href") == "/review/"
    for _ in bank():
        answer(alice, GOOD)
    assert "Review due" not in alice.see("/today/").text


def test_the_page_that_the_browser_keeps_of_today_knows_of_an_answer(alice: Person):
    alice.tick(SKILL, "done")
    tag = alice.get("/today/")["ETag"]
    assert alice.get("/today/", **{"If-None-Match": tag}).status_code == 304
    answer(alice, GOOD)

    assert alice.get("/today/", **{"If-None-Match": tag}).status_code == 200
