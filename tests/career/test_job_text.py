"""A whole job text, and texts that nobody wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from career.job_text import Reading, read
from career.reading.findings import GREEN, RED
from tests.career.reader_scores import catalogue, score

SKILLS = catalogue()

FREIGHT = """Machine Learning Engineer, ETA team
Fathom Freight, Leeds or remote in the UK

Hauliers plan their day around our arrival times. You will own the ETA model end to end, from the event stream
to the alert a planner reads.

What we look for
- 2+ years with Python in production, and comfort with pandas and scikit-learn
- Gradient boosting (we use LightGBM), PyTorch for sequence models, FastAPI, Docker and Kubernetes.
- SQL; Kafka is a plus
- PhD required in computer science, statistics or a related field.

What we offer
A senior engineer pairs with you for the first six months. £48,000–58,000, hybrid with two days a week in
Leeds. You are a data scientist, data engineer, front-end developer and product owner in one. We like Fridays.
"""


@pytest.fixture(scope="module")
def freight() -> Reading:
    return read(FREIGHT, SKILLS)


def test_a_job_text_shows_its_flags_with_the_sentence(freight: Reading):
    assert {sign.key: sign.quote for sign in freight.signs} == {
        "specific-technologies": "Gradient boosting (we use LightGBM), PyTorch for sequence models, FastAPI, "
        "Docker and Kubernetes.",
        "clear-ownership": "You will own the ETA model end to end, from the event stream\n"
        "to the alert a planner reads.",
        "mentorship": "A senior engineer pairs with you for the first six months.",
        "phd-required": "PhD required in computer science, statistics or a related field.",
        "unrealistic-mix": "You are a data scientist, data engineer, front-end developer and product owner "
        "in one.",
    }


def test_a_job_text_states_its_facts(freight: Reading):
    facts = freight.facts

    assert [fact.value for fact in facts.years] == ["2+ years"]
    assert facts.degree[0].value.startswith("PhD")
    assert facts.place[0].value == "Leeds or remote in the UK"
    assert [fact.value for fact in facts.pay] == ["£48,000–58,000"]
    assert {"Python", "LightGBM", "Kafka"} <= {fact.value for fact in facts.technologies}


@pytest.mark.parametrize(
    "text",
    [
        "We were founded 20 years ago.",
        "For more than 160 years we have insured ships.",
        "The post is funded for three years.",
        "You are at least 18 years old.",
    ],
)
def test_not_every_year_is_experience(text: str):
    assert not read(text, SKILLS).facts.years


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("We pay €58,000 to €72,000.", ["€58,000 to €72,000"]),
        ("£50–62k; four-day week", ["£50–62k"]),
        ("$28 an hour", ["$28 an hour"]),
        ("PLN 16,000–22,000 monthly", ["PLN 16,000–22,000 monthly"]),
        ("We raised $40 million last year.", []),
        ("€2,400 for training", []),
        ("A budget of $20,000 for conferences", []),
        ("40,000 customers", []),
    ],
)
def test_pay_is_told_from_other_sums(text: str, pay: list[str]):
    assert [fact.value for fact in read(text, SKILLS).facts.pay] == pay


def test_an_empty_text_says_nothing():
    assert read("", SKILLS) == read(" \n\n", SKILLS) == Reading()


def test_sentences_lie_in_order_and_apart(freight: Reading):
    ends = [0, *(span.end for span in freight.sentences)]

    assert all(end <= span.start < span.end for end, span in zip(ends, freight.sentences, strict=False))


PIECES = st.sampled_from(
    [
        *FREIGHT.split(),
        "\n",
        "\r\n",
        "- ",
        "• ",
        ". ",
        "PhD",
        "€1,500 a year for courses",
        "no",
        "(",
        "“",
        "\x00",
        "ﬁ",
        "İ",
        "١٢",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=400),
        st.lists(PIECES, max_size=60).map(" ".join),
        st.lists(PIECES, max_size=60).map("".join),
    )
)
def test_whatever_the_text_it_is_read_and_quoted_verbatim(text: str):
    reading = read(text, SKILLS, {"freight": None})
    facts = reading.facts

    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.term
    for outside in reading.outside:
        assert text[outside.start : outside.end] == outside.term
    for sign in reading.signs:
        assert text[sign.start : sign.end] == sign.quote
        assert (sign.start, sign.end) in reading.sentences
    for fact in (*facts.years, *facts.degree, *facts.place, *facts.pay, *facts.technologies):
        assert text[fact.start : fact.end] == fact.value


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20_000,
        "([" * 10_000,
        "R, " * 7_000,
        "data " * 4_000,
        ". " * 10_000,
        "PhD " * 5_000,
        "1-" * 10_000,
    ],
)
def test_a_text_of_one_sort_is_read_too(text: str):
    assert read(text, SKILLS).sentences


def test_no_sign_comes_twice(freight: Reading):
    keys = [sign.key for sign in freight.signs]

    assert keys == [key for key in (*GREEN, *RED) if key in keys]


@pytest.mark.once
@pytest.mark.parametrize("folder", ["open", "set_aside"])
def test_the_labelled_texts_are_read_well_enough(folder: str):
    scores = score(folder)

    assert scores.texts >= 20
    assert scores.signs.precision >= 0.95
    assert scores.signs.recall >= 0.80
    assert scores.skills.precision >= 0.95
    assert scores.skills.recall >= 0.85
