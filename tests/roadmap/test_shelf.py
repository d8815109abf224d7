"""Search and filters of the resource list, beside a plain loop over all of it that says the same slowly."""

from collections.abc import Mapping

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from roadmap.catalogue import Catalogue, at_version
from roadmap.models import Resource
from roadmap.models.marks import marks_of
from roadmap.models.resource_marks import ResourceMark, ResourceMarks
from roadmap.search import fold
from roadmap.selection import Selection, read
from roadmap.shelf import MINE, Shelf, facets_of, shelf
from roadmap.shelf_index import index_of
from roadmap.snapshot import ResourceItem

pytestmark = pytest.mark.django_db

PHASES = ["foundation", "core-ml", "specialization-portfolio", "job-preparation", "job-search"]
VALUES: dict[str, list[str]] = {
    "mine": list(MINE),
    "access": Resource.Access.values,
    "phase": PHASES,
    "kind": Resource.Kind.values,
    "level": Resource.Level.values,
    "topic": ["python", "numpy", "statistics", "pytorch", "communities"],
}
WORDS = [
    "python",
    "Learning",
    "DEEP",
    "course",
    "the",
    "géron",
    "stanford",
    "ml",
    "a",
    "kaggle",
    "3blue",
    "?",
]

marks_by_place = st.dictionaries(
    st.integers(0, 299),
    st.builds(
        ResourceMark, st.sampled_from(["none", "saved", "using", "finished"]), st.sampled_from([-1, 0, 1])
    ),
    max_size=60,
)


def some_of(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to three of them, in their order."""
    picked = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
    return picked.map(lambda some: tuple(value for value in values if value in some))


chosen = st.fixed_dictionaries({}, optional={name: some_of(values) for name, values in VALUES.items()})
queries = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
    st.text(max_size=4).map(lambda text: " ".join(text.split())),
)


@pytest.fixture(scope="module")
def catalogue(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Catalogue:
    with django_db_blocker.unblock():
        return at_version(marks_of(None).version)


def look(catalogue: Catalogue, selection: Selection, mine: Mapping[int, ResourceMark]) -> Shelf:
    marks = ResourceMarks(catalogue.version, mine, {}, "")
    index = index_of(catalogue)
    return shelf(index, facets_of(index, marks, visitor=False), selection, marks)


def has(item: ResourceItem, facet: str, value: str, mark: ResourceMark) -> bool:
    if facet == "mine":
        return mark.thumb == 1 if value == "up" else mark.state == value
    if facet == "topic":
        return value in [topic.slug for topic in item.topics]
    if facet == "phase":
        return (item.phase or "job-search") == value
    return bool(getattr(item, facet) == value)


def found_slowly(
    catalogue: Catalogue, selection: Selection, mine: Mapping[int, ResourceMark], ignoring: str = ""
) -> list[ResourceItem]:
    found = []
    for item in catalogue.resources:
        mark = mine.get(item.id, ResourceMark("none", 0))
        text = [fold(item.title), fold(item.author), *(fold(topic.title) for topic in item.topics)]
        words = fold(selection.query).split() if ignoring != "q" else []
        if not all(any(word in part for part in text) for word in words):
            continue
        wanted = {facet: values for facet, values in selection.values.items() if facet != ignoring}
        if all(any(has(item, facet, value, mark) for value in values) for facet, values in wanted.items()):
            found.append(item)
    return found


@pytest.mark.once
@settings(max_examples=60, deadline=None)
@given(query=queries, values=chosen, places=marks_by_place)
def test_a_selection_finds_and_counts_what_a_plain_loop_finds_and_counts(
    catalogue: Catalogue,
    query: str,
    values: dict[str, tuple[str, ...]],
    places: dict[int, ResourceMark],
):
    mine = {catalogue.resources[place].id: mark for place, mark in places.items()}
    selection = Selection(query, values)
    answer = look(catalogue, selection, mine)

    expected = found_slowly(catalogue, selection, mine)
    assert {item.slug for item in answer.items} == {item.slug for item in expected}
    assert len(answer.items) == len(expected)
    for facet in answer.facets:
        others = found_slowly(catalogue, selection, mine, ignoring=facet.name)
        for counted in facet.choices:
            marked = [mine.get(item.id, ResourceMark("none", 0)) for item in others]
            holding = [
                item
                for item, mark in zip(others, marked, strict=True)
                if has(item, facet.name, counted.choice.value, mark)
            ]
            assert counted.matches == len(holding), (facet.name, counted.choice.value)
            assert counted.chosen == (counted.choice.value in values.get(facet.name, ()))
    names = [*values, *(["q"] if fold(query).split() else [])]
    assert answer.narrowed == len(names)
    without = [len(found_slowly(catalogue, selection, mine, ignoring=name)) for name in names]
    if expected or not any(without):
        assert answer.drop is None
    else:
        assert answer.drop is not None
        assert answer.drop.matches == max(without)


@settings(max_examples=60, deadline=None)
@given(query=queries, values=chosen)
def test_a_selection_survives_its_own_query_string(
    catalogue: Catalogue, query: str, values: dict[str, tuple[str, ...]]
):
    selection = Selection(query, values)
    data = QueryDict(selection.query_string.removeprefix("?"))

    again, unknown = read(data.get("q", ""), data.getlist, VALUES)

    assert (again.query, dict(again.values)) == (query, {k: values[k] for k in VALUES if k in values})
    assert unknown == []


@pytest.mark.parametrize("order", [["a", "b"], ["b", "a"], ["b", "b", "a", "", "x"]])
def test_the_order_in_the_address_makes_no_difference(order: list[str]):
    selection, unknown = read("", {"kind": order}.__getitem__, {"kind": ["a", "b", "c"]})

    assert selection.query_string == "?kind=a&kind=b"
    assert [value for _, value in unknown] == [value for value in order if value == "x"]


def test_the_best_answer_stands_first(catalogue: Catalogue):
    found = look(catalogue, Selection("PyTorch", {}), {}).items

    def weight(item: ResourceItem) -> int:
        title, author = item.title.lower(), item.author.lower()
        return (
            0 if title.startswith("pytorch") else 1 if "pytorch" in title else 2 if "pytorch" in author else 3
        )

    weights = [weight(item) for item in found]
    assert weights == sorted(weights)
    assert {0, 1, 2, 3} == set(weights)


def test_what_is_in_use_stands_before_what_is_saved_or_finished(catalogue: Catalogue):
    states = ["finished", "saved", "using", "saved", "using"]
    mine = {item.id: ResourceMark(state, 0) for item, state in zip(catalogue.resources, states, strict=False)}

    found = look(catalogue, Selection("", {"mine": ("using", "saved", "finished")}), mine).items

    assert [mine[item.id].state for item in found] == ["using", "using", "saved", "saved", "finished"]
    assert [catalogue.resources.index(item) for item in found] == [2, 4, 1, 3, 0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Géron", "geron"),
        ("GÉRON", "geron"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("O’Reilly", "o'reilly"),
        ("T–S", "t-s"),
    ],
)
def test_case_accents_and_quotes_do_not_matter(typed: str, meant: str):
    assert fold(typed) == meant


@given(st.text())
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)
