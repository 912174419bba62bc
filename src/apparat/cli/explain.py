"""`apparat explain`: what each cause contributed to who leads."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from apparat.cli import common

app = typer.Typer()


class Outcome(StrEnum):
    """What can be explained."""

    leader = "leader"


OutcomeOption = Annotated[Outcome, typer.Option(help="What is explained: who leads at the end.")]
Who = Annotated[
    str | None,
    typer.Option(
        metavar="PERSON",
        help="Whose leadership, by his name in the scenario, or nobody.",
        show_default="whoever leads most often",
    ),
]
Causes = Annotated[
    list[str] | None,
    typer.Option(
        "--cause",
        metavar="NAME",
        help="Only these causes (scenario show NAME --causes). Repeatable.",
        show_default="the scenario's list",
    ),
]
Runs = Annotated[
    int | None, typer.Option(help="How many runs, each in every coalition of causes.", show_default="500")
]
Orders = Annotated[
    int | None, typer.Option(help="Beyond ten causes: orders of arrival sampled a run.", show_default="8")
]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Keep finished runs here.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the runs in --out, or with more.")]
Budget = Annotated[
    float | None, typer.Option(metavar="MINUTES", help="Answer after so long from the runs finished by then.")
]
Picture = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Draw the contributions: .svg, .png or .pdf.")
]


@app.command(epilog="Example: apparat explain succession-1922 --outcome leader --runs 100 --seed 1")
def explain(
    scenario: common.Scenario,
    outcome: OutcomeOption = Outcome.leader,
    who: Who = None,
    cause: Causes = None,
    runs: Runs = None,
    orders: Orders = None,
    seed: common.Seed = None,
    out: Out = None,
    budget: Budget = None,
    threads: common.Threads = None,
    traits: common.TraitsOption = common.Traits.recorded,
    variant: common.Variants = None,
    parameters: common.Parameters = None,
    theory: common.Theory = None,
    picture: Picture = None,
    *,
    resume: Resume = False,
    point: common.Point = False,
    uncalibrated: common.Uncalibrated = False,
    as_json: common.AsJson = False,
) -> None:
    """Say what each cause contributed to who leads, with the causes held against their neutral levels."""
    from apparat.experiments import face

    variants = common.read_variants(variant)
    sets = common.read_sets(point=point, uncalibrated=uncalibrated)
    common.check_picture(picture)
    with common.budgeted() as watcher:
        result = face.explain(
            scenario,
            outcome=outcome.value,
            who=who,
            causes=cause or (),
            runs=runs,
            orders=orders,
            seed=seed,
            out=out,
            resume=resume,
            budget=budget,
            threads=threads,
            traits=traits.value,
            variants=variants,
            parameters=parameters,
            sets=sets,
            theory=theory,
            compiling=watcher.compiling,
            heard=watcher.heard,
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
