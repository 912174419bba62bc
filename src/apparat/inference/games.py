"""Cooperative games: what each player contributes to what all achieve together.

A game gives every coalition of n players a worth v; a coalition is a bit mask, bit k for player k. The
Shapley value of a player is his mean marginal contribution over all orders of arrival [Shapley1953]; the
interaction index of two is the mean of v(S+ij) - v(S+i) - v(S+j) + v(S) over coalitions S without them, every
size of S weighing the same [GrabischRoubens1999]. Both are linear in v, so a design is a list of coalitions
with the weights that turn their worths into values: all coalitions, or those met by a sample of orders.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import comb

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Design:
    """Coalitions whose worths are asked for, and what becomes of them."""

    players: int
    coalitions: NDArray[np.int64]
    """(m,) masks, the smallest first; that of nobody and that of everybody are among them."""
    values: NDArray[np.float64]
    """(players, m): `values @ worths` are the Shapley values."""
    interactions: NDArray[np.float64]
    """(pairs, m): `interactions @ worths` are the interaction indices, pairs in the order of `pairs`."""


def pairs(players: int) -> list[tuple[int, int]]:
    """Every pair of players once, (0, 1), (0, 2), ... ."""
    return list(combinations(range(players), 2))


def every(players: int) -> Design:
    """The design of all 2^n coalitions: exact values."""
    masks = np.arange(1 << players, dtype=np.int64)
    sizes = np.bitwise_count(masks).astype(np.int64)
    # Weight of a coalition of each size to which a player, or two, are still to come.
    one = np.array([1.0 / (players * comb(players - 1, s)) for s in range(players)])
    two = np.array([1.0 / ((players - 1) * comb(players - 2, s)) for s in range(players - 1)])
    return Design(
        players,
        masks,
        np.array([_signed([k], masks, sizes, one) for k in range(players)]),
        np.array([_signed(pair, masks, sizes, two) for pair in pairs(players)]).reshape(-1, len(masks)),
    )


def _signed(
    members: Iterable[int], masks: NDArray[np.int64], sizes: NDArray[np.int64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Each coalition's part in a difference over `members`: a minus for each of them that is missing."""
    members = list(members)
    present = sum((masks >> k) & 1 for k in members)
    signs = np.where((len(members) - present) % 2 == 0, 1.0, -1.0)
    return np.asarray(signs * weights[sizes - present])


def antithetic(players: int, orders: int, luck: np.random.Generator) -> NDArray[np.int64]:
    """(orders, players) orders of arrival: random ones, each followed by its reverse."""
    drawn = [luck.permutation(players) for _ in range((orders + 1) // 2)]
    both = [order for one in drawn for order in (one, one[::-1])]
    return np.array(both[:orders], np.int64)


def sampled(players: int, orders: NDArray[np.int64]) -> Design:
    """The design of some orders of arrival, (k, players): estimates without bias if the orders are random.

    A pair's interaction is seen where the two arrive one after the other, which happens in 2 orders of n.
    """
    known = sorted({mask for order in orders for _, terms in _terms(order) for mask, _ in terms})
    places = {mask: place for place, mask in enumerate(known)}
    values, interactions = np.zeros((players, len(known))), np.zeros((players, players, len(known)))
    for order in orders:
        for members, terms in _terms(order):
            for mask, sign in terms:
                if len(members) == 1:
                    values[members[0], places[mask]] += sign / len(orders)
                else:
                    interactions[(*members, places[mask])] += sign * players / (2.0 * len(orders))
    chosen = pairs(players)
    return Design(
        players,
        np.array(known, np.int64),
        values,
        np.array([interactions[pair] for pair in chosen]).reshape(len(chosen), len(known)),
    )


Term = tuple[int, float]


def _terms(order: NDArray[np.int64]) -> Iterator[tuple[tuple[int, ...], list[Term]]]:
    """What an order says: of each player, and of each two that arrive one after the other."""
    before = 0
    arrivals = [int(player) for player in order]
    for player in arrivals:
        yield (player,), [(before | 1 << player, 1.0), (before, -1.0)]
        before |= 1 << player
    before = 0
    for first, second in pairwise(arrivals):
        one, other = 1 << first, 1 << second
        yield (
            (min(first, second), max(first, second)),
            [(before | one | other, 1.0), (before | one, -1.0), (before | other, -1.0), (before, 1.0)],
        )
        before |= one
