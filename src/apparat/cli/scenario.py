"""`apparat scenario`: list, show, check and start scenario files."""

from pathlib import Path
from typing import Annotated

import typer

from apparat import constitution, scenario
from apparat.cli.common import print_json
from apparat.cli.options import AsJson, Traits, TraitsOption, Variants, read_variants
from apparat.ground.errors import DocumentError, UsageError

scenario_app = typer.Typer(
    no_args_is_help=True, help="List, show, check and start scenarios: what a run is told before it begins."
)


@scenario_app.command("list", epilog="Example: apparat scenario list")
def list_scenarios(*, as_json: AsJson = False) -> None:
    """List the scenarios that come with the program."""
    found = [scenario.load(name) for name in scenario.names()]
    if as_json:
        from apparat.results.scenario import ScenarioEntry, ScenarioListResult

        print_json(ScenarioListResult(scenarios=tuple(ScenarioEntry.of(one) for one in found)))
    else:
        from apparat.cli.scenario_views import scenarios

        scenarios(found)


@scenario_app.command(
    epilog="Example: apparat scenario show succession-1922 --constitution --svg institutions.svg"
)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A shipped scenario, or a file.")],
    variant: Variants = None,
    traits: TraitsOption = Traits.recorded,
    *,
    levers: Annotated[
        bool, typer.Option("--levers", help="List what can be changed in it with what-if instead.")
    ] = False,
    causes: Annotated[
        bool, typer.Option("--causes", help="List what may have decided it, for explain, instead.")
    ] = False,
    as_constitution: Annotated[
        bool, typer.Option("--constitution", help="Print the institutions of its first month instead.")
    ] = False,
    svg: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the institutions as a picture to FILE.")
    ] = None,
    month: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM", help="Of --constitution and --svg: another month than its first."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show a scenario: persons, offices, ties, calendar and timeline, with their sources."""
    chosen = read_variants(variant)
    found = scenario.load(name, variants=chosen, traits=traits.value)
    if levers:
        _levers(name, found, as_json=as_json)
    elif causes:
        _causes(name, found, as_json=as_json)
    elif as_constitution or svg is not None:
        _institutions(found, svg, month, as_json=as_json)
    elif month is not None:
        raise UsageError("'--month' belongs to '--constitution' or '--svg': add one of them.")
    elif as_json:
        from apparat.results.scenario import ScenarioShowResult

        print_json(ScenarioShowResult.of(found, chosen, traits.value))
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

        print_json(ScenarioCheckResult.of(found))
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

        print_json(ScenarioNewResult(file=str(path)))
    else:
        typer.echo(f"Wrote {path}. Change it, then: apparat scenario check {path}")


def _levers(name: str, found: scenario.Scenario, *, as_json: bool) -> None:
    from apparat.scenario.levers import PATHS, read

    library = read(name)
    if as_json:
        from apparat.results.scenario import ScenarioLeversResult

        print_json(ScenarioLeversResult.of(found, library.levers, PATHS))
    else:
        from apparat.cli.scenario_views import levers

        levers(library.levers, PATHS)


def _causes(name: str, found: scenario.Scenario, *, as_json: bool) -> None:
    from apparat.scenario.causes import read

    library = read(name)
    if as_json:
        from apparat.results.scenario import ScenarioCausesResult

        print_json(ScenarioCausesResult.of(found, library.causes, library.default))
    else:
        from apparat.cli.scenario_views import causes

        causes(library.causes, library.default)


def _institutions(found: scenario.Scenario, svg: Path | None, month: str | None, *, as_json: bool) -> None:
    state = constitution.load(found.constitution, variants=found.answers)
    when = found.from_ if month is None else state.described(month)
    if svg is not None:
        from apparat.constitution.picture import draw

        draw(state, when, svg)
    if as_json:
        from apparat.results.scenario import ScenarioConstitutionResult

        print_json(ScenarioConstitutionResult.of(found, state.at(when)))
    else:
        from apparat.constitution.describe import describe

        typer.echo(describe(state, when), nl=False)
        if svg is not None:
            typer.echo(f"Wrote {svg}.")
