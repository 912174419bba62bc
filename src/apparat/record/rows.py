"""The types of the record: a fact, and one class per history table.

Dates are text of the precision the record has (`1924`, `1924-05`, `1924-05-23`); an empty date is one
not known. `None` is a figure not known, never zero.
"""

from dataclasses import dataclass, fields
from typing import Any, Literal

Basis = Literal["seen", "recalled", "seen and recalled"]
Confidence = Literal["high", "medium", "low"]
FactKind = Literal[
    "body", "claim", "event", "figure", "mechanism", "office", "policy", "position", "relation"
]
SeatStatus = Literal["full", "candidate", "bureau1917", "ccbureau1917_19"]
Role = Literal["party_leader", "premier", "head_of_state", "security_head", "cadres_head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One checkable statement of the source notes, in our own words."""

    id: str
    kind: FactKind
    date_from: str
    date_to: str
    subjects: tuple[str, ...]
    bodies: tuple[str, ...]
    claim: str
    value_low: float | None
    value_high: float | None
    unit: str
    note_set: str
    locator: str
    remark: str

    @property
    def source(self) -> str:
        """Where in the source notes it stands."""
        return f"source notes {self.note_set}, {self.locator}"

    @property
    def dates_inferred(self) -> bool:
        """Whether a date was supplied from context: such a date is no evidence."""
        return "inferred" in self.remark or "from context" in self.remark

    @property
    def span(self) -> tuple[str, str]:
        """First and last date, empty when not known."""
        return self.date_from, self.date_to

    @property
    def summary(self) -> str:
        """One line for a reader."""
        return self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of a history table has.

    `basis` says whether the figure was seen in the source or recalled; a row of low confidence is
    never fitted to.
    """

    id: str
    source: str
    basis: Basis
    confidence: Confidence
    note: str

    @property
    def table(self) -> str:
        """The first part of the id."""
        return self.id.split("/", 1)[0]

    @property
    def span(self) -> tuple[str, str]:
        """First and last date, empty when not known."""
        raise NotImplementedError

    @property
    def summary(self) -> str:
        """One line for a reader."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class PolitburoSpell(Row):
    """A spell of one person in the Politburo (Presidium 1952-66) or its forerunners of 1917-19."""

    person: str
    name: str
    born: int | None
    died: int | None
    status: SeatStatus
    start: str
    end: str
    exit_reason: str

    @property
    def span(self) -> tuple[str, str]:
        """From entry to leaving."""
        return self.start, self.end

    @property
    def summary(self) -> str:
        """Who, in which seat, and how it ended."""
        seat = {"full": "full member of the Politburo", "candidate": "candidate member of the Politburo"}
        seat |= {"bureau1917": "member of the bureau of October 1917"}
        seat |= {"ccbureau1917_19": "member of the bureau of the Central Committee, 1917-19"}
        return f"{self.name}, {seat[self.status]}; left: {self.exit_reason.replace('_', ' ')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Row):
    """A spell of one person in a leading office of party or state."""

    role: Role
    person: str
    name: str
    start: str
    end: str
    end_reason: str

    @property
    def span(self) -> tuple[str, str]:
        """From entry to leaving."""
        return self.start, self.end

    @property
    def summary(self) -> str:
        """Who, which office, and how it ended."""
        end = f"; ended: {self.end_reason.replace('_', ' ')}" if self.end_reason else ""
        return f"{self.name}, {self.role.replace('_', ' ')}{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeSeat(Row):
    """One full member of the Central Committee as a congress elected it (congresses 6 to 12)."""

    congress: int
    person: str
    name: str

    @property
    def span(self) -> tuple[str, str]:
        """Dated by its congress, not by itself."""
        return "", ""

    @property
    def summary(self) -> str:
        """Who, and by which congress."""
        return f"{self.name.replace('_', ' ')}, elected to the Central Committee by congress {self.congress}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress(Row):
    """A party congress: delegates present, members they stood for, the committee elected."""

    number: int
    start: str
    end: str
    voting_delegates: int | None
    consultative_delegates: int | None
    members_represented: int | None
    candidates_represented: int | None
    cc_full: int | None
    cc_candidate: int | None

    @property
    def span(self) -> tuple[str, str]:
        """First and last day."""
        return self.start, self.end

    @property
    def summary(self) -> str:
        """Delegates, and the size of the committee elected."""
        committee = f"Central Committee of {self.cc_full}" if self.cc_full else "no Central Committee elected"
        return f"Congress {self.number}: {self.voting_delegates} voting delegates, {committee}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a vote with several, and its votes (`at_least` when the count is a lower bound)."""

    answer: str
    votes: int
    at_least: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Row):
    """A recorded vote. `present` counts those entitled or present, as the source has it."""

    date: str
    body: str
    question: str
    in_favour: int | None
    against: int | None
    abstained: int | None
    present: int | None
    options: tuple[Option, ...]

    @property
    def span(self) -> tuple[str, str]:
        """The day."""
        return self.date, self.date

    @property
    def result(self) -> str:
        """The count in words: `559 for, 65 against, 41 abstained`."""
        if self.options:
            return ", ".join(f"{o.answer} {o.votes}{'+' if o.at_least else ''}" for o in self.options)
        counts = ((self.in_favour, "for"), (self.against, "against"), (self.abstained, "abstained"))
        return ", ".join(f"{n} {word}" for n, word in counts if n is not None) or "count not known"

    @property
    def summary(self) -> str:
        """Body, question and count."""
        return f"{self.body}, {self.question}: {self.result}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Row):
    """Party members and candidates on one date."""

    date: str
    year: int
    members: int | None
    candidates: int | None
    total: int

    @property
    def span(self) -> tuple[str, str]:
        """The date of the count."""
        return self.date, self.date

    @property
    def summary(self) -> str:
        """The total."""
        return f"Party of {self.total:,} members and candidates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition(Row):
    """The share of one class in the party, in percent, by occupation on entry."""

    year: int
    group: str
    percent: float

    @property
    def span(self) -> tuple[str, str]:
        """The year."""
        return str(self.year), str(self.year)

    @property
    def summary(self) -> str:
        """Group and share."""
        return f"{self.group.capitalize()}: {self.percent} percent of the party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Row):
    """An enrolment, a purge or another count of people entering and leaving the party."""

    year: int
    event: str
    measure: str
    value: float
    unit: str

    @property
    def span(self) -> tuple[str, str]:
        """The year."""
        return str(self.year), str(self.year)

    @property
    def summary(self) -> str:
        """Event and count."""
        return f"{self.event}, {self.measure}: {self.value:,g} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Row):
    """A count of the cadre organs' work: assignments, secretaries moved, lists, staff."""

    period: str
    indicator: str
    value: float
    unit: str

    @property
    def span(self) -> tuple[str, str]:
        """First and last date of the period; a decade (`1970s`) is its ten years."""
        if self.period.endswith("s"):
            return self.period[:4], f"{self.period[:3]}9"
        joint = " to " if " to " in self.period else "-" if len(self.period) == len("1921-1922") else None
        start, _, end = self.period.partition(joint) if joint else (self.period, "", self.period)
        return start, end

    @property
    def summary(self) -> str:
        """Indicator and count."""
        return f"{self.indicator}: {self.value:,g} {self.unit}"


def columns(row: Row) -> dict[str, Any]:
    """The columns that only this row's table has, without those every row has."""
    shared = {field.name for field in fields(Row)}
    return {field.name: getattr(row, field.name) for field in fields(row) if field.name not in shared}
