"""`apparat run`: one history, told month by month."""

from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


@app.command(epilog="Example: apparat run succession-1922 --seed 7 --until 1924-06")
def run(
    scenario: common.Scenario,
    seed: common.Seed = None,
    number: Annotated[int, typer.Option("--run", help="Which of the seed's runs.")] = 0,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last month to play, YYYY-MM.", show_default="the end")
    ] = None,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    *,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    detail: common.Detail = False,
    as_json: common.AsJson = False,
) -> None:
    """Play one history of a scenario and tell it month by month."""
    from apparat.experiments import face

    variants = common.read_variants(variant)
    sets = common.read_sets(point=point, uncalibrated=uncalibrated)
    with common.progress() as watcher:
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
