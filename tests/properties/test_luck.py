"""Luck has addresses: other seeds and runs have other luck, and the future never reaches the past."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.family import Plan, build
from tests.properties.plans import opened, outcome, plans, played

MONTHS = 24


@given(plans(months=8))
@settings(max_examples=20, deadline=None)
def test_two_runs_of_one_seed_differ(plan: Plan) -> None:
    first, second = (played(plan, run=run) for run in (0, 1))
    assert "events" in first.same_as(second)


@pytest.mark.parametrize("half", ["seed_low", "seed_high"])
@given(plans(months=8))
@settings(max_examples=10, deadline=None)
def test_two_seeds_differ(half: str, plan: Plan) -> None:
    other = build(plan)
    other["clock"][half] ^= 1
    assert "events" in played(plan, world=other).same_as(played(plan))


def test_digests_tell_runs_apart() -> None:
    """In a world where enough happens; two uneventful runs may leave the same trace."""
    digests = {played(Plan(condemned=True), run=run).digest for run in range(8)}
    assert len(digests) == 8


def ban(world: NDArray[np.void]) -> None:
    world["rules"]["ban"] ^= 1


def lists(world: NDArray[np.void]) -> None:
    world["rules"]["lists"] ^= 1


def attention(world: NDArray[np.void]) -> None:
    world["rules"]["attention_on"] ^= 1


def ballots(world: NDArray[np.void]) -> None:
    world["bodies"]["secret"] ^= 1


@pytest.mark.parametrize("change", [ban, lists, attention, ballots])
@given(plan=plans(months=MONTHS), month=st.integers(1, MONTHS - 1))
@settings(max_examples=8, deadline=None)
def test_a_rule_changed_leaves_the_past_alone(
    change: Callable[[NDArray[np.void]], None], plan: Plan, month: int
) -> None:
    straight, other = opened(plan), opened(plan)
    for run in (straight, other):
        run.advance(month)
    before = len(outcome(other).events)
    change(other.world)
    for run in (straight, other):
        run.advance(MONTHS)
    a, b = outcome(straight), outcome(other)
    assert (a.leaders[:month] == b.leaders[:month]).all()
    assert (a.chiefs[:month] == b.chiefs[:month]).all()
    assert (a.events[:before] == b.events[:before]).all()


def parted(change: Callable[[NDArray[np.void]], None]) -> int:
    """In how many of sixteen runs a rule changed half-way leads elsewhere."""
    count = 0
    for number in range(16):
        plan = Plan(seed=number, months=36)
        straight = opened(plan)
        straight.advance(9)
        other = straight.fork()
        change(other.world)
        straight.advance(36)
        other.advance(36)
        count += straight.digest != other.digest
    return count


@pytest.mark.parametrize("change", [ban, lists, attention, ballots])
def test_a_rule_changed_changes_the_future(change: Callable[[NDArray[np.void]], None]) -> None:
    assert parted(change) > 0
