"""Every page is sound, and every update finds its place on it and leaves it as a fresh page would be."""

import difflib
import random
from datetime import timedelta

import pytest

from roadmap.models import Resource
from tests.factories import make_break, make_build, make_run, make_timer, make_user
from tests.markup import Node, parse
from tests.person import Person
from tests.swaps import Action, actions, outline, swap

TRAIL = [
    "/today/",
    "/roadmap/",
    "/roadmap/foundation/",
    "/roadmap/core-ml/",
    "/roadmap/specialization-portfolio/",
    "/roadmap/job-preparation/",
    "/roadmap/map/",
    "/skills/py-environment/",
    "/skills/coding-problems-100/",
    "/skills/la-core/",
    "/skills/course-fastai/",
    "/skills/cv-classification/",
    "/skills/p1-collect/",
    "/projects/project-1/",
    "/projects/project-4/",
    "/resources/",
    "/resources/?q=python&kind=book",
    "/resources/?mine=saved",
    "/resources/py4e/",
    "/sprint/",
    "/settings/plan/",
    "/week/",
    "/week/review/",
    "/log/",
    "/plan/start/",
]
OTHERS = [
    "/career/",
    "/career/new/",
    "/career/stages/",
    "/stories/",
    "/stories/new/",
    "/stories/print/",
    "/career/funnel/",
    "/career/import/",
    "/career/proof/",
    "/career/contacts/",
    "/career/contacts/new/",
    "/career/presence/",
    "/breaks/",
    "/projects/",
    "/builds/new/",
    "/about/",
    "/settings/",
    "/settings/calendar/",
    "/settings/mail/",
    "/settings/profile/",
    "/settings/profile/preview/",
    "/settings/security/",
    "/accounts/reauthenticate/",
    "/accounts/password/change/",
    "/accounts/logout/",
]
PRIVATE = ("/today", "/settings", "/plan", "/week", "/log")
OPEN = [page for page in TRAIL if not page.startswith(PRIVATE)] + [
    "/",
    "/projects/",
    "/about/",
    "/accounts/signup/",
    "/accounts/login/",
    "/accounts/password/reset/",
]


# Markup is the same whichever database it came from.
pytestmark = pytest.mark.once


@pytest.fixture
def newcomer(db: None) -> Person:
    return Person(make_user(display_name="Nora"))


@pytest.fixture
def walker(db: None) -> Person:
    """Someone in the middle of the trail, with a mark of every kind."""
    walker = Person(make_user(display_name="Will"))
    walker.quietly("/modules/dev-tools/known/", {"state": "done"})
    walker.quietly("/modules/calculus/known/", {"state": "skipped"})
    walker.quietly("/skills/coding-problems-100/count/", {"count": "40"})
    walker.tick("py-environment", "learning")
    walker.tick("course-fastai")
    walker.tick("cv-classification")
    walker.tick("p1-collect", "learning")
    walker.quietly("/milestones/first-honest-model/state/", {"state": "done", "note": "At last"})
    walker.quietly("/skills/py-environment/note/", {"text": "Some *words*"})
    walker.quietly("/resources/py4e/state/", {"state": "saved"})
    walker.quietly("/resources/py4e/thumb/", {"thumb": "1"})
    walker.quietly("/projects/project-1/ship-by/", {"ship_by": str(walker.user.today())})
    walker.quietly("/projects/project-4/requirements/p4-a1/", {"state": "done"})
    walker.send("/projects/project-4/build/", {"idea": "mlops-sensor-alerts"})
    walker.quietly("/log/", {"subject": "skill:py-environment", "minutes": "45", "note": "Some words"})
    walker.quietly("/log/timer/", {"do": "start", "subject": "skill:py-environment"})
    make_timer(user=walker.user, stopped=True)
    walker.send("/specializations/", {"specialization": ["computer-vision", "nlp"]})
    make_run(user=walker.user, started_on=walker.user.today() - timedelta(24))
    make_break(user=walker.user, starts_on=walker.user.today() + timedelta(24), label="Home")
    return walker


