"""How a posterior was made, and whether it still holds here."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from apparat import scenario, targets
from apparat.inference.tempering import tolerance
from apparat.posterior.rules import rules_hash
from apparat.targets import Target

FORMAT: Literal["apparat-posterior"] = "apparat-posterior"
VERSION = 1


class Round(BaseModel):
    """One step of a fit, from the prior (power 0) to the posterior (power 1)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: int
    power: float = Field(description="power of the kernel: 0 is the prior, 1 the tolerances as stated")
    draws: int = Field(description="sets of parameters tried in this step")
    acceptance: float = Field(description="share of moves accepted; 1 in the step that draws from the prior")
    misfit: float = Field(description="median over sets of the sum of the targets' losses")


class Provenance(BaseModel):
    """What a posterior rests on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["apparat-posterior"] = FORMAT
    version: int = VERSION
    scenarios: tuple[str, ...] = Field(description="struggles that were fitted jointly")
    left_out: str | None = Field(description="the struggle left out, to be predicted; null if none was")
    given: tuple[str, ...] = Field(
        default=(), description="targets held back from other fits that this one was fitted to as well"
    )
    scenario_hashes: dict[str, str] = Field(description="hash of each of these scenarios as read")
    targets: dict[str, str] = Field(description="hash of each scenario's calibration targets")
    rules: str = Field(description="hash of what the rules say")
    engine: str = Field(description="hash of the model's sources and compiler")
    seed: int
    runs: int = Field(description="runs of each struggle for each set; their luck is common to all sets")
    free: tuple[str, ...] = Field(description="the parameters that were fitted")
    power: float = Field(description="power reached: 1 means the tolerances as stated")
    complete: bool = Field(description="whether the fit came to its end within its budget")
    rounds: tuple[Round, ...]
    draws: int = Field(description="sets of parameters tried, all steps")
    points: int = Field(description="sets in the posterior, equally weighted, repeated ones included")
    distinct: int = Field(description="different sets among them")
    acceptance: float = Field(description="share of moves accepted in the last step")
    witnesses: dict[str, tuple[str, ...]] = Field(
        description="digests of the centre's first runs of each struggle: the same rules give the same"
    )
    made: str = Field(description="when, UTC")
    command: str = Field(description="the command line that made it")
    software: dict[str, str] = Field(description="versions of Python and the libraries")
    commit: str | None = Field(description="commit of the checkout, `+` if changed; null outside one")

    @property
    def tolerances(self) -> float:
        """How many times wider than stated the tolerances are: 1 if the fit came to its end."""
        return tolerance(self.power)

    @property
    def name(self) -> str:
        """What its folder is called."""
        without = f"-without-{self.left_out}" if self.left_out else ""
        return "+".join(self.scenarios) + without + (f"-given-{'+'.join(self.given)}" if self.given else "")

    def reasons_against(self) -> tuple[str, ...]:
        """Why it does not hold here: what has changed since it was made. Empty if it holds."""
        return tuple(self._changes())

    def has_other_targets(self) -> bool:
        """Whether the targets that it was fitted to have changed."""
        return any(
            name not in scenario.names() or targets_hash(self._fitted(name)) != self.targets[name]
            for name in self.scenarios
        )

    def _fitted(self, name: str) -> tuple[Target, ...]:
        """The targets of a scenario that it was fitted to, as they are now."""
        return tuple(
            each for each in targets.of(name) if each.role == "calibration" or each.name in self.given
        )

    def _changes(self) -> Iterable[str]:
        if self.power == 0:
            yield "its fit never left the prior"
        if self.rules != rules_hash():
            yield f"it was fitted to other rules ({self.rules}, here {rules_hash()})"
        for name in self.scenarios:
            if name not in scenario.names():
                yield f"there is no scenario '{name}' here"
            elif scenario.load(name).hash != self.scenario_hashes[name]:
                yield f"the scenario {name} has changed"
            elif targets_hash(self._fitted(name)) != self.targets[name]:
                yield f"the calibration targets of {name} have changed"


def targets_hash(fitted: Sequence[Target]) -> str:
    """Sixteen hexadecimal digits that change with whatever decides how far runs lie from these targets."""
    digest = hashlib.sha256()
    for target in sorted(fitted, key=lambda each: each.name):
        asked = (target.name, target.statistic, sorted(target.arguments.items()), target.low, target.high)
        digest.update(repr((*asked, target.of, targets.tolerance(target))).encode())
    return digest.hexdigest()[:16]
