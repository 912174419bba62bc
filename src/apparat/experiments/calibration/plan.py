"""What is asked of a calibration, and what decides its answer."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from apparat.ground.errors import UsageError
from apparat.scenario import located

CHAIN = 10
"""Points of a chain, the first included: long enough to move away, short enough for many ancestors."""
MOST = 2**16


@dataclass(frozen=True)
class Task:
    """One fit: some struggles jointly."""

    name: str
    scenarios: tuple[str, ...]
    left_out: str | None
    weight: float
    """Its part of the budget, beside those of others."""
    given: tuple[str, ...] = ()
    """Targets held back from all other fits that this one goes on to be fitted to, from the joint one on."""

    @property
    def stage(self) -> str:
        """What its pieces are filed under: another for every choice of what is given."""
        return (
            f"{self.name}-{sha256('+'.join(self.given).encode()).hexdigest()[:8]}"
            if self.given
            else self.name
        )


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A calibration as asked for. Raises UsageError for what cannot be done."""

    scenarios: tuple[str, ...]
    seed: int
    runs: int = 24
    points: int = 480
    free: int = 15
    trajectories: int = 5
    leave_one_out: bool = False
    given: tuple[str, ...] = ()
    """Targets held back to which one more posterior is fitted."""
    targets: Path | None = None

    def __post_init__(self) -> None:
        if not self.scenarios:
            raise UsageError("Name at least one scenario to calibrate on.")
        twice = next((name for name in self.scenarios if self.scenarios.count(name) > 1), None)
        if twice:
            raise UsageError(f"The scenario {twice} is named twice. Name each struggle once.")
        if self.leave_one_out and len(self.scenarios) < 2:
            raise UsageError(
                "--leave-one-out needs two scenarios or more: one is left out, the others fitted."
            )
        repeated = next((name for name in self.given if self.given.count(name) > 1), None)
        if repeated:
            raise UsageError(f"The target {repeated} is given twice. Give each once.")
        _within("--runs", self.runs, 2, MOST)
        _within("--points", self.points, 2 * CHAIN, MOST)
        _within("--free", self.free, 1, MOST)
        _within("--trajectories", self.trajectories, 2, MOST)

    @property
    def chains(self) -> int:
        """How many chains make a population."""
        return self.points // CHAIN

    def tasks(self, struggles: tuple[str, ...]) -> Iterator[Task]:
        """The joint fit, one that goes on from it, those that leave one struggle out; struggles by ids."""
        yield Task("joint", struggles, None, 2.0)
        if self.given:
            yield Task("given", struggles, None, 1.0, self.given)
        if self.leave_one_out:
            for left_out in struggles:
                others = tuple(name for name in struggles if name != left_out)
                yield Task(f"without-{left_out}", others, left_out, 1.0)

    def written(self) -> dict[str, Any]:
        """Whatever of the plan decides the answer, for a manifest."""
        return {
            "scenarios": [located(name) for name in self.scenarios],
            "seed": self.seed,
            "runs": self.runs,
            "points": self.points,
            "free": self.free,
            "trajectories": self.trajectories,
        }

    def command(self, *words: str) -> str:
        """The command line that asks for it, `words` added."""
        given = ["apparat", "calibrate", *self.scenarios, "--seed", str(self.seed)]
        numbers = {
            "--runs": self.runs,
            "--points": self.points,
            "--free": self.free,
            "--trajectories": self.trajectories,
        }
        given += [part for name, number in numbers.items() for part in (name, str(number))]
        given += ["--leave-one-out"] if self.leave_one_out else []
        given += [part for target in self.given for part in ("--given", target)]
        given += ["--targets", str(self.targets)] if self.targets else []
        return shlex.join([*given, *words])


def _within(option: str, number: int, low: int, high: int) -> None:
    if not low <= number <= high:
        raise UsageError(f"{option} is a whole number from {low} to {high}, not {number}.")
