"""`apparat ensemble`: many histories, summarised."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()


@app.command(
    epilog="Example: apparat ensemble succession-1922 --seed 1 --out results-1 --picture leaders.png"
)
def ensemble(
    scenario: options.Scenario,
    runs: Annotated[int | None, typer.Option(help="How many runs.", show_default="2000")] = None,
    seed: options.Seed = None,
    threads: options.Threads = None,
    workers: options.Workers = None,
    cluster: options.Cluster = None,
    out: options.Out = None,
    journal: Annotated[
        options.Journal, typer.Option(help="Keep what bodies decided, or outcomes only.")
    ] = options.Journal.decisions,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    theory: options.Theory = None,
    picture: options.Picture = None,
    *,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    resume: options.Resume = False,
    as_json: options.AsJson = False,
) -> None:
    """Play many histories of a scenario and say who led, how often, and how that compares with the record."""
    from apparat.experiments import face

    variants = options.read_variants(variant)
    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.ensemble(
            scenario,
            runs=runs,
            seed=seed,
            out=out,
            resume=resume,
            threads=threads,
            workers=workers,
            cluster=cluster,
            journal=journal.value,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            theory=theory,
            watcher=watcher,
        )
    from apparat.report.ensemble import report
    from apparat.report.picture import save_picture

    common.deliver(
        result,
        lambda console: report(result, width=console.width, plain=common.is_plain(console)),
        as_json=as_json,
        draw=lambda path: save_picture(result, path),
        picture=picture,
    )
