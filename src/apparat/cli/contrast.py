"""`apparat contrast`: recorded motions staged under every combination of causes."""

from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()

Motions = Annotated[
    list[str],
    typer.Argument(metavar="SCENARIO:MOTION...", help="Recorded motions to stage.", show_default=False),
]
Causes = Annotated[
    list[str] | None,
    typer.Option(
        "--cause",
        metavar="NAME",
        help="Switch these causes (scenario show NAME --causes). Repeatable.",
        show_default="filling, insecurity, interests",
    ),
]
Runs = Annotated[
    int | None, typer.Option(help="How many runs, each in every combination.", show_default="1,600")
]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Keep finished runs here.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the runs in --out, or with more.")]


@app.command(
    epilog="Example: apparat contrast collective-1953:remove-khrushchev-plenum-1957 --runs 100 --seed 1"
)
def contrast(
    motions: Motions,
    cause: Causes = None,
    runs: Runs = None,
    seed: common.Seed = None,
    out: Out = None,
    threads: common.Threads = None,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    *,
    resume: Resume = False,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    as_json: common.AsJson = False,
) -> None:
    """Stage a recorded motion with and without each cause: what moves the vote, alone and together."""
    from apparat.experiments import face

    variants = common.read_variants(variant)
    sets = common.read_sets(point=point, uncalibrated=uncalibrated)
    with common.budgeted() as watcher:
        result = face.contrast(
            motions,
            causes=cause or (),
            runs=runs,
            seed=seed,
            out=out,
            resume=resume,
            threads=threads,
            variants=variants,
            parameters=parameters,
            sets=sets,
            compiling=watcher.compiling,
            heard=watcher.heard,
        )
    from apparat.report.contrast import report

    common.deliver(result, lambda _: report(result), as_json=as_json)
