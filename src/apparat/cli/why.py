"""`apparat why`: one event of a stored run, what stood behind it, and what would have undone it."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common, options, progress
from apparat.ground.errors import UsageError

app = typer.Typer()

Event = Annotated[
    str | None,
    typer.Argument(
        metavar="EVENT",
        help="An event's number, who fell (fall:NAME), or a month with one vote; without it, a list.",
        show_default=False,
    ),
]
Tries = Annotated[
    int | None, typer.Option(help="Other draws tried at each address of luck.", show_default="8")
]


@app.command(epilog="Example: apparat why results-1 3 fall:Trotsky")
def why(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A folder made by `apparat ensemble`.")],
    number: Annotated[int, typer.Argument(metavar="RUN", help="Number of the run, from 0.")],
    event: Event = None,
    tries: Tries = None,
    threads: options.Threads = None,
    picture: options.Picture = None,
    *,
    as_json: options.AsJson = False,
) -> None:
    """Say why somebody fell or a vote went so in one run, and find the smallest change that undoes it."""
    from apparat.experiments.why import why as asking

    options.check_picture(picture)
    if event is None:
        if picture is not None or tries is not None:
            raise UsageError(
                f"--picture and --tries belong to one event: name it, or leave them out to see those of run "
                f"{number}."
            )
        _list(store, number, as_json=as_json)
        return
    with progress.shown() as watcher:
        result = asking.why(store, number, event, tries=tries, threads=threads, watcher=watcher)
    from apparat.report.why import report
    from apparat.report.why_picture import save_why_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_why_picture(result, path),
        picture=picture,
    )


def _list(store: Path, number: int, *, as_json: bool) -> None:
    """The events that can be asked about."""
    from apparat.experiments.why.why import why_events

    with progress.shown() as watcher:
        found = why_events(store, number, watcher=watcher)
    from apparat.report.why import events

    common.deliver(found, lambda _: events(found), as_json=as_json)
