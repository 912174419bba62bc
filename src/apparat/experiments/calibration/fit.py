"""From the prior, or from another posterior, to the posterior, step by step."""

import hashlib
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.calibration.plan import CHAIN, Plan, Task
from apparat.experiments.calibration.priors import counting
from apparat.experiments.resumable.folder import Piece
from apparat.experiments.resumable.workers import Compute, Drawn, OutOfTime, Workers
from apparat.ground.errors import ApparatError
from apparat.inference import tempering
from apparat.inference.points import Points, Simulate
from apparat.inference.prior import Prior
from apparat.inference.walk import Walk, chain
from apparat.posterior.provenance import Round

Array = NDArray[np.float64]

EFFECTIVE = 0.5
"""Share of the points that a step leaves effective."""
SETTLED = 2
"""Steps at the full kernel: the last two populations are the posterior."""
AIM = 0.25
"""Acceptance of moves at which chains of many dimensions mix best, nearly [RobertsGelmanGilks1997]."""
SCALES = (0.05, 2.0)
STUCK, PATIENCE = 0.01, 3
"""Fewer moves accepted than this share, so many steps in a row: no chain moves any more."""


@dataclass(frozen=True)
class Fitted:
    """Where a fit has come to."""

    first: Points
    """The population drawn from the prior."""
    points: Points
    """The last populations at the power reached, equally weighted."""
    power: float
    rounds: tuple[Round, ...]
    complete: bool
    """Whether the full kernel was reached and settled."""


@dataclass(frozen=True)
class _State:
    """Between two steps."""

    points: Points
    power: float
    scale: float
    rounds: tuple[Round, ...]
    settled: tuple[Points, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether there is nothing left to do, or nothing moves."""
        last = self.rounds[1:][-PATIENCE:]
        stuck = len(last) == PATIENCE and all(each.acceptance < STUCK for each in last)
        return stuck or len(self.settled) == SETTLED


@dataclass(frozen=True)
class _Luck:
    """The luck of one fit."""

    seed: int
    name: int

    def of(self, step: int, piece: int) -> np.random.Generator:
        """That which belongs to one piece of one step."""
        address = np.random.SeedSequence(self.seed, spawn_key=(self.name, step, piece))
        return np.random.Generator(np.random.Philox(address))


@dataclass(frozen=True)
class Fit:
    """One fit: what decides it, and what computes it."""

    plan: Plan
    task: Task
    prior: Prior
    targets: tuple[str, ...]
    simulate: Simulate
    workers: Workers
    reserve: float = 0.0
    """Seconds of the budget that shall be left to others."""
    start: Points | None = None
    """The population to go on from, shaped by firm targets already; None: one drawn from the prior."""

    def run(self) -> Fitted:
        """Fit until the full kernel is reached and settled, or until the budget is spent.

        Raises OutOfTime if not even the prior's population was finished, ApparatError if no set drawn from
        the prior can be compared with every target.
        """
        first = self._from_prior() if self.start is None else self._gone_on(self.start)
        self._check(first)
        done = Round(step=0, power=0.0, draws=len(first), acceptance=1.0, misfit=_median(first))
        state = _State(first, 0.0, 1.0, (done,))
        try:
            while not state.ends:
                state = self._step(state)
        except OutOfTime:
            pass
        points = Points.join(state.settled) if state.settled else state.points
        return Fitted(first, points, state.power, state.rounds, len(state.settled) == SETTLED)

    def _from_prior(self) -> Points:
        prior, simulate, luck = self.prior, self.simulate, self._luck

        def compute(number: int, drawn: Drawn) -> Piece:
            mine, counted = luck.of(0, number), counting(simulate, drawn)
            sets = [prior.draw(mine) for _ in range(CHAIN)]
            values = [prior.values(line[None])[0] for line, _ in sets]
            return Points.join(
                [
                    Points.one(line, rest, counted(free, rest))
                    for (line, rest), free in zip(sets, values, strict=True)
                ]
            ).arrays()

        return self._population(0, compute)

    def _gone_on(self, start: Points) -> Points:
        """Points of another fit, measured anew."""
        places = np.linspace(0, len(start), self.plan.chains * CHAIN, endpoint=False).astype(np.intp)
        chosen = start.take(places)
        values, simulate = self.prior.values(chosen.line), self.simulate

        def compute(number: int, drawn: Drawn) -> Piece:
            counted = counting(simulate, drawn)
            mine = range(number * CHAIN, (number + 1) * CHAIN)
            return Points.join(
                [Points.one(chosen.line[k], chosen.rest[k], counted(values[k], chosen.rest[k])) for k in mine]
            ).arrays()

        return self._population(0, compute)

    def _step(self, state: _State) -> _State:
        """Raise the power as far as the points allow; walk a chain from each of those that follow."""
        number, chains = len(state.rounds), self.plan.chains
        power = tempering.next_power(state.points.misfit, state.power, EFFECTIVE)
        weights = tempering.reweigh(state.points.misfit, power - state.power)
        walk = Walk.among(state.points.line, weights, power, state.scale)
        prior, simulate, luck = self.prior, self.simulate, self._luck
        starts = state.points.take(tempering.ancestors(weights, chains, luck.of(number, chains)))

        def compute(piece: int, drawn: Drawn) -> Piece:
            start = starts.take(np.array([piece]))
            return chain(
                counting(simulate, drawn), prior, start, walk, CHAIN, luck.of(number, piece)
            ).arrays()

        points = self._population(number, compute)
        draws = chains * (CHAIN - 1)
        acceptance = float(points.moved.sum()) / draws
        done = Round(step=number, power=power, draws=draws, acceptance=acceptance, misfit=_median(points))
        return replace(
            state,
            points=points,
            power=power,
            scale=float(np.clip(state.scale * np.exp(acceptance - AIM), *SCALES)),
            rounds=(*state.rounds, done),
            settled=(*state.settled, points) if power == 1.0 else (),
        )

    def _population(self, step: int, compute: Compute) -> Points:
        stage = f"{self.task.stage}/step-{step:03d}"
        pieces = self.workers.pieces(stage, self.plan.chains, compute, reserve=self.reserve)
        return Points.join([Points(**piece) for piece in pieces])

    @property
    def _luck(self) -> "_Luck":
        name = int.from_bytes(hashlib.sha256(self.task.stage.encode()).digest()[:4], "little")
        return _Luck(self.plan.seed, name)

    def _check(self, first: Points) -> None:
        if np.isfinite(first.misfit).any():
            return
        seen = np.isfinite(first.deviations).mean(axis=0)
        never = [name for name, share in zip(self.targets, seen, strict=True) if share == 0]
        said = (
            f"Never measured: {', '.join(never)}."
            if never
            else "Each target could be measured for some sets, but never all for the same one."
        )
        raise ApparatError(
            f"Nothing can be accepted: of {len(first)} sets of parameters to begin with, none could "
            f"be compared with all targets. {said} See in `apparat ensemble` whether the scenario can put "
            "these motions; leave such a target out with a file of your own, --targets FILE; or draw more "
            "sets, --points N."
        )


def _median(points: Points) -> float:
    """Median misfit; a large number stands for one that cannot be measured, since JSON knows no infinity."""
    return min(float(np.median(points.misfit)), float(np.finfo(np.float32).max))
