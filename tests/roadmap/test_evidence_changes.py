"""Alice changes what shows a skill, takes it away, and thinks again; Bob is a stranger to it."""

from roadmap.models import Evidence
from tests.markup import parse
from tests.person import Person
from tests.roadmap.proof_story import ALL, LINK, SKILL, make_build, show, token_of
from tests.swaps import swap


def test_a_piece_is_changed_on_its_own_page(alice: Person):
    piece = show(alice)
    page = alice.see(f"/evidence/{piece.pk}/")
    assert page.by_id("link_url").get("value") == LINK

    fields = {"url": LINK + "/v2", "title": "Second steps", "link_kind": "demo", "is_private": "on"}
    answer = alice.send(f"/evidence/{piece.pk}/", fields | {"day": "2026-01-05"})

    assert (answer.status_code, answer["Location"]) == (303, "/roadmap/")
    piece.refresh_from_db()
    assert (piece.url, piece.title, piece.kind, piece.is_private) == (
        LINK + "/v2",
        "Second steps",
        "demo",
        True,
    )
    assert str(piece.day) == "2026-01-05"


def test_a_piece_cannot_become_a_second_of_the_same(alice: Person):
    show(alice)
    other = show(alice, LINK + "/other")
    answer = alice.send(f"/evidence/{other.pk}/", {"url": LINK})
    assert answer.status_code == 422
    assert "has this link already" in parse(answer.content.decode()).by_id("link_url_error").text


def test_a_piece_taken_away_comes_back(alice: Person):
    piece = show(alice, title="First steps")
    answer = alice.quietly(f"/evidence/{piece.pk}/", {"do": "delete"}, page=SKILL)
    swap(alice.see(SKILL), parse(answer.content.decode()))
    assert not Evidence.objects.exists()

    alice.quietly("/undo/", {"token": token_of(parse(answer.content.decode()))}, page=SKILL)

    back = Evidence.objects.get()
    assert (back.pk, back.fields) == (piece.pk, piece.fields)


def test_undo_of_a_new_piece_takes_it_away_unless_it_changed(alice: Person):
    answer = alice.quietly(ALL, {"what": "link", "url": LINK}, page=SKILL)
    token = token_of(parse(answer.content.decode()))
    piece = Evidence.objects.get()
    alice.send(f"/evidence/{piece.pk}/", {"url": LINK, "title": "Renamed"})

    alice.quietly("/undo/", {"token": token}, page=SKILL)
    assert Evidence.objects.get().title == "Renamed"


def test_undo_does_not_bring_back_what_a_deleted_build_showed(alice: Person):
    build = make_build(alice)
    alice.send(ALL, {"what": "build", "build": str(build.key)}, page=ALL)
    piece = Evidence.objects.get()
    answer = alice.quietly(f"/evidence/{piece.pk}/", {"do": "delete"}, page=SKILL)
    build.delete()

    undone = alice.quietly("/undo/", {"token": token_of(parse(answer.content.decode()))}, page=SKILL)

    assert undone.status_code == 200
    assert not Evidence.objects.exists()


# Bob


def test_bob_finds_no_piece_of_hers(alice: Person, bob: Person):
    piece = show(alice)
    for send in (bob.get, bob.send, bob.quietly):
        assert send(f"/evidence/{piece.pk}/").status_code == 404
    assert bob.send(f"/evidence/{piece.pk}/", {"do": "delete"}).status_code == 404
    assert LINK not in bob.get(SKILL).content.decode()
    assert Evidence.objects.get() == piece


def test_bob_cannot_take_the_id_of_her_piece(alice: Person, bob: Person):
    piece = show(alice)
    bob.send(ALL, {"what": "link", "url": LINK, "piece": str(piece.pk)}, page=SKILL)
    assert set(Evidence.objects.values_list("user", flat=True)) == {alice.user.pk, bob.user.pk}
    piece.refresh_from_db()
    assert piece.user == alice.user
