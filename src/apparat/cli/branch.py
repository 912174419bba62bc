"""`apparat branch`: many endings from each of several pasts."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()

At = Annotated[
    list[str] | None,
    typer.Option("--at", metavar="YYYY-MM", help="Endings part at the beginning of this month. Repeatable."),
]
Pasts = Annotated[int | None, typer.Option(help="How many pasts.", show_default="40")]
Endings = Annotated[int | None, typer.Option(help="Endings of each, from each date.", show_default="25")]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Keep pasts and endings here.")]
Picture = Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the tree: .svg, .png or .pdf.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with what --out holds; more, or other dates, may be asked.")
]


@app.command(
    epilog="Example: apparat branch succession-1922 --at 1923-01 --at 1925-06 --seed 1 --picture tree.svg"
)
def branch(
    scenario: common.Scenario,
    at: At = None,
    pasts: Pasts = None,
    endings: Endings = None,
    seed: common.Seed = None,
    out: Out = None,
    threads: common.Threads = None,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    picture: Picture = None,
    *,
    resume: Resume = False,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    as_json: common.AsJson = False,
) -> None:
    """Play several pasts to a date and end each many times: how much was decided by then?"""
    from apparat.experiments.branch import face

    variants, sets = common.read_variants(variant), common.read_sets(point=point, uncalibrated=uncalibrated)
    common.check_picture(picture)
    with common.progress() as watcher:
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
