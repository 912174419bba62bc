"""`apparat calibrate`: parameters fitted to the record."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()

Scenarios = Annotated[
    list[str] | None,
    typer.Argument(metavar="SCENARIO...", help="Scenarios to fit jointly.", show_default="as in --out"),
]
Runs = Annotated[int | None, typer.Option(help="Runs of each struggle for each set.", show_default="24")]
Points = Annotated[int | None, typer.Option(help="Sets of parameters in a population.", show_default="480")]
Free = Annotated[int | None, typer.Option(help="Free at most so many parameters.", show_default="15")]
Trajectories = Annotated[int | None, typer.Option(help="Trajectories of the screening.", show_default="5")]
LeaveOneOut = Annotated[
    bool, typer.Option("--leave-one-out", help="Fit without each struggle too, to predict it.")
]
Given = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TARGET", help="Fit once more, to this target held back as well.", show_default="none"
    ),
]


@app.command(
    epilog="Example: apparat calibrate succession-1922 --out calibration-1 --budget 120 --picture fit.svg"
)
def calibrate(
    scenarios: Scenarios = None,
    out: options.Out = None,
    budget: options.Budget = None,
    seed: options.Seed = None,
    runs: Runs = None,
    points: Points = None,
    free: Free = None,
    trajectories: Trajectories = None,
    threads: options.Threads = None,
    workers: options.Workers = None,
    cluster: options.Cluster = None,
    targets: options.Targets = None,
    picture: options.Picture = None,
    given: Given = None,
    *,
    leave_one_out: LeaveOneOut = False,
    resume: options.Resume = False,
    as_json: options.AsJson = False,
) -> None:
    """Fit the parameters to figures of the record, jointly over struggles, in the folder --out."""
    from apparat.experiments.calibration import face
    from apparat.ground.errors import UsageError

    if out is None:
        raise UsageError("--out DIR is needed: a calibration takes long, and what it has done is kept there.")
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.calibrate(
            *(scenarios or ()),
            out=out,
            budget=budget,
            seed=seed,
            runs=runs,
            points=points,
            free=free,
            trajectories=trajectories,
            threads=threads,
            workers=workers,
            cluster=cluster,
            targets=targets,
            leave_one_out=leave_one_out,
            given=given or (),
            resume=resume,
            watcher=watcher,
        )
    from apparat.report.calibration import report
    from apparat.report.calibration_picture import save_calibration_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_calibration_picture(result, path),
        picture=picture,
    )
