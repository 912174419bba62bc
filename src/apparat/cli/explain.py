"""`apparat explain`: what each cause contributed to who leads."""

from typing import Annotated

import typer

from apparat.cli import common, options, progress

app = typer.Typer()


Outcome = Annotated[str, typer.Option(metavar="leader", help="What is explained: who leads at the end.")]
Who = Annotated[
    str | None,
    typer.Option(
        metavar="PERSON",
        help="Whose leadership, by his name in the scenario, or nobody.",
        show_default="whoever leads most often",
    ),
]
Runs = Annotated[
    int | None, typer.Option(help="How many runs, each in every coalition of causes.", show_default="500")
]
Orders = Annotated[
    int | None, typer.Option(help="Beyond ten causes: orders of arrival sampled a run.", show_default="8")
]


@app.command(epilog="Example: apparat explain succession-1922 --outcome leader --runs 100 --seed 1")
def explain(
    scenario: options.Scenario,
    outcome: Outcome = "leader",
    who: Who = None,
    cause: options.Causes = None,
    runs: Runs = None,
    orders: Orders = None,
    seed: options.Seed = None,
    out: options.Out = None,
    budget: options.Budget = None,
    threads: options.Threads = None,
    workers: options.Workers = None,
    cluster: options.Cluster = None,
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
    """Say what each cause contributed to who leads, with the causes held against their neutral levels."""
    from apparat.experiments.explain import face

    sets = options.read_sets(point=point, uncalibrated=uncalibrated)
    options.check_picture(picture)
    with progress.shown() as watcher:
        result = face.explain(
            scenario,
            outcome=outcome,
            who=who,
            causes=cause or (),
            runs=runs,
            orders=orders,
            seed=seed,
            out=out,
            resume=resume,
            budget=budget,
            threads=threads,
            workers=workers,
            cluster=cluster,
            traits=traits.value,
            variants=options.read_variants(variant),
            parameters=parameters,
            sets=sets,
            theory=theory,
            watcher=watcher,
        )
    from apparat.report.explain import report
    from apparat.report.explain_picture import save_explain_picture

    common.deliver(
        result,
        lambda _: report(result),
        as_json=as_json,
        draw=lambda path: save_explain_picture(result, path),
        picture=picture,
    )
