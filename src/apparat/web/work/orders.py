"""What may be asked, with its bounds: every field is checked before any work is done."""

import hashlib
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from apparat import scenario
from apparat.experiments.seam import Request
from apparat.ground.errors import unknown_name
from apparat.results.base import Traits
from apparat.web.models import MONTH

MOST_RUNS = 10_000
MOST_PAIRS = 2_000
MOST_EXPLAINED = 1_000
MOST_JUDGED = 500
MOST_RUN = 2**31 - 1
MOST_SEED = 2**53 - 1
"""The largest whole number that a browser holds exactly."""

Name = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def _shipped(name: str) -> str:
    """A shipped scenario's name; paths of files are none."""
    known = scenario.names()
    if name not in known:
        raise ValueError(str(unknown_name("scenario", name, known)).rstrip("."))
    return name


class _Order(BaseModel):
    """What every order says: a shipped scenario, and the seed of all luck."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scenario: Annotated[Name, AfterValidator(_shipped)] = Field(
        description="a shipped scenario", json_schema_extra={"enum": list(scenario.names())}
    )
    seed: int = Field(1, ge=0, le=MOST_SEED, description="seed of all luck")
    traits: Traits = Field("recorded", description="`recorded`, or `exchangeable`: all from one prior")
    variants: dict[Name, Name] = Field(
        default_factory=dict,
        max_length=20,
        description="where sources disagree: the options chosen",
        json_schema_extra={"additionalProperties": False},
    )

    def request(self) -> Request:
        """The request that the command line would make of it."""
        return Request(
            scenario=self.scenario, seed=self.seed, variants=dict(self.variants), traits=self.traits
        )

    def id(self, edition: str) -> str:
        """Thirty-two hexadecimal digits that follow from what is asked of this edition of the program."""
        asked = f"{edition}\n{self.model_dump_json()}"
        return hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()


class EnsembleOrder(_Order):
    """Many runs, summarised."""

    kind: Literal["ensemble"]
    runs: int = Field(500, ge=1, le=MOST_RUNS, description="how many runs")


class RunOrder(_Order):
    """One run, told month by month."""

    kind: Literal["run"]
    run: int = Field(0, ge=0, le=MOST_RUN, description="which of the seed's runs")


class Setting(BaseModel):
    """A number of the model or of a scenario, set to something else."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: str = Field(
        max_length=120,
        pattern=r"^[a-z]+(\.[a-z0-9_*-]+){1,3}$",
        description="as for `apparat what-if --set`, e.g. `persons.trotsky.menace`",
    )
    value: float = Field(ge=-1e6, le=1e6, allow_inf_nan=False)


class WhatIfOrder(_Order):
    """The same runs with and without an intervention."""

    kind: Literal["what-if"]
    levers: tuple[Name, ...] = Field((), max_length=12, description="levers to pull, together")
    settings: tuple[Setting, ...] = Field((), max_length=8, description="numbers to set, together")
    since: str | None = Field(
        None, pattern=MONTH, description="month in which numbers are set, YYYY-MM; null: the first"
    )
    runs: int = Field(200, ge=1, le=MOST_PAIRS, description="how many pairs of runs")


class ExplainOrder(_Order):
    """What each cause contributed to who leads at the end."""

    kind: Literal["explain"]
    runs: int = Field(60, ge=2, le=MOST_EXPLAINED, description="how many runs, each in all coalitions")


class ValidateOrder(_Order):
    """The model held to the record."""

    kind: Literal["validate"]
    runs: int = Field(60, ge=1, le=MOST_JUDGED, description="how many runs")


class WhyOrder(_Order):
    """Why one event of a run came about."""

    kind: Literal["why"]
    run: int = Field(0, ge=0, le=MOST_RUN, description="which of the seed's runs")
    event: int = Field(ge=0, le=MOST_RUN, description="its place in the run's full journal")


Order = Annotated[
    EnsembleOrder | RunOrder | WhatIfOrder | ExplainOrder | ValidateOrder | WhyOrder,
    Field(discriminator="kind"),
]
