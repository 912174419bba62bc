"""The door: a scenario made ready to run, alone or by blocks, on any number of threads."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from apparat.engine.block import Block, Shelf
from apparat.engine.directory import Directory
from apparat.engine.parameters import UNCALIBRATED, sets_hash, uncalibrated_sets
from apparat.engine.runs import Run
from apparat.engine.warm import warm
from apparat.scenario import load
from apparat.scenario.compile import Compiled, compile_scenario
from apparat.world import codes
from apparat.world.kernel import sources_hash
from apparat.world.state import copied, new_world, overwrite

Journal = Literal["none", "decisions", "full"]


@dataclass(frozen=True)
class History:
    """One run with its journal."""

    events: NDArray[np.void]
    rolls: NDArray[np.void]
    digest: int
    leaders: NDArray[np.int32]
    chiefs: NDArray[np.int32]


class Engine:
    """A compiled scenario, its parameter sets and a seed. Several threads may ask for blocks at once.

    `calibrated` and `origin` say of the sets whether they were fitted to the record, and where they are from.
    """

    def __init__(
        self,
        compiled: Compiled,
        sets: NDArray[np.void],
        seed: int,
        journal: Journal,
        *,
        calibrated: bool = False,
        origin: str = UNCALIBRATED,
    ) -> None:
        self.compiled = compiled
        self.sets = sets
        self.seed = seed
        self.journal = journal
        self.calibrated = calibrated
        self.origin = origin
        self._threads = threading.local()

    @cached_property
    def directory(self) -> Directory:
        """Names, dates and the record to compare with."""
        return Directory(self.compiled)

    @cached_property
    def identity(self) -> Mapping[str, Any]:
        """What decides the runs bit for bit."""
        scenario = self.compiled.scenario
        return {
            "scenario": scenario.scenario,
            "scenario_hash": scenario.hash,
            "engine": sources_hash(),
            "parameters": sets_hash(self.sets),
            "parameter_sets": len(self.sets),
            "calibrated": self.calibrated,
            "origin": self.origin,
            "seed": self.seed,
            "journal": self.journal,
        }

    def using(self, sets: NDArray[np.void]) -> "Engine":
        """The same scenario and seed with other parameter sets; threads keep their workspaces."""
        other = Engine(
            self.compiled, sets, self.seed, self.journal, calibrated=self.calibrated, origin=self.origin
        )
        other._threads = self._threads
        return other

    def warm(self, progress: Callable[[str, int, int], None]) -> None:
        """Compile what is not compiled yet, or load it from the cache."""
        warm(progress)

    def open(self, run: int, *, world: NDArray[np.void] | None = None, observed: bool = True) -> Run:
        """A run at its opening; `world` is overwritten if given, else a new one is made."""
        if world is None:
            world = copied(self.compiled.template)
        else:
            overwrite(world, self.compiled.template)
        clock = world["clock"]
        clock["seed_low"], clock["seed_high"] = self.seed & 0xFFFFFFFF, self.seed >> 32 & 0xFFFFFFFF
        clock["run"] = run
        clock["journal"] = codes.JOURNAL_LEVELS.index(self.journal)
        opened = Run(world, self.sets, observed)
        opened.begin()
        return opened

    def block(self, first_run: int, count: int) -> Block:
        """Runs `first_run` to `first_run + count - 1`, played in this thread's workspace."""
        if not hasattr(self._threads, "world"):
            self._threads.world = new_world()
        shelf = Shelf(count)
        for number in range(first_run, first_run + count):
            run = self.open(number, world=self._threads.world)
            run.advance(self.compiled.scenario.months)
            shelf.put(run)
        return shelf.block()

    def history(self, run: int, *, until: int | None) -> History:
        """One run with its journal, through month `until` (None: the last)."""
        played = self.open(run)
        last = self.compiled.scenario.months if until is None else until + 1
        played.advance(last)
        empty = played.world
        return History(
            np.concatenate(played.events) if played.events else empty["events"][0][:0],
            np.concatenate(played.rolls) if played.rolls else empty["rolls"][0][:0],
            played.digest,
            played.world["leaders"][0][:last].copy(),
            played.world["chiefs"][0][:last].copy(),
        )


def build(
    scenario: str,
    *,
    variants: Mapping[str, str] | None = None,
    traits: Literal["recorded", "exchangeable"] = "recorded",
    seed: int = 0,
    journal: Journal = "decisions",
    parameters: NDArray[np.void] | None = None,
    calibrated: bool = False,
    origin: str = UNCALIBRATED,
) -> Engine:
    """The engine for a scenario, by name or file, with parameter sets or the uncalibrated ones.

    `calibrated` and `origin` say of the sets whether they were fitted to the record, and where they are from.

    Raises UsageError or DocumentError if it cannot run.
    """
    written = load(scenario, variants=variants, traits=traits)
    sets = uncalibrated_sets() if parameters is None else parameters
    engine = Engine(compile_scenario(written), sets, seed, journal, calibrated=calibrated, origin=origin)
    engine.identity = {**engine.identity, "variants": dict(variants or {}), "traits": traits}
    return engine
