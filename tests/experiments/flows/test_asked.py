"""What can be asked of flows, and what cannot be meant."""

import pytest

from apparat.experiments.flows.asked import Asked
from apparat.experiments.flows.levels import LEVELS
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError

START = Month.parse("1922-04")


def test_all_levels_that_the_model_can_shift_are_shifted_unless_told() -> None:
    assert [LEVELS[k].name for k in Asked().levels] == [level.name for level in LEVELS if level.shifted]
    assert [LEVELS[k].name for k in Asked(names=("politburo", "soviets")).levels] == ["soviets", "politburo"]


def test_years_are_those_that_can_be_followed_to_their_end() -> None:
    assert Asked(months=12).years(START, 93) == [9, 21, 33, 45, 57, 69, 81]
    assert Asked(months=15).years(START, 93) == [9, 21, 33, 45, 57, 69]
    assert Asked(months=12).years(Month.parse("1922-01"), 12) == [0]


def test_a_scenario_too_short_to_be_followed_says_so() -> None:
    with pytest.raises(UsageError, match=r"No January of the scenario .1922-04 to 1922-12. has 3 months"):
        Asked(months=3).years(START, 9)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"names": ("polit-buro",)}, "politburo"),
        ({"names": ("congress-of-soviets",)}, "nothing of its own"),
        ({"names": ("soviets", "soviets")}, "twice"),
        ({"runs": 5}, "--runs is a whole number from 6"),
        ({"shift": 0.9}, "--shift is a number from 0.05 to 0.5"),
        ({"months": 7}, "--months is a multiple of 3"),
        ({"months": 0}, "--months"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Asked(**wrong)
