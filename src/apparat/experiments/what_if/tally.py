"""What all pairs of an arm add up to. Runs may finish in any order; they are kept by number."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.what_if.pairs import Branch, Course, Pair
from apparat.world import codes

DECISIONS = (
    codes.E_VOTE,
    codes.E_CONDEMNED,
    codes.E_POST_LOST,
    codes.E_SEAT_LOST,
    codes.E_EXPELLED,
    codes.E_ARRESTED,
    codes.E_LINE,
    codes.E_RECANTED,
    codes.E_CAMPAIGN,
    codes.E_APPEAL,
    codes.E_DOCUMENT,
    codes.E_ENROLMENT,
    codes.E_DELAY,
    codes.E_RULE,
)
"""Kinds of event that are somebody's decision."""
_OF_BODIES = (codes.E_VOTE, codes.E_SEAT_LOST)

Kind = tuple[int, int, int]
"""Kind of event, body and motion; -1 for none."""


@dataclass
class Tally:
    """An arm beside the baseline, run by run."""

    applied: NDArray[np.int64]
    """(edits,): runs in which each changed the state."""
    took_hold: int = 0
    played: int = 0
    runs: list[int] = field(default_factory=list)
    digests: list[tuple[int, int]] = field(default_factory=list)
    without: list[NDArray[np.int32]] = field(default_factory=list)
    with_: list[NDArray[np.int32]] = field(default_factory=list)
    parts: list[int | None] = field(default_factory=list)
    counted: list[tuple[Counter[Kind], Counter[Kind]]] = field(default_factory=list)
    differing: Counter[Kind] = field(default_factory=Counter)
    """Runs in which decisions of a kind differ in who, whom or result."""
    told: tuple[int, Course, Branch] | None = None
    """The pair that is told: the first whose leader changes, else the first whose decisions do."""
    telling: int = 0

    def add(self, pair: Pair, branch: Branch) -> None:
        """Take in one pair."""
        self.applied += np.array(branch.applied, np.int64)
        self.took_hold += branch.took_hold
        self.played += branch.played
        self.runs.append(pair.run)
        self.digests.append((pair.baseline.digest, branch.course.digest))
        self.without.append(pair.baseline.leaders)
        self.with_.append(branch.course.leaders)
        self.parts.append(branch.parts)
        one, other = list(_decisions(pair.baseline)), list(_decisions(branch.course))
        self.counted.append((Counter(kind for kind, _ in one), Counter(kind for kind, _ in other)))
        self.differing.update({kind for kind, _ in set(one) ^ set(other)})
        telling = 2 * changes(branch.course, pair.baseline) + (set(one) != set(other))
        if telling > self.telling:
            self.telling, self.told = telling, (pair.run, pair.baseline, branch)


def changes(one: Course, other: Course) -> bool:
    """Whether two runs end with different leaders, judged by conduct."""
    return bool(one.leaders[-1, codes.BY_CONDUCT] != other.leaders[-1, codes.BY_CONDUCT])


def _decisions(course: Course) -> Iterator[tuple[Kind, tuple[int, int, int]]]:
    """Each decision's kind, and who, whom, and whether it was carried."""
    for event in course.events[np.isin(course.events["kind"], DECISIONS)]:
        kind = int(event["kind"])
        body = int(event["body"]) if kind in _OF_BODIES else codes.NOBODY
        motion = int(event["motion"]) if kind == codes.E_VOTE else codes.NOBODY
        yield (kind, body, motion), (int(event["actor"]), int(event["target"]), int(event["carried"]))
