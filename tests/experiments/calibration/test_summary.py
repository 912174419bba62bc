"""Verdicts on targets."""

import pytest

from apparat.experiments.calibration.summary import verdict


@pytest.mark.parametrize(
    ("deviation", "said"),
    [
        (0.0, "met"),
        (-1.0, "met"),
        (1.01, "strained"),
        (-2.0, "strained"),
        (2.1, "not met"),
        (None, "not measured"),
    ],
)
def test_a_target_is_judged_by_its_median_set(deviation: float | None, said: str) -> None:
    assert verdict(deviation) == said
