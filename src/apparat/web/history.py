"""The historical record: facts, people, bodies, congresses, votes."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import HTMLResponse

from apparat import record
from apparat.report.page.page import page
from apparat.results.base import Result
from apparat.results.record import (
    BodiesResult,
    CongressesResult,
    DisagreementEntry,
    PeopleResult,
    ShowResult,
    VotesResult,
    bodies_result,
    congresses_result,
    people_result,
    search_result,
    show_result,
    votes_result,
)
from apparat.web.faults import STREAMED
from apparat.web.models import Disputes, Found, InYear, Uses
from apparat.web.parquet import ANSWERS, ParquetResponse, attached, parquet
from apparat.web.uses import uses

routes = APIRouter(prefix="/record", tags=["record"])

Words = Annotated[str, Query(max_length=200, description="all must occur; nothing finds everything")]
_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
Since = Annotated[str | None, Query(alias="from", pattern=_DATE, description="YYYY[-MM[-DD]]")]
Until = Annotated[str | None, Query(pattern=_DATE, description="YYYY[-MM[-DD]]")]
Limit = Annotated[int, Query(ge=1, le=200, description="facts, and rows, to show at most")]
Reference = Annotated[str, Path(max_length=120, description="id of a fact or row")]
Part = Annotated[
    Literal["facts", "rows", "people", "bodies", "congresses", "votes"],
    Path(description="a part of the record"),
]
Start = Annotated[int, Query(ge=0, le=100_000, description="facts, and rows, to pass over")]


@routes.get("/search")
def search(
    words: Words = "", since: Since = None, until: Until = None, start: Start = 0, limit: Limit = 50
) -> Found:
    """Facts and rows that hold all the words, in any spelling of Russian names."""
    facts, rows = _found(words, since, until)
    shown: list[record.Fact | record.Row] = [*facts[start : start + limit], *rows[start : start + limit]]
    suggestions = {} if facts or rows else record.suggest(words)
    return Found(
        facts=len(facts),
        rows=len(rows),
        years=_by_year([*facts, *rows]),
        shown=search_result(words, shown, suggestions),
    )


def _found(words: str, since: str | None, until: str | None) -> tuple[list[record.Fact], list[record.Row]]:
    first = None if since is None else record.check_date(since, "from")
    last = None if until is None else record.check_date(until, "until")
    found = [entry for entry in record.search(words) if record.overlaps(*entry.span, first, last)]
    return (
        [entry for entry in found if isinstance(entry, record.Fact)],
        [entry for entry in found if isinstance(entry, record.Row)],
    )


def _by_year(entries: Sequence[record.Fact | record.Row]) -> tuple[InYear, ...]:
    """How many of them begin in each year; those without a date are left out."""
    counted = Counter(entry.span[0][:4] for entry in entries if entry.span[0])
    return tuple(InYear(year=int(year), entries=counted[year]) for year in sorted(counted))


@routes.get("/tables/{name}", response_class=ParquetResponse, responses=ANSWERS)
def saved(name: Part, words: Words = "", since: Since = None, until: Until = None) -> Response:
    """A part of the record as a Parquet file; words and dates choose among facts and rows."""
    return parquet(_part(name, words, since, until).table(name), f"record-{name}")


@routes.get("/reports/{name}", response_class=HTMLResponse, responses=STREAMED)
def report(name: Part, words: Words = "", since: Since = None, until: Until = None) -> Response:
    """A part of the record as one page that needs nothing else; facts and rows stand on one."""
    written = page(_part(name, words, since, until))
    return HTMLResponse(written, headers=attached(f"record-{name}.html"))


def _part(name: str, words: str, since: str | None, until: str | None) -> Result:
    if name in {"facts", "rows"}:
        facts, rows = _found(words, since, until)
        return search_result(words, [*facts, *rows], {})
    lists: dict[str, Callable[[], Result]] = {
        "people": people,
        "bodies": bodies,
        "congresses": congresses,
        "votes": votes,
    }
    return lists[name]()


@routes.get("/entries/{reference:path}")
def show(reference: Reference) -> ShowResult:
    """One fact or row, with its systems and the disagreements in which it takes a side."""
    return show_result(record.entry(reference))


@routes.get("/uses/{reference:path}")
def used(reference: Reference) -> Uses:
    """Where the model uses a fact or row."""
    return Uses(id=reference, uses=uses(record.entry(reference).id))


@routes.get("/disputes")
def disputes() -> Disputes:
    """Every matter on which sources contradict each other, with its readings."""
    return Disputes(disputes=tuple(DisagreementEntry.model_validate(one) for one in record.disagreements()))


@routes.get("/people")
def people() -> PeopleResult:
    """People: their time in the Politburo, offices, Central Committees, facts about them."""
    return people_result(list(record.people()))


@routes.get("/bodies")
def bodies() -> BodiesResult:
    """Bodies of party, state, police and army: facts and votes on each, and their sizes."""
    return bodies_result(list(record.bodies()))


@routes.get("/congresses")
def congresses() -> CongressesResult:
    """Party congresses: dates, delegates, members, Central Committee elected."""
    return congresses_result(list(record.congresses()))


@routes.get("/votes")
def votes() -> VotesResult:
    """Recorded votes: day, body, question, count."""
    return votes_result(list(record.votes()))
