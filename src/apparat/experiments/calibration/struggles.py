"""Several scenarios played by one set of parameters, held to their calibration targets.

Every set plays the same runs under the same luck (common random numbers), so that two sets differ by what
they are and not by what they drew.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat import engine, scenario, targets
from apparat.ground.errors import UsageError, unknown_name
from apparat.inference.points import Measured, deviation
from apparat.posterior.provenance import targets_hash
from apparat.targets import Names, Target

Array = NDArray[np.float64]

APPLICABLE = 0.05
"""A target that fewer runs than this share can be measured on says nothing about a set, and the set is not
accepted: otherwise a set would do best to avoid being asked."""
COLLECTIVE = "nobody alone"


class Struggle:
    """One scenario, ready to be played. `held_to` are the targets to choose its own from; None: to none.

    Raises UsageError if none of them is for calibration.
    """

    def __init__(self, name: str, seed: int, held_to: Sequence[Target] | None) -> None:
        written = scenario.load(name)
        self.name = written.scenario
        self.engine = engine.build(name, seed=seed, journal="decisions")
        self.names = Names.read(written)
        self.held_to = () if held_to is None else tuple(held_to)
        self.targets = () if held_to is None else _fitted(self.name, held_to)
        directory = self.engine.directory
        short = Counter(name for _, name in directory.figures)
        self.keys = np.array([0, *(key for key, _ in directory.figures)])
        self.leaders = (
            COLLECTIVE,
            *(name if short[name] == 1 else directory.person(key) for key, name in directory.figures),
        )

    def given(self, names: Sequence[str]) -> "Struggle":
        """The same, held to some more of the targets that it could be held to."""
        more = tuple(each for each in targets.of(self.name, among=self.held_to) if each.name in names)
        found = copy(self)
        found.targets = (*self.targets, *more)
        return found

    def play(self, sets: NDArray[np.void], first: int, runs: int) -> Measured:
        """What a set, (1,), makes of the targets and of who leads at the end, over some runs."""
        tables = self.engine.using(sets).block(first, runs).tables()
        measured = targets.measure(self.targets, tables, self.names)
        known = targets.applicable(measured) >= APPLICABLE
        values, off, middle = np.full((3, len(self.targets)), np.nan)
        if known.any():
            runs_off = targets.deviations(measured, self.targets)[:, known]
            values[known] = np.nanmedian(measured[:, known], axis=0)
            off[known], middle[known] = deviation(runs_off), np.nanmedian(runs_off, axis=0)
        leaders = tables["runs"]["leader_conduct"]
        return Measured(values, off, (leaders[:, None] == self.keys[None, :]).mean(axis=0), middle)


def _fitted(name: str, held_to: Sequence[Target]) -> tuple[Target, ...]:
    found = targets.of(name, role="calibration", among=held_to)
    if not found:
        raise UsageError(
            f"{name}: no target of this scenario is for calibration. Targets stand in the files of "
            "apparat/targets/data; a file of your own is given with --targets FILE."
        )
    return found


class Struggles:
    """Scenarios fitted jointly. `play` may be called from several threads at once."""

    def __init__(
        self, scenarios: Sequence[str], *, seed: int, runs: int, held_to: Sequence[Target] | None
    ) -> None:
        self.all = [Struggle(name, seed, held_to) for name in scenarios]
        self.runs = runs
        self.more: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Ids of the scenarios."""
        return tuple(struggle.name for struggle in self.all)

    @property
    def targets(self) -> tuple[Target, ...]:
        """All calibration targets, struggle by struggle."""
        return tuple(target for struggle in self.all for target in struggle.targets)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Names of the outcomes: struggle and leader."""
        return tuple(f"{struggle.name}: {leader}" for struggle in self.all for leader in struggle.leaders)

    def only(self, scenarios: Sequence[str]) -> "Struggles":
        """Some of them."""
        some = copy(self)
        some.all = [struggle for struggle in self.all if struggle.name in scenarios]
        return some

    def given(self, names: Sequence[str]) -> "Struggles":
        """Held to some of the targets held back as well; to the others all the while.

        Raises UsageError for a target that is not held back.
        """
        held_back = [
            target.name
            for struggle in self.all
            for target in targets.of(struggle.name, role="validation", among=struggle.held_to)
        ]
        fitted = [target.name for target in self.targets]
        for name in names:
            if name in fitted:
                raise UsageError(f"The joint fit is held to {name} already: --given takes what is held back.")
            if name not in held_back:
                raise unknown_name("target held back", name, held_back)
        more = copy(self)
        more.all = [struggle.given(names) for struggle in self.all]
        more.more = tuple(names)
        return more

    def warm(self, progress: Callable[[str, int, int], None]) -> None:
        """Compile what is not compiled yet."""
        self.all[0].engine.warm(progress)

    def play(self, sets: NDArray[np.void], first: int = 0) -> Measured:
        """What a set, (1,), makes of all targets and outcomes."""
        found = [struggle.play(sets, first, self.runs) for struggle in self.all]
        return Measured(
            np.concatenate([each.values for each in found]),
            np.concatenate([each.deviations for each in found]),
            np.concatenate([each.outcomes for each in found]),
            np.concatenate([each.middle for each in found if each.middle is not None]),
            np.array([target.name not in self.more for target in self.targets]) if self.more else None,
        )

    def digests(self, sets: NDArray[np.void], runs: int) -> dict[str, tuple[str, ...]]:
        """Digests of the first runs of each struggle under a set, (1,)."""
        return {
            each.name: tuple(f"{int(d):016x}" for d in each.engine.using(sets).block(0, runs).digests)
            for each in self.all
        }

    def identity(self) -> dict[str, Any]:
        """What is played and what it is held to, for a manifest."""
        return {
            "engine": self.all[0].engine.identity["engine"],
            "scenario_hashes": {each.name: each.engine.identity["scenario_hash"] for each in self.all},
            "targets": {each.name: targets_hash(each.targets) for each in self.all},
        }
