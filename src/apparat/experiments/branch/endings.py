"""One past and its endings: what is on disk is read, the rest is played and kept.

The past is a run of the ensemble of the same seed. At each date its world is kept as bytes; an ending is a
copy of it with luck of its own from there on, by its number. So more endings, more pasts and other dates can
be asked of the same folder later, and nothing is played twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.experiments.resumable.folder import Folder, Piece
from apparat.world import codes
from apparat.world.state import WORLD, copied


@dataclass(frozen=True)
class Ended:
    """One past at one date, and what came of it."""

    run: int
    month: int
    parameters: int
    """Row of the parameter set in use."""
    digest: int
    """Of the past, up to the date."""
    leaders: NDArray[np.int32]
    """(yardsticks,): keys of those who led when the date came; -1 at the opening, where nobody has looked."""
    digests: NDArray[np.uint64]
    """(endings,): digests of the endings."""
    ends: NDArray[np.int32]
    """(endings, yardsticks): keys of those who lead in the last month; 0 for collective leadership."""


@dataclass(frozen=True)
class Past:
    """A past at all dates, and the months that were played for it now."""

    ended: tuple[Ended, ...]
    played: int


def play(engine: Engine, folder: Folder, run: int, dates: Sequence[int], endings: int) -> Past:
    """Run number `run` to each date (in order), and `endings` endings from each."""
    past: Run | None = None
    played, ended = 0, []
    for month in dates:
        piece = folder.piece(_stage("endings", month), run)
        if piece is None or len(piece["digests"]) < endings:
            past, months = _reach(engine, folder, run, month, past)
            piece, more = _end(engine, past, piece, endings)
            folder.keep(_stage("endings", month), run, piece)
            played += months + more
        ended.append(_ended(run, month, piece, endings))
    return Past(tuple(ended), played)


def _stage(what: str, month: int) -> str:
    return f"{what}-{month:04d}"


def _reach(engine: Engine, folder: Folder, run: int, month: int, past: Run | None) -> tuple[Run, int]:
    """The past at a date, and the months played to get there."""
    kept = folder.piece(_stage("pasts", month), run)
    if kept is not None:
        return _restored(engine, kept["world"]), 0
    past = past if past is not None else engine.open(run)
    before = past.month
    past.advance(month)
    folder.keep(_stage("pasts", month), run, {"world": past.world.view(np.uint8)})
    return past, month - before


def _restored(engine: Engine, kept: NDArray[np.uint8]) -> Run:
    world = copied(kept.view(WORLD))
    chosen = int(world["clock"]["parameters"][0])
    return Run(world, engine.sets[chosen : chosen + 1])


def _end(engine: Engine, past: Run, before: Piece | None, endings: int) -> tuple[Piece, int]:
    """The endings of a past, those that were there before first; and the months played for the others."""
    months = engine.compiled.scenario.months
    at = past.month
    digests, ends = [], []
    for number in range(len(before["digests"]) if before is not None else 0, endings):
        ending = past.ending(number)
        ending.advance(months)
        digests.append(ending.digest)
        ends.append(ending.world["leaders"][0][months - 1])
    piece = {
        "past": np.array([past.digest], np.uint64),
        "parameters": past.world["clock"]["parameters"],
        "leaders": past.world["leaders"][0][at - 1] if at else np.full(codes.YARDSTICKS, -1, np.int32),
        "digests": np.array(digests, np.uint64),
        "ends": np.array(ends, np.int32),
    }
    if before is not None:
        for name in ("digests", "ends"):
            piece[name] = np.concatenate([before[name], piece[name]])
    return piece, len(digests) * (months - at)


def _ended(run: int, month: int, piece: Piece, endings: int) -> Ended:
    return Ended(
        run,
        month,
        int(piece["parameters"][0]),
        int(piece["past"][0]),
        piece["leaders"],
        piece["digests"][:endings],
        piece["ends"][:endings],
    )
