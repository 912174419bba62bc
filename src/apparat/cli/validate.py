"""`apparat validate`: the model held to the record."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()


@app.command(epilog="Example: apparat validate succession-1922 --seed 1 --picture card.svg")
def validate(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(metavar="SCENARIO...", help="Scenarios to hold to the record.", show_default="all"),
    ] = None,
    runs: Annotated[int | None, typer.Option(help="Runs of each scenario.", show_default="200")] = None,
    seed: options.Seed = None,
    threads: options.Threads = None,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    targets: options.Targets = None,
    picture: options.Picture = None,
    *,
    no_theories: Annotated[
        bool, typer.Option("--no-theories", help="Leave out the rival theories: a quarter of the time.")
    ] = False,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    as_json: options.AsJson = False,
) -> None:
    """Hold the model to the record: every target, scores beside baselines, and where it fails."""
    from apparat.experiments.validation import face

    variants = options.read_variants(variant)
    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
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
