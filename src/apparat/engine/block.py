"""Many runs one after the other, as tables: runs, months, who sat where, what bodies decided.

Of each finished run the parts of its world that the tables tell of are kept as they are; the tables are then
made of all runs at once, since an array operation costs more than the few numbers of one run.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine.runs import Run
from apparat.world import codes
from apparat.world.state import FIGURES, OFFICES, WORLD

Columns = dict[str, NDArray[Any]]
Rows = NDArray[np.void]

_KEPT = ("clock", "n", "tally", "leaders", "chiefs", "counts", "bench", "officers", "figures", "sessions")
_LAYOUT = np.dtype([(name, WORLD[name]) for name in (*_KEPT, "probes")])


@dataclass(frozen=True)
class Block:
    """Finished runs."""

    columns: dict[str, Columns]

    @property
    def digests(self) -> NDArray[np.uint64]:
        """(runs,): their digests, in order."""
        digests: NDArray[np.uint64] = self.columns["runs"]["digest"]
        return digests

    def tables(self) -> dict[str, Columns]:
        """Table name to columns; every table has a column `run`."""
        return self.columns


class Shelf:
    """What is kept of finished runs until tables are made of it. Every run has the same number of months."""

    def __init__(self, runs: int) -> None:
        self._rows = np.zeros(runs, _LAYOUT)
        self._keys = np.zeros((runs, FIGURES), np.uint32)
        self._offices = 0
        self._events: list[Rows] = [np.zeros(0, WORLD["events"].base)]
        self._owners: list[int] = [0]
        self._filled = 0

    def put(self, run: Run) -> None:
        """Keep a finished run."""
        place, world = self._filled, run.world
        for name in _LAYOUT.names or ():
            self._rows[name][place] = world[name][0]
        self._keys[place] = world["people"]["key"][0, world["figures"]["person"][0]]
        self._offices = int((world["posts"]["office"][0, :OFFICES] >= 0).sum())
        self._events += run.events
        self._owners += [place] * len(run.events)
        self._filled += 1

    def block(self) -> Block:
        """The tables of all runs kept."""
        rows = self._rows
        owners = np.repeat(self._owners, [len(each) for each in self._events])
        events = np.concatenate(self._events)
        return Block(
            {
                "runs": _summaries(rows),
                "months": _months(rows),
                "tenures": _tenures(rows, self._offices),
                "congresses": _congresses(rows),
                "seats": _seats(rows, self._keys, events, owners),
                "expulsions": _expulsions(rows, self._keys),
                "votes": _votes(rows, events, owners),
                "probes": _probes(rows),
            }
        )


def _numbers(rows: Rows) -> NDArray[np.uint32]:
    """(runs,): the number of each run in its ensemble."""
    numbers: NDArray[np.uint32] = rows["clock"]["run"]
    return numbers


def _summaries(rows: Rows) -> Columns:
    every, last = np.arange(len(rows)), rows["clock"]["month"] - 1
    leaders, tally = rows["leaders"][every, last], rows["tally"]
    counted = ("routed_top", "routed_cabinet", "routed_committee")
    return {
        "run": _numbers(rows).copy(),
        "digest": rows["clock"]["digest"].copy(),
        "parameters": rows["clock"]["parameters"].astype(np.int32),
        "leader_conduct": leaders[:, codes.BY_CONDUCT].copy(),
        "leader_power": leaders[:, codes.BY_POWER].copy(),
        "leader_unanimity": leaders[:, codes.BY_UNANIMITY].copy(),
        "chief": rows["chiefs"][every, last],
        "contests": tally["contests"].astype(np.int32),
        "carried": tally["carried"].astype(np.int32),
        "appointments": tally["appointments"].astype(np.int32),
        "attended": tally["attended"].astype(np.int32),
        "secretaries_moved": tally["secretaries"].astype(np.int32),
        "members": rows["counts"]["members"][every, last].astype(np.int64),
        **{name: tally[name].astype(np.int32) for name in counted},
    }


def _length(rows: Rows) -> int:
    """Months that each run lasted."""
    return int(rows["clock"]["month"][0])


def _months(rows: Rows) -> Columns:
    months = _length(rows)
    leaders, counts = rows["leaders"][:, :months], rows["counts"][:, :months]
    return {
        "run": np.repeat(_numbers(rows), months),
        "month": np.tile(np.arange(months, dtype=np.int16), len(rows)),
        "leader": leaders[:, :, codes.BY_CONDUCT].ravel(),
        "leader_power": leaders[:, :, codes.BY_POWER].ravel(),
        "leader_unanimity": leaders[:, :, codes.BY_UNANIMITY].ravel(),
        "chief": rows["chiefs"][:, :months].ravel(),
        **{name: counts[name].ravel() for name in counts.dtype.names or ()},
    }


def _tenures(rows: Rows, offices: int) -> Columns:
    """Who sat in the top body, and who held which office, from which month until which."""
    months = _length(rows)
    # For each run a column for each office, then one for each person who ever sat in the top body.
    holders = np.concatenate(
        [rows["officers"][:, :months, :offices], _seated(rows["bench"][:, :months])], axis=2
    )
    width = holders.shape[2]
    side_by_side = holders.transpose(1, 0, 2).reshape(months, -1)
    column, first, end = spells_of(side_by_side)
    place = column % width
    return {
        "run": _numbers(rows)[column // width],
        "person": side_by_side[first, column].astype(np.uint32),
        "office": np.where(place < offices, place, codes.NOBODY).astype(np.int16),
        "first": first.astype(np.int16),
        "end": end.astype(np.int16),
    }


def _seated(bench: NDArray[np.int32]) -> NDArray[np.int32]:
    """(runs, months, persons) from keys in any order: a column for each person of a run, by key."""
    run, month, seat = np.nonzero(bench)
    key = bench[run, month, seat]
    people, place = np.unique((run.astype(np.int64) << 32) | key, return_inverse=True)
    firsts = np.searchsorted(people, np.arange(len(bench) + 1, dtype=np.int64) << 32)
    seated = np.zeros((*bench.shape[:2], np.diff(firsts).max(initial=0)), bench.dtype)
    seated[run, month, place - firsts[run]] = key
    return seated


def spells_of(holders: NDArray[np.int32]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Unbroken spells in (months, columns) of keys: column, first month, month after the last."""
    by_column = np.zeros((holders.shape[1], len(holders) + 2), holders.dtype)
    by_column[:, 1:-1] = holders.T
    changes = by_column[:, 1:] != by_column[:, :-1]
    column, first = np.nonzero(changes & (by_column[:, 1:] > 0))
    _, end = np.nonzero(changes & (by_column[:, :-1] > 0))
    return column, first, end


