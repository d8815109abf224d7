"""A text is cut where a mark begins or ends; put together again it is the text."""

from hypothesis import given
from hypothesis import strategies as st

from career.job_texts.pieces import Mark, cut, merged
from career.reading.findings import Span

TEXT = "You own the model. We use Python."


def whole(text: str, marks: list[Mark], quotes: list[Span]) -> str:
    return "".join(bit.text for run in cut(text, marks, quotes) for bit in run.bits)


def test_marks_inside_and_outside_a_quotation():
    first, second = cut(TEXT, [Mark(26, 32, "shown"), Mark(12, 17, "off")], [Span(0, 18)])
    assert (first.quote, second.quote) == (1, 0)
    assert [(bit.text, bit.look) for bit in first.bits] == [("You own the ", ""), ("model", "off"), (".", "")]
    assert [(bit.text, bit.look) for bit in second.bits] == [(" We use ", ""), ("Python", "shown"), (".", "")]


def test_a_mark_across_the_end_of_a_quotation_is_cut_there():
    first, second = cut(TEXT, [Mark(12, 25, "open")], [Span(0, 18)])
    assert [bit.text for bit in first.bits] == ["You own the ", "model."]
    assert [bit.text for bit in second.bits] == [" We use", " Python."]
    assert second.bits[0].look == "open"


def test_quotations_that_overlap_become_one():
    assert merged([Span(5, 9), Span(0, 6), Span(20, 22), Span(3, 3)]) == [Span(0, 9), Span(20, 22)]


def test_an_empty_text_has_no_runs():
    assert cut("", [], []) == ()


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=8)


@given(st.text(max_size=40), SPANS, SPANS)
def test_nothing_is_lost_and_nothing_said_twice(
    text: str, marks: list[tuple[int, int]], quotes: list[tuple[int, int]]
):
    end = len(text)
    looks = [Mark(min(at, end), min(at + size, end), "shown") for at, size in marks]
    spans = merged(Span(min(at, end), min(at + size, end)) for at, size in quotes)
    assert whole(text, looks, spans) == text
    numbers = [run.quote for run in cut(text, looks, spans) if run.quote]
    assert numbers == list(range(1, len(spans) + 1))
