"""The result of a contrast: recorded motions staged under every combination of causes."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Computed
from apparat.results.tables import Row

Measure = Literal["share for", "carried"]
"""Share of the votes cast that are for the motion, or whether there are more of them than against."""

_LOW = "lower end of its 95 % interval, from the runs"
_HIGH = "upper end of that interval"
_MEASURE = "share of the votes cast for the motion, or share of runs in which it is carried"


class StagingRow(Row):
    """A recorded motion that was staged."""

    scenario: str
    motion: str
    date: str = Field(description="month in which it is put, YYYY-MM")
    scenario_hash: str = Field(description="hash of the scenario as read, variants applied")
    runs: int = Field(description="runs played in every combination")
    asked: int = Field(
        description="runs in which it could be put in every combination; the others are left out"
    )
    digest: str = Field(description="identifies the votes bit for bit")


class CombinationRow(Row):
    """How the body votes with some of the causes and without the others."""

    scenario: str
    motion: str
    present: tuple[str, ...] = Field(description="the causes that take part")
    share: float = Field(description="mean share of the votes cast that are for the motion")
    share_low: float = Field(description=_LOW)
    share_high: float = Field(description=_HIGH)
    carried: float = Field(description="share of runs with more votes for than against")
    carried_low: float = Field(description=_LOW)
    carried_high: float = Field(description=_HIGH)


class EffectRow(Row):
    """What causes do to the vote, over all combinations of the others."""

    scenario: str
    motion: str
    measure: Measure = Field(description=_MEASURE)
    causes: tuple[str, ...] = Field(
        description="one cause, or several: then what they do together beyond what fewer do"
    )
    value: float = Field(description="present less absent; for several, a difference of such differences")
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)


class SeparationRow(Row):
    """How far a cause's effect in one staging differs from that in another."""

    one: str
    other: str
    measure: Measure = Field(description=_MEASURE)
    cause: str
    value: float = Field(description="its effect in the other less that in the one")
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)


class FactorRow(Row):
    """A cause as it was switched: the neutral level that stands for its absence, and what set it."""

    scenario: str
    cause: str
    name: str
    neutral: str = Field(description="how things stand without it")
    why: str = Field(description="why that level favours nobody")
    sets: dict[str, str] = Field(description="paths and the values that stand for its absence")
    because: tuple[str, ...] = Field(description="sources of the cause and of its neutral level")


class ContrastResult(Computed):
    """Recorded motions staged under every combination of causes, in one struggle or several."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "effects": EffectRow,
        "combinations": CombinationRow,
        "separations": SeparationRow,
        "stagings": StagingRow,
        "factors": FactorRow,
    }

    schema_name: Literal["apparat/contrast/1"] = Field("apparat/contrast/1", alias="schema")
    digest: str = Field(description="identifies the outcome bit for bit: equal inputs give equal digests")
    engine: str = Field(description="hash of the model's sources")
    seed: int = Field(description="seed of all luck")
    calibrated: bool = Field(description="whether the parameters were fitted to the historical record")
    variants: dict[str, str] = Field(description="options chosen, the same for all scenarios")
    runs: int = Field(description="runs of each staging, each in every combination")
    stagings: tuple[StagingRow, ...]
    combinations: tuple[CombinationRow, ...]
    effects: tuple[EffectRow, ...]
    separations: tuple[SeparationRow, ...]
    factors: tuple[FactorRow, ...]
    folder: str | None = Field(description="where the runs are kept; null if they are not")
    conclusion: str = Field(description="the vote with all causes, and what each of them moves")
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
