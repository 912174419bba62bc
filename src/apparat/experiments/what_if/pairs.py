"""One run and its branches: the past is played once, and every branch keeps the run's luck.

Luck has addresses (seed, run, month, decision, person), so a branch needs nothing but the run's own number
to meet the same draws as the baseline wherever the two still do the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.experiments.what_if.asked import Arm

_CENSUS = ("leaders", "chiefs", "counts", "bench", "officers")


@dataclass(frozen=True)
class Course:
    """A finished run, as far as pairs are compared."""

    digest: int
    leaders: NDArray[np.int32]
    """(months, yardsticks): keys; 0 for collective leadership."""
    chiefs: NDArray[np.int32]
    census: NDArray[np.uint8]
    """(months, bytes): who leads, sits in the top body and holds which office, and what is counted."""
    events: NDArray[np.void]
    rolls: NDArray[np.void]

    @classmethod
    def of(cls, run: Run) -> "Course":
        """What a run has come to."""
        world, months = run.world, run.month
        columns = [np.ascontiguousarray(world[name][0][:months]) for name in _CENSUS]
        census = np.hstack([column.view(np.uint8).reshape(months, -1) for column in columns])
        events = np.concatenate(run.events) if run.events else world["events"][0][:0].copy()
        return cls(
            run.digest, columns[0].copy(), columns[1].copy(), census, events, world["rolls"][0][:0].copy()
        )


@dataclass(frozen=True)
class Branch:
    """A run with an intervention beside its baseline."""

    course: Course
    applied: tuple[bool, ...]
    """For each edit, whether it changed the state."""
    reopened: bool
    """Whether it began from another opening state than its baseline."""
    played: int
    """Months played for it alone."""
    parts: int | None
    """First month in which its course differs from the baseline's; None if it never does."""

    @property
    def took_hold(self) -> bool:
        """Whether the intervention changed the state."""
        return self.reopened or any(self.applied)


@dataclass(frozen=True)
class Pair:
    """A run without, and with each intervention."""

    run: int
    baseline: Course
    branches: tuple[Branch, ...]


def play(engine: Engine, arms: Sequence[Arm], run: int) -> Pair:
    """Run number `run` without and with every arm, from the scenario's first month to its last."""
    months = engine.compiled.scenario.months
    trunk = engine.open(run)
    begun: dict[int, tuple[Run, tuple[bool, ...], bool]] = {}
    for place, arm in sorted(enumerate(arms), key=lambda each: each[1].first):
        trunk.advance(arm.first)
        # Another opening acts from the first month, so the trunk stands at its own.
        other = arm.opening and arm.engine.open(run).world.tobytes() != trunk.world.tobytes()
        begun[place] = *branched(trunk, arm, run), other
    trunk.advance(months)
    baseline = Course.of(trunk)
    return Pair(
        run,
        baseline,
        tuple(_finished(begun[place], arm, baseline, months) for place, arm in enumerate(arms)),
    )


def branched(trunk: Run, arm: Arm, run: int) -> tuple[Run, tuple[bool, ...]]:
    """A branch with all its edits made, standing in the month of the last; which of them changed it."""
    branch = arm.engine.open(run) if arm.opening else trunk.fork()
    branch.own_parameters()
    applied: list[bool] = []
    for month, edits in groupby(arm.edits, key=lambda edit: edit.month):
        branch.advance(month)
        applied += [edit.apply(branch.world, branch.parameters) for edit in edits]
    return branch, tuple(applied)


def _finished(begun: tuple[Run, tuple[bool, ...], bool], arm: Arm, baseline: Course, months: int) -> Branch:
    run, applied, reopened = begun
    run.advance(months)
    course = Course.of(run)
    return Branch(course, applied, reopened, months - arm.first, parting(baseline, course))


def parting(one: Course, other: Course) -> int | None:
    """First month in which anything observed of two runs differs: the census, or a line of the journal."""
    months = np.flatnonzero((one.census != other.census).any(axis=1))
    found = [int(months[0])] if len(months) else []
    shared = min(len(one.events), len(other.events))
    lines = np.flatnonzero(one.events[:shared] != other.events[:shared])
    place = int(lines[0]) if len(lines) else shared
    found += [int(course.events[place]["month"]) for course in (one, other) if place < len(course.events)]
    return min(found) if found else None
