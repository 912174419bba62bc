"""From trials to the rows of the result."""

import warnings
from collections.abc import Iterator, Sequence
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.flows.levels import LEVELS, PEOPLE
from apparat.experiments.flows.trial import IN_PRACTICE, ON_PAPER, PLACES, STANDS, VOTES, Trial
from apparat.results.flows import ALL, PARTY_LINE, Direction, ExpectedRow, FlowRow, IndexRow, Measure, Powers
from apparat.results.paired import Difference, means_differ

_POWERS: tuple[Powers, ...] = get_args(Powers)
_MEASURES: tuple[Measure, ...] = get_args(Measure)

_EXPECTED = (
    ("on paper, wishes rise farther than orders fall", "demcen-relay-chain-theory"),
    ("in practice, orders fall farther than wishes rise", "demcen-practice-topdown-000"),
    ("in practice, orders are ahead by more each year of 1921 to 1928", "party-democracy-weakens-1921-28"),
    ("wishes rise farther on paper than in practice", "demcen-democratic-only-on-surface"),
    ("orders fall farther in practice than on paper", "party-becomes-executive-arm"),
)
"""What sources expect, and which. Of years outside a span that is named nothing is expected."""
_DECLINE = range(1921, 1929)


class Answer:
    """The rows of a result; `moved` is (runs, powers, years, shifted, watched, measures)."""

    def __init__(self, trials: Sequence[Trial], years: Sequence[str]) -> None:
        self._moved = np.stack([trial.moved for trial in trials])
        self._line = np.stack([trial.line for trial in trials])
        self._years = years
        self._sources = np.flatnonzero(np.isfinite(self._line).any(axis=(0, 1, 2)))

    def flows(self) -> Iterator[FlowRow]:
        """Every arrow, for all years together and for each."""
        for powers, said in enumerate(_POWERS):
            for year, slot in self._spans():
                for source in self._sources:
                    moved = _over_years(self._moved[:, powers, slot, source])
                    for target in range(len(LEVELS)):
                        yield _flow(said, year, int(source), target, moved[:, target])
                    line = _over_years(self._line[:, powers, slot, source])
                    yield FlowRow(
                        powers=said,
                        year=year,
                        source=LEVELS[source].name,
                        target=PARTY_LINE,
                        direction="line",
                        **_said("votes", None),
                        **_said("stands", _difference(line)),
                        places=None,
                    )

    def index(self) -> Iterator[IndexRow]:
        """How far wishes rise and orders fall, for all years together and for each."""
        for powers, said in enumerate(_POWERS):
            for year, slot in self._spans():
                for measure, name in enumerate(_MEASURES):
                    rise, fall = (
                        _difference(_over_years(self._mean(direction, measure)[:, powers, slot]))
                        for direction in ("rise", "fall")
                    )
                    if rise is None or fall is None:
                        continue
                    yield IndexRow(
                        powers=said,
                        year=year,
                        measure=name,
                        rise=rise.value,
                        rise_low=rise.low,
                        rise_high=rise.high,
                        fall=fall.value,
                        fall_low=fall.low,
                        fall_high=fall.high,
                    )

    def expected(self) -> Iterator[ExpectedRow]:
        """What sources expect of these years, held against the runs."""
        for measure, name in enumerate(_MEASURES):
            rise, fall = (self._mean(direction, measure) for direction in ("rise", "fall"))
            ahead = fall - rise
            paper, practice = (_over_years(ahead[:, powers]) for powers in (ON_PAPER, IN_PRACTICE))
            rises, falls = (
                [_over_years(each[:, powers]) for powers in (ON_PAPER, IN_PRACTICE)] for each in (rise, fall)
            )
            measured = (
                -paper,
                practice,
                _trend(ahead[:, IN_PRACTICE], self._within(_DECLINE)),
                rises[ON_PAPER] - rises[IN_PRACTICE],
                falls[IN_PRACTICE] - falls[ON_PAPER],
            )
            for (expected, because), values in zip(_EXPECTED, measured, strict=True):
                found = _difference(values)
                if found is not None:
                    yield _judged(expected, name, found, because)

    def _within(self, span: range) -> NDArray[np.intp]:
        """Places of the years that lie in a span."""
        return np.flatnonzero([int(year) in span for year in self._years])

    def _spans(self) -> Iterator[tuple[str, Any]]:
        yield ALL, slice(None)
        for place, year in enumerate(self._years):
            yield year, slice(place, place + 1)

    def _mean(self, direction: str, measure: int) -> NDArray[np.float64]:
        """(runs, powers, years): mean over arrows of a direction, without the people's other units."""
        pairs = [
            (source, target)
            for source in self._sources
            for target in range(len(LEVELS))
            if source != PEOPLE and _direction(int(source), target) == direction
        ]
        if not pairs:
            return np.full(self._line.shape[:3], np.nan)
        arrows = np.stack([self._moved[:, :, :, a, b, measure] for a, b in pairs], axis=-1)
        return _nanmean(arrows, -1)


def _flow(powers: Powers, year: str, source: int, target: int, moved: NDArray[np.float64]) -> FlowRow:
    """One arrow; `moved` is (runs, measures)."""
    places = moved[:, PLACES]
    return FlowRow(
        powers=powers,
        year=year,
        source=LEVELS[source].name,
        target=LEVELS[target].name,
        direction=_direction(source, target),
        **_said("votes", _difference(moved[:, VOTES])),
        **_said("stands", _difference(moved[:, STANDS])),
        places=float(np.nanmean(places)) if np.isfinite(places).any() else None,
    )


def _direction(source: int, target: int) -> Direction:
    if source == target:
        return "own"
    below, above = LEVELS[source].height, LEVELS[target].height
    return "across" if below == above else "rise" if below < above else "fall"


def _judged(expected: str, measure: Measure, found: Difference, because: str) -> ExpectedRow:
    verdict = "held" if found.low > 0 else "reversed" if found.high < 0 else "undecided"
    return ExpectedRow(
        expected=expected,
        measure=measure,
        difference=found.value,
        low=found.low,
        high=found.high,
        verdict=verdict,
        because=because,
    )


def _said(name: str, found: Difference | None) -> dict[str, float | None]:
    value, low, high = found if found is not None else (None, None, None)
    return {name: value, f"{name}_low": low, f"{name}_high": high}


def _difference(values: NDArray[np.float64]) -> Difference | None:
    """Mean over runs with its interval; None where fewer than two have anything."""
    there = values[np.isfinite(values)]
    return means_differ(np.zeros(len(there)), there) if len(there) > 1 else None


def _over_years(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(runs, ...): the mean over years, (runs, years, ...)."""
    return _nanmean(values, 1)


def _nanmean(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """The mean of what is there, NaN where nothing is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.asarray(np.nanmean(values, axis=axis), float)


def _trend(values: NDArray[np.float64], years: NDArray[np.intp]) -> NDArray[np.float64]:
    """(runs,): slope by year of (runs, years) over some years, by least squares; NaN with fewer than two."""
    if len(years) < 2:
        return np.full(len(values), np.nan)
    centred = years - years.mean()
    return np.asarray((values[:, years] * centred).sum(axis=1) / (centred**2).sum(), float)
