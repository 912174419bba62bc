"""`apparat sensitivity`: what the answer hangs on."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()

Runs = Annotated[int | None, typer.Option(help="Runs of each set.", show_default="64")]
Trajectories = Annotated[int | None, typer.Option(help="Trajectories of the screening.", show_default="4")]
Top = Annotated[int | None, typer.Option(help="Sobol indices for so many parameters.", show_default="6")]
Base = Annotated[int | None, typer.Option(help="Base size of their design, a power of 2.", show_default="64")]
Posterior = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Weigh this posterior's sources.", show_default="the shipped one"),
]


@app.command(
    epilog="Example: apparat sensitivity succession-1922 --seed 1 --out sensitivity-1 --picture hangs-on.svg"
)
def sensitivity(
    scenario: options.Scenario,
    seed: options.Seed = None,
    runs: Runs = None,
    trajectories: Trajectories = None,
    top: Top = None,
    base: Base = None,
    posterior: Posterior = None,
    threads: options.Threads = None,
    out: options.Out = None,
    picture: options.Picture = None,
    *,
    resume: options.Resume = False,
    as_json: options.AsJson = False,
) -> None:
    """Say which parameters, and which figures of the record, the answer hangs on."""
    from apparat.experiments.sensitivity import face

    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.sensitivity(
            scenario,
            seed=seed,
            runs=runs,
            trajectories=trajectories,
            top=top,
            base=base,
            posterior=posterior,
            out=out,
            resume=resume,
            threads=threads,
            watcher=watcher,
        )
    from apparat.report.sensitivity import report
    from apparat.report.sensitivity_picture import save_sensitivity_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_sensitivity_picture(result, path),
        picture=picture,
    )
