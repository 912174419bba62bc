"""The facts and the history tables, each read once on first use."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from apparat.ground.errors import unknown_name
from apparat.record.reading import read_table
from apparat.record.rows import (
    Appointment,
    CommitteeSeat,
    Composition,
    Congress,
    Fact,
    Flow,
    Membership,
    Office,
    PolitburoSpell,
    Row,
    Vote,
)


@cache
def facts() -> tuple[Fact, ...]:
    """All facts, in the order of the source notes."""
    return read_table(Fact, "facts")


@cache
def facts_by_id() -> Mapping[str, Fact]:
    """Facts under their ids."""
    return MappingProxyType({fact.id: fact for fact in facts()})


def fact(id: str) -> Fact:  # noqa: A002  # the column is called id, in file, JSON and speech
    """One fact. Raises UsageError with the nearest ids when there is none."""
    found = facts_by_id().get(id)
    if found is None:
        raise unknown_name("fact", id, facts_by_id())
    return found


@cache
def politburo() -> tuple[PolitburoSpell, ...]:
    """Spells in the Politburo, full and candidate, 1917-85."""
    return read_table(PolitburoSpell, "politburo_members")


@cache
def offices() -> tuple[Office, ...]:
    """Party leaders, premiers, heads of state, of security and of the cadre organs."""
    return read_table(Office, "offices")


@cache
def committee_seats() -> tuple[CommitteeSeat, ...]:
    """Full members of the Central Committee elected by congresses 6 to 12."""
    return read_table(CommitteeSeat, "cc_full_members_1917_1923")


@cache
def congresses() -> tuple[Congress, ...]:
    """Party congresses 6 to 27."""
    return read_table(Congress, "congresses")


@cache
def votes() -> tuple[Vote, ...]:
    """Recorded votes, 1917-85."""
    return read_table(Vote, "votes")


@cache
def membership() -> tuple[Membership, ...]:
    """Members and candidates of the party, year by year."""
    return read_table(Membership, "party_membership")


@cache
def composition() -> tuple[Composition, ...]:
    """Shares of workers, peasants and others in the party."""
    return read_table(Composition, "party_composition")


@cache
def flows() -> tuple[Flow, ...]:
    """Enrolments, purges, exchanges of documents, seniority."""
    return read_table(Flow, "party_flows")


@cache
def appointments() -> tuple[Appointment, ...]:
    """Assignments by the Secretariat's offices, secretaries moved, sizes of the nomenklatura."""
    return read_table(Appointment, "appointments")


TABLES: Mapping[str, Callable[[], tuple[Row, ...]]] = MappingProxyType(
    {
        "politburo": politburo,
        "office": offices,
        "cc": committee_seats,
        "congress": congresses,
        "vote": votes,
        "membership": membership,
        "composition": composition,
        "flow": flows,
        "appointments": appointments,
    }
)
"""The history tables under the first part of their rows' ids."""


@cache
def rows() -> tuple[Row, ...]:
    """The rows of all history tables."""
    return tuple(row for table in TABLES.values() for row in table())


@cache
def rows_by_id(table: str) -> Mapping[str, Row]:
    """The rows of one table under their ids; none when there is no such table."""
    return MappingProxyType({row.id: row for row in TABLES[table]()} if table in TABLES else {})