def check(page: Node, path: str) -> None:
    """Assert what holds for each page: references lead somewhere and nothing is inline."""
    ids = [node.id for node in page if node.id]
    assert len(ids) == len(set(ids)), f"{path}: twice: {sorted({i for i in ids if ids.count(i) > 1})}"
    known = set(ids)
    labeled = {label.get("for") for label in page.all("label")}
    for node in page:
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "form"):
            for wanted in node.get(name).split():
                assert wanted in known, f"{path}: <{node.tag} {name}={wanted!r}> leads nowhere"
        if node.tag == "a":
            target = node.get("href")
            assert target, f"{path}: a link without an address"
            if target.startswith("#"):
                assert target[1:] in known, f"{path}: {target} leads nowhere"
            if target.startswith(("http:", "https:")):
                assert target.startswith("https://"), f"{path}: {target}"
                assert "noopener" in node.get("rel"), f"{path}: {target}"
        assert "style" not in node.attributes, f"{path}: style on <{node.tag} id={node.id}>"
        assert node.tag != "style", path
        assert node.tag != "script" or node.get("src"), f"{path}: a script stands in the page"
        assert not [name for name in node.attributes if name.startswith("on")], f"{path}: {node.tag}"
        if node.tag in ("img", "script", "link"):
            for name in ("src", "href"):
                address = node.get(name)
                own = address.startswith(("/", "http://testserver/"))
                assert not address or own, f"{path} asks {address}"
        if node.tag == "form" and node.get("method") == "post":
            tokens = node.all("input", name="csrfmiddlewaretoken")
            assert len(tokens) == 1, f"{path}: {node.get('action')} has {len(tokens)} CSRF tokens"
        if node.tag in ("button", "a", "summary"):
            assert node.text, f"{path}: <{node.tag} id={node.id}> has no name"
        shown = node.get("type") != "hidden" and "hidden" not in node.attributes
        if node.tag in ("input", "select", "textarea") and shown:
            wrapped = node.inside(lambda around: around.tag == "label")
            assert node.id in labeled or wrapped or node.get("aria-label"), (
                f"{path}: {node.get('name')} has no label"
            )
    assert len(page.all("h1")) == 1, path
    assert len(page.all("main")) == 1, path
    levels = [int(node.tag[1]) for node in page if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 or 1 in levels, path
    title = page.all("title")[0].text
    assert title.endswith("· Milepost"), path
    assert len(title) > len("· Milepost") + 2, path


@pytest.mark.parametrize("path", TRAIL + OTHERS)
def test_the_page_is_sound_for_a_newcomer(newcomer: Person, path: str):
    check(newcomer.see(path), path)


@pytest.mark.parametrize("path", TRAIL + OTHERS)
def test_the_page_is_sound_for_a_walker(walker: Person, path: str):
    check(walker.see(path), path)


@pytest.mark.parametrize("path", OPEN)
def test_the_page_is_sound_for_a_visitor(db: None, path: str):
    page = Person().see(path)

    check(page, path)
    sends = {form.get("action") for form in page.all("form") if form.get("method") == "post"}
    assert all(action.startswith(("/accounts/", "/settings/theme/")) for action in sends), sends


def test_titles_tell_pages_apart(walker: Person):
    titles: dict[str, str] = {}
    for path in [page for page in TRAIL if "?" not in page] + OTHERS:
        title = walker.see(path).all("title")[0].text
        assert title not in titles, f"{path} and {titles[title]} are both called {title!r}"
        titles[title] = path


def sample(page: Node, chance: random.Random, how_many: int) -> list[Action]:
    """Choose actions of the page: one of each kind of address first, then any."""
    found = list(actions(page))
    chance.shuffle(found)
    kinds: dict[str, Action] = {}
    for action in found:
        kind = action.path.rsplit("/", 2)[1] + "".join(
            f"{k}={v}" for k, v in action.fields.items() if k == "state"
        )
        kinds.setdefault(kind, action)
    return [*kinds.values(), *found][:how_many]


def act(person: Person, page: Node, path: str, action: Action) -> None:
    """Do as htmx does: send, and put the pieces of the answer into `page`."""
    where = f"{path}: {action.path} {dict(action.fields)}"
    answer = person.quietly(action.path, action.fields, page=path)
    assert answer.status_code == 200, where
    swapped = swap(page, parse(answer.content.decode()))
    assert "live" in swapped, where
    if "mine=" in path:
        return  # What was just taken off the list stays in sight, to be put back.
    updated, fresh = outline(page), outline(person.see(path))
    if updated != fresh:
        difference = difflib.unified_diff(updated, fresh, "updated", "fresh", lineterm="", n=1)
        told = [line for line in difference if not line.startswith("@@")]
        pytest.fail(where + "\n" + "\n".join(told[:40]))
    # The script looks for the control itself, then for its row, then gives the focus to the page.
    if not path.startswith("/today/"):
        ids = {node.id for node in page}
        assert action.control in ids or action.row in ids, f"{where}: the focus is lost"


@pytest.mark.parametrize("path", TRAIL)
@pytest.mark.parametrize("who", ["newcomer", "walker"])
def test_every_update_makes_the_page_what_a_fresh_one_would_be(
    request: pytest.FixtureRequest, db: None, who: str, path: str
):
    person: Person = request.getfixturevalue(who)
    page = person.see(path)
    for action in sample(page, random.Random(path + who), 8):
        act(person, page, path, action)


def test_a_build_is_sound_and_stays_so(walker: Person):
    build = make_build(
        user=walker.user,
        requirements=["Data", "Baseline"],
        skills=["pandas"],
        ship_by=walker.user.today(),
        summary="Hypothesis testing with pandas",
    )
    path = f"/builds/{build.key}/"
    walker.quietly(f"{path}log/", {"text": "First fetch"}, page=path)
    for part in ("", "edit/", "delete/"):
        check(walker.see(path + part), path + part)
    page = walker.see(path)
    for action in sample(page, random.Random(7), 30):
        act(walker, page, path, action)


@pytest.mark.parametrize("path", TRAIL)
def test_refused_forms_find_their_place_too(walker: Person, path: str):
    page = walker.see(path)
    known = {node.id for node in page}
    for action in sample(page, random.Random(7), 6):
        wrong = dict.fromkeys(action.fields, "wrong")
        answer = walker.quietly(action.path, wrong, page=path)
        if action.path == "/undo/" or answer.status_code == 200:
            continue
        assert answer.status_code == 422, action
        for piece in parse(answer.content.decode()).elements:
            assert piece.get("hx-swap-oob") in ("true", "innerHTML"), f"{path}: {action.path}: {piece.id}"
            assert piece.id in known, f"{path}: {action.path}: {piece.id} stands nowhere"


@pytest.mark.parametrize("kind", ["skills/py-syntax", "projects/project-1", "resources/py4e"])
def test_a_saved_note_replaces_what_is_said_below_it_and_never_the_field(walker: Person, kind: str):
    page = walker.see(f"/{kind}/")
    (form,) = [form for form in page.all("form") if form.get("hx-post").endswith("/note/")]
    target = form.get("hx-target").removeprefix("#")
    assert form.get("hx-swap") == "outerHTML"
    assert not list(page.by_id(target).all("textarea"))

    for text, said in (("Some words", "Saved"), ("x" * 20_001, "longer than 20,000 characters")):
        answer = walker.quietly(form.get("hx-post"), {"text": text}, page=f"/{kind}/")
        (piece,) = parse(answer.content.decode()).elements
        assert piece.id == target
        assert said in piece.text


def test_every_resource_page_is_sound(walker: Person):
    slugs = list(Resource.objects.values_list("slug", flat=True))
    for slug in random.Random(7).sample(slugs, 25):
        check(walker.see(f"/resources/{slug}/"), slug)
