"""Many runs one after the other, as tables: runs, months, who sat where, what bodies decided."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine.runs import Run
from apparat.world import codes
from apparat.world.state import OFFICES

Columns = dict[str, NDArray[Any]]


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


def gather(finished: list[dict[str, Columns]]) -> Block:
    """One block out of the tables of its runs."""
    return Block(
        {
            table: {name: np.concatenate([run[table][name] for run in finished]) for name in columns}
            for table, columns in finished[0].items()
        }
    )


def tables_of(run: Run) -> dict[str, Columns]:
    """The tables of one finished run."""
    world = run.world
    number = np.uint32(world["clock"]["run"][0])
    events = np.concatenate(run.events) if run.events else world["events"][0][:0]
    return {
        "runs": _summary(run, number),
        "months": _months(world, number),
        "tenures": _tenures(world, number),
        "congresses": _congresses(world, number),
        "seats": _seats(world, events, number),
        "expulsions": _expulsions(world, number),
        "votes": _votes(events, number),
        "probes": _probes(world, number),
    }


def _summary(run: Run, number: np.uint32) -> Columns:
    world = run.world
    last = run.month - 1
    leaders, tally = world["leaders"][0][last], world["tally"][0]
    regions = world["regions"][0][: int(world["n"]["regions"][0])]
    values: dict[str, Any] = {
        "run": number,
        "digest": np.uint64(run.digest),
        "parameters": np.int32(world["clock"]["parameters"][0]),
        "leader_conduct": leaders[codes.BY_CONDUCT],
        "leader_power": leaders[codes.BY_POWER],
        "leader_unanimity": leaders[codes.BY_UNANIMITY],
        "chief": world["chiefs"][0][last],
        "contests": np.int32(tally["contests"]),
        "carried": np.int32(tally["carried"]),
        "appointments": np.int32(tally["appointments"]),
        "attended": np.int32(tally["attended"]),
        "secretaries_moved": np.int32(tally["secretaries"]),
        "members": np.int64(regions["members"].sum()),
        "routed_top": np.int32(tally["routed_top"]),
        "routed_cabinet": np.int32(tally["routed_cabinet"]),
        "routed_committee": np.int32(tally["routed_committee"]),
    }
    return {name: np.array([value]) for name, value in values.items()}


def _months(world: NDArray[np.void], number: np.uint32) -> Columns:
    months = int(world["clock"]["month"][0])
    leaders, counts = world["leaders"][0][:months], world["counts"][0][:months]
    return {
        "run": np.full(months, number),
        "month": np.arange(months, dtype=np.int16),
        "leader": leaders[:, codes.BY_CONDUCT].copy(),
        "leader_power": leaders[:, codes.BY_POWER].copy(),
        "leader_unanimity": leaders[:, codes.BY_UNANIMITY].copy(),
        "chief": world["chiefs"][0][:months].copy(),
        **{name: counts[name].copy() for name in counts.dtype.names},
    }


def _tenures(world: NDArray[np.void], number: np.uint32) -> Columns:
    """Who sat in the top body, and who held which office, from which month until which."""
    months = int(world["clock"]["month"][0])
    offices = int((world["posts"][0]["office"][:OFFICES] >= 0).sum())
    officers = world["officers"][0][:months, :offices]
    bench = world["bench"][0][:months]
    bench = bench[:, : np.count_nonzero(bench, axis=1).max(initial=1)]
    people = np.unique(bench[bench > 0])
    # A column for each office, then one for each person who ever sat in the top body.
    seated = np.zeros((months, len(people) + 1), bench.dtype)
    place = np.where(bench > 0, np.searchsorted(people, bench), len(people))
    seated[np.arange(months)[:, None], place] = bench
    column, first, end = spells_of(np.concatenate([officers, seated[:, :-1]], axis=1))
    return {
        "run": np.full(len(column), number),
        "person": np.concatenate([officers, seated], axis=1)[first, column].astype(np.uint32),
        "office": np.where(column < offices, column, codes.NOBODY).astype(np.int16),
        "first": first.astype(np.int16),
        "end": end.astype(np.int16),
    }


def spells_of(holders: NDArray[np.int32]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Unbroken spells in (months, columns) of keys: column, first month, month after the last."""
    by_column = np.zeros((holders.shape[1], len(holders) + 2), holders.dtype)
    by_column[:, 1:-1] = holders.T
    changes = by_column[:, 1:] != by_column[:, :-1]
    column, first = np.nonzero(changes & (by_column[:, 1:] > 0))
    _, end = np.nonzero(changes & (by_column[:, :-1] > 0))
    return column, first, end


def _congresses(world: NDArray[np.void], number: np.uint32) -> Columns:
    """The congresses that met, and the committees they elected."""
    sessions = world["sessions"][0][: int(world["n"]["sessions"][0])]
    met = sessions[(sessions["held"] == 1) & (sessions["body"] == codes.CONGRESS)]
    return {
        "run": np.full(len(met), number),
        "congress": met["number"].astype(np.int16),
        "month": met["month"].astype(np.int16),
        "delegates": met["delegates"].astype(np.int32),
        "listed": met["listed"].copy(),
        **{name: met[name].astype(np.int16) for name in ("former", "kept", "elected")},
    }


def _seats(world: NDArray[np.void], events: NDArray[np.void], number: np.uint32) -> Columns:
    """Top seats lost: from the journal, or the last loss of each figure where none was kept."""
    lost = events[(events["kind"] == codes.E_SEAT_LOST) & (events["body"] == codes.TOP)]
    months, people = lost["month"].astype(np.int16), lost["target"].astype(np.uint32)
    causes = lost["rule"].astype(np.int16)
    if int(world["clock"]["journal"][0]) == codes.J_NONE:
        figures = world["figures"][0]
        gone = figures[(figures["lost_top"] >= 0) & (figures["person"] >= 0)]
        months = gone["lost_top"].astype(np.int16)
        people = world["people"][0]["key"][gone["person"]].astype(np.uint32)
        causes = np.full(len(gone), -1, np.int16)
    return {
        "run": np.full(len(months), number),
        "month": months,
        "person": people,
        "body": np.full(len(months), codes.TOP, np.int16),
        "cause": causes,
    }


def _expulsions(world: NDArray[np.void], number: np.uint32) -> Columns:
    """The figures who were expelled from the party."""
    figures = world["figures"][0]
    gone = figures[(figures["expelled"] >= 0) & (figures["person"] >= 0)]
    return {
        "run": np.full(len(gone), number),
        "month": gone["expelled"].astype(np.int16),
        "person": world["people"][0]["key"][gone["person"]].astype(np.uint32),
    }


def _votes(events: NDArray[np.void], number: np.uint32) -> Columns:
    votes = events[events["kind"] == codes.E_VOTE]
    return {
        "run": np.full(len(votes), number),
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


def _probes(world: NDArray[np.void], number: np.uint32) -> Columns:
    """Answers to recorded motions; -1 where a motion could not be put."""
    probes = world["probes"][0][: int(world["n"]["probes"][0])]
    return {
        "run": np.full(len(probes), number),
        "probe": np.arange(len(probes), dtype=np.int16),
        "for": probes["votes_for"].astype(np.int32),
        "against": probes["votes_against"].astype(np.int32),
        "abstained": probes["abstained"].astype(np.int32),
    }
