"""What a build says of itself becomes the first draft of a story, and nothing is made up."""

from dataclasses import replace

import pytest

from career.models import Story
from career.story_draft import LIMITS, BuildFacts, draft, result, sources
from career.story_numbers import without_source

RENTS = BuildFacts(
    title="Rent forecasts",
    summary="Rents by postcode, a month ahead.",
    problem="Nobody knows where rents are going.",
    approach="I gathered listings every night.",
    would_change="The check before the model.",
    metric_name="MAE",
    baseline=146,
    mine=83,
    better="lower",
    repository="https://example.org/code",
    demo="https://example.org/demo",
    writeup="https://example.org/post",
    data_source="Own listings",
    data_license="CC BY 4.0",
)


def test_each_part_comes_from_where_it_was_written():
    assert draft(RENTS) == {
        "title": "Rent forecasts",
        "situation": "Nobody knows where rents are going.",
        "task": "I set out to build Rent forecasts: Rents by postcode, a month ahead. "
        "The aim: MAE below the baseline of 146.",
        "action": "I gathered listings every night.",
        "result": "The MAE is 83, against 146 for the baseline: 43% lower. It is live for anyone to try.",
        "would_change": "The check before the model.",
        "sources": "83, 146, 43%: MAE, write-up https://example.org/post\n"
        "Code: https://example.org/code\n"
        "Live demo: https://example.org/demo\n"
        "Data: Own listings (CC BY 4.0)",
    }


def test_every_number_of_the_draft_has_a_source():
    found = draft(RENTS)
    assert without_source((found["task"], found["result"]), found["sources"]) == ()


def test_the_last_paragraph_of_a_longer_problem_is_the_task():
    found = draft(
        replace(RENTS, problem="It was late.\r\n\r\nIt was dark.\r\n\r\n\r\nI had to find the key.")
    )
    assert (found["situation"], found["task"]) == ("It was late.\n\nIt was dark.", "I had to find the key.")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"mine": None}, ""),
        ({"metric_name": ""}, ""),
        ({"baseline": None}, "The MAE is 83."),
        ({"mine": 146}, "The MAE is 146, the same as the baseline."),
        ({"mine": 200}, "The MAE is 200, against 146 for the baseline: 37% higher, which is not better yet."),
        ({"baseline": 0}, "The MAE is 83, against 0 for the baseline: higher, which is not better yet."),
        ({"baseline": -2.0, "better": "higher"}, "The MAE is 83, against -2 for the baseline: higher."),
        ({"baseline": 83.1}, "The MAE is 83, against 83.1 for the baseline: lower."),
        (
            {"mine": 41_800.5, "baseline": 40_000, "better": "higher"},
            "The MAE is 41,800.5, against 40,000 for the baseline: 5% higher.",
        ),
    ],
)
def test_the_result_in_words(changes: dict[str, object], said: str):
    assert result(replace(RENTS, **changes)) == said  # type: ignore[arg-type]  # fields by name


def test_an_empty_build_gives_little_and_invents_nothing():
    found = draft(BuildFacts(title="Overtime"))
    assert {name for name, text in found.items() if text} == {"title", "task"}
    assert found["task"] == "I set out to build Overtime."


def test_what_is_longer_than_a_story_ends_after_a_whole_word():
    facts = replace(RENTS, problem="word " * 800, approach="x" * 4000, would_change="why " * 1000)
    found = draft(replace(facts, title="t" * 160))
    assert all(len(text) <= LIMITS[name] for name, text in found.items())
    assert found["situation"].endswith("word…")
    assert len(found["action"]) == 3000


def test_a_draft_is_as_long_as_the_columns_hold():
    assert {name: Story._meta.get_field(name).max_length for name in LIMITS} == LIMITS  # type: ignore[union-attr]  # columns


def test_links_that_do_not_fit_are_left_out():
    long = replace(RENTS, repository="https://e.org/" + "a" * 480, demo="https://e.org/" + "b" * 480)
    assert [line.partition(":")[0] for line in sources(long)] == ["83, 146, 43%", "Code", "Data"]
