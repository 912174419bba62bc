"""`apparat replay`: one run of a stored ensemble again, with its full journal."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()


@app.command(epilog="Example: apparat replay results-1 17")
def replay(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A folder made by `apparat ensemble`.")],
    number: Annotated[int, typer.Argument(metavar="RUN", help="Number of the run, from 0.")],
    *,
    detail: options.Detail = False,
    as_json: options.AsJson = False,
) -> None:
    """Repeat one run of a stored ensemble alone, tell it, and check that its digest is the stored one."""
    from apparat.experiments import face

    with progress.shown() as watcher:
        result = face.replay(store, number, detail=detail, watcher=watcher)
    from apparat.report.narration import narration

    checked = f"The digest equals the one stored in {result.store}."
    common.deliver(
        result,
        lambda console: (*narration(result, plain=common.is_plain(console)), checked),
        as_json=as_json,
    )
