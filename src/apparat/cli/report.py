"""`apparat report`: an experiment as one page."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


@app.command(epilog="Example: apparat report results-1 --out succession.html")
def report(
    experiment: Annotated[
        Path,
        typer.Argument(
            metavar="EXPERIMENT",
            help="Folder of finished work, or a file that a command printed with --json.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The page to write, .html.", show_default="beside the experiment"),
    ] = None,
) -> None:
    """Write an experiment as one HTML page that needs nothing else: answer, figures, sources, digests."""
    from apparat.report.page import write

    common.written(common.output(), "Page", write(experiment, out))
