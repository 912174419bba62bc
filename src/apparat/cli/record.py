"""`apparat record`: look things up in the historical record."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from apparat import record

if TYPE_CHECKING:
    from apparat.results.base import Result

record_app = typer.Typer(
    no_args_is_help=True,
    help="Look things up in the historical record: facts, people, bodies, congresses, votes.",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Since = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Leave out what ended before: YYYY[-MM[-DD]].")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Leave out what began after: YYYY[-MM[-DD]].")
]


@record_app.command(
    epilog="Example: apparat record search Trotskii 1926. All facts: apparat record search ''"
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All must occur; '' finds all.")],
    since: Since = None,
    until: Until = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Find facts and rows that hold all the words, in any spelling of Russian names."""
    keep = _within(since, until)
    having = record.search(words)
    found = [entry for entry in having if keep(entry.span)]
    query = " ".join(words)
    suggestions = {} if having else record.suggest(words)
    if as_json:
        from apparat.results.record import search_result

        _print_json(search_result(query, found, suggestions))
    elif found:
        from apparat.cli.record_views import entries

        entries(found)
    else:
        typer.echo(_nothing(query, len(having), suggestions))


@record_app.command(epilog="Example: apparat record show testament-vote-1924")
def show(
    reference: Annotated[str, typer.Argument(metavar="ID", help="A fact or row, e.g. congress/12.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show one fact or row: what it says, its source, its systems, who contradicts it."""
    found = record.entry(reference)
    if as_json:
        from apparat.results.record import show_result

        _print_json(show_result(found))
    else:
        from apparat.cli.record_views import entry

        entry(found)


@record_app.command(epilog="Example: apparat record people --from 1922-04 --until 1929")
def people(since: Since = None, until: Until = None, *, as_json: AsJson = False) -> None:
    """List people: their time in the Politburo, offices, Central Committees, facts about them.

    With dates: those who sat in the Politburo or held a leading office then.
    """
    keep = _within(since, until)
    found = [one for one in record.people() if since is until is None or any(map(keep, one.spans))]
    if as_json:
        from apparat.results.record import people_result

        _print_json(people_result(found))
    else:
        from apparat.cli.record_views import people_table

        people_table(found)


@record_app.command(epilog="Example: apparat record bodies --all")
def bodies(
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Subjects and places too, which facts name beside bodies.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List bodies of party, state, police and army: facts and votes on each, and their sizes."""
    found = [one for one in record.bodies() if everything or one.kind not in {"subject", "place"}]
    if as_json:
        from apparat.results.record import bodies_result

        _print_json(bodies_result(found))
    else:
        from apparat.cli.record_views import bodies_table

        bodies_table(found)


@record_app.command(epilog="Example: apparat record congresses --from 1917 --until 1929")
def congresses(since: Since = None, until: Until = None, *, as_json: AsJson = False) -> None:
    """List party congresses: dates, delegates, members, Central Committee elected."""
    keep = _within(since, until)
    found = [one for one in record.congresses() if keep(one.span)]
    if as_json:
        from apparat.results.record import congresses_result

        _print_json(congresses_result(found))
    else:
        from apparat.cli.record_views import congresses_table

        congresses_table(found)


@record_app.command(epilog="Example: apparat record votes --from 1923-10 --until 1929-04")
def votes(since: Since = None, until: Until = None, *, as_json: AsJson = False) -> None:
    """List recorded votes: day, body, question, count."""
    keep = _within(since, until)
    found = [one for one in record.votes() if keep(one.span)]
    if as_json:
        from apparat.results.record import votes_result

        _print_json(votes_result(found))
    else:
        from apparat.cli.record_views import votes_table

        votes_table(found)


def _within(since: str | None, until: str | None) -> Callable[[tuple[str, str]], bool]:
    """A test whether a span touches the dates asked for. Raises UsageError for what is no date."""
    first = None if since is None else record.check_date(since, "--from")
    last = None if until is None else record.check_date(until, "--until")
    return lambda span: record.overlaps(*span, first, last)


def _nothing(query: str, without_dates: int, suggestions: dict[str, list[str]]) -> str:
    if without_dates:
        return f"{without_dates} entries have '{query}', but none falls between these dates."
    lines = [f"Nothing in the record has all of '{query}'."]
    for word, near in suggestions.items():
        lines.append(
            f"No entry has '{word}'." + (f" Nearest known words: {', '.join(near)}." if near else "")
        )
    return " ".join(lines if suggestions else [*lines, "Each word occurs; try fewer of them at once."])


def _print_json(result: "Result") -> None:
    sys.stdout.write(result.to_json())
