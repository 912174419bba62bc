"""Tables of invented runs, small enough to check by hand."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from apparat.ground.dates import Month
from apparat.targets import Names
from apparat.world import codes

NAMES = Names(
    scenario="toy",
    start=Month.parse("1922-04"),
    months=6,
    motions={"first": 0, "second": 1},
    persons={"ada": 7, "bela": 3, "cora": 12},
    offices={"general-secretary": 0, "premier": 1},
    congresses=(12,),
)


def tables(
    runs: int = 2,
    *,
    probes: Sequence[tuple[int, int, int, int, int]] = (),
    seats: Sequence[tuple[int, int, int]] = (),
    votes: Sequence[tuple[int, int, int, int]] = (),
    tenures: Sequence[tuple[int, int, int, int, int]] = (),
    expulsions: Sequence[tuple[int, int, int]] = (),
    congresses: Sequence[tuple[int, int, int, int, int]] = (),
    chief: int = 7,
    leader: int = 0,
    contests: int = 0,
    **counts: Sequence[int],
) -> dict[str, dict[str, Any]]:
    """Runs `100, 101, ...`. A probe: run, probe, for, against, abstained; a lost seat: run, month, person; a
    motion in the top body: run, month, motion, target; a tenure: run, person, office, first, end; an
    expulsion: run, month, person; a congress: run, congress, former, kept, elected. Counts are a number a
    month, in all runs.
    """
    numbers = np.arange(100, 100 + runs, dtype=np.uint32)
    months = np.repeat(numbers, NAMES.months)
    return {
        "runs": {"run": numbers, "contests": np.full(runs, contests)},
        "months": {
            "run": months,
            "month": np.tile(np.arange(NAMES.months), runs),
            "chief": np.full(len(months), chief),
            "leader": np.full(len(months), leader),
            "leader_power": np.full(len(months), leader),
            **{name: np.tile(values, runs) for name, values in counts.items()},
        },
        "tenures": columns(("run", "person", "office", "first", "end"), tenures),
        "expulsions": columns(("run", "month", "person"), expulsions),
        "congresses": columns(("run", "congress", "former", "kept", "elected"), congresses),
        "probes": columns(("run", "probe", "for", "against", "abstained"), probes),
        "seats": columns(("run", "month", "person"), seats) | {"body": np.full(len(seats), codes.TOP)},
        "votes": columns(("run", "month", "motion", "target"), votes)
        | {"body": np.full(len(votes), codes.TOP)},
    }


def columns(names: Sequence[str], rows: Sequence[tuple[int, ...]]) -> dict[str, Any]:
    """Rows as named columns."""
    return {name: np.array([row[k] for row in rows], np.int64) for k, name in enumerate(names)}
