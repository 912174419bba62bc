"""A pair as arrays and back, so that what was played can be kept and is never played twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.experiments.resumable.folder import Piece, Pieces
from apparat.experiments.what_if.asked import Arm
from apparat.experiments.what_if.pairs import Branch, Course, Pair, play

STAGE = "pairs"
_COURSE = ("leaders", "chiefs", "census", "events", "rolls")
_NEVER = -1


def identity(engine: Engine, made: Sequence[Arm]) -> dict[str, Any]:
    """Whatever decides a pair but its number."""
    return {"experiment": "what-if", **engine.identity, "arms": [_written(arm) for arm in made]}


@dataclass(frozen=True)
class Play:
    """The job: a pair from the folder if it is there, else played, and kept if there is a folder."""

    engine: Engine
    arms: Sequence[Arm]
    pieces: Pieces | None

    def __call__(self, run: int) -> Pair:
        """The pair of a run."""
        if self.pieces is None:
            return play(self.engine, self.arms, run)
        found = self.pieces.piece(STAGE, run)
        if found is not None:
            return unpacked(found, run)
        played = play(self.engine, self.arms, run)
        self.pieces.keep(STAGE, run, packed(played))
        return played


def packed(found: Pair) -> Piece:
    """A pair as named arrays."""
    piece = dict(_course(found.baseline, "without"))
    for place, branch in enumerate(found.branches):
        piece |= _course(branch.course, f"{place}")
        parts = _NEVER if branch.parts is None else branch.parts
        piece[f"{place}.applied"] = np.array(branch.applied, np.bool_)
        piece[f"{place}.facts"] = np.array([branch.reopened, branch.played, parts], np.int64)
    return piece


def unpacked(piece: Mapping[str, NDArray[Any]], run: int) -> Pair:
    """The pair of a run from its arrays."""
    arms = sum(name.endswith(".facts") for name in piece)
    branches = tuple(_branch(piece, f"{place}") for place in range(arms))
    return Pair(run, _from_arrays(piece, "without"), branches)


def _written(arm: Arm) -> dict[str, Any]:
    return {
        "scenario_hash": arm.engine.identity["scenario_hash"],
        "sets": [f"{edit.path}={edit.value}@{edit.month}" for edit in arm.edits],
    }


def _course(course: Course, side: str) -> Iterator[tuple[str, NDArray[Any]]]:
    yield f"{side}.digest", np.array(course.digest, np.uint64)
    for name in _COURSE:
        yield f"{side}.{name}", getattr(course, name)


def _from_arrays(piece: Mapping[str, NDArray[Any]], side: str) -> Course:
    arrays = {name: piece[f"{side}.{name}"] for name in _COURSE}
    return Course(digest=int(piece[f"{side}.digest"]), **arrays)


def _branch(piece: Mapping[str, NDArray[Any]], side: str) -> Branch:
    reopened, played, parts = (int(fact) for fact in piece[f"{side}.facts"])
    return Branch(
        course=_from_arrays(piece, side),
        applied=tuple(bool(each) for each in piece[f"{side}.applied"]),
        reopened=bool(reopened),
        played=played,
        parts=None if parts == _NEVER else parts,
    )
