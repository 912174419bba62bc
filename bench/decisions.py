"""What do the figures in decisions 0007 to 0010 come to today?

Runs of 1922-1929 with the uncalibrated parameter sets; and the same runs, same luck, with one switch off.
"""

import sys
from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine, build
from apparat.engine.block import Block
from apparat.world import codes
from bench.timing import show

RUNS = 1000
PAIRS = 400
BLOCK = 50
SWITCHES = {"dependence": "dependence_on", "appeals": "appeals"}
LISTS = "approved lists"
YARDSTICKS = ("leader_conduct", "leader_power", "leader_unanimity")


def without(switch: str | None) -> Engine:
    """The struggle of 1922-1929 with every parameter set, and with one switch off."""
    engine = build("succession-1922", seed=1)
    world = engine.compiled.template[0]
    if switch == LISTS:
        lists = world["statutes"]["kind"] == codes.LISTS
        brings = (world["amendments"]["kind"] == codes.CHANGES_RULE) & lists[world["amendments"]["subject"]]
        assert brings.any(), "no amendment brings approved lists"
        world["amendments"]["month"][brings] = codes.NOBODY
    elif switch is not None:
        world["rules"][SWITCHES[switch]] = 0
    return engine


def played(engine: Engine, runs: int) -> dict[str, dict[str, NDArray[Any]]]:
    """Tables of so many runs."""
    blocks: list[Block] = [engine.block(first, min(BLOCK, runs - first)) for first in range(0, runs, BLOCK)]
    tables = [block.tables() for block in blocks]
    return {
        name: {
            column: np.concatenate([table[name][column] for table in tables]) for column in tables[0][name]
        }
        for name in ("runs", "months", "votes")
    }


def between_sets(sets: NDArray[np.int32], leads: NDArray[np.bool_]) -> list[float]:
    """Smallest and largest share over the parameter sets."""
    shares = [float(leads[sets == each].mean()) for each in np.unique(sets)]
    return [round(min(shares), 2), round(max(shares), 2)]


def leading(runs: dict[str, NDArray[Any]]) -> dict[str, Any]:
    """Decisions 0007 and 0008: nobody's share by yardstick, and how far shares move between sets."""
    conduct, sets = runs["leader_conduct"], runs["parameters"]
    first, _ = Counter(conduct[conduct != 0].tolist()).most_common(1)[0]
    return {
        "nobody alone": {name: round(float((runs[name] == 0).mean()), 2) for name in YARDSTICKS},
        "nobody alone, between sets": between_sets(sets, conduct == 0),
        "first person's key": first,
        "first person's share": round(float((conduct == first).mean()), 2),
        "first person's share, between sets": between_sets(sets, conduct == first),
        "runs of a set": [int(count) for count in np.sort(np.unique(sets, return_counts=True)[1])[[0, -1]]],
    }


def minorities(engine: Engine, votes: dict[str, NDArray[Any]]) -> dict[str, float]:
    """Decision 0009: the mean share of the smaller side, by body."""
    cast = votes["for"] + votes["against"]
    smaller = np.minimum(votes["for"], votes["against"]) / np.maximum(cast, 1)
    return {
        engine.directory.body(int(body)): round(
            float(smaller[(votes["body"] == body) & (cast > 0)].mean()), 2
        )
        for body in np.unique(votes["body"])
    }


def paired(usual: dict[str, NDArray[Any]], other: dict[str, NDArray[Any]], chief: int) -> dict[str, Any]:
    """Decisions 0009 and 0010: what a switch changes, run by run; `chief` held the chief post first."""
    before, after = (runs["leader_conduct"][:PAIRS] for runs in (usual, other))
    gain = (after == chief).astype(float) - (before == chief)
    return {
        "another leads": round(float((before != after).mean()), 2),
        "nobody alone": [round(float((each == 0).mean()), 2) for each in (before, after)],
        "first chief leads": [round(float((each == chief).mean()), 2) for each in (before, after)],
        "his gain": round(float(gain.mean()), 3),
        "standard error": round(float(gain.std(ddof=1) / np.sqrt(len(gain))), 3),
        "contests a run": [round(float(each["contests"][:PAIRS].mean()), 1) for each in (usual, other)],
    }


def main() -> None:
    """Measure and print."""
    engine = without(None)
    engine.warm(lambda *_: None)
    usual = played(engine, RUNS)
    found: dict[str, Any] = {
        "runs": RUNS,
        "leading": leading(usual["runs"]),
        "minorities": minorities(engine, usual["votes"]),
    }
    chief = int(usual["months"]["chief"][0])
    for switch in (*SWITCHES, LISTS):
        print(f"without {switch}", file=sys.stderr)
        found[f"without {switch}"] = paired(usual["runs"], played(without(switch), PAIRS)["runs"], chief)
    show(**found)


if __name__ == "__main__":
    main()
