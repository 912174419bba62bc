"""The result of an intervention: what differs from the same runs, under the same luck, without it."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Simulated
from apparat.results.ensemble import Yardstick
from apparat.results.tables import Row

Side = Literal["without", "with"]

_ARM = "the intervention: levers and settings"
_LOW = "lower end of the difference's 95 % interval, from pairs (Agresti and Min)"
_HIGH = "upper end of that interval"


class ArmRow(Row):
    """One intervention: what it is, how often it took hold, and when runs part from the baseline."""

    arm: str = Field(description=_ARM)
    from_: str = Field(alias="from", description="first month that it changes, YYYY-MM")
    opening: bool = Field(description="whether it is an alternative opening state, which shares no past")
    applied: int = Field(description="runs in which it changed the state")
    parted: int = Field(description="runs whose course differs from the baseline's in anything observed")
    first: str | None = Field(description="first month in which any run parts; null if none does")
    median: str | None = Field(description="month by which half of the parting runs have parted")
    changed: int = Field(description="runs with another leader at the end, judged by conduct")
    months_played: int = Field(description="months played for it, the shared past left out")


class EditRow(Row):
    """One thing that an intervention sets."""

    arm: str = Field(description=_ARM)
    path: str
    value: str
    from_: str = Field(alias="from", description="month at whose beginning it is set, YYYY-MM")
    applied: int = Field(description="runs in which that changed the state")


class OutcomeRow(Row):
    """How often a person leads in the last month, with and without."""

    arm: str = Field(description=_ARM)
    yardstick: Yardstick = Field(description="definition of leading")
    key: int = Field(description="the person's key; 0 for collective leadership")
    person: str
    without: float = Field(description="share of runs without the intervention")
    with_: float = Field(alias="with", description="share of runs with it")
    difference: float = Field(description="with less without")
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)
    gained: int = Field(description="runs that he leads only with it")
    lost: int = Field(description="runs that he leads only without it")
    variance_ratio: float | None = Field(
        description="variance of the paired difference over that of unpaired runs; null where nothing varies"
    )


class MonthRow(Row):
    """How often a person leads in a month, with and without."""

    arm: str = Field(description=_ARM)
    month: str = Field(description="YYYY-MM")
    yardstick: Yardstick
    key: int
    person: str
    without: float
    with_: float = Field(alias="with")
    difference: float
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)


class DecisionRow(Row):
    """Decisions of one kind in all runs, with and without."""

    arm: str = Field(description=_ARM)
    kind: str = Field(description="what happened")
    body: str | None
    motion: str | None = Field(description="kind of motion, of votes")
    without: float = Field(description="a run, without the intervention")
    with_: float = Field(alias="with", description="a run, with it")
    difference: float
    low: float | None = Field(
        description="lower end of its 95 % interval, from pairs; null where one pair leaves it open"
    )
    high: float | None = Field(description=_HIGH)
    changed: float = Field(description="share of runs in which who, whom or the result differs")


class PairRow(Row):
    """A decision of the chosen pair that only one of its two runs has."""

    arm: str = Field(description=_ARM)
    run: int = Field(description="number of the run")
    month: str
    only: Side = Field(description="which of the two has it")
    kind: str
    said: str


class WhatIfResult(Simulated):
    """An intervention held against the same runs without it."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "outcomes": OutcomeRow,
        "arms": ArmRow,
        "edits": EditRow,
        "decisions": DecisionRow,
        "pair": PairRow,
        "over_time": MonthRow,
    }

    schema_name: Literal["apparat/what-if/1"] = Field("apparat/what-if/1", alias="schema")
    title: str = Field(description="the scenario's title")
    question: str = Field(description="the question that the levers answer; empty for settings alone")
    levers: tuple[str, ...] = Field(description="levers pulled")
    runs: int = Field(description="runs with and without each intervention")
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month, YYYY-MM")
    applied: int = Field(
        description="runs in which the intervention changed the state; the fewest, of several interventions"
    )
    months_played: int = Field(description="months played in all")
    months_full: int = Field(description="months that a full ensemble for each side would have played")
    outcomes: tuple[OutcomeRow, ...]
    arms: tuple[ArmRow, ...]
    edits: tuple[EditRow, ...]
    decisions: tuple[DecisionRow, ...]
    pair: tuple[PairRow, ...] = Field(
        description="for each intervention one run, told where its pair differs"
    )
    over_time: tuple[MonthRow, ...]
    conclusion: str
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
