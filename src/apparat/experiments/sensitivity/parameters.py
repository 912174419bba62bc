"""Effects and indices of parameters."""

from collections.abc import Iterator, Sequence
from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.calibration.screen import Screened
from apparat.inference import indices, screening
from apparat.mechanisms.month import all_parameters
from apparat.results.sensitivity import Effect, Index, OutcomeSpread

Array = NDArray[np.float64]

MOST_OUTCOMES = 5
LEAST = 0.03
"""An outcome that comes about in fewer runs than this, over all sets, is not analysed."""
STEP = 2 / 3
"""How far a parameter moves in one step of the screening, as a share of its range."""
_FOLDED = 0.75
"""Deviation of the absolute value of a normal variable, over its mean."""
_SURE = 2.0


def told(screened: Screened) -> NDArray[np.intp]:
    """Places of the outcomes worth telling, most frequent first."""
    means = screened.outcomes.mean(axis=0)
    order = np.argsort(-means, kind="stable")[:MOST_OUTCOMES]
    chosen: NDArray[np.intp] = order[means[order] >= LEAST]
    return chosen


def strongest(screened: Screened, outcomes: NDArray[np.intp], most: int) -> tuple[str, ...]:
    """The parameters that move these outcomes most, strongest first."""
    effects = screening.effects(screened.names, screened.points, screened.outcomes[:, outcomes])
    order = np.argsort(-effects.strength.max(axis=1), kind="stable")[:most]
    return tuple(screened.names[place] for place in order)


def spreads(
    screened: Screened, outcomes: NDArray[np.intp], names: Sequence[str], runs: int
) -> Iterator[OutcomeSpread]:
    """How far outcomes move between the screening's sets."""
    for place in outcomes:
        shares = screened.outcomes[:, place]
        low, high = np.quantile(shares, (0.05, 0.95))
        luck = float((shares * (1 - shares)).mean()) / runs
        total = float(shares.var())
        yield OutcomeSpread(
            outcome=names[place],
            mean=float(shares.mean()),
            low=float(low),
            high=float(high),
            by_luck=min(luck / total, 1.0) if total > 0 else 0.0,
        )


def effect_rows(
    screened: Screened, outcomes: NDArray[np.intp], names: Sequence[str], runs: int, trajectories: int
) -> Iterator[Effect]:
    """Effects of all parameters, outcome by outcome, strongest first."""
    sources = {p.address: p.source for p in all_parameters()}
    found = screening.effects(screened.names, screened.points, screened.outcomes[:, outcomes])
    for k, place in enumerate(outcomes):
        luck = by_luck(screened.outcomes[:, place], runs)
        for row in np.argsort(-found.strength[:, k], kind="stable"):
            strength = float(found.strength[row, k])
            yield Effect(
                parameter=screened.names[row],
                source=sources[screened.names[row]],
                outcome=names[place],
                strength=strength,
                direction=float(found.direction[row, k]),
                spread=float(found.spread[row, k]),
                by_luck=luck,
                noticeable=strength > luck * (1 + _SURE * _FOLDED / sqrt(trajectories)),
            )


def by_luck(shares: Array, runs: int) -> float:
    """Mean absolute effect of a parameter that changes nothing but luck: shares of that many runs each."""
    return sqrt(2 * float((shares * (1 - shares)).mean()) / runs) * sqrt(2 / pi) / STEP


def index_rows(
    played: Screened, outcomes: NDArray[np.intp], names: Sequence[str], seed: int
) -> Iterator[Index]:
    """Sobol indices, outcome by outcome, largest total first."""
    found = indices.indices(played.names, played.outcomes[:, outcomes], seed)
    for k, place in enumerate(outcomes):
        for row in np.argsort(-found.total[:, k], kind="stable"):
            yield Index(
                parameter=played.names[row],
                outcome=names[place],
                first=float(found.first[row, k]),
                first_half=float(found.first_half[row, k]),
                total=float(found.total[row, k]),
                total_half=float(found.total_half[row, k]),
            )
