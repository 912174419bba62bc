"""`apparat validate`: the model held to the record."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


@app.command(epilog="Example: apparat validate succession-1922 --seed 1 --picture card.svg")
def validate(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(metavar="SCENARIO...", help="Scenarios to hold to the record.", show_default="all"),
    ] = None,
    runs: Annotated[int | None, typer.Option(help="Runs of each scenario.", show_default="200")] = None,
    seed: common.Seed = None,
    threads: common.Threads = None,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    targets: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file of targets instead of the shipped ones.")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the report card: .svg, .png or .pdf.")
    ] = None,
    *,
    no_theories: Annotated[
        bool, typer.Option("--no-theories", help="Leave out the rival theories: a quarter of the time.")
    ] = False,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    as_json: common.AsJson = False,
) -> None:
    """Hold the model to the record: every target, scores beside baselines, and where it fails."""
    from apparat.experiments import face

    variants = common.read_variants(variant)
    sets = common.read_sets(point=point, uncalibrated=uncalibrated)
    common.check_picture(picture)
    with common.progress() as watcher:
        result = face.validate(
            *(scenarios or ()),
            runs=runs,
            seed=seed,
            threads=threads,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            targets=targets,
            theories=not no_theories,
            watcher=watcher,
        )
    from apparat.report.validation import report
    from apparat.report.validation_picture import save_validation_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_validation_picture(result, path),
        picture=picture,
    )
