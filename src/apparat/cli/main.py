"""The command `apparat`.

Commands are imported when they are asked for, and what they compute with when they compute, so that help
and mistakes are answered at once.
"""

import io
import sys
import tempfile
import traceback
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from apparat.ground.errors import ApparatError, Interrupted, UsageError

FAULT = 70

# Name: (module, its Typer app, what the command does).
COMMANDS = {
    "run": ("apparat.cli.run", "app", "Play one history and tell it month by month."),
    "ensemble": ("apparat.cli.ensemble", "app", "Play many histories; say who led, and how often."),
    "replay": ("apparat.cli.replay", "app", "Repeat one run of a stored ensemble, and tell it."),
    "what-if": ("apparat.cli.what_if", "app", "Change one thing, keep all luck, and say what differs."),
    "explain": ("apparat.cli.explain", "app", "Say what each cause contributed to who leads."),
    "contrast": ("apparat.cli.contrast", "app", "Stage a recorded vote with and without its causes."),
    "why": ("apparat.cli.why", "app", "Say why one event of a stored run came about, and what undoes it."),
    "branch": ("apparat.cli.branch", "app", "Many endings of several pasts: how much was decided by a date."),
    "flows": ("apparat.cli.flows", "app", "How far wishes rise and orders fall, on paper and in practice."),
    "calibrate": ("apparat.cli.calibrate", "app", "Fit the parameters to the record; hours, resumable."),
    "sensitivity": ("apparat.cli.sensitivity", "app", "Say what the answer hangs on."),
    "validate": ("apparat.cli.validate", "app", "Hold the model to the record: the report card."),
    "report": ("apparat.cli.report", "app", "Write an experiment as one page, for any browser."),
    "web": ("apparat.cli.web", "app", "Explore all of it in a browser."),
    "record": ("apparat.cli.record", "record_app", "Look things up in the historical record."),
    "scenario": ("apparat.cli.scenario", "scenario_app", "List, show, check and begin scenarios."),
}

# What Typer adds to every app that could stand alone.
_COMPLETION = ("install_completion", "show_completion")


class Commands(TyperGroup):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The commands in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, imported; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        mounted: typer.Typer = getattr(import_module(module), name)
        # Plain help, which is ready in a third of the time.
        mounted.rich_markup_mode = None
        command = typer.main.get_command(mounted)
        command.params = [p for p in command.params if p.name not in _COMPLETION]
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, _, said) in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:
        """Call the command; Ctrl-C is a message like any other."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted("Stopped.") from None


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, asked: bool) -> None:
    if asked:
        import apparat

        typer.echo(f"apparat {apparat.__version__}")
        raise typer.Exit


@app.callback(epilog="Example: apparat ensemble succession-1922 --runs 200 --seed 1")
def apparat(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(asked=value), is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """An executable model of the Soviet party-state: play its struggles many times, ask how and how often."""


def main() -> NoReturn:
    """Run the command line; every ending has its exit code (docs/command-line.md)."""
    for stream in (sys.stdout, sys.stderr):
        # A file's name may be no text at all; whatever quotes it shall not fail for that.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except ApparatError as error:
        _say(str(error))
        sys.exit(error.exit_code)
    except PermissionError as error:
        _say(f"{error.filename}: no permission. Choose another place, or ask for the right to use this one.")
        sys.exit(UsageError.exit_code)
    except Exception as error:  # noqa: BLE001 (the last resort, told as a fault of ours)
        _say(_fault(error))
        sys.exit(FAULT)
    sys.exit(0)


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _fault(error: Exception) -> str:
    said = f"This is a fault in Apparat, not in what you asked for: {type(error).__name__}: {error}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="apparat-fault-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            traceback.print_exception(error, file=file)
            where = f"Please report it where you got Apparat from, with the file {file.name}"
    except OSError:
        where = "Please report it where you got Apparat from, with the command that you gave"
    return f"{said}\n{where}."


if __name__ == "__main__":
    main()
