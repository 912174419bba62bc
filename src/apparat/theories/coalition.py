"""Ruling coalitions of a body whose members cannot commit themselves [AcemogluEgorovSonin2008].

A coalition is *winning* within a larger one if it holds more than the share alpha of its power, and
*self-enforcing* if none of its proper subcoalitions is both winning within it and self-enforcing. The ruling
coalition of a body is the whole body if that is self-enforcing, else its winning self-enforcing subcoalition
of least power.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Member = TypeVar("Member")
Masks = NDArray[np.int64]

MOST_MEMBERS = 16
MAJORITY = 0.5


def ruling_coalitions(
    powers: Mapping[Member, float], alpha: float = MAJORITY
) -> tuple[frozenset[Member], ...]:
    """The ruling coalitions of a body: one, unless coalitions of equal power compete for it.

    Raises ValueError for powers that are not positive, more than `MOST_MEMBERS` members, or a share `alpha`
    outside 1/2 to below 1.
    """
    members = list(powers)
    masks, sums = _coalitions(_checked([powers[member] for member in members], alpha))
    enforcing = _self_enforcing(masks, sums, alpha)
    winning = enforcing & (sums > alpha * sums[-1])
    if enforcing[-1]:
        winning[:-1] = False
    least = winning & (sums == sums[winning].min())
    return tuple(_named(int(mask), members) for mask in masks[least])


def self_enforcing(powers: Mapping[Member, float], alpha: float = MAJORITY) -> bool:
    """Whether a coalition has no winning self-enforcing subcoalition but itself. Raises as above."""
    masks, sums = _coalitions(_checked(list(powers.values()), alpha))
    return bool(_self_enforcing(masks, sums, alpha)[-1])


def _checked(powers: Sequence[float], alpha: float) -> Sequence[float]:
    if not 1 <= len(powers) <= MOST_MEMBERS:
        raise ValueError(f"A body has 1 to {MOST_MEMBERS} members, not {len(powers)}.")
    if not all(power > 0 for power in powers):
        raise ValueError("Every member's power must be above 0.")
    if not MAJORITY <= alpha < 1:
        raise ValueError(f"The share that wins is from {MAJORITY} to below 1, not {alpha}.")
    return powers


def _coalitions(powers: Sequence[float]) -> tuple[Masks, NDArray[np.float64]]:
    """All coalitions but the empty one as bits, and their powers, the weakest first."""
    sums = np.zeros(1)
    for power in powers:
        sums = np.concatenate([sums, sums + power])
    order = np.argsort(sums[1:], kind="stable") + 1
    return order.astype(np.int64), sums[order]


def _self_enforcing(masks: Masks, sums: NDArray[np.float64], alpha: float) -> NDArray[np.bool_]:
    """A sieve: each coalition that no weaker one has struck out strikes out those within which it wins."""
    kept = np.ones(len(masks), np.bool_)
    ends = np.searchsorted(alpha * sums, sums, side="left")
    for place, mask in enumerate(masks):
        if kept[place]:
            beyond = slice(place + 1, ends[place])
            kept[beyond] &= (masks[beyond] & mask) != mask
    return kept


def _named(mask: int, members: Sequence[Member]) -> frozenset[Member]:
    return frozenset(member for place, member in enumerate(members) if mask >> place & 1)
