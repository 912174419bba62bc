"""The result of flows: how far each level moves when another is shifted, on paper and in practice."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Simulated
from apparat.results.tables import Row

Powers = Literal["paper", "practice"]
Direction = Literal["rise", "fall", "across", "own", "line"]
Measure = Literal["votes", "stands"]
Verdict = Literal["held", "reversed", "undecided"]

ALL = "all"
PARTY_LINE = "party-line"

_POWERS = "paper: formal powers exercised as written; practice: as the model has it"
_YEAR = "the year that follows the shift, or `all`"


class FlowRow(Row):
    """One arrow: how far a level moves for each unit by which another is shifted."""

    powers: Powers = Field(description=_POWERS)
    year: str = Field(description=_YEAR)
    source: str = Field(description="the level that is shifted")
    target: str = Field(description="the level that is watched, or the party's line")
    direction: Direction = Field(description="from below upwards, from above downwards, or neither")
    votes: float | None = Field(
        description="share of its votes that moves to the shifted side, for one unit of policy (for the "
        "people, of unrest); null if the model has no votes there"
    )
    votes_low: float | None = Field(description="lower end of the 95 % interval over runs")
    votes_high: float | None = Field(description="upper end of that interval")
    stands: float | None = Field(
        description="units of policy by which what it stands for moves, those shifted themselves left out; "
        "for the party's line how far that moves; null if nobody there stands for anything"
    )
    stands_low: float | None = Field(description="lower end of the 95 % interval over runs")
    stands_high: float | None = Field(description="upper end of that interval")
    places: float | None = Field(
        description="share of its places held by others at the end of the year, whatever the direction"
    )


class IndexRow(Row):
    """How far wishes rise and orders fall: mean over all arrows of that direction between policy shifts."""

    powers: Powers = Field(description=_POWERS)
    year: str = Field(description=_YEAR)
    measure: Measure = Field(description="votes on the question, or what levels stand for")
    rise: float
    rise_low: float
    rise_high: float
    fall: float
    fall_low: float
    fall_high: float


class ExpectedRow(Row):
    """Something that the sources expect, and what is measured."""

    expected: str
    measure: Measure
    difference: float = Field(description="in the units of the index; positive is as expected")
    low: float = Field(description="lower end of its 95 % interval, from the same runs")
    high: float
    verdict: Verdict = Field(description="undecided if the interval holds nought")
    because: str = Field(description="where it is expected")


class LevelRow(Row):
    """A level: its place, and what of it the model has."""

    level: str
    title: str
    chain: Literal["state", "party"]
    height: int = Field(description="0 for the lowest; of equal heights none is above the other")
    shifted: str | None = Field(description="what is shifted; null: not modelled")
    votes: str | None = Field(description="whose votes are watched; null: not modelled")
    stands: bool = Field(description="whether what it stands for is watched; false: not modelled")


class FormalRow(Row):
    """A way in which formal powers are exercised as written."""

    what: str
    because: str


class FlowsResult(Simulated):
    """Arrows between the levels of state and party."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "flows": FlowRow,
        "index": IndexRow,
        "expected": ExpectedRow,
        "levels": LevelRow,
        "formal": FormalRow,
    }

    schema_name: Literal["apparat/flows/1"] = Field("apparat/flows/1", alias="schema")
    title: str = Field(description="the scenario's title")
    runs: int = Field(description="runs, each on paper and in practice")
    shift: float = Field(description="how far a level is shifted, up in one arm and down in the other")
    months: int = Field(description="months that each pair is followed")
    years: tuple[str, ...] = Field(description="years in whose January levels are shifted")
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month, YYYY-MM")
    months_played: int = Field(description="months played in all")
    flows: tuple[FlowRow, ...]
    index: tuple[IndexRow, ...]
    expected: tuple[ExpectedRow, ...]
    levels: tuple[LevelRow, ...]
    formal: tuple[FormalRow, ...]
    conclusion: str
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
