"""Ruling coalitions [AcemogluEgorovSonin2008]: published examples, the definition, properties."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apparat.theories.coalition import ruling_coalitions, self_enforcing

ALPHAS = st.sampled_from([0.5, 0.6, 2 / 3, 0.75])
# Distinct powers of two below distinct large parts: no two coalitions are equally strong.
POWERS = st.lists(st.integers(1, 60), min_size=1, max_size=7).map(
    lambda parts: {place: float(part * 128 + 2**place) for place, part in enumerate(parts)}
)


def ruling(*powers: float, alpha: float = 0.5) -> list[set[float]]:
    """The ruling coalitions of members who are called by their powers."""
    return [set(each) for each in ruling_coalitions({power: power for power in powers}, alpha)]


def by_definition(powers: dict[int, float], alpha: float) -> bool:
    """Whether a coalition is self-enforcing, read off the definition."""
    smaller = (
        {member: powers[member] for member in chosen}
        for size in range(1, len(powers))
        for chosen in combinations(powers, size)
    )
    whole = sum(powers.values())
    return not any(sum(part.values()) > alpha * whole and by_definition(part, alpha) for part in smaller)


def test_of_three_none_of_whom_has_a_majority_all_stay() -> None:
    assert ruling(3, 4, 5) == [{3, 4, 5}]


def test_a_fourth_who_is_the_strongest_is_removed_by_three_who_hold_together() -> None:
    assert ruling(3, 4, 5, 10) == [{3, 4, 5}]


def test_whoever_has_a_majority_alone_rules_alone() -> None:
    assert ruling(2, 3, 10) == [{10}]


def test_of_two_the_stronger_removes_the_other_unless_they_are_exactly_equal() -> None:
    assert ruling(4, 5) == [{5}]
    assert self_enforcing({"one": 1.0, "other": 1.0})


@pytest.mark.parametrize("size", range(1, 13))
def test_nearly_equal_members_rule_in_numbers_of_one_less_than_a_power_of_two(size: int) -> None:
    nearly = {member: 1 + member / 10_000 + member**2 / 1_000_000 for member in range(size)}
    (found,) = ruling_coalitions(nearly)
    assert len(found) == 2 ** ((size + 1).bit_length() - 1) - 1


def test_a_higher_share_to_win_may_keep_two_together() -> None:
    assert ruling(4, 5, alpha=0.6) == [{4, 5}]


@settings(max_examples=60, deadline=None)
@given(POWERS, ALPHAS)
def test_the_sieve_agrees_with_the_definition(powers: dict[int, float], alpha: float) -> None:
    assert self_enforcing(powers, alpha) == by_definition(powers, alpha)


@settings(max_examples=60, deadline=None)
@given(POWERS, ALPHAS)
def test_the_ruling_coalition_is_the_one_least_that_wins_and_holds(
    powers: dict[int, float], alpha: float
) -> None:
    (found,) = ruling_coalitions(powers, alpha)
    own = {member: powers[member] for member in found}
    assert sum(own.values()) > alpha * sum(powers.values()) or len(own) == len(powers)
    assert by_definition(own, alpha)
    assert ruling_coalitions(own, alpha) == (found,)
    weaker = [
        chosen
        for size in range(1, len(powers))
        for chosen in combinations(powers, size)
        if alpha * sum(powers.values()) < sum(powers[m] for m in chosen) < sum(own.values())
    ]
    assert not any(by_definition({m: powers[m] for m in chosen}, alpha) for chosen in weaker)


@settings(max_examples=30, deadline=None)
@given(POWERS, st.integers(-8, 8))
def test_only_shares_of_power_count(powers: dict[int, float], doublings: int) -> None:
    scaled = {member: power * 2.0**doublings for member, power in powers.items()}
    assert ruling_coalitions(scaled) == ruling_coalitions(powers)


def test_coalitions_that_are_equally_cheap_are_all_named() -> None:
    assert len(ruling_coalitions(dict.fromkeys("abc", 1.0))) == 3


@pytest.mark.parametrize(
    ("powers", "alpha", "message"),
    [
        ({}, 0.5, "1 to 16 members, not 0"),
        (dict.fromkeys(range(17), 1.0), 0.5, "1 to 16 members, not 17"),
        ({"a": 0.0}, 0.5, "above 0"),
        ({"a": 1.0}, 0.4, "from 0.5 to below 1, not 0.4"),
        ({"a": 1.0}, 1.0, "from 0.5 to below 1, not 1.0"),
    ],
)
def test_bodies_that_cannot_be_judged_are_refused(powers: dict, alpha: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ruling_coalitions(powers, alpha)
