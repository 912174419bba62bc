"""`apparat run`: one history, told month by month."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()


@app.command(epilog="Example: apparat run succession-1922 --seed 7 --until 1924-06")
def run(
    scenario: options.Scenario,
    seed: options.Seed = None,
    number: Annotated[int, typer.Option("--run", help="Which of the seed's runs.")] = 0,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last month to play, YYYY-MM.", show_default="the end")
    ] = None,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    *,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    detail: options.Detail = False,
    as_json: options.AsJson = False,
) -> None:
    """Play one history of a scenario and tell it month by month."""
    from apparat.experiments import face

    variants = options.read_variants(variant)
    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    with progress.shown() as watcher:
        result = face.run(
            scenario,
            seed=seed,
            run=number,
            until=until,
            detail=detail,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            watcher=watcher,
        )
    from apparat.report.narration import narration

    common.deliver(result, lambda console: narration(result, plain=common.is_plain(console)), as_json=as_json)
