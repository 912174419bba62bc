"""One run in many coalitions of causes: a tree over dates in which coalitions share the past that they can.

A coalition is a bit mask of the causes that take part; those that do not are brought to their neutral level
in their months. Up to the first month in which two coalitions differ, the run is played once for both; and a
switch that finds its level there already changes nothing, so that coalitions which differ by it alone go on
as one. Luck has addresses, so every branch meets the draws of the run's own number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.scenario.causes import Switch
from apparat.scenario.levers import Edit
from apparat.world import codes

Turn = tuple[int, dict[int, list[Edit]]]
"""A month, and the edits that causes (by number) need in it."""


@dataclass(frozen=True)
class Fates:
    """What a run comes to in each coalition."""

    leaders: NDArray[np.int32]
    """(coalitions, yardsticks): keys of those who lead in the last month; 0 for collective leadership."""
    digests: NDArray[np.uint64]
    """(coalitions,)"""
    acted: NDArray[np.bool_]
    """(causes,): whether taking it away changed the state anywhere."""
    played: int
    """Months played."""


class Tree:
    """An engine's runs, to be played in coalitions of causes. Several threads may play at once."""

    def __init__(self, engine: Engine, causes: Sequence[Switch]) -> None:
        self._engine = engine
        self._months = engine.compiled.scenario.months
        dates = sorted({edit.month for cause in causes for edit in cause.edits})
        self._turns: list[Turn] = [(month, _due(causes, month)) for month in dates]
        self._causes = len(causes)

    def play(self, run: int, coalitions: NDArray[np.int64], heard: Callable[[], None]) -> Fates:
        """Run number `run` in every coalition; `heard` is called at every end that is reached."""
        growth = _Growth(self._turns, self._months, heard, coalitions, self._causes)
        growth.grow(self._engine.open(run, observed=False), list(range(len(coalitions))), 0)
        return growth.fates


class _Growth:
    """The tree of one run while it grows."""

    def __init__(
        self,
        turns: Sequence[Turn],
        months: int,
        heard: Callable[[], None],
        coalitions: NDArray[np.int64],
        causes: int,
    ) -> None:
        self._turns, self._months, self._heard = turns, months, heard
        self._coalitions = [int(mask) for mask in coalitions]
        self._leaders = np.zeros((len(coalitions), codes.YARDSTICKS), np.int32)
        self._digests = np.zeros(len(coalitions), np.uint64)
        self._acted, self._causes = 0, causes
        self._played = 0

    @property
    def fates(self) -> Fates:
        """What has come of it."""
        acted = np.array([bool(self._acted >> cause & 1) for cause in range(self._causes)])
        return Fates(self._leaders, self._digests, acted, self._played)

    def grow(self, past: Run, here: Sequence[int], turn: int) -> None:
        """Play on for the coalitions `here` (by place), which share this past, from a turn of the road."""
        if turn == len(self._turns):
            self._end(past, here)
            return
        month, due = self._turns[turn]
        self._advance(past, month)
        gone = [self._missing(place, due) for place in here]
        every = reduce(or_, gone)
        if not every:
            self.grow(past, here, turn + 1)
            return
        barest, effective = _without(past, due, every)
        self._acted |= effective
        groups: dict[int, list[int]] = {}
        for place, taken in zip(here, gone, strict=True):
            groups.setdefault(taken & effective, []).append(place)
        # Those for whom nothing changes come last: they need no copy.
        for taken, those in sorted(groups.items(), reverse=True):
            branch = barest if taken == effective else _without(past, due, taken)[0] if taken else past
            self.grow(branch, those, turn + 1)

    def _missing(self, place: int, due: Mapping[int, object]) -> int:
        """Mask of the causes due now that take no part in a coalition."""
        return sum(1 << cause for cause in due if not self._coalitions[place] >> cause & 1)

    def _advance(self, run: Run, month: int) -> None:
        self._played += month - run.month
        run.advance(month)

    def _end(self, run: Run, here: Sequence[int]) -> None:
        """The last month is watched, the others are not: observers move nobody."""
        self._advance(run, self._months - 1)
        run.observed = True
        self._advance(run, self._months)
        self._leaders[here] = run.world["leaders"][0][self._months - 1]
        self._digests[here] = run.digest
        self._heard()


def _due(causes: Sequence[Switch], month: int) -> dict[int, list[Edit]]:
    found = {k: [edit for edit in cause.edits if edit.month == month] for k, cause in enumerate(causes)}
    return {k: edits for k, edits in found.items() if edits}


def _without(past: Run, due: Mapping[int, Sequence[Edit]], taken: int) -> tuple[Run, int]:
    """A branch in which the causes of a mask are brought to their neutral level, and which of them changed.

    No two causes touch the same path, so whether one changes anything does not depend on the others.
    """
    branch, changed = past.fork(), 0
    branch.own_parameters()
    for cause, edits in due.items():
        if taken >> cause & 1:
            applied = [edit.apply(branch.world, branch.parameters) for edit in edits]
            changed |= any(applied) << cause
    return branch, changed
