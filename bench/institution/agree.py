"""Do all implementations tell the same story? Bit for bit where luck is the same, else as distributions."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.institution.peers import Player
from bench.institution.rules import FIGURES, MONTHS

CHANCE = 1e-5
"""How often a figure may fail by chance where the distributions are the same."""
REFERENCE_RUNS = 2000


@dataclass(frozen=True)
class Agreement:
    """One figure: means, and the largest distance between the two distribution functions, with its bound."""

    mean: float
    reference: float
    distance: float
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the distance is one that chance explains."""
        return self.distance <= self.bound


def distance(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """Largest distance between the distribution functions of two samples (Kolmogorov and Smirnov)."""
    at = np.concatenate([a, b])
    shares = [np.searchsorted(np.sort(x), at, side="right") / len(x) for x in (a, b)]
    return float(np.abs(shares[0] - shares[1]).max())


def bound(n: int, m: int, chance: float = CHANCE) -> float:
    """A distance that two samples of one distribution exceed with at most this chance, asymptotically."""
    return math.sqrt(-0.5 * math.log(chance / 2.0) * (n + m) / (n * m))


def compare(a: NDArray[np.float64], b: NDArray[np.float64]) -> Agreement:
    """A sample against one of the reference."""
    return Agreement(float(a.mean()), float(b.mean()), distance(a, b), bound(len(a), len(b)))


def outcomes(
    name: str, *, regions: int, runs: int, seed: int, months: int = MONTHS
) -> dict[str, NDArray[np.float64]]:
    """Figure by figure the outcomes of runs of one implementation."""
    with Player(name) as player:
        played = player.play(regions, runs=runs, seed=seed, months=months)
    return {figure: np.array(played[figure]) for figure in FIGURES}


def agreement(names: list[str], *, regions: int, runs: int, seed: int) -> dict[str, dict[str, Agreement]]:
    """Each implementation against the kernels, figure by figure."""
    reference = outcomes("kernels", regions=regions, runs=REFERENCE_RUNS, seed=seed)
    found = {}
    for name in names:
        played = outcomes(name, regions=regions, runs=runs, seed=seed)
        found[name] = {figure: compare(played[figure], reference[figure]) for figure in FIGURES}
    return found


def equal(regions: int, seed: int, run: int, months: int = MONTHS) -> bool:
    """Whether the kernels and C play a run alike, bit for bit: every quarter, every post at the end."""
    from bench.institution.by_hand import ByHand
    from bench.institution.kernels import Kernels

    kernels, c = Kernels(regions, seed), ByHand(regions, seed)
    return (
        np.array_equal(kernels.run(run, months), c.run(run, months))
        and np.array_equal(kernels.posts(), c.posts())
        and kernels.outcome() == c.outcome()
    )
