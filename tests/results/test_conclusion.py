"""Numbers in words: shares as per cents, differences with their sign."""

import pytest

from apparat.results.conclusion import percent, points, signed


@pytest.mark.parametrize(
    ("difference", "places", "said"),
    [
        (0.12, 0, "+12"),
        (-0.034, 0, "-3"),
        (0.0, 0, "0"),
        (-0.004, 0, "0"),
        (0.004, 0, "0"),
        (-0.0004, 1, "0.0"),
    ],
)
def test_a_difference_has_its_sign_and_nought_has_none(difference: float, places: int, said: str) -> None:
    assert points(difference, places) == said


def test_a_difference_keeps_the_decimals_that_are_asked_for() -> None:
    assert signed(-0.26, 1) == "-0.3"
    assert signed(0.0, 2) == "0.00"


def test_shares_near_nothing_and_near_all_have_a_decimal() -> None:
    assert [percent(share) for share in (0.0, 0.0004, 0.004, 0.4, 0.996, 0.9996)] == [
        "0 %",
        "under 0.1 %",
        "0.4 %",
        "40 %",
        "99.6 %",
        "over 99.9 %",
    ]