def _congresses(rows: Rows) -> Columns:
    """The congresses that met, and the committees they elected."""
    sessions = rows["sessions"]
    run, place = np.nonzero((sessions["held"] == 1) & (sessions["body"] == codes.CONGRESS))
    met = sessions[run, place]
    return {
        "run": _numbers(rows)[run],
        "congress": met["number"].astype(np.int16),
        "month": met["month"].astype(np.int16),
        "delegates": met["delegates"].astype(np.int32),
        "listed": met["listed"].copy(),
        **{name: met[name].astype(np.int16) for name in ("former", "kept", "elected")},
    }


def _seats(rows: Rows, keys: NDArray[np.uint32], events: Rows, owners: NDArray[np.intp]) -> Columns:
    """Top seats lost: from the journal, or the last loss of each figure where none was kept."""
    told = (events["kind"] == codes.E_SEAT_LOST) & (events["body"] == codes.TOP)
    run, lost = owners[told], events[told]
    months, people = lost["month"], lost["target"]
    causes = lost["rule"].astype(np.int16)
    if int(rows["clock"]["journal"][0]) == codes.J_NONE:
        figures = rows["figures"]
        run, figure = np.nonzero((figures["lost_top"] >= 0) & (figures["person"] >= 0))
        months, people = figures["lost_top"][run, figure], keys[run, figure]
        causes = np.full(len(run), -1, np.int16)
    return {
        "run": _numbers(rows)[run],
        "month": months.astype(np.int16),
        "person": people.astype(np.uint32),
        "body": np.full(len(run), codes.TOP, np.int16),
        "cause": causes,
    }


def _expulsions(rows: Rows, keys: NDArray[np.uint32]) -> Columns:
    """The figures who were expelled from the party."""
    figures = rows["figures"]
    run, figure = np.nonzero((figures["expelled"] >= 0) & (figures["person"] >= 0))
    return {
        "run": _numbers(rows)[run],
        "month": figures["expelled"][run, figure].astype(np.int16),
        "person": keys[run, figure],
    }


def _votes(rows: Rows, events: Rows, owners: NDArray[np.intp]) -> Columns:
    held = events["kind"] == codes.E_VOTE
    votes = events[held]
    return {
        "run": _numbers(rows)[owners[held]],
        "month": votes["month"].astype(np.int16),
        "body": votes["body"].copy(),
        "motion": votes["motion"].copy(),
        "actor": votes["actor"].copy(),
        "target": votes["target"].copy(),
        "for": votes["votes_for"].copy(),
        "against": votes["votes_against"].copy(),
        "abstained": votes["abstained"].copy(),
        "carried": votes["carried"].copy(),
    }


def _probes(rows: Rows) -> Columns:
    """Answers to recorded motions; -1 where a motion could not be put."""
    asked = int(rows["n"]["probes"][0])
    probes = rows["probes"][:, :asked]
    return {
        "run": np.repeat(_numbers(rows), asked),
        "probe": np.tile(np.arange(asked, dtype=np.int16), len(rows)),
        "for": probes["votes_for"].ravel().astype(np.int32),
        "against": probes["votes_against"].ravel().astype(np.int32),
        "abstained": probes["abstained"].ravel().astype(np.int32),
    }
