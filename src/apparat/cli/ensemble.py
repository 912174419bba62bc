"""`apparat ensemble`: many histories, summarised."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


@app.command(
    epilog="Example: apparat ensemble succession-1922 --seed 1 --out results-1 --picture leaders.png"
)
def ensemble(
    scenario: common.Scenario,
    runs: Annotated[int | None, typer.Option(help="How many runs.", show_default="2000")] = None,
    seed: common.Seed = None,
    threads: common.Threads = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Keep the runs in this folder.")] = None,
    journal: Annotated[
        common.Journal, typer.Option(help="Keep what bodies decided, or outcomes only.")
    ] = common.Journal.decisions,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    theory: common.Theory = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw who leads over time: .svg, .png or .pdf.")
    ] = None,
    *,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the store in --out.")] = False,
    as_json: common.AsJson = False,
) -> None:
    """Play many histories of a scenario and say who led, how often, and how that compares with the record."""
    from apparat.experiments import face

    variants = common.read_variants(variant)
    sets = common.read_sets(point=point, uncalibrated=uncalibrated)
    common.check_picture(picture)
    with common.progress() as watcher:
        result = face.ensemble(
            scenario,
            runs=runs,
            seed=seed,
            out=out,
            resume=resume,
            threads=threads,
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
