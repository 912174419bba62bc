"""One run in every combination of causes: how a body votes when a recorded motion is put to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.runs import Run
from apparat.experiments.contrast.asked import Asked, Staging
from apparat.ground.errors import UsageError, unknown_name
from apparat.scenario.causes import Cause, Switch, read, switches
from apparat.scenario.levers import Paths

Votes = NDArray[np.int64]
"""(combinations, 3): for, against, abstained; -1 where the motion could not be put."""


@dataclass(frozen=True)
class Stage:
    """A scenario made ready, and the place and month of one of its recorded motions."""

    staging: Staging
    engine: Engine
    causes: dict[str, Cause]
    switches: tuple[Switch, ...]
    probe: int
    month: int

    @classmethod
    def of(cls, asked: Asked, staging: Staging) -> "Stage":
        """Raises UsageError for a motion or a cause that is not there, or a cause that acts too late."""
        library = read(staging.scenario)
        causes = library.chosen(asked.causes)
        engine = asked.of(staging).build("none")
        if not isinstance(engine, Engine):
            raise TypeError("causes are switched in the engine itself")
        compiled = engine.compiled
        motions = compiled.scenario.motions
        if staging.motion not in motions:
            raise unknown_name("recorded motion", staging.motion, motions)
        month = compiled.scenario.month(motions[staging.motion].date)
        made = tuple(switches(causes, Paths(compiled), library.levers, compiled.scenario))
        for each in made:
            if each.edits[0].month > month:
                raise UsageError(
                    f"{staging}: the cause '{each.cause}' is switched only after the motion is put. "
                    "Choose another."
                )
        return cls(staging, engine, causes, made, list(motions).index(staging.motion), month)

    def play(self, run: int, heard: Callable[[], None]) -> Votes:
        """Run number `run` in every combination, the smallest mask of causes that take part first."""
        counts = []
        for mask in range(1 << len(self.switches)):
            absent = [each for k, each in enumerate(self.switches) if not mask >> k & 1]
            counts.append(self._counted(self._until_then(run, absent)))
            heard()
        return np.array(counts, np.int64)

    def _until_then(self, run: int, absent: Sequence[Switch]) -> Run:
        """The run after the month of the motion. Only that month is watched: observers move nobody."""
        played = self.engine.open(run, observed=False)
        played.own_parameters()
        edits = sorted((edit for each in absent for edit in each.edits), key=lambda edit: edit.month)
        for edit in edits:
            if edit.month <= self.month:
                played.advance(edit.month)
                edit.apply(played.world, played.parameters)
        played.advance(self.month)
        played.observed = True
        played.advance(self.month + 1)
        return played

    def _counted(self, played: Run) -> tuple[int, int, int]:
        answer = played.world["probes"][0][self.probe]
        return int(answer["votes_for"]), int(answer["votes_against"]), int(answer["abstained"])
