"""From finished runs to the rows of the result."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.explain.game import Plan, game
from apparat.experiments.explain.tree import Fates
from apparat.inference.games import pairs
from apparat.results.directory import Directory
from apparat.results.ensemble import COLLECTIVE, Yardstick
from apparat.results.explain import (
    CoalitionRow,
    ContributionRow,
    EndRow,
    InteractionRow,
    LeaderRow,
    SwitchRow,
)
from apparat.results.paired import mean_of, shares_differ
from apparat.results.statistics import wilson
from apparat.scenario.causes import Cause, Switch
from apparat.world import codes

_YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)


def most_frequent(fates: Sequence[Fates]) -> int:
    """The key of whoever leads most often with all causes, by conduct; 0 if nobody ever does."""
    leaders = Counter(int(fate.leaders[-1, codes.BY_CONDUCT]) for fate in fates)
    del leaders[0]
    return min(leaders, key=lambda key: (-leaders[key], key), default=0)


class Answer:
    """The rows for one person."""

    def __init__(
        self, causes: Mapping[str, Cause], plan: Plan, fates: Sequence[Fates], key: int, directory: Directory
    ) -> None:
        self._causes, self._fates, self._directory = causes, fates, directory
        self._games = {
            yardstick: game(plan, fates, key, place) for place, yardstick in enumerate(_YARDSTICKS)
        }

    def contributions(self) -> Iterator[ContributionRow]:
        """What each cause contributed, under each definition of leading, in the order of the causes."""
        for yardstick, found in self._games.items():
            for place, (cause, written) in enumerate(self._causes.items()):
                value = mean_of(found.values[:, place])
                yield ContributionRow(
                    yardstick=yardstick,
                    cause=cause,
                    name=written.name,
                    value=value.value,
                    low=value.low,
                    high=value.high,
                    error=float(found.values[:, place].std(ddof=1)) / len(found.values) ** 0.5,
                    alone=_mean(found.alone, place),
                    last=_mean(found.last, place),
                )

    def interactions(self) -> Iterator[InteractionRow]:
        """What each two did together, the strongest first."""
        names = list(self._causes)
        for yardstick, found in self._games.items():
            rows = []
            for place, (one, other) in enumerate(pairs(len(names))):
                value = mean_of(found.interactions[:, place])
                rows.append(
                    InteractionRow(
                        yardstick=yardstick,
                        one=names[one],
                        other=names[other],
                        value=value.value,
                        low=value.low,
                        high=value.high,
                    )
                )
            yield from sorted(rows, key=lambda row: -abs(row.value))

    def ends(self) -> Iterator[EndRow]:
        """With all causes, with none, and what lies between."""
        for yardstick, found in self._games.items():
            with_, without = found.everything, found.nothing
            all_of_it, none_of_it = (wilson(int(side.sum()), len(side)) for side in (with_, without))
            apart = shares_differ(without, with_)
            yield EndRow(
                yardstick=yardstick,
                everything=float(with_.mean()),
                everything_low=all_of_it.low,
                everything_high=all_of_it.high,
                nothing=float(without.mean()),
                nothing_low=none_of_it.low,
                nothing_high=none_of_it.high,
                difference=apart.value,
                low=apart.low,
                high=apart.high,
            )

    def leaders(self) -> Iterator[LeaderRow]:
        """Who leads with all causes and with none, the most frequent with all of them first."""
        for place, yardstick in enumerate(_YARDSTICKS):
            with_, without = (
                Counter(int(fate.leaders[end, place]) for fate in self._fates) for end in (-1, 0)
            )
            for key in sorted(with_ | without, key=lambda key: (-with_[key], -without[key], key)):
                yield LeaderRow(
                    yardstick=yardstick,
                    key=key,
                    person=name_of(key, self._directory),
                    everything=with_[key] / len(self._fates),
                    nothing=without[key] / len(self._fates),
                )

    def coalitions(self) -> Iterator[CoalitionRow]:
        """Every coalition that was played, the smallest mask first."""
        shares = [found.shares for found in self._games.values()]
        for coalition in sorted(shares[0]):
            present = tuple(name for k, name in enumerate(self._causes) if coalition >> k & 1)
            conduct, power, left = (each[coalition][0] / each[coalition][1] for each in shares)
            yield CoalitionRow(
                present=present,
                runs=shares[0][coalition][1],
                conduct=conduct,
                power=power,
                no_alternative_left=left,
            )

    def causes(self, switches: Sequence[Switch]) -> Iterator[SwitchRow]:
        """What was switched."""
        acted = np.sum([fate.acted for fate in self._fates], axis=0)
        for place, (name, cause) in enumerate(self._causes.items()):
            edits = switches[place].edits
            yield SwitchRow(
                cause=name,
                name=cause.name,
                about=cause.about.strip(),
                neutral=cause.neutral.said.strip(),
                why=cause.neutral.why.strip(),
                from_=str(self._directory.start + edits[0].month),
                sets={edit.path: edit.value for edit in edits},
                acted=int(acted[place]),
                because=cause.because,
                neutral_because=cause.neutral.because,
            )


def name_of(key: int, directory: Directory) -> str:
    """The name of a leader; collective leadership for none."""
    return directory.short(key) if key else COLLECTIVE


def _mean(found: "NDArray[np.float64] | None", place: int) -> float | None:
    return None if found is None else float(found[:, place].mean())
