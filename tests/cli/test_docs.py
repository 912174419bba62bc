"""The page about the command line says what the program says."""

import re
from pathlib import Path

import pytest

from apparat.cli import main
from apparat.ground.errors import ApparatError

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


PAGES_ONLY = {"report", "web"}
"""Commands whose answers are pages: they print no JSON."""


def kinds(kind: type[ApparatError]) -> list[type[ApparatError]]:
    return [kind, *(deeper for below in kind.__subclasses__() for deeper in kinds(below))]


def test_every_exit_code_is_explained_and_no_other() -> None:
    explained = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert explained == {0, main.FAULT} | {kind.exit_code for kind in kinds(ApparatError)}


def test_every_command_is_listed() -> None:
    assert re.findall(r"^\| `apparat ([\w-]+)", PAGE, re.MULTILINE) == list(main.COMMANDS)


@pytest.mark.parametrize(
    "name",
    [
        "run",
        "ensemble",
        "replay",
        "what-if",
        "explain",
        "contrast",
        "why",
        "branch",
        "flows",
        "calibrate",
        "sensitivity",
        "validate",
        "report",
        "web",
    ],
)
def test_every_option_is_explained_for_its_command(name: str) -> None:
    command = main.Commands().get_command(None, name)
    has = {
        option for p in command.params for option in p.opts if option.startswith("--") and option != "--help"
    }
    rows = re.findall(r"^\| `(--[\w-]+)[^|]*`?(?:\\\|[^|]*)* \| ([\w, -]+) \|", PAGE, re.MULTILINE)
    explained = {
        option for option, of in rows if name in of.split(", ") or (of == "all" and name not in PAGES_ONLY)
    }
    assert explained == has
