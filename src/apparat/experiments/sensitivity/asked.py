"""What a sensitivity analysis is asked for."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apparat.ground.errors import UsageError

MOST = 2**16


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An analysis as asked for. Raises UsageError for what cannot be done."""

    scenario: str
    seed: int
    runs: int = 64
    trajectories: int = 4
    top: int = 6
    base: int = 64
    posterior: Path | None = None

    def __post_init__(self) -> None:
        numbers = {
            "--runs": (self.runs, 2),
            "--trajectories": (self.trajectories, 2),
            "--top": (self.top, 1),
            "--base": (self.base, 2),
        }
        for option, (number, least) in numbers.items():
            if not least <= number <= MOST:
                raise UsageError(f"{option} is a whole number from {least} to {MOST}, not {number}.")
        if self.base & (self.base - 1):
            raise UsageError(f"--base is a power of 2 (16, 32, 64, ...), not {self.base}.")

    def command(self) -> str:
        """The command line that asks for it."""
        given = ["--seed", self.seed, "--runs", self.runs, "--trajectories", self.trajectories]
        given += ["--top", self.top, "--base", self.base]
        given += ["--posterior", self.posterior] if self.posterior else []
        return shlex.join(["apparat", "sensitivity", self.scenario, *map(str, given)])

    def written(self) -> dict[str, Any]:
        """Whatever decides the answer, for a manifest."""
        return {
            "analysis": "sensitivity",
            "scenario": self.scenario,
            "seed": self.seed,
            "runs": self.runs,
            "trajectories": self.trajectories,
            "top": self.top,
            "base": self.base,
        }
