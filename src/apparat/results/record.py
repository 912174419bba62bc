"""Results of the `record` commands: facts, rows of the history tables, people, bodies, congresses, votes."""

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field, create_model

from apparat import record
from apparat.ground.errors import unknown_name
from apparat.results.base import Result
from apparat.results.tables import Row, Table


class _Entry(Row):
    model_config = ConfigDict(from_attributes=True)


def _wider(row: type[Row], columns: Iterable[str]) -> type[Row]:
    """A type of row with more columns, whatever stands in them."""
    more: dict[str, Any] = dict.fromkeys(columns, (Any, ...))
    return create_model(row.__name__, __base__=row, **more)


class FactEntry(_Entry):
    """One fact of the record."""

    id: str
    kind: str
    date_from: str = Field(description="year, month or day; empty when not known")
    date_to: str
    dates_inferred: bool = Field(description="a date was supplied from context and is no evidence")
    subjects: tuple[str, ...]
    bodies: tuple[str, ...]
    claim: str
    value_low: float | None
    value_high: float | None = Field(description="null with a lower value: no upper bound is known")
    unit: str
    source: str
    remark: str


class RowEntry(_Entry):
    """One row of a history table."""

    id: str
    table: str
    date_from: str = Field(description="year, month or day; empty when not known")
    date_to: str
    summary: str
    source: str
    basis: str = Field(description="seen in the source, recalled, or both")
    confidence: str = Field(description="high, medium or low")
    note: str

    @classmethod
    def of(cls, row: record.Row) -> "RowEntry":
        """The row without the columns that only its table has."""
        start, end = row.span
        return cls(
            id=row.id,
            table=row.table,
            date_from=start,
            date_to=end,
            summary=row.summary,
            source=row.source,
            basis=row.basis,
            confidence=row.confidence,
            note=row.note,
        )


class SystemEntry(_Entry):
    """A system of the inventory."""

    id: str
    section: str
    title: str


class VariantEntry(_Entry):
    """One reading of a disputed matter."""

    id: str
    default: bool
    reading: str
    low: float | None
    high: float | None
    unit: str
    references: tuple[str, ...]


class DisagreementEntry(_Entry):
    """A disputed matter with its readings."""

    id: str
    issue: str
    variants: tuple[VariantEntry, ...]


class SpellEntry(_Entry):
    """A spell of a person in the Politburo or in an office."""

    id: str
    start: str
    end: str
    summary: str
    confidence: str


class PersonEntry(_Entry):
    """A person, joined across tables."""

    id: str
    name: str
    born: int | None
    died: int | None
    politburo: tuple[SpellEntry, ...]
    offices: tuple[SpellEntry, ...]
    committees: tuple[int, ...] = Field(description="congresses (6 to 12) that elected the person")
    facts: tuple[str, ...]


class SizeEntry(_Entry):
    """How large a body was."""

    date: str
    low: float
    high: float | None
    unit: str
    reference: str


class BodyEntry(_Entry):
    """A body of party or state, or a subject or place that facts name beside bodies."""

    id: str
    name: str
    kind: str
    facts: tuple[str, ...]
    votes: tuple[str, ...]
    sizes: tuple[SizeEntry, ...]


class CongressEntry(_Entry):
    """A party congress."""

    id: str
    number: int
    start: str
    end: str
    voting_delegates: int | None
    consultative_delegates: int | None
    members_represented: int | None
    candidates_represented: int | None
    cc_full: int | None = Field(description="full members of the Central Committee elected")
    cc_candidate: int | None
    source: str
    basis: str
    confidence: str
    note: str


class OptionEntry(_Entry):
    """One answer of a vote with several."""

    answer: str
    votes: int
    at_least: bool


class VoteEntry(_Entry):
    """A recorded vote."""

    id: str
    date: str
    body: str
    question: str
    in_favour: int | None
    against: int | None
    abstained: int | None
    present: int | None
    options: tuple[OptionEntry, ...]
    source: str
    basis: str
    confidence: str
    note: str


class SearchResult(Result):
    """Facts and rows that hold all the words asked for."""

    tables_: ClassVar[dict[str, type[Row]]] = {"facts": FactEntry, "rows": RowEntry}
    schema_name: Literal["apparat/record-search/1"] = Field("apparat/record-search/1", alias="schema")
    query: str
    facts: tuple[FactEntry, ...]
    rows: tuple[RowEntry, ...]
    suggestions: dict[str, list[str]] = Field(description="words that nothing has, and the nearest known")

    def headline(self) -> str:
        """How much was found."""
        return f"{len(self.facts)} facts and {len(self.rows)} rows for '{self.query}'"


