"""`apparat branch`: many endings from each of several pasts."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()

At = Annotated[
    list[str] | None,
    typer.Option("--at", metavar="YYYY-MM", help="Endings part at the beginning of this month. Repeatable."),
]
Pasts = Annotated[int | None, typer.Option(help="How many pasts.", show_default="40")]
Endings = Annotated[int | None, typer.Option(help="Endings of each, from each date.", show_default="25")]


@app.command(
    epilog="Example: apparat branch succession-1922 --at 1923-01 --at 1925-06 --seed 1 --picture tree.svg"
)
def branch(
    scenario: options.Scenario,
    at: At = None,
    pasts: Pasts = None,
    endings: Endings = None,
    seed: options.Seed = None,
    out: options.Out = None,
    threads: options.Threads = None,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    theory: options.Theory = None,
    picture: options.Picture = None,
    *,
    resume: options.Resume = False,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    as_json: options.AsJson = False,
) -> None:
    """Play several pasts to a date and end each many times: how much was decided by then?"""
    from apparat.experiments.branch import face

    variants, sets = options.read_variants(variant), options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.branch(
            scenario,
            at or (),
            pasts=pasts,
            endings=endings,
            seed=seed,
            out=out,
            resume=resume,
            threads=threads,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            theory=theory,
            watcher=watcher,
        )
    from apparat.report.branch import report
    from apparat.report.branch_picture import save_branch_picture

    common.deliver(
        result,
        lambda console: report(result, plain=common.is_plain(console)),
        as_json=as_json,
        draw=lambda path: save_branch_picture(result, path),
        picture=picture,
    )
