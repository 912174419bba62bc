"""`apparat flows`: how far wishes rise and orders fall between the levels of state and party."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()

Level = Annotated[
    list[str] | None,
    typer.Option("--level", metavar="NAME", help="Shift this level alone. Repeatable.", show_default="all"),
]
Runs = Annotated[
    int | None, typer.Option(help="How many runs, each on paper and in practice.", show_default="60")
]
Shift = Annotated[
    float | None, typer.Option(help="How far a level is shifted, either way.", show_default="0.3")
]
Months = Annotated[int | None, typer.Option(help="Months to follow each shift.", show_default="12")]


@app.command(epilog="Example: apparat flows succession-1922 --runs 60 --seed 1 --picture flows.svg")
def flows(
    scenario: options.Scenario,
    level: Level = None,
    runs: Runs = None,
    shift: Shift = None,
    months: Months = None,
    seed: options.Seed = None,
    threads: options.Threads = None,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    picture: options.Picture = None,
    *,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    as_json: options.AsJson = False,
) -> None:
    """Shift each level of state and party, on paper and in practice, and say how far the others move."""
    from apparat.experiments.flows import face

    variants, sets = options.read_variants(variant), options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.flows(
            scenario,
            levels=level or (),
            runs=runs,
            shift=shift,
            months=months,
            seed=seed,
            threads=threads,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            watcher=watcher,
        )
    from apparat.report.flows import report
    from apparat.report.flows_picture import save_flows_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_flows_picture(result, path),
        picture=picture,
    )
