"""Patrons and clients: how ties begin and end, month by month."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine.directory import Directory
from apparat.results.standing import Ending, Following, Tied
from apparat.world import codes

_THERE = (codes.ACTIVE, codes.OUTSIDE, codes.EXPELLED)
_ENDS: Mapping[int, Ending] = {
    codes.E_DISMISSAL: "dismissed",
    codes.E_POST_LOST: "dismissed",
    codes.E_EXPELLED: "expelled",
    codes.E_ARRESTED: "expelled",
    codes.E_DEATH: "died",
}


@dataclass(frozen=True)
class Month:
    """Ties at the end of a month, by row of the people table; clients and patrons by key, 0 for none."""

    keys: NDArray[np.int64]
    patrons: NDArray[np.int64]
    ties: NDArray[np.float64]
    there: NDArray[np.bool_]

    @classmethod
    def of(cls, world: NDArray[np.void]) -> "Month":
        """The ties of a state; one to somebody who is gone, or a grudge, is none."""
        people = world["people"][0]
        there = np.isin(people["state"], _THERE)
        patron = people["patron"]
        tied = there & (patron >= 0) & (people["tie"] > 0.0) & there[patron]
        keys = people["key"].astype(np.int64)
        return cls(keys, np.where(tied, keys[patron], 0), people["tie"].copy(), there)


class Ties:
    """Ties, told month by month; the journal says why they began and ended."""

    def __init__(self) -> None:
        self._months: list[Month] = []

    def look(self, world: NDArray[np.void]) -> None:
        """The state at the end of the next month."""
        self._months.append(Month.of(world))

    def patrons(self) -> set[int]:
        """Everybody who ever had a client."""
        return {int(key) for month in self._months for key in np.unique(month.patrons) if key}

    def followings(self) -> Iterator[Following]:
        """Direct clients of every patron, and how many ties began and ended."""
        count = len(self._months)
        table = {key: np.zeros((3, count), np.int64) for key in sorted(self.patrons())}
        before: Month | None = None
        for at, now in enumerate(self._months):
            self._add(table, 0, at, now.patrons)
            if before is not None:
                same = (now.keys == before.keys) & (now.patrons == before.patrons)
                self._add(table, 1, at, now.patrons[~same])
                self._add(table, 2, at, before.patrons[~same])
            before = now
        for key, (clients, made, cut) in table.items():
            yield Following(
                patron=key,
                clients=tuple(clients.tolist()),
                made=tuple(made.tolist()),
                cut=tuple(cut.tolist()),
            )

    @staticmethod
    def _add(table: Mapping[int, NDArray[np.int64]], row: int, at: int, patrons: NDArray[np.int64]) -> None:
        for key, count in zip(*np.unique(patrons, return_counts=True), strict=True):
            if key:
                table[int(key)][row, at] = count

    def tied(self, of: Collection[int], events: NDArray[np.void], directory: Directory) -> Iterator[Tied]:
        """Spells of dependence of some persons, in order of their beginning."""
        made, ended = _appointments(events), _endings(events)
        for client, patron, since, until, strength in self._spells(of):
            post = made.get((since, client, patron))
            end, by = self._end(client, until, ended)
            yield Tied(
                client=client,
                patron=patron,
                since=since,
                until=until,
                strength=round(strength, 3),
                post=None if post is None else directory.post(post),
                end=end,
                by=by,
            )

    def _spells(self, of: Collection[int]) -> list[tuple[int, int, int, int, float]]:
        wanted = np.array(sorted(of), np.int64)
        begun: dict[tuple[int, int], int] = {}
        last: dict[tuple[int, int], float] = {}
        found = []
        for at, month in enumerate(self._months):
            rows = np.flatnonzero((month.patrons > 0) & np.isin(month.keys, wanted))
            pairs = zip(month.keys[rows].tolist(), month.patrons[rows].tolist(), strict=True)
            now = dict(zip(pairs, month.ties[rows].tolist(), strict=True))
            gone = begun.keys() - now.keys()
            found += [(*pair, begun.pop(pair), at, last.pop(pair)) for pair in gone]
            for pair, tie in now.items():
                begun.setdefault(pair, at)
                last[pair] = tie
        found += [(*pair, since, len(self._months), last[pair]) for pair, since in begun.items()]
        return sorted(found, key=lambda spell: (spell[2], spell[0], spell[1]))

    def _end(
        self, client: int, until: int, ended: Mapping[tuple[int, int], tuple[Ending, int]]
    ) -> tuple[Ending, int]:
        """How a tie of a client ended that is there no more in month `until`."""
        if until >= len(self._months):
            return "stands", 0
        told = ended.get((until, client))
        if told is not None:
            return told
        month = self._months[until]
        rows = np.flatnonzero(month.there & (month.keys == client))
        if not len(rows):
            return "left", 0
        if month.patrons[rows[0]]:
            return "passed on", 0
        return ("turned" if month.ties[rows[0]] < 0.0 else "faded"), 0


def _appointments(events: NDArray[np.void]) -> dict[tuple[int, int, int], int]:
    """Post by month, appointed and appointing person."""
    rows = events[events["kind"] == codes.E_APPOINTMENT]
    columns = (rows[name].tolist() for name in ("month", "target", "actor", "post"))
    return {(month, target, actor): post for month, target, actor, post in zip(*columns, strict=True)}


def _endings(events: NDArray[np.void]) -> dict[tuple[int, int], tuple[Ending, int]]:
    """What befell whom in a month, and by whose hand; the gravest counts."""
    found: dict[tuple[int, int], tuple[Ending, int]] = {}
    for kind, end in _ENDS.items():
        for event in events[events["kind"] == kind]:
            died = kind == codes.E_DEATH
            whom, by = (event["actor"], 0) if died else (event["target"], event["actor"])
            found[int(event["month"]), int(whom)] = end, int(by)
    return found
