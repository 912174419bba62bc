"""From tallies to the rows of the result."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.what_if.asked import Arm
from apparat.experiments.what_if.tally import DECISIONS, Kind, Tally
from apparat.results.directory import Directory
from apparat.results.ensemble import COLLECTIVE, Yardstick
from apparat.results.paired import Difference, means_differ, shares_differ, variance_ratio
from apparat.results.run import Happening, Narrator
from apparat.results.what_if import ArmRow, DecisionRow, EditRow, MonthRow, OutcomeRow, PairRow, Side
from apparat.world import codes

_YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)
_LEAST_PEAK = 0.05
"""Persons who never lead in more than this share of runs have no rows over time."""
_TOLD = {codes.EVENT_WORDS[kind] for kind in (*DECISIONS, codes.E_LEADER, codes.E_DEATH)}


class Answer:
    """The rows of one arm."""

    def __init__(self, arm: Arm, tally: Tally) -> None:
        self._arm, self._tally = arm, tally
        self._directory: Directory = arm.engine.directory
        self._without, self._with = np.stack(tally.without), np.stack(tally.with_)

    def arm(self) -> ArmRow:
        """The arm in a line."""
        parts = sorted(month for month in self._tally.parts if month is not None)
        ends = self._without[:, -1, codes.BY_CONDUCT] != self._with[:, -1, codes.BY_CONDUCT]
        return ArmRow(
            arm=self._arm.name,
            from_=self._date(self._arm.first),
            opening=self._arm.opening,
            applied=self._tally.took_hold,
            parted=len(parts),
            first=self._date(parts[0]) if parts else None,
            median=self._date(median_low(parts)) if parts else None,
            changed=int(ends.sum()),
            months_played=self._tally.played,
        )

    def edits(self) -> Iterator[EditRow]:
        """What it sets, and how often that took hold."""
        for edit, applied in zip(self._arm.edits, self._tally.applied, strict=True):
            yield EditRow(
                arm=self._arm.name,
                path=edit.path,
                value=edit.value,
                from_=self._date(edit.month),
                applied=int(applied),
            )

    def outcomes(self) -> Iterator[OutcomeRow]:
        """Who leads in the last month, under each definition of leading, the most frequent first."""
        for place, yardstick in enumerate(_YARDSTICKS):
            without, with_ = self._without[:, -1, place], self._with[:, -1, place]
            for key in _by_frequency(without, with_):
                one, other = without == key, with_ == key
                yield OutcomeRow(
                    arm=self._arm.name,
                    yardstick=yardstick,
                    key=key,
                    person=self._person(key),
                    **_compared(one, other),
                    gained=int((other & ~one).sum()),
                    lost=int((one & ~other).sum()),
                    variance_ratio=variance_ratio(one, other),
                )

    def over_time(self) -> Iterator[MonthRow]:
        """Who leads in each month, by conduct and by power."""
        for place in (codes.BY_CONDUCT, codes.BY_POWER):
            without, with_ = self._without[:, :, place], self._with[:, :, place]
            for key in _by_frequency(without, with_):
                one, other = without == key, with_ == key
                if max(one.mean(axis=0).max(), other.mean(axis=0).max()) < _LEAST_PEAK:
                    continue
                for month in range(without.shape[1]):
                    yield MonthRow(
                        arm=self._arm.name,
                        month=self._date(month),
                        yardstick=_YARDSTICKS[place],
                        key=key,
                        person=self._person(key),
                        **_compared(one[:, month], other[:, month], shared=month < self._arm.first),
                    )

    def decisions(self) -> Iterator[DecisionRow]:
        """Decisions by kind, those that change in most runs first."""
        counted, runs = self._tally.counted, len(self._tally.runs)
        kinds = {kind for pair in counted for side in pair for kind in side}
        for kind in sorted(kinds, key=lambda kind: (-self._tally.differing[kind], kind)):
            without, with_ = (_numbers([pair[side] for pair in counted], kind) for side in (0, 1))
            apart = means_differ(without, with_)
            happened, body, motion = kind
            yield DecisionRow(
                arm=self._arm.name,
                kind=codes.EVENT_WORDS[happened],
                body=self._directory.body(body) if body >= 0 else None,
                motion=codes.MOTION_WORDS[motion] if motion >= 0 else None,
                without=float(without.mean()),
                with_=float(with_.mean()),
                difference=apart.value,
                low=apart.low if runs > 1 else None,
                high=apart.high if runs > 1 else None,
                changed=self._tally.differing[kind] / runs,
            )

    def pair(self) -> Iterator[PairRow]:
        """The decisions of the chosen pair that only one of its runs has, in order of time."""
        if self._tally.told is None:
            return
        run, baseline, branch = self._tally.told
        without = list(Narrator(baseline, self._directory).events(detail=False))
        with_ = list(Narrator(branch.course, self._directory).events(detail=False))
        rows = [*self._only(run, without, with_, "without"), *self._only(run, with_, without, "with")]
        yield from sorted(rows, key=lambda row: row.month)

    def _only(
        self, run: int, told: Sequence[Happening], beside: Sequence[Happening], side: Side
    ) -> Iterator[PairRow]:
        others = Counter((event.month, str(event)) for event in beside)
        for event in told:
            if others[event.month, str(event)] > 0:
                others[event.month, str(event)] -= 1
            elif event.kind in _TOLD:
                yield PairRow(
                    arm=self._arm.name,
                    run=run,
                    month=event.month,
                    only=side,
                    kind=event.kind,
                    said=str(event),
                )

    def _person(self, key: int) -> str:
        return self._directory.short(key) if key else COLLECTIVE

    def _date(self, month: int) -> str:
        return str(self._directory.start + month)


def _by_frequency(without: NDArray[np.int32], with_: NDArray[np.int32]) -> list[int]:
    """Keys of those who lead at all, the most frequent leader without the intervention first."""
    keys = np.union1d(without, with_)
    order = {int(key): (-int((without == key).sum()), -int((with_ == key).sum()), int(key)) for key in keys}
    return sorted(order, key=order.__getitem__)


def _compared(one: NDArray[np.bool_], other: NDArray[np.bool_], *, shared: bool = False) -> dict[str, float]:
    """Shares and their difference; in the shared past there is none, and no doubt of it."""
    apart = Difference(0.0, 0.0, 0.0) if shared else shares_differ(one, other)
    return {
        "without": float(one.mean()),
        "with_": float(other.mean()),
        "difference": apart.value,
        "low": apart.low,
        "high": apart.high,
    }


def _numbers(counted: Sequence[Counter[Kind]], kind: Kind) -> NDArray[np.float64]:
    return np.array([each[kind] for each in counted], float)
