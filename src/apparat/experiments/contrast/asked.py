"""What is asked of a contrast."""

import shlex
from dataclasses import dataclass, replace
from typing import Any, Self

from apparat.experiments.seam import Request
from apparat.ground.errors import UsageError

FACTORS = ("filling", "insecurity", "interests")
"""Causes that are switched unless others are asked for."""
MOST_CAUSES = 5
MOST = 2**20


@dataclass(frozen=True)
class Staging:
    """One recorded motion of one scenario."""

    scenario: str
    motion: str

    @classmethod
    def read(cls, text: str) -> Self:
        """From SCENARIO:MOTION. Raises UsageError if it is not that."""
        scenario, _, motion = text.rpartition(":")
        if not scenario or not motion:
            raise UsageError(
                f"'{text}' is no motion to stage: write SCENARIO:MOTION, such as "
                "collective-1953:remove-khrushchev-plenum-1957."
            )
        return cls(scenario, motion)

    def __str__(self) -> str:
        return f"{self.scenario}:{self.motion}"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A contrast as asked for. Raises UsageError for what cannot be done."""

    stagings: tuple[Staging, ...]
    request: Request
    """Seed, variants and parameters, the same for all; its scenario is not read."""
    causes: tuple[str, ...] = FACTORS
    runs: int = 1600

    def __post_init__(self) -> None:
        if not self.stagings:
            raise UsageError("Name at least one motion to stage, as SCENARIO:MOTION.")
        if len(set(self.stagings)) < len(self.stagings):
            raise UsageError("A motion is named twice. Name each once.")
        if not 1 <= len(self.causes) <= MOST_CAUSES:
            raise UsageError(f"A contrast switches 1 to {MOST_CAUSES} causes, not {len(self.causes)}.")
        if not 2 <= self.runs <= MOST:
            raise UsageError(f"--runs is a whole number from 2 to {MOST}, not {self.runs}.")

    def of(self, staging: Staging) -> Request:
        """What one staging asks of the engine."""
        return replace(self.request, scenario=staging.scenario)

    def written(self) -> dict[str, Any]:
        """How it was asked for, as a folder keeps it."""
        return {"command": self.command(), "runs": self.runs}

    def command(self, *words: str) -> str:
        """The command line that asks it again, `words` added."""
        causes = [word for cause in self.causes for word in ("--cause", cause)]
        given = [*(str(each) for each in self.stagings), *causes, "--runs", str(self.runs)]
        return shlex.join(["apparat", "contrast", *given, *self.request.options(), *words])
