"""A small world some months old, in which one thing is changed and one kernel asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from apparat.mechanisms.assemblies import assembly_share, temper_regions
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.leanings import Question, temper_body
from apparat.mechanisms.month import Parameters, defaults
from apparat.mechanisms.voting import expected_share
from apparat.world import codes
from apparat.world.state import World, record
from tests.family import Plan
from tests.properties.plans import opened

Rows = NDArray[np.void]
SEEDS = range(12)


@dataclass
class Lab:
    """A world and parameters, as arrays to change and as the records that kernels take."""

    state: Rows
    sets: Rows

    @property
    def world(self) -> World:
        """The record of the world."""
        return record(self.state)

    @property
    def parameters(self) -> Parameters:
        """The record of the parameters."""
        found: Parameters = self.sets[0]
        return found

    @property
    def both(self) -> tuple[World, Parameters]:
        """What most kernels take first."""
        return self.world, self.parameters

    def table(self, name: str) -> Rows:
        """A table's rows, to be written to."""
        found: Rows = self.state[name][0]
        return found

    def single(self, name: str) -> Rows:
        """A nested record as an array of one, to be written to."""
        found: Rows = self.state[name]
        return found

    def figures(self) -> list[int]:
        """Active figures, the most powerful first."""
        rows = self.table("figures")
        active = np.flatnonzero(rows["active"] == 1)
        return [int(f) for f in active[np.argsort(-rows["power"][active])]]

    def person(self, figure: int) -> int:
        """A figure's row among people."""
        return int(self.table("figures")["person"][figure])


def lab(seed: int = 1, *, months: int = 7, plan: Plan | None = None) -> Lab:
    """A world of the family after some months, and the default parameters."""
    kept = _played(plan or Plan(seed=seed, figures=10, top=6, committee=10), months)
    return Lab(kept.copy(), defaults())


@cache
def _played(plan: Plan, months: int) -> Rows:
    run = opened(plan, journal=codes.J_NONE)
    run.advance(months)
    return run.world


def contest(here: Lab, *, norm: float = 0.0, chief: int = 1) -> Question:
    """A question between the two strongest, on which the chief (their first) stands on a given side."""
    head = int(
        here.table("people")["figure"][here.table("posts")["holder"][here.single("rules")["chief"][0]]]
    )
    rival = next(f for f in here.figures() if f != head)
    mover, target = (head, rival) if chief > 0 else (rival, head)
    take_sides(*here.both, mover, target, codes.POLICY, norm)
    return Question(mover, target, codes.POLICY, norm, -1)


def congress(here: Lab, question: Question) -> float:
    """Share of a congress for a question."""
    temper_regions(*here.both, question.motion, 4000)
    return assembly_share(*here.both, question)


def committee(here: Lab, question: Question) -> float:
    """Expected share of the committee for a question."""
    temper_body(*here.both, codes.COMMITTEE, question.motion)
    return expected_share(*here.both, codes.COMMITTEE, question)


def rising(values: Sequence[float], *, strictly: bool = True) -> bool:
    """Whether values never fall, and rise from first to last."""
    steps = np.diff(values)
    return bool((steps >= -1e-12).all() and (not strictly or values[-1] > values[0]))
