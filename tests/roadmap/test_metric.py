"""A build's number in words."""

import pytest

from roadmap.builds.metric import is_better, metric_words


@pytest.mark.parametrize(
    ("name", "baseline", "mine", "words"),
    [
        ("MAE", 142, 96, "MAE 96, 32% below the baseline of 142"),
        ("Accuracy", 0.8, 0.92, "Accuracy 0.92, 15% above the baseline of 0.8"),
        ("MAE", 142, 142, "MAE 142, the same as the baseline"),
        ("MAE", 1000, 999, "MAE 999, less than 1% below the baseline of 1,000"),
        ("R²", -0.5, 0.5, "R² 0.5, 200% above the baseline of -0.5"),
        ("Gain", 0, 3, "Gain 3, above a baseline of 0"),
        ("Loss", 1e-300, 1e300, "Loss 1e+300, above the baseline of 1e-300"),
        ("MAE", None, 96, "MAE 96"),
        ("MAE", 142, None, ""),
        ("", 142, 96, ""),
        ("Rows", None, 1e300, "Rows 1e+300"),
        ("Rows", None, 4180, "Rows 4,180"),
    ],
)
def test_a_number_is_said_beside_its_baseline(
    name: str, baseline: float | None, mine: float | None, words: str
) -> None:
    assert metric_words(name, baseline, mine) == words


@pytest.mark.parametrize(
    ("baseline", "mine", "better", "yes"),
    [
        (142, 96, "lower", True),
        (142, 96, "higher", False),
        (0.8, 0.9, "higher", True),
        (1, 1, "lower", False),
        (None, 1, "lower", False),
        (1, None, "lower", False),
    ],
)
def test_better_goes_the_way_that_was_said(
    baseline: float | None, mine: float | None, better: str, yes: bool
) -> None:
    assert is_better(baseline, mine, better) is yes
