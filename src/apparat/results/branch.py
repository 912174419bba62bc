"""The result of branches: how endings fall out from several pasts, and how much was decided by each date."""

from typing import ClassVar, Literal

from pydantic import Field

from apparat.results.base import Simulated
from apparat.results.ensemble import Yardstick
from apparat.results.tables import Row

_DATE = "the date from which endings have luck of their own, YYYY-MM"


class DateRow(Row):
    """How much of who leads in the end was decided by a date."""

    date: str = Field(description=_DATE)
    yardstick: Yardstick = Field(description="definition of leading")
    decided: float = Field(description="share of the variance that lies between pasts, 0 to 1")
    low: float = Field(description="lower end of its 95 % interval (jackknife over pasts)")
    high: float = Field(description="upper end of that interval")
    between: float = Field(description="variance between pasts, few endings allowed for; at least 0")
    within: float = Field(description="variance among endings of one past")
    led: float | None = Field(
        description="share of endings led by whoever led at the date, collective leadership included; "
        "null at the opening"
    )


class OutcomeRow(Row):
    """How often a person leads in the last month, from one date on."""

    date: str = Field(description=_DATE)
    yardstick: Yardstick
    key: int = Field(description="the person's key; 0 for collective leadership")
    person: str
    share: float = Field(description="share of all endings")
    least: float = Field(description="share in the past that gives him least")
    most: float = Field(description="share in the past that gives him most")
    decided: float = Field(description="share of this outcome's variance that lies between pasts, 0 to 1")


class TreeRow(Row):
    """One limb of the tree: endings of one past with one leader, judged by conduct."""

    date: str = Field(description=_DATE)
    run: int = Field(description="the past: its number in the ensemble of this seed")
    past: str = Field(description="digest of the past, up to the date")
    parameters: int = Field(description="the parameter set that it uses")
    leads: str | None = Field(description="who led when the date came, by conduct; null at the opening")
    key: int = Field(description="key of who leads in the last month; 0 for collective leadership")
    person: str
    endings: int = Field(description="endings of this past that he leads")
    share: float = Field(description="share of the endings of this past")


class BranchResult(Simulated):
    """Endings of several pasts."""

    tables_: ClassVar[dict[str, type[Row]]] = {"dates": DateRow, "outcomes": OutcomeRow, "tree": TreeRow}

    schema_name: Literal["apparat/branch/1"] = Field("apparat/branch/1", alias="schema")
    title: str = Field(description="the scenario's title")
    at: tuple[str, ...] = Field(description="the dates, in order")
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month, YYYY-MM")
    pasts: int = Field(description="pasts, each played to every date once")
    endings: int = Field(description="endings of each past from each date")
    months_played: int = Field(description="months that pasts and endings take")
    months_now: int = Field(description="of these, months played by this command; the rest was on disk")
    months_full: int = Field(description="months that as many runs would take, each from the first month on")
    store: str | None = Field(description="folder in which pasts and endings are kept; null if they are not")
    dates: tuple[DateRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    tree: tuple[TreeRow, ...]
    conclusion: str
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """The conclusion."""
        return self.conclusion