class ShowResult(Result):
    """One fact or row, with its systems and the disagreements in which it takes a side."""

    tables_: ClassVar[dict[str, type[Row]]] = {"entry": RowEntry}
    schema_name: Literal["apparat/record-show/1"] = Field("apparat/record-show/1", alias="schema")
    id: str
    fact: FactEntry | None
    row: RowEntry | None
    values: dict[str, Any] = Field(description="a row's own columns")
    systems: tuple[SystemEntry, ...]
    disagreements: tuple[DisagreementEntry, ...]

    def table(self, name: str | None = None) -> Table:
        """The entry in one row: of a history row, with the columns that only its table has.

        Raises UsageError for an unknown name.
        """
        if name not in {None, *self.tables_}:
            raise unknown_name("table", str(name), self.tables_)
        told = self.model_dump(mode="json")
        wide = _wider(FactEntry if self.fact else RowEntry, self.values)
        return Table("entry", wide, (wide(**(told["fact"] or told["row"]), **told["values"]),))

    def headline(self) -> str:
        """What it says."""
        return f"{self.id}: {self.fact.claim if self.fact else self.row.summary if self.row else ''}"


class PeopleResult(Result):
    """People of the record."""

    tables_: ClassVar[dict[str, type[Row]]] = {"people": PersonEntry}
    schema_name: Literal["apparat/record-people/1"] = Field("apparat/record-people/1", alias="schema")
    people: tuple[PersonEntry, ...]

    def headline(self) -> str:
        """How many."""
        if len(self.people) == 1:
            return f"{self.people[0].name} on record"
        return f"{len(self.people)} people"


class BodiesResult(Result):
    """Bodies of the record."""

    tables_: ClassVar[dict[str, type[Row]]] = {"bodies": BodyEntry}
    schema_name: Literal["apparat/record-bodies/1"] = Field("apparat/record-bodies/1", alias="schema")
    bodies: tuple[BodyEntry, ...]

    def headline(self) -> str:
        """How many."""
        if len(self.bodies) == 1:
            return f"{self.bodies[0].name} on record"
        return f"{len(self.bodies)} bodies"


class CongressesResult(Result):
    """Party congresses."""

    tables_: ClassVar[dict[str, type[Row]]] = {"congresses": CongressEntry}
    schema_name: Literal["apparat/record-congresses/1"] = Field("apparat/record-congresses/1", alias="schema")
    congresses: tuple[CongressEntry, ...]

    def headline(self) -> str:
        """How many."""
        return f"{len(self.congresses)} congresses"


class VotesResult(Result):
    """Recorded votes."""

    tables_: ClassVar[dict[str, type[Row]]] = {"votes": VoteEntry}
    schema_name: Literal["apparat/record-votes/1"] = Field("apparat/record-votes/1", alias="schema")
    votes: tuple[VoteEntry, ...]

    def headline(self) -> str:
        """How many."""
        return f"{len(self.votes)} votes"


def search_result(
    query: str, found: list[record.Fact | record.Row], suggestions: dict[str, list[str]]
) -> SearchResult:
    """What a search found, facts and rows apart."""
    return SearchResult(
        query=query,
        facts=tuple(FactEntry.model_validate(entry) for entry in found if isinstance(entry, record.Fact)),
        rows=tuple(RowEntry.of(entry) for entry in found if isinstance(entry, record.Row)),
        suggestions=suggestions,
    )


def show_result(entry: record.Fact | record.Row) -> ShowResult:
    """One fact or row with what surrounds it."""
    row = entry if isinstance(entry, record.Row) else None
    return ShowResult(
        id=entry.id,
        fact=None if row else FactEntry.model_validate(entry),
        row=RowEntry.of(row) if row else None,
        values=record.columns(row) if row else {},
        systems=tuple(SystemEntry.model_validate(one) for one in record.systems_of(entry.id)),
        disagreements=tuple(
            DisagreementEntry.model_validate(one) for one in record.disagreements_over(entry.id)
        ),
    )


def people_result(people: list[record.Person]) -> PeopleResult:
    """The people given."""
    return PeopleResult(people=tuple(PersonEntry.model_validate(one) for one in people))


def bodies_result(bodies: list[record.Body]) -> BodiesResult:
    """The bodies given."""
    return BodiesResult(bodies=tuple(BodyEntry.model_validate(one) for one in bodies))


def congresses_result(congresses: list[record.Congress]) -> CongressesResult:
    """The congresses given."""
    return CongressesResult(congresses=tuple(CongressEntry.model_validate(one) for one in congresses))


def votes_result(votes: list[record.Vote]) -> VotesResult:
    """The votes given."""
    return VotesResult(votes=tuple(VoteEntry.model_validate(one) for one in votes))
