"""The result of an explanation: what each cause contributed to who leads."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Simulated
from apparat.results.ensemble import Yardstick
from apparat.results.tables import Row

_YARDSTICK = "definition of leading"
_LOW = "lower end of its 95 % interval, from the runs"
_HIGH = "upper end of that interval"


class ContributionRow(Row):
    """What one cause contributed to the share of runs that the person leads."""

    yardstick: Yardstick = Field(description=_YARDSTICK)
    cause: str = Field(description="the cause's id")
    name: str
    value: float = Field(description="Shapley value: its mean contribution over all orders of adding causes")
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)
    error: float = Field(description="standard error of the value, over runs")
    alone: float | None = Field(description="what it adds to none of the causes; null where sampled")
    last: float | None = Field(description="what goes with it from all of the causes; null where sampled")


class InteractionRow(Row):
    """What two causes did together beyond what each did without the other."""

    yardstick: Yardstick = Field(description=_YARDSTICK)
    one: str
    other: str
    value: float = Field(description="Shapley interaction index; below 0 one stands in for the other")
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)


class EndRow(Row):
    """How often the person leads with all causes and with none."""

    yardstick: Yardstick = Field(description=_YARDSTICK)
    everything: float = Field(description="share of runs, all causes as the scenario has them")
    everything_low: float = Field(description="lower end of the share's 95 % interval (Wilson)")
    everything_high: float = Field(description=_HIGH)
    nothing: float = Field(description="share of runs, all causes at their neutral level")
    nothing_low: float = Field(description="lower end of the share's 95 % interval (Wilson)")
    nothing_high: float = Field(description=_HIGH)
    difference: float = Field(description="what the causes contributed together: the sum of their values")
    low: float = Field(description="lower end of its 95 % interval, from pairs (Agresti and Min)")
    high: float = Field(description=_HIGH)


class LeaderRow(Row):
    """How often somebody leads with all causes and with none, whoever he is."""

    yardstick: Yardstick = Field(description=_YARDSTICK)
    key: int = Field(description="the person's key; 0 for collective leadership")
    person: str
    everything: float = Field(description="share of runs, all causes as the scenario has them")
    nothing: float = Field(description="share of runs, all causes at their neutral level")


class SwitchRow(Row):
    """A cause as it was switched: the neutral level that stands for its absence, and what set it."""

    cause: str
    name: str
    about: str = Field(description="what it is in the scenario, and how it acts")
    neutral: str = Field(description="how things stand without it")
    why: str = Field(description="why that level favours nobody")
    from_: str = Field(alias="from", description="month from which it can be missed, YYYY-MM")
    sets: dict[str, str] = Field(description="paths and the values that stand for its absence")
    acted: int = Field(description="runs in which taking it away changed the state in some coalition")
    because: tuple[str, ...] = Field(description="sources of the cause")
    neutral_because: tuple[str, ...] = Field(description="sources of the neutral level")


class CoalitionRow(Row):
    """How often the person leads with some of the causes and without the others."""

    present: tuple[str, ...] = Field(description="the causes that take part")
    runs: int = Field(description="runs played so")
    conduct: float = Field(description="share of them that he leads, by conduct")
    power: float = Field(description="by power")
    no_alternative_left: float = Field(description="with no alternative left")


class ExplainResult(Simulated):
    """What each cause contributed to a person's leadership."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "contributions": ContributionRow,
        "interactions": InteractionRow,
        "ends": EndRow,
        "leaders": LeaderRow,
        "causes": SwitchRow,
        "coalitions": CoalitionRow,
    }

    schema_name: Literal["apparat/explain/1"] = Field("apparat/explain/1", alias="schema")
    title: str = Field(description="the scenario's title")
    outcome: Literal["leader"] = Field(description="what is explained")
    key: int = Field(description="the key of the person whose leadership is explained; 0 for nobody's")
    person: str
    asked_for: bool = Field(description="whether he was named; else he leads most often, by conduct")
    runs: int = Field(description="runs, each in every coalition that was played of it")
    runs_asked: int = Field(description="runs asked for; more than were played if the budget ended")
    exact: bool = Field(description="whether all coalitions were played; else orders were sampled")
    histories: int = Field(description="ends of histories reached: runs times coalitions")
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month, YYYY-MM")
    months_played: int = Field(description="months played, shared pasts once")
    months_full: int = Field(description="months that every coalition alone would have played")
    contributions: tuple[ContributionRow, ...]
    interactions: tuple[InteractionRow, ...]
    ends: tuple[EndRow, ...]
    leaders: tuple[LeaderRow, ...]
    causes: tuple[SwitchRow, ...]
    coalitions: tuple[CoalitionRow, ...]
    folder: str | None = Field(description="where the runs are kept; null if they are not")
    conclusion: str = Field(description="what a historian would write from it")
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
