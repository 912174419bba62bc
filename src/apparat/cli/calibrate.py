"""`apparat calibrate`: parameters fitted to the record."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


@app.command(
    epilog="Example: apparat calibrate succession-1922 --out calibration-1 --budget 120 --picture fit.svg"
)
def calibrate(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(metavar="SCENARIO...", help="Scenarios to fit jointly.", show_default="as in --out"),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder that keeps the calibration; needed.")
    ] = None,
    budget: Annotated[
        float | None,
        typer.Option(metavar="MINUTES", help="Stop after so long, compiling apart.", show_default="none"),
    ] = None,
    seed: common.Seed = None,
    runs: Annotated[
        int | None, typer.Option(help="Runs of each struggle for each set.", show_default="24")
    ] = None,
    points: Annotated[
        int | None, typer.Option(help="Sets of parameters in a population.", show_default="320")
    ] = None,
    free: Annotated[
        int | None, typer.Option(help="Free at most so many parameters.", show_default="15")
    ] = None,
    trajectories: Annotated[
        int | None, typer.Option(help="Trajectories of the screening.", show_default="5")
    ] = None,
    threads: Annotated[
        int | None, typer.Option(help="Threads to use; they change no result.", show_default="all cores")
    ] = None,
    targets: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file of targets instead of the shipped ones.")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw prior and posterior: .svg, .png or .pdf.")
    ] = None,
    *,
    leave_one_out: Annotated[
        bool, typer.Option("--leave-one-out", help="Fit without each struggle too, to predict it.")
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the calibration in --out.")] = False,
    as_json: common.AsJson = False,
) -> None:
    """Fit the parameters to figures of the record, jointly over struggles; never to who won."""
    from apparat.experiments import face
    from apparat.ground.errors import UsageError

    if out is None:
        raise UsageError("--out DIR is needed: a calibration takes long, and what it has done is kept there.")
    if picture is not None:
        from apparat.report.drawing import check_picture

        check_picture(picture)
    with common.budgeted() as watcher:
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
            targets=targets,
            leave_one_out=leave_one_out,
            resume=resume,
            compiling=watcher.compiling,
            heard=watcher.heard,
        )
    if picture is not None:
        from apparat.report.calibration_picture import save_calibration_picture

        save_calibration_picture(result, picture)
    if as_json:
        common.print_json(result)
        return
    from apparat.report.calibration import report

    console = common.output()
    common.show(console, report(result))
    if picture is not None:
        console.print(f"Picture: {picture}")
