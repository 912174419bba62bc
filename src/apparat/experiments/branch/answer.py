"""From pasts and their endings to the rows of the result."""

from collections.abc import Iterator, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.branch.endings import Ended
from apparat.results.assemble import digest_text
from apparat.results.branch import DateRow, OutcomeRow, TreeRow
from apparat.results.conclusion import percent, span
from apparat.results.decided import decided, parts
from apparat.results.directory import Directory
from apparat.results.ensemble import COLLECTIVE, Yardstick
from apparat.results.words import month_name
from apparat.world import codes

_YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)


class Answer:
    """The rows of one date."""

    def __init__(self, directory: Directory, pasts: Sequence[Ended]) -> None:
        self._directory, self._pasts = directory, pasts
        self._date = str(directory.start + pasts[0].month)
        self._ends = np.stack([past.ends for past in pasts])
        """(pasts, endings, yardsticks)"""

    def dates(self) -> Iterator[DateRow]:
        """How much was decided, by each definition of leading."""
        for place, yardstick in enumerate(_YARDSTICKS):
            counts = _counts(self._ends[:, :, place], self._keys(place))
            found, whole = parts(counts), decided(counts)
            yield DateRow(
                date=self._date,
                yardstick=yardstick,
                decided=whole.share,
                low=whole.low,
                high=whole.high,
                between=max(found.between, 0.0),
                within=found.within,
                led=self._led(place),
            )

    def outcomes(self) -> Iterator[OutcomeRow]:
        """How often each leads in the end, the most frequent first."""
        for place, yardstick in enumerate(_YARDSTICKS):
            for key in self._keys(place):
                hits = self._ends[:, :, place] == key
                by_past = hits.mean(axis=1)
                yield OutcomeRow(
                    date=self._date,
                    yardstick=yardstick,
                    key=key,
                    person=self._person(key),
                    share=float(hits.mean()),
                    least=float(by_past.min()),
                    most=float(by_past.max()),
                    decided=decided(_counts(hits.astype(np.int32), [1, 0])).share,
                )

    def tree(self) -> Iterator[TreeRow]:
        """Every past with its endings, by conduct; the pasts in order, the most frequent ends first."""
        keys = self._keys(codes.BY_CONDUCT)
        for past in self._pasts:
            ends = past.ends[:, codes.BY_CONDUCT]
            leads = int(past.leaders[codes.BY_CONDUCT])
            for key in keys:
                count = int((ends == key).sum())
                if count:
                    yield TreeRow(
                        date=self._date,
                        run=past.run,
                        past=digest_text(past.digest),
                        parameters=past.parameters,
                        leads=self._person(leads) if leads >= 0 else None,
                        key=key,
                        person=self._person(key),
                        endings=count,
                        share=count / len(ends),
                    )

    def _keys(self, place: int) -> list[int]:
        """Keys of those who lead in any ending, the most frequent first."""
        keys, counts = np.unique(self._ends[:, :, place], return_counts=True)
        return [int(keys[k]) for k in np.lexsort((keys, -counts))]

    def _led(self, place: int) -> float | None:
        if self._pasts[0].month == 0:
            return None
        leads = np.array([past.leaders[place] for past in self._pasts])
        return float((self._ends[:, :, place] == leads[:, None]).mean())

    def _person(self, key: int) -> str:
        return self._directory.short(key) if key else COLLECTIVE


def _counts(ends: NDArray[np.int32], keys: Sequence[int]) -> NDArray[np.int64]:
    """(pasts, outcomes): endings of each past by outcome."""
    return np.stack([(ends == key).sum(axis=1) for key in keys], axis=1).astype(np.int64)


def conclusion(rows: Sequence[DateRow], pasts: int, endings: int, *, calibrated: bool) -> str:
    """How much was decided by each date, by conduct."""
    word = "Calibrated" if calibrated else "Uncalibrated"
    said = "; ".join(
        f"by {month_name(row.date)}, {percent(row.decided)} was decided (95 %: {span(row.low, row.high)})"
        for row in rows
        if row.yardstick == "conduct"
    )
    return f"{word}: of who leads in the end, by conduct, {said}; {pasts} pasts with {endings} endings each."
