"""`apparat what-if`: one thing changed, all luck kept."""

from typing import TYPE_CHECKING, Annotated

import typer

from apparat.cli import common, options, progress
from apparat.ground.errors import UsageError

if TYPE_CHECKING:
    from apparat.scenario.levers import Value

app = typer.Typer()

Levers = Annotated[
    list[str] | None,
    typer.Option(
        "--lever", metavar="NAME", help="Pull this lever (scenario show NAME --levers). Repeatable: together."
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="PATH=VALUE", help="Set a path; PATH=A,B,C makes a grid. Repeatable: combined."
    ),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="YYYY-MM", help="The month at whose beginning --set is done.")
]
Runs = Annotated[int | None, typer.Option(help="How many pairs of runs.", show_default="500")]
Apart = Annotated[bool, typer.Option("--apart", help="Each lever by itself, not all together.")]


@app.command(
    name="what-if",
    epilog="Example: apparat what-if succession-1922 --lever testament-read-out --runs 200 --seed 1",
)
def what_if(
    scenario: options.Scenario,
    lever: Levers = None,
    setting: Settings = None,
    start: From = None,
    runs: Runs = None,
    seed: options.Seed = None,
    threads: options.Threads = None,
    workers: options.Workers = None,
    cluster: options.Cluster = None,
    traits: options.TraitsOption = options.Traits.recorded,
    variant: options.Variants = None,
    parameters: options.Parameters = None,
    theory: options.Theory = None,
    out: options.Out = None,
    picture: options.Picture = None,
    *,
    resume: options.Resume = False,
    apart: Apart = False,
    point: options.Point = False,
    uncalibrated: options.Uncalibrated = False,
    as_json: options.AsJson = False,
) -> None:
    """Change one thing in many histories, keep all luck, and say what differs."""
    from apparat.experiments.what_if import face

    variants, settings = options.read_variants(variant), read_settings(setting)
    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.what_if(
            scenario,
            levers=lever or (),
            settings=settings,
            start=start,
            apart=apart,
            runs=runs,
            seed=seed,
            threads=threads,
            workers=workers,
            cluster=cluster,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            theory=theory,
            out=out,
            resume=resume,
            watcher=watcher,
        )
    from apparat.report.what_if import report
    from apparat.report.what_if_picture import save_what_if_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_what_if_picture(result, path),
        picture=picture,
    )


def read_settings(given: list[str] | None) -> "dict[str, Value | tuple[Value, ...]]":
    """`["a.b=1,2"]` as `{"a.b": ("1", "2")}`. Raises UsageError for what has another form."""
    found: dict[str, Value | tuple[Value, ...]] = {}
    for text in given or []:
        path, equals, values = text.partition("=")
        listed = tuple(value.strip() for value in values.split(","))
        if not (path and equals and all(listed)):
            raise UsageError(f"--set {text}: write PATH=VALUE, or PATH=VALUE,VALUE for a grid.")
        if path in found:
            raise UsageError(f"--set {path} is given twice. Write its values in one, with commas.")
        if len(set(listed)) < len(listed):
            raise UsageError(f"--set {text}: a value stands there twice.")
        found[path] = listed
    return found
