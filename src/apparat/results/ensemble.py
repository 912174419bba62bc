"""The result of an ensemble: who led, when seats were lost, how votes went, beside the record."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.ground.dates import Month
from apparat.ground.errors import UsageError
from apparat.results.base import Simulated
from apparat.results.tables import Row, Table

Yardstick = Literal["conduct", "power", "no alternative left"]

COLLECTIVE = "collective leadership"
JUDGED: dict[Yardstick, str] = {
    "conduct": "judged by conduct",
    "power": "judged by power",
    "no alternative left": "the only one left",
}
"""The definitions of leading as readers meet them."""

_SHARE = "share of runs, 0..1"
_LOW = "lower end of the share's 95 % interval from luck (Wilson)"
_HIGH = "upper end of the share's 95 % interval from luck (Wilson)"


class LeaderShare(Row):
    """How often a person leads in the last month, under one definition of leading."""

    yardstick: Yardstick = Field(description="definition of leading")
    key: int = Field(description="the person's key; 0 for collective leadership")
    person: str
    runs: int = Field(description="runs that he leads")
    share: float = Field(description=_SHARE)
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)
    sets_low: float | None = Field(
        description="lower end of the range that holds nine tenths of the parameter sets, luck removed"
    )
    sets_high: float | None = Field(description="upper end of that range; null with fewer than two sets")


class LeaderMonth(Row):
    """How often a person leads in a month."""

    month: str = Field(description="YYYY-MM")
    yardstick: Yardstick
    key: int = Field(description="the person's key; 0 for collective leadership")
    person: str
    runs: int
    share: float = Field(description=_SHARE)
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)


class SeatLoss(Row):
    """How often and when a person first loses his seat in a body, beside the recorded date."""

    key: int
    person: str
    body: str
    runs: int = Field(description="runs in which he loses it")
    share: float = Field(description=_SHARE)
    low: float = Field(description=_LOW)
    high: float = Field(description=_HIGH)
    early: str | None = Field(description="month by which he has lost it in 5 % of these runs")
    median: str | None = Field(description="the same for half of these runs")
    late: str | None = Field(description="the same for 95 % of these runs")
    recorded: str | None = Field(description="month in which he lost it in the record")
    source: str = Field(description="where the record has it from")


class MotionCompared(Row):
    """A recorded motion, put hypothetically to the model's body on its date in every run."""

    motion: str
    month: str
    body: str
    recorded_for: int | None
    recorded_against: int | None
    recorded_abstained: int | None
    recorded_share: float | None = Field(description="votes for among votes for and against, in the record")
    runs: int = Field(description="runs in which the body cast a vote")
    low: float | None = Field(description="the model's share for: 5 % of runs lie below")
    median: float | None = Field(description="the model's share for: median of runs")
    high: float | None = Field(description="the model's share for: 5 % of runs lie above")
    carried: float | None = Field(description="share of runs in which more vote for than against")
    source: str


class Margin(Row):
    """How the model's own contests went in a body."""

    body: str
    contests: int = Field(description="motions put to the vote, over all runs")
    per_run: float = Field(description="motions put to the vote, a run")
    carried: float = Field(description="share of them carried")
    low: float = Field(description="share of votes for: 5 % of contests lie below")
    median: float = Field(description="share of votes for: median of contests")
    high: float = Field(description="share of votes for: 5 % of contests lie above")


class EnsembleResult(Simulated):
    """Many runs of a scenario, summarised. `leader("1929-12")` says who led then, in what share of runs."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "leaders": LeaderShare,
        "over_time": LeaderMonth,
        "losses": SeatLoss,
        "motions": MotionCompared,
        "margins": Margin,
    }

    schema_name: Literal["apparat/ensemble/1"] = Field("apparat/ensemble/1", alias="schema")
    title: str = Field(description="the scenario's title")
    runs: int
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month, YYYY-MM")
    parameter_sets: int = Field(description="how many sets of parameters the runs used")
    store: str | None = Field(description="folder that holds the runs; null if they were not kept")
    conclusion: str = Field(description="the answer in one sentence")
    assumptions: tuple[str, ...] = Field(description="what the answer rests on")
    leaders: tuple[LeaderShare, ...]
    over_time: tuple[LeaderMonth, ...]
    losses: tuple[SeatLoss, ...]
    motions: tuple[MotionCompared, ...]
    margins: tuple[Margin, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion

    def leader(self, month: str | None = None, *, yardstick: Yardstick = "conduct") -> Table:
        """Share of runs led by each person in a month (default: the last), most often first.

        Over time, leading is known by `conduct` and by `power`. Raises UsageError for a month outside the
        scenario.
        """
        asked = self.end if month is None else month
        try:
            written = str(Month.parse(asked))
        except ValueError as error:
            raise UsageError(str(error)) from error
        if not self.start <= written <= self.end:
            raise UsageError(
                f"{written} lies outside the scenario, which goes from {self.start} to {self.end}."
            )
        rows = [row for row in self.over_time if row.month == written and row.yardstick == yardstick]
        return Table("over_time", LeaderMonth, rows)
