"""The result of a sensitivity analysis: what the answer hangs on, by parameter and by source."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Computed
from apparat.results.tables import Row

_OUTCOME = "who leads at the end, judged by conduct"
_SHARE = "share of runs, 0..1"


class OutcomeSpread(Row):
    """How far an outcome moves between sets of parameters."""

    outcome: str = Field(description=_OUTCOME)
    mean: float = Field(description=f"mean {_SHARE}, over the screening's sets")
    low: float = Field(description="5 % of these sets give less")
    high: float = Field(description="5 % of these sets give more")
    by_luck: float = Field(description="share of the variance between sets that luck alone would leave")


class Effect(Row):
    """Elementary effects of a parameter on an outcome, for a move across its whole range."""

    parameter: str
    source: str = Field(description="where the parameter's value comes from")
    outcome: str = Field(description=_OUTCOME)
    strength: float = Field(description="mean absolute effect, in share of runs")
    direction: float = Field(description="mean effect; near `strength` if it always has one sign")
    spread: float = Field(description="deviation of effects: interactions, bends and luck")
    by_luck: float = Field(description="strength that luck alone would give a parameter without effect")
    noticeable: bool = Field(description="whether the strength is clearly more than that")


class Index(Row):
    """Sobol indices of a parameter for an outcome: shares of the variance between sets."""

    parameter: str
    outcome: str = Field(description=_OUTCOME)
    first: float = Field(description="what the parameter explains alone")
    first_half: float = Field(description="half width of its 95 % interval (bootstrap)")
    total: float = Field(description="what it explains alone and with others; luck counts as interaction")
    total_half: float = Field(description="half width of its 95 % interval (bootstrap)")


class SourceEffect(Row):
    """What becomes of an outcome if one figure of the record is left out of the calibration."""

    target: str
    scenario: str = Field(description="the struggle whose figure it is")
    because: tuple[str, ...] = Field(description="where the record has the figure from")
    outcome: str = Field(description=_OUTCOME)
    fitted: float = Field(description=f"mean {_SHARE}, over the accepted sets")
    without: float = Field(description="the same with the sets weighed as if the figure had not been fitted")
    change: float = Field(description="`without` less `fitted`")
    effective: float = Field(
        description="share of sets that this leaves effective; where it is low, the change is unsure"
    )


class SensitivityResult(Computed):
    """What the answer hangs on."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "effects": Effect,
        "indices": Index,
        "sources": SourceEffect,
        "outcomes": OutcomeSpread,
    }

    schema_name: Literal["apparat/sensitivity/1"] = Field("apparat/sensitivity/1", alias="schema")
    scenario: str
    scenario_hash: str
    title: str = Field(description="the scenario's title")
    engine: str = Field(description="hash of the model's sources and compiler")
    seed: int
    runs: int = Field(description="runs of each set of parameters, under luck common to all")
    trajectories: int = Field(description="trajectories of the screening")
    base: int = Field(description="base size of the design for Sobol indices")
    draws: int = Field(description="sets of parameters in both designs")
    posterior: str | None = Field(description="posterior whose sources were weighed; null if none holds")
    conclusion: str = Field(description="the answer in a sentence or two")
    outcomes: tuple[OutcomeSpread, ...]
    effects: tuple[Effect, ...]
    indices: tuple[Index, ...]
    sources: tuple[SourceEffect, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
