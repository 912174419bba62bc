"""Options that several commands have, declared once, and how they are read."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from apparat.ground.errors import UsageError

if TYPE_CHECKING:
    from apparat.experiments.sets import Choice


class Traits(StrEnum):
    """Where named persons' traits come from."""

    recorded = "recorded"
    exchangeable = "exchangeable"


class Journal(StrEnum):
    """How much of every run an ensemble keeps."""

    none = "none"
    decisions = "decisions"


Scenario = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="Name of a shipped scenario, or the path of a file.")
]
Seed = Annotated[int | None, typer.Option(help="Seed of all luck.", show_default="drawn and shown")]
TraitsOption = Annotated[
    Traits,
    typer.Option(help="recorded: as older facts support; exchangeable: all from one prior."),
]
Variants = Annotated[
    list[str] | None,
    typer.Option(
        "--variant", metavar="ID=OPTION", help="Where sources disagree, take this option. Repeatable."
    ),
]
Parameters = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A table of parameter sets, a posterior's folder, or its name."),
]
Theory = Annotated[
    str | None, typer.Option(metavar="NAME", help="Play it under a rival theory: circular-flow, ...")
]
Threads = Annotated[
    int | None, typer.Option(help="Threads to use; they change no result.", show_default="all cores")
]
Workers = Annotated[
    int | None, typer.Option(help="Processes of this machine instead of threads.", show_default="none")
]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Workers of the Dask scheduler there (or a scheduler file)."),
]
Point = Annotated[
    bool, typer.Option("--point", help="Use the centre of the posterior alone, not all its sets.")
]
Uncalibrated = Annotated[
    bool, typer.Option("--uncalibrated", help="Use the assumed sets even where a posterior holds.")
]
Detail = Annotated[bool, typer.Option("--detail", help="Tell every appointment; JSON also has every ballot.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Out = Annotated[Path | None, typer.Option(metavar="DIR", help="Keep what is finished in this folder.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with what --out holds.")]
Budget = Annotated[
    float | None,
    typer.Option(
        metavar="MINUTES",
        help="Stop after so long, compiling apart, and answer from what is finished.",
        show_default="none",
    ),
]
Picture = Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the answer: .svg, .png or .pdf.")]
Causes = Annotated[
    list[str] | None,
    typer.Option(
        "--cause",
        metavar="NAME",
        help="Only these causes (scenario show NAME --causes). Repeatable.",
        show_default="the usual ones",
    ),
]
Targets = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A file of targets instead of the shipped ones.")
]


def read_variants(given: list[str] | None) -> dict[str, str]:
    """`["a=b"]` as `{"a": "b"}`. Raises UsageError for what has another form."""
    found: dict[str, str] = {}
    for text in given or []:
        question, equals, option = text.partition("=")
        if not (question and equals and option):
            raise UsageError(f"--variant {text}: write ID=OPTION. `apparat scenario show NAME` lists both.")
        if question in found:
            raise UsageError(f"--variant {question} is given twice. Choose one option.")
        found[question] = option
    return found


def read_sets(*, point: bool, uncalibrated: bool) -> "Choice":
    """Which parameter sets two options ask for. Raises UsageError for both at once."""
    if point and uncalibrated:
        raise UsageError("--point and --uncalibrated exclude each other: choose one.")
    return "point" if point else "uncalibrated" if uncalibrated else "posterior"


def check_picture(path: Path | None) -> None:
    """Raises UsageError, before any work is done, for a file that no picture can be written to."""
    if path is not None:
        from apparat.report import drawing

        drawing.check_picture(path)
