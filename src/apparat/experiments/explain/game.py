"""The game of causes: the coalitions that each run is played in, and what a run's ends say of every cause."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.explain.tree import Fates
from apparat.inference.games import Design, antithetic, every, sampled

MOST_EXACT = 10
"""Causes up to which all coalitions are played: 1,024 of them."""


@dataclass(frozen=True)
class Plan:
    """Which coalitions a run is played in: all of them, or those that some orders of arrival meet.

    Every run draws orders of its own, so what sampling leaves open shows in how runs differ, as luck does.
    """

    causes: int
    seed: int
    orders: int

    @property
    def exact(self) -> bool:
        """Whether all coalitions are played."""
        return self.causes <= MOST_EXACT

    def of(self, run: int) -> Design:
        """The design of a run."""
        if self.exact:
            return self._every
        luck = np.random.Generator(np.random.Philox(np.random.SeedSequence([self.seed, run])))
        return sampled(self.causes, antithetic(self.causes, self.orders, luck))

    @cached_property
    def _every(self) -> Design:
        return every(self.causes)


@dataclass(frozen=True)
class Game:
    """Finished runs, as the game under one definition of leading with one person in view."""

    values: NDArray[np.float64]
    """(runs, causes): each run's Shapley values; their mean is the value, their spread its error."""
    interactions: NDArray[np.float64]
    """(runs, pairs)"""
    shares: dict[int, tuple[int, int]]
    """Coalition to runs that he leads in it, and runs played in it."""
    everything: NDArray[np.bool_]
    """(runs,): whether he leads with all causes."""
    nothing: NDArray[np.bool_]
    """(runs,): whether he leads with none."""
    alone: NDArray[np.float64] | None
    """(runs, causes): what each adds to nothing; None unless all coalitions were played."""
    last: NDArray[np.float64] | None
    """(runs, causes): what goes with it when it alone is taken away; None likewise."""


def game(plan: Plan, fates: Sequence[Fates], key: int, yardstick: int) -> Game:
    """The game of a person (0: nobody leads alone) by one definition of leading."""
    values, interactions, shares = [], [], dict[int, tuple[int, int]]()
    for run, fate in enumerate(fates):
        design = plan.of(run)
        leads = fate.leaders[:, yardstick] == key
        worth = leads.astype(float)
        values.append(design.values @ worth)
        interactions.append(design.interactions @ worth)
        for coalition, won in zip(design.coalitions.tolist(), leads.tolist(), strict=True):
            before = shares.get(coalition, (0, 0))
            shares[coalition] = (before[0] + won, before[1] + 1)
    # Nobody and everybody have the smallest and the largest mask in any design.
    ends = np.array([fate.leaders[[0, -1], yardstick] == key for fate in fates])
    alone = last = None
    if plan.exact:
        worths = np.array([fate.leaders[:, yardstick] == key for fate in fates], float)
        single = 1 << np.arange(plan.causes)
        alone = worths[:, single] - worths[:, [0]]
        last = worths[:, [-1]] - worths[:, worths.shape[1] - 1 - single]
    return Game(np.array(values), np.array(interactions), shares, ends[:, 1], ends[:, 0], alone, last)
