"""What experiments ask of an engine, and how they ask for one."""

import secrets
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, Field, ValidationError

from apparat.experiments.sets import Choice, Chosen, choose
from apparat.ground.errors import StoreError, UsageError
from apparat.results.base import Traits
from apparat.results.directory import Directory
from apparat.results.run import History
from apparat.scenario import located

Journal = Literal["none", "decisions", "full"]
MOST_SEED = 2**64 - 1


class Block(Protocol):
    """Some runs, finished."""

    @property
    def digests(self) -> NDArray[np.uint64]:
        """(runs,): their digests."""

    def tables(self) -> Mapping[str, Mapping[str, NDArray[Any]]]:
        """Table name to columns; every table has a column `run`."""


class Engine(Protocol):
    """A scenario ready to run. Blocks may be asked for from several threads at once."""

    @property
    def directory(self) -> Directory:
        """Names, dates and the record to compare with."""

    @property
    def identity(self) -> Mapping[str, Any]:
        """What decides the runs bit for bit."""

    def warm(self, progress: Callable[[str, int, int], None]) -> None:
        """Compile what is not compiled yet; `progress` hears kernel, done and total."""

    def block(self, first_run: int, count: int) -> Block:
        """Runs `first_run` to `first_run + count - 1`."""

    def history(self, run: int, *, until: int | None) -> History:
        """One run with its journal, through month `until` (None: the last)."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """A scenario as asked for."""

    scenario: str
    seed: int
    variants: dict[str, str] = field(default_factory=dict)
    traits: Traits = "recorded"
    parameters: Path | None = None
    """A table of parameter sets, the folder of a posterior, or the name of one that comes with the program;
    None: what is used by default.
    """
    choice: Choice = "posterior"
    theory: str | None = None
    """A rival theory under which to play it."""

    def build(self, journal: Journal, sets: Chosen | None = None) -> Engine:
        """The engine for it, with other parameter sets if given.

        Raises UsageError or DocumentError for a scenario that cannot be used, or an unknown theory.
        """
        from apparat import engine, theories
        from apparat.theories.play import under

        theory = theories.load(self.theory) if self.theory is not None else None
        chosen = sets or choose(self.parameters, self.choice)
        built = engine.build(
            self.scenario,
            variants=self.variants,
            traits=self.traits,
            seed=self.seed,
            journal=journal,
            parameters=chosen.sets,
            calibrated=chosen.calibrated,
            origin=chosen.origin,
        )
        return under(theory, built) if theory is not None else built

    def written(self, journal: Journal) -> dict[str, Any]:
        """The request as a manifest keeps it; files by their full path."""
        return {
            "scenario": located(self.scenario),
            "seed": self.seed,
            "variants": self.variants,
            "traits": self.traits,
            "parameters": _found(self.parameters) if self.parameters else None,
            "choice": self.choice,
            "theory": self.theory,
            "journal": journal,
        }

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> "Request":
        """The request that a manifest keeps. Raises StoreError if it keeps none."""
        try:
            return cls(**dict(_Written.model_validate(written)))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise StoreError(
                f"The manifest does not say how its runs were asked for: {where}: {first['msg']}. "
                "Bring it back from a copy, or run the experiment anew."
            ) from None

    def command(self, name: str, *words: str) -> str:
        """The command line that asks `name` (run, ensemble) of it, `words` added."""
        return shlex.join(["apparat", name, self.scenario, *self.options(), *words])

    def options(self) -> list[str]:
        """Everything but the scenario, as options of the command line."""
        given = ["--seed", str(self.seed)]
        given += [part for item in self.variants.items() for part in ("--variant", "=".join(item))]
        if self.traits != "recorded":
            given += ["--traits", self.traits]
        if self.parameters:
            given += ["--parameters", str(self.parameters)]
        if self.choice != "posterior":
            given.append(f"--{self.choice}")
        if self.theory is not None:
            given += ["--theory", self.theory]
        return given


def _found(parameters: Path) -> str:
    """A file by its full path, a name as it is."""
    return str(parameters.resolve() if parameters.exists() else parameters)


def seeded(seed: int | None) -> int:
    """A seed, drawn if none is given. Raises UsageError for one that nobody can have."""
    chosen = secrets.randbits(31) if seed is None else seed
    if not 0 <= chosen <= MOST_SEED:
        raise UsageError(f"A seed is a whole number from 0 to {MOST_SEED}, not {chosen}.")
    return chosen


def listed(names: str | Sequence[str]) -> tuple[str, ...]:
    """One name or several as a tuple."""
    return (names,) if isinstance(names, str) else tuple(names)


def requested(
    scenario: str | Path,
    seed: int | None,
    traits: Traits,
    variants: Mapping[str, str] | None,
    parameters: str | Path | None,
    sets: Choice,
    theory: str | None = None,
) -> Request:
    """A request out of what the public face is given; a seed not given is drawn.

    Raises UsageError for a seed, traits or sets that nobody can have.
    """
    chosen = seeded(seed)
    if traits not in {"recorded", "exchangeable"}:
        raise UsageError(f"Traits are 'recorded' or 'exchangeable', not '{traits}'.")
    if sets not in get_args(Choice):
        raise UsageError(f"Sets are {', '.join(get_args(Choice))}, not '{sets}'.")
    return Request(
        scenario=str(scenario),
        seed=chosen,
        variants=dict(variants or {}),
        traits=traits,
        parameters=Path(parameters) if parameters is not None else None,
        choice=sets,
        theory=theory,
    )


@dataclass(frozen=True)
class Progress:
    """How far a stage of long work has come."""

    stage: str
    done: int
    total: int
    draws: int
    """Sets of parameters tried, or whatever pieces count, since the command began."""
    rate: float
    """Of those a second; 0 while unknown."""
    stage_left: float | None
    """Seconds that the stage will still take; None while unknown."""
    left: float | None
    """Seconds left of the budget; None without one."""
    counted: str = "sets"
    """What draws are."""


class _Written(BaseModel):
    """A request as a manifest keeps it."""

    scenario: str
    seed: int = Field(ge=0, le=MOST_SEED)
    variants: dict[str, str]
    traits: Traits
    parameters: Path | None
    choice: Choice = "posterior"
    theory: str | None = None


class Watcher(Protocol):
    """Hears how an experiment gets on."""

    def compiling(self, kernel: str, done: int, total: int) -> None:
        """A kernel was compiled or loaded."""

    def running(self, done: int, total: int, rate: float) -> None:
        """Runs finished so far; `rate` in runs a second, 0 while unknown."""

    def staged(self, progress: Progress) -> None:
        """A stage of long work has come so far."""


class Silence:
    """A watcher that does nothing."""

    def compiling(self, kernel: str, done: int, total: int) -> None:
        """Nothing."""

    def running(self, done: int, total: int, rate: float) -> None:
        """Nothing."""

    def staged(self, progress: Progress) -> None:
        """Nothing."""
