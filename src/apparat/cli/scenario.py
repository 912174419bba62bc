"""`apparat scenario`: list, show, check and start scenario files."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from apparat import constitution, scenario
from apparat.ground.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from apparat.results.base import Result

scenario_app = typer.Typer(
    no_args_is_help=True, help="List, show, check and start scenarios: what a run is told before it begins."
)


class Traits(StrEnum):
    """Whether persons differ in traits by what the record says of them."""

    RECORDED = "recorded"
    EXCHANGEABLE = "exchangeable"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@scenario_app.command("list", epilog="Example: apparat scenario list")
def list_scenarios(*, as_json: AsJson = False) -> None:
    """List the scenarios that come with the program."""
    found = [scenario.load(name) for name in scenario.names()]
    if as_json:
        from apparat.results.scenario import ScenarioEntry, ScenarioListResult

        _print_json(ScenarioListResult(scenarios=tuple(ScenarioEntry.of(one) for one in found)))
    else:
        from apparat.cli.scenario_views import scenarios

        scenarios(found)


@scenario_app.command(
    epilog="Example: apparat scenario show succession-1922 --constitution --svg institutions.svg"
)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A shipped scenario, or a file.")],
    variant: Annotated[
        list[str] | None,
        typer.Option("--variant", metavar="QUESTION=OPTION", help="Choose where sources disagree."),
    ] = None,
    traits: Annotated[
        Traits, typer.Option(help="'exchangeable' draws every person's traits from one prior.")
    ] = Traits.RECORDED,
    *,
    as_constitution: Annotated[
        bool, typer.Option("--constitution", help="Print the institutions of its first month instead.")
    ] = False,
    svg: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the institutions as a picture to FILE.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show a scenario: persons, offices, ties, calendar and timeline, with their sources."""
    chosen = choices(variant or [])
    found = scenario.load(name, variants=chosen, traits=traits.value)
    if as_constitution or svg is not None:
        _institutions(found, svg, as_json=as_json)
    elif as_json:
        from apparat.results.scenario import ScenarioShowResult

        _print_json(ScenarioShowResult.of(found, chosen, traits.value))
    else:
        from apparat.cli.scenario_views import whole

        whole(found)


@scenario_app.command(epilog="Example: apparat scenario check my-scenario.yaml")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario files.")],
    *,
    as_json: AsJson = False,
) -> None:
    """List everything wrong with scenario files, each with its line and column."""
    found = {str(file): scenario.problems(file) for file in files}
    if as_json:
        from apparat.results.scenario import ScenarioCheckResult

        _print_json(ScenarioCheckResult.of(found))
    else:
        for file, problems in found.items():
            lines = [problem.located(file) for problem in problems] or [f"{file}: no problems"]
            typer.echo("\n".join(lines))
    if any(found.values()):
        raise typer.Exit(DocumentError.exit_code)


@scenario_app.command(epilog="Example: apparat scenario new my-scenario.yaml")
def new(
    file: Annotated[Path, typer.Argument(metavar="NAME", help="The file to write; '.yaml' is added.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Write a small, commented, valid scenario to start from. Never overwrites."""
    path = scenario.start(file)
    if as_json:
        from apparat.results.scenario import ScenarioNewResult

        _print_json(ScenarioNewResult(file=str(path)))
    else:
        typer.echo(f"Wrote {path}. Change it, then: apparat scenario check {path}")


def _institutions(found: scenario.Scenario, svg: Path | None, *, as_json: bool) -> None:
    state = constitution.load(found.constitution, variants=found.answers)
    if svg is not None:
        from apparat.constitution.picture import draw

        draw(state, found.from_, svg)
    if as_json:
        from apparat.results.scenario import ScenarioConstitutionResult

        _print_json(ScenarioConstitutionResult.of(found, state))
    else:
        from apparat.constitution.describe import describe

        typer.echo(describe(state, found.from_), nl=False)
        if svg is not None:
            typer.echo(f"Wrote {svg}.")


def choices(written: list[str]) -> dict[str, str]:
    """`question=option` pairs as a mapping. Raises UsageError for what is no pair, or is given twice."""
    chosen: dict[str, str] = {}
    for pair in written:
        question, sign, option = pair.partition("=")
        if not (sign and question and option):
            raise UsageError(f"'{pair}' is not a choice. Write --variant QUESTION=OPTION.")
        if chosen.get(question, option) != option:
            raise UsageError(f"'{question}' is chosen twice: {chosen[question]} and {option}. Choose one.")
        chosen[question] = option
    return chosen


def _print_json(result: "Result") -> None:
    sys.stdout.write(result.to_json())
