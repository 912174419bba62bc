"""From votes to effects: what each cause does to a vote, and what causes do together.

The effect of a cause is the mean difference that its presence makes, over all combinations of the others;
the effect of several together is a difference of such differences [BoxHunterHunter2005]. Every combination
meets the same luck, so an effect is a mean over runs of what one run shows, and its interval follows from
how runs differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Answers:
    """What a body said in the runs in which it could be asked in every combination."""

    share: Array
    """(runs, combinations): share of the votes cast that are for the motion."""
    carried: Array
    """(runs, combinations): 1 where more are for than against."""
    runs: int
    """Runs played."""

    @classmethod
    def of(cls, votes: NDArray[np.int64]) -> "Answers":
        """From (runs, combinations, 3) votes for, against and abstained."""
        ayes, noes = votes[..., 0].astype(float), votes[..., 1].astype(float)
        whole = (ayes >= 0) & (ayes + noes > 0)
        asked = whole.all(axis=1)
        ayes, noes = ayes[asked], noes[asked]
        return cls(ayes / (ayes + noes), (ayes > noes).astype(float), len(votes))


def subsets(causes: int) -> Iterator[tuple[int, ...]]:
    """Every set of causes with at least one, the smallest first."""
    for size in range(1, causes + 1):
        yield from combinations(range(causes), size)


def effect(values: Array, members: tuple[int, ...]) -> Array:
    """(runs,): each run's effect of some causes together, from (runs, combinations) values.

    Combinations are masks of the causes that take part, the smallest first.
    """
    masks = np.arange(values.shape[1])
    present = sum((masks >> k & 1 for k in members), start=np.zeros_like(masks))
    signs = np.where((len(members) - present) % 2 == 0, 1.0, -1.0)
    found: Array = values @ signs / (values.shape[1] / 2 ** len(members))
    return found
