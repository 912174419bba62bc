"""`apparat contrast`: recorded motions staged under every combination of causes."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()

Motions = Annotated[
    list[str],
    typer.Argument(metavar="SCENARIO:MOTION...", help="Recorded motions to stage.", show_default=False),
]
Runs = Annotated[
    int | None, typer.Option(help="How many runs, each in every combination.", show_default="1,600")
]


@app.command(
    epilog="Example: apparat contrast collective-1953:remove-khrushchev-plenum-1957 --runs 100 --seed 1"
)
def contrast(
    motions: Motions,
    cause: options.Causes = None,
    runs: Runs = None,
    seed: options.Seed = None,
    out: options.Out = None,
    threads: options.Threads = None,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    picture: options.Picture = None,
    *,
    resume: options.Resume = False,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    as_json: options.AsJson = False,
) -> None:
    """Stage a recorded motion with and without each cause: what moves the vote, alone and together."""
    from apparat.experiments.contrast import face

    variants = options.read_variants(variant)
    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
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
            watcher=watcher,
        )
    from apparat.report.contrast import report
    from apparat.report.contrast_picture import save_contrast_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_contrast_picture(result, path),
        picture=picture,
    )
