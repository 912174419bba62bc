"""Runs played with and without everything that the hypotheses of a scenario compare: one baseline for all."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.experiments.crew.crew import Crew, in_order, watched
from apparat.experiments.hypotheses.measures import MEASURES, Scene, Unit
from apparat.experiments.hypotheses.schema import Change, Comparison, Hypothesis
from apparat.experiments.hypotheses.verdict import Compared, Verdict, compared, decided
from apparat.experiments.seam import Request, Silence, Watcher
from apparat.experiments.what_if.asked import Arm, Asked, arms
from apparat.experiments.what_if.pairs import Course, Pair, play
from apparat.experiments.what_if.what_if import digest
from apparat.scenario.levers import Library, Value, read


@dataclass(frozen=True)
class Finding:
    """One outcome of one comparison, measured."""

    hypothesis: str
    comparison: Comparison
    said: str
    """What is measured, in words."""
    place: int
    """Which of the comparison's outcomes."""
    numbers: Compared
    verdict: Verdict
    applied: int
    """Runs in which the change took hold."""
    digest: str
    """Of the pairs, as `apparat what-if` prints it; of both changes, where neither side is the baseline."""

    @property
    def unit(self) -> Unit:
        """What the numbers count."""
        return MEASURES[self.comparison.outcomes[self.place].measure].unit


@dataclass(frozen=True)
class Played:
    """What one run gives: for every change, whether it took hold and the two digests; and all values."""

    took_hold: tuple[bool, ...]
    digests: tuple[tuple[int, int], ...]
    values: NDArray[np.float64]
    """(outcomes, 2): without and with, in the order of the claims."""


@dataclass(frozen=True)
class Claim:
    """A comparison of a hypothesis, with the places of its two sides among the arms; -1 for the baseline."""

    name: str
    comparison: Comparison
    without: int
    with_: int


@dataclass(frozen=True)
class Trial:
    """The job: one run with and without every change, and what is measured of it."""

    engine: Engine
    made: Sequence[Arm]
    claims: Sequence[Claim]
    scene: Scene

    def __call__(self, run: int) -> Played:
        """Play and measure a run."""
        pair = play(self.engine, self.made, run)
        return Played(
            tuple(branch.took_hold for branch in pair.branches),
            tuple((pair.baseline.digest, branch.course.digest) for branch in pair.branches),
            np.array([row for claim in self.claims for row in self._values(claim, pair)], float),
        )

    def _values(self, claim: Claim, pair: Pair) -> Iterator[tuple[float, float]]:
        sides = [_course(pair, place) for place in (claim.without, claim.with_)]
        for outcome in claim.comparison.outcomes:
            measure = MEASURES[outcome.measure]
            one, other = (measure.of(course, outcome, self.scene) for course in sides)
            yield one, other


def tried(
    scenario: str,
    hypotheses: Iterable[tuple[str, Hypothesis]],
    *,
    runs: int,
    seed: int,
    crew: Crew,
    watcher: Watcher | None = None,
) -> list[Finding]:
    """Everything that hypotheses say of one scenario, measured on the same runs, in their order.

    Every run is played once without a change and once with each, from the month in which that acts, under
    the same luck and with the parameters that come with the program. A change that takes hold in no run is
    told as such: its difference is nought.
    """
    request = Request(scenario=scenario, seed=seed)
    engine = request.build("decisions")
    if not isinstance(engine, Engine):
        raise TypeError("interventions need the engine itself")
    trial = _trial(request, engine, list(hypotheses))
    engine.warm((watcher or Silence()).compiling)
    with closing(in_order(crew, trial, runs)) as found:
        played = list(watched(found, runs, watcher or Silence()))
    return list(_findings(trial, played))


def _trial(request: Request, engine: Engine, hypotheses: Sequence[tuple[str, Hypothesis]]) -> Trial:
    library = read(request.scenario)
    made: dict[str, Arm] = {}

    def place(change: Change | None) -> int:
        if change is None:
            return -1
        written = change.model_dump_json()
        if written not in made:
            made[written] = arm_of(change, request, engine, library)
        return list(made).index(written)

    claims = [
        Claim(name, comparison, place(comparison.without), place(comparison.with_))
        for name, hypothesis in hypotheses
        for comparison in hypothesis.compared
        if comparison.scenario == request.scenario
    ]
    return Trial(engine, tuple(made.values()), claims, scene_of(engine))


def arm_of(change: Change, request: Request, engine: Engine, library: Library) -> Arm:
    """A change as an intervention. Raises UsageError for names, dates and values that cannot be."""
    return arms(_asked(change, engine), request, engine, library)[0]


def _asked(change: Change, engine: Engine) -> Asked:
    since = str(change.from_ or engine.compiled.scenario.from_) if change.set_ else None
    return Asked(change.levers, {path: (_word(value),) for path, value in change.set_.items()}, since)


def _word(value: Value) -> Value:
    """A value as the command line takes it."""
    return ("on" if value else "off") if isinstance(value, bool) else value


def scene_of(engine: Engine) -> Scene:
    """Names and dates of an engine's scenario."""
    scenario = engine.compiled.scenario
    persons = scenario.persons.items()
    return Scene(
        scenario.from_,
        scenario.months,
        {name: person.key for name, person in persons},
        {name: person.short_name for name, person in persons},
    )


def _findings(trial: Trial, played: Sequence[Played]) -> Iterator[Finding]:
    values = np.array([one.values for one in played])
    row = 0
    for claim in trial.claims:
        sides = [place for place in (claim.without, claim.with_) if place >= 0]
        told = digest((trial.made[place], [one.digests[place] for one in played]) for place in sides)
        for place, outcome in enumerate(claim.comparison.outcomes):
            measure = MEASURES[outcome.measure]
            numbers = compared(values[:, row, 0], values[:, row, 1], measure.unit)
            yield Finding(
                claim.name,
                claim.comparison,
                measure.said(outcome, trial.scene),
                place,
                numbers,
                decided(outcome.expected, numbers.difference, outcome.within),
                min(sum(one.took_hold[side] for one in played) for side in sides),
                told,
            )
            row += 1


def _course(pair: Pair, place: int) -> Course:
    return pair.baseline if place < 0 else pair.branches[place].course
