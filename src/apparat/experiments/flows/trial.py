"""One run, on paper and in practice: in every January each level is shifted up and down, and all are watched.

Both arms of a pair keep the run's luck and its past, so what differs between them comes from the shift, and
from the chaos that follows, which has no direction and falls out of the mean over runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.experiments.flows import question
from apparat.experiments.flows.asked import LOOK, Asked
from apparat.experiments.flows.levels import CONGRESS, LEVELS, MEMBERS, PEOPLE, RANK, Levels, distress
from apparat.experiments.flows.paper import Paper
from apparat.world import codes

ON_PAPER, IN_PRACTICE = range(2)
AXES = 3
VOTES, STANDS, PLACES = range(3)
"""What is measured of a level: its vote, what it stands for, and the share of its places held by others."""


@dataclass(frozen=True)
class Trial:
    """What came of one run. Distances between two arms are for each unit of their shift."""

    run: int
    moved: NDArray[np.float64]
    """(powers, years, levels, levels, measures): shifted by watched; NaN where there is nothing."""
    line: NDArray[np.float64]
    """(powers, years, levels): the party's line."""
    digests: tuple[int, ...]
    """Of both undisturbed runs and of all arms."""
    played: int
    """Months played."""


@dataclass(frozen=True)
class _Arm:
    """One side of a pair as it was watched."""

    votes: NDArray[np.float64]
    stands: NDArray[np.float64]
    line: float
    holders: tuple[frozenset[int], ...]
    digest: int


class Course:
    """A run that goes on under formal powers, or as the model has it."""

    def __init__(self, run: Run, paper: Paper | None, held: NDArray[np.int32] | None = None) -> None:
        self.run, self._paper = run, paper
        self._held = held if held is not None or paper is None else paper.begin(run)

    def advance(self, until: int) -> None:
        """Play months up to, not including, `until`."""
        if self._paper is None or self._held is None:
            self.run.advance(until)
        else:
            self._paper.advance(self.run, until, self._held)

    def fork(self) -> "Course":
        """A second course from here."""
        return Course(self.run.fork(), self._paper, None if self._held is None else self._held.copy())


def play(engine: Engine, levels: Levels, paper: Paper, asked: Asked, run: int) -> Trial:
    """Run number `run` under both kinds of powers, every level shifted in every January."""
    years = asked.years(engine.directory.start, engine.directory.months)
    shape = (2, len(years), len(LEVELS))
    moved, line = np.full((*shape, len(LEVELS), 3), np.nan), np.full(shape, np.nan)
    digests: list[int] = []
    for powers in (ON_PAPER, IN_PRACTICE):
        trunk = Course(engine.open(run), paper if powers == ON_PAPER else None)
        for place, january in enumerate(years):
            trunk.advance(january)
            for level in asked.levels:
                axis = codes.ECONOMY if level == PEOPLE else run % AXES
                pair = _pair(trunk, levels, level, axis, asked)
                moved[powers, place, level], line[powers, place, level] = _apart(*pair)
                digests += [arm.digest for arm in pair[:2]]
        digests.append(trunk.run.digest)
    arms = 2 * 2 * len(years) * len(asked.levels)
    return Trial(run, moved, line, tuple(digests), 2 * years[-1] + arms * asked.months)


def _pair(
    trunk: Course, levels: Levels, level: int, axis: int, asked: Asked
) -> tuple[_Arm, _Arm, float, frozenset[int]]:
    """Both arms, how far apart their wishes began, and who was shifted."""
    world = trunk.run.world
    way = distress(world) if level == PEOPLE else 1.0
    shifted = levels.keys(world, levels.own(world, level)) if level in RANK else frozenset()
    between = question.positions(world, axis)
    arms, wishes = [], []
    for amount in (asked.shift, -asked.shift):
        course = trunk.fork()
        if level != CONGRESS:
            levels.shift(course.run.world, level, axis, amount)
        wishes.append(levels.wish(course.run.world, level, axis))
        arms.append(_watched(course, levels, (level, axis, amount), between, shifted, asked))
    apart = 2.0 * asked.shift if level == CONGRESS else wishes[0] - wishes[1]
    return arms[0], arms[1], apart * way, shifted


def _watched(
    course: Course,
    levels: Levels,
    shift: tuple[int, int, float],
    between: NDArray[np.float64],
    shifted: frozenset[int],
    asked: Asked,
) -> _Arm:
    """Play an arm and look at all levels every few months."""
    level, axis, amount = shift
    votes, stands, line = [], [], []
    run, first = course.run, course.run.month
    for until in range(first + LOOK, first + asked.months + 1, LOOK):
        if level == CONGRESS:
            _assemblies(course, levels, axis, amount, until)
        course.advance(until)
        votes.append(question.put(run.world, run.parameters, levels, between))
        stands.append([levels.stand(run.world, each, axis, shifted) for each in range(len(LEVELS))])
        line.append(float(run.world["line"]["line"][0, axis]))
    holders = tuple(levels.keys(run.world, levels.persons(run.world, each)) for each in range(len(LEVELS)))
    return _Arm(np.mean(votes, axis=0), np.mean(stands, axis=0), float(np.mean(line)), holders, run.digest)


def _assemblies(course: Course, levels: Levels, axis: int, amount: float, until: int) -> None:
    """Play months in which assemblies sit with delegates who think otherwise than those who sent them."""
    world, run = course.run.world, course.run
    for month in _sittings(world, run.month, until):
        course.advance(month)
        regions = world["regions"][0]["mood"][: int(world["n"]["regions"][0]), axis]
        before = regions.copy()
        levels.shift(world, MEMBERS, axis, amount)
        added = regions - before
        course.advance(month + 1)
        # Members at home never thought so: what a month's drift to the line left is taken back.
        regions -= added * (1.0 - float(run.parameters["doctrine"]["mood_follow"][0]))


def _sittings(world: NDArray[np.void], first: int, until: int) -> Iterator[int]:
    sessions: Sequence[int] = world["sessions"][0]["month"][: int(world["n"]["sessions"][0])].tolist()
    yield from sorted({month for month in sessions if first <= month < until})


def _apart(one: _Arm, other: _Arm, moved: float, _: frozenset[int]) -> tuple[NDArray[np.float64], float]:
    """(levels, measures) and the line: how far apart the arms are, for each unit of the shift."""
    found = np.full((len(LEVELS), 3), np.nan)
    if not abs(moved) > 1e-9:  # nobody was there to be shifted, or all stood at the bound
        return found, float("nan")
    found[:, VOTES] = (one.votes - other.votes) / moved
    found[:, STANDS] = (one.stands - other.stands) / moved
    for level in RANK:
        a, b = one.holders[level], other.holders[level]
        if a or b:
            found[level, PLACES] = 1.0 - len(a & b) / max(len(a), len(b))
    return found, (one.line - other.line) / moved
