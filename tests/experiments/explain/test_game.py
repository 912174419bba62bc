"""From ends of histories to values: linear in each run, the same run by run, an error that is one."""

import numpy as np
import pytest

from apparat.experiments.explain.game import MOST_EXACT, Plan, game
from apparat.experiments.explain.tree import Fates

LUCK = np.random.Generator(np.random.Philox(4))


def fates(leaders: np.ndarray) -> Fates:
    """A run with these leaders by every yardstick, (coalitions,)."""
    columns = np.repeat(leaders[:, None], 3, axis=1).astype(np.int32)
    return Fates(columns, np.zeros(len(leaders), np.uint64), np.ones(2, bool), 0)


def test_the_one_who_decides_alone_has_all_of_it() -> None:
    plan = Plan(2, seed=1, orders=2)
    found = game(plan, [fates(np.array([0, 7, 0, 7]))] * 3, key=7, yardstick=0)
    assert found.values.tolist() == [[1.0, 0.0]] * 3
    assert found.interactions.tolist() == [[0.0]] * 3
    assert found.shares == {0: (0, 3), 1: (3, 3), 2: (0, 3), 3: (3, 3)}
    assert (found.alone == [1, 0]).all()
    assert (found.last == [1, 0]).all()


def test_nobody_can_be_asked_for() -> None:
    found = game(Plan(1, seed=1, orders=2), [fates(np.array([0, 7]))], key=0, yardstick=1)
    assert found.values.tolist() == [[-1.0]]
    assert (found.nothing.tolist(), found.everything.tolist()) == ([True], [False])


def test_orders_differ_between_runs_and_not_between_askings() -> None:
    plan, again = Plan(MOST_EXACT + 1, seed=3, orders=4), Plan(MOST_EXACT + 1, seed=3, orders=4)
    assert not plan.exact
    assert (plan.of(5).values == again.of(5).values).all()
    assert plan.of(5).coalitions.tolist() != plan.of(6).coalitions.tolist()
    assert plan.of(5).coalitions[[0, -1]].tolist() == [0, 2 ** (MOST_EXACT + 1) - 1]


def test_the_spread_of_runs_covers_what_sampling_leaves_open() -> None:
    """A weighted council of eleven: the mean of sampled runs lies within the error that they state."""
    players, runs = MOST_EXACT + 1, 400
    plan = Plan(players, seed=8, orders=2)
    weights = np.arange(1, players + 1)
    quota = weights.sum() // 2 + 1

    def leads(coalitions: np.ndarray) -> np.ndarray:
        return 7 * ((coalitions[:, None] >> np.arange(players) & 1) @ weights >= quota)

    found = game(plan, [fates(leads(plan.of(run).coalitions)) for run in range(runs)], key=7, yardstick=0)
    masks = np.arange(1 << players)
    exact = game_exact(masks, leads(masks) == 7, players)
    error = found.values.std(axis=0, ddof=1) / np.sqrt(runs)
    assert (abs(found.values.mean(axis=0) - exact) <= 4.5 * error + 1e-9).all()
    assert found.alone is None
    assert found.values.sum(axis=1) == pytest.approx(1)


def game_exact(masks: np.ndarray, wins: np.ndarray, players: int) -> np.ndarray:
    from apparat.inference.games import every

    return every(players).values @ wins.astype(float)
