"""`apparat flows`: how far wishes rise and orders fall between the levels of state and party."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

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
Picture = Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the arrows: .svg, .png or .pdf.")]


@app.command(epilog="Example: apparat flows succession-1922 --runs 60 --seed 1 --picture flows.svg")
def flows(
    scenario: common.Scenario,
    level: Level = None,
    runs: Runs = None,
    shift: Shift = None,
    months: Months = None,
    seed: common.Seed = None,
    threads: common.Threads = None,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    picture: Picture = None,
    *,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    as_json: common.AsJson = False,
) -> None:
    """Shift each level of state and party, on paper and in practice, and say how far the others move."""
    from apparat.experiments.flows import face

    variants, sets = common.read_variants(variant), common.read_sets(point=point, uncalibrated=uncalibrated)
    common.check_picture(picture)
    with common.progress() as watcher:
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
