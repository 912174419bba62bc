"""Answers that no command gives: what the browser needs to find its way."""

from pydantic import BaseModel, ConfigDict, Field

from apparat.results.record import DisagreementEntry, SearchResult
from apparat.scenario.levers.dials import Kind

MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
"""How a month is written in a request."""


class About(BaseModel):
    """The program that answers."""

    version: str
    edition: str = Field(description="changes with anything that an answer may depend on")


class Months(BaseModel):
    """The months that a constitution describes, and those in which it changes."""

    first: str = Field(description="YYYY-MM")
    last: str
    turning_points: tuple[str, ...]


class Member(BaseModel):
    """Somebody who sits in a body, or holds an office, when a scenario opens."""

    key: int = Field(description="the person's key in runs of this scenario")
    name: str = Field(description="the name by which a reader knows him")
    full: bool = Field(description="with a vote; candidates have none")
    since: str = Field(description="YYYY-MM")
    because: tuple[str, ...] = Field(description="references to the record, works, assumptions")


class OpeningBody(BaseModel):
    """A body as it is seated when a scenario opens: those with names."""

    body: str
    members: tuple[Member, ...]


class Opening(BaseModel):
    """Who sits where, and holds what, in a scenario's first month."""

    bodies: tuple[OpeningBody, ...]
    offices: dict[str, Member] = Field(description="holders by office")


class DialEntry(BaseModel):
    """A number that can be set by degrees."""

    path: str = Field(description="as `apparat what-if --set` takes it")
    kind: Kind
    name: str = Field(description="what it is, in words")
    low: float = Field(description="the lowest value that is allowed")
    high: float = Field(description="the highest")
    usual: float | None = Field(description="what it is unless set; null where runs differ in it")
    source: str = Field(description="what a parameter's value and range rest on")
    question: str | None = Field(description="the question of a lever that sets it")


class Dials(BaseModel):
    """The numbers of a scenario and of the model that can be set."""

    scenario: str
    dials: tuple[DialEntry, ...]


class InYear(BaseModel):
    """How many entries of the record begin in a year."""

    year: int
    entries: int


class Found(BaseModel):
    """What a search found, as far as it is shown."""

    facts: int = Field(description="facts found, shown or not")
    rows: int = Field(description="rows found, shown or not")
    years: tuple[InYear, ...] = Field(description="of all found, by the year in which they begin; dated ones")
    shown: SearchResult


class Disputes(BaseModel):
    """Every matter on which sources contradict each other."""

    disputes: tuple[DisagreementEntry, ...]


class Use(BaseModel):
    """A place that cites an entry of the record."""

    model_config = ConfigDict(frozen=True)

    room: str = Field(description="a scenario's title, or the part of the model")
    place: str = Field(description="where in it: keys and positions, or a name")
    scenario: str | None = Field(None, description="the scenario that cites it; null for what all share")


class Uses(BaseModel):
    """Where the model uses an entry of the record."""

    id: str
    uses: tuple[Use, ...]


class RunsLed(BaseModel):
    """Runs of an ensemble that somebody leads in a month."""

    month: str = Field(description="YYYY-MM")
    key: int = Field(description="the person's key; 0 for collective leadership")
    yardstick: str
    runs: int = Field(description="how many there are")
    shown: tuple[int, ...] = Field(description="the numbers of the first of them")
