"""Games: values that are known, what every game's values must obey, and samples that come near them."""

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from apparat.inference.games import antithetic, every, pairs, sampled

PLAYERS = st.integers(1, 5)
WORTHS = st.floats(-10, 10)
GAMES = PLAYERS.flatmap(lambda n: st.lists(WORTHS, min_size=1 << n, max_size=1 << n)).map(np.array)


def worths(players: int, worth: Callable[[set[int]], float]) -> NDArray[np.float64]:
    """The worth of every coalition, by mask."""
    masks = range(1 << players)
    return np.array([worth({k for k in range(players) if mask >> k & 1}) for mask in masks])


def players_of(game: NDArray[np.float64]) -> int:
    return len(game).bit_length() - 1


def shapley(game: NDArray[np.float64]) -> NDArray[np.float64]:
    return every(players_of(game)).values @ game


def interactions(game: NDArray[np.float64]) -> NDArray[np.float64]:
    return every(players_of(game)).interactions @ game


def exchanged(game: NDArray[np.float64], one: int, other: int) -> NDArray[np.float64]:
    """The game in which two players have changed places."""
    masks = np.arange(len(game))
    a, b = masks >> one & 1, masks >> other & 1
    return game[masks & ~(1 << one) & ~(1 << other) | a << other | b << one]


def weighted(weights: tuple[int, ...], quota: int) -> NDArray[np.float64]:
    return worths(len(weights), lambda s: float(sum(weights[k] for k in s) >= quota))


def test_two_left_gloves_and_one_right_one() -> None:
    pairs_of_gloves = worths(3, lambda s: float(min(len(s & {0, 1}), len(s & {2}))))
    assert shapley(pairs_of_gloves) == pytest.approx([1 / 6, 1 / 6, 4 / 6])
    assert interactions(pairs_of_gloves) == pytest.approx([-1 / 2, 1 / 2, 1 / 2])


def test_a_majority_of_three_divides_power_evenly() -> None:
    assert shapley(weighted((1, 1, 1), 2)) == pytest.approx([1 / 3] * 3)
    assert interactions(weighted((1, 1, 1), 2)) == pytest.approx([0] * 3)


@pytest.mark.parametrize(
    ("weights", "quota", "power"),
    [
        ((3, 2, 2, 1), 5, (5 / 12, 3 / 12, 3 / 12, 1 / 12)),
        ((4, 3, 2, 1), 6, (5 / 12, 3 / 12, 3 / 12, 1 / 12)),
        ((10, 1, 1), 10, (1, 0, 0)),
        # The council of the six of 1958: Luxembourg had a vote and no power.
        ((4, 4, 4, 2, 2, 1), 12, (14 / 60, 14 / 60, 14 / 60, 9 / 60, 9 / 60, 0)),
    ],
)
def test_a_weighted_council_has_the_powers_worked_out_by_hand(
    weights: tuple[int, ...], quota: int, power: tuple[float, ...]
) -> None:
    assert shapley(weighted(weights, quota)) == pytest.approx(power)


def test_a_player_alone_is_worth_what_he_adds() -> None:
    assert shapley(np.array([2.0, 5.0])) == pytest.approx([3.0])
    assert every(1).interactions.shape == (0, 2)


def test_two_who_are_worth_something_only_together_interact_by_all_of_it() -> None:
    together = worths(4, lambda s: 6.0 * ({0, 2} <= s))
    assert interactions(together) == pytest.approx([6.0 * (pair == (0, 2)) for pair in pairs(4)])


@given(GAMES)
def test_values_add_up_to_what_all_achieve(game: NDArray[np.float64]) -> None:
    assert shapley(game).sum() == pytest.approx(game[-1] - game[0], abs=1e-9)


@given(GAMES, st.data())
def test_a_player_who_adds_nothing_gets_nothing(game: NDArray[np.float64], data: st.DataObject) -> None:
    idle = data.draw(st.integers(0, players_of(game) - 1))
    masks = np.arange(len(game))
    without = game[masks & ~(1 << idle)]
    assert shapley(without)[idle] == pytest.approx(0, abs=1e-9)
    involved = [k for k, pair in enumerate(pairs(players_of(game))) if idle in pair]
    assert interactions(without)[involved] == pytest.approx(0, abs=1e-9)


@given(GAMES, st.data())
def test_names_do_not_matter(game: NDArray[np.float64], data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(0, players_of(game) - 1)) for _ in range(2))
    if one == other:
        return
    renamed = shapley(game)
    renamed[[one, other]] = renamed[[other, one]]
    assert shapley(exchanged(game, one, other)) == pytest.approx(renamed, abs=1e-9)


@given(GAMES, st.floats(-3, 3), st.integers(0, 2**32 - 1))
def test_values_of_a_sum_of_games_are_sums_of_values(
    game: NDArray[np.float64], times: float, seed: int
) -> None:
    other = np.random.Generator(np.random.Philox(seed)).normal(size=len(game))
    for solve in (shapley, interactions):
        assert solve(game + times * other) == pytest.approx(solve(game) + times * solve(other), abs=1e-8)


@given(GAMES)
def test_an_additive_game_has_no_interactions(game: NDArray[np.float64]) -> None:
    n = players_of(game)
    additive = worths(n, lambda s: float(sum(game[1 << k] for k in s)))
    assert shapley(additive) == pytest.approx([game[1 << k] for k in range(n)], abs=1e-9)
    assert interactions(additive) == pytest.approx(0, abs=1e-9)


@given(GAMES)
def test_all_orders_together_give_the_exact_values(game: NDArray[np.float64]) -> None:
    n = min(players_of(game), 4)
    game = game[: 1 << n]
    design = sampled(n, np.array(list(permutations(range(n)))))
    assert design.values @ game[design.coalitions] == pytest.approx(shapley(game), abs=1e-9)
    if n > 1:
        assert design.interactions @ game[design.coalitions] == pytest.approx(interactions(game), abs=1e-9)


@settings(max_examples=20)
@given(GAMES, st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_a_sample_of_orders_divides_all_that_there_is(
    game: NDArray[np.float64], orders: int, seed: int
) -> None:
    n = players_of(game)
    drawn = antithetic(n, orders, np.random.Generator(np.random.Philox(seed)))
    assert all(sorted(order) == list(range(n)) for order in drawn)
    assert (drawn[1::2] == drawn[: orders - orders % 2 : 2, ::-1]).all()
    design = sampled(n, drawn)
    values = design.values @ game[design.coalitions]
    assert values.sum() == pytest.approx(game[-1] - game[0], abs=1e-9)


def test_samples_are_centred_on_the_exact_values() -> None:
    game = weighted((4, 3, 3, 2, 1, 1), 8)
    luck = np.random.Generator(np.random.Philox(1922))
    designs = [sampled(6, antithetic(6, 4, luck)) for _ in range(400)]
    for name, exact in (("values", shapley(game)), ("interactions", interactions(game))):
        found = np.array([getattr(each, name) @ game[each.coalitions] for each in designs])
        error = found.std(axis=0, ddof=1) / np.sqrt(len(found))
        assert (abs(found.mean(axis=0) - exact) <= 4.5 * error + 1e-9).all()
