"""One run at a time: begin, advance, checkpoint, fork, and the journal as it grows."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine import play
from apparat.ground.errors import ApparatError
from apparat.world import codes, luck
from apparat.world.state import copied

CHUNK = {codes.J_NONE: 160, codes.J_DECISIONS: 24, codes.J_FULL: 1}
"""Months played between harvests of the journal, so that its buffer never fills."""


class JournalFull(ApparatError):
    """More happened between two harvests than the journal's buffer holds: a fault of the program."""

    exit_code = 70


@dataclass
class Run:
    """A run in its own world. `world` is an array of one record: copy it, and you have a checkpoint."""

    world: NDArray[np.void]
    parameters: NDArray[np.void]
    """(1,) the parameter set in use; before the opening, (sets,) those of which one is drawn."""
    observed: bool = True
    events: list[NDArray[np.void]] = field(default_factory=list)
    rolls: list[NDArray[np.void]] = field(default_factory=list)
    written: int = 0
    """Events harvested so far: where the next harvest's rolls point."""

    @property
    def month(self) -> int:
        """Months played."""
        return int(self.world["clock"]["month"][0])

    @property
    def digest(self) -> int:
        """Hash of the trajectory so far."""
        return int(self.world["clock"]["digest"][0])

    @property
    def _doors(self) -> tuple[Any, Any]:
        """World and parameters as compiled code takes them."""
        return self.world, self.parameters

    def begin(self) -> None:
        """Draw which of the parameter sets is in use, and the opening."""
        play.begin(*self._doors)
        chosen = int(self.world["clock"]["parameters"][0])
        self.parameters = self.parameters[chosen : chosen + 1]

    def advance(self, until: int) -> None:
        """Play months up to, not including, `until`."""
        step = CHUNK[int(self.world["clock"]["journal"][0])]
        while self.month < until:
            goal = min(self.month + step, until)
            play.advance(*self._doors, goal, int(self.observed))
            self._harvest()

    def fork(self) -> "Run":
        """A second run from here: the same past, its own future."""
        return Run(
            copied(self.world),
            self.parameters,
            self.observed,
            list(self.events),
            list(self.rolls),
            self.written,
        )

    def own_parameters(self) -> None:
        """Take a copy of the parameters, so that changing them changes no other run."""
        # By bytes: column by column it would take as long as a month.
        self.parameters = self.parameters.view(np.uint8).copy().view(self.parameters.dtype)

    def ending(self, number: int) -> "Run":
        """A fork with luck of its own from here on; the same number gives the same luck, wherever played."""
        other = self.fork()
        luck.turn(other.world["clock"][0], number)
        return other

    def _harvest(self) -> None:
        tally = self.world["tally"][0]
        if tally["lost_events"]:
            raise JournalFull(
                f"{tally['lost_events']} events of month {self.month} did not fit into the journal. "
                "This is a fault in Apparat: raise EVENTS in apparat/world/state.py."
            )
        count, rolls = int(tally["events"]), int(tally["rolls"])
        if rolls:
            kept = self.world["rolls"][0][:rolls].copy()
            kept["event"] += self.written
            self.rolls.append(kept)
        if count:
            self.events.append(self.world["events"][0][:count].copy())
        self.written += count
        self.world["tally"]["events"] = 0
        self.world["tally"]["rolls"] = 0
