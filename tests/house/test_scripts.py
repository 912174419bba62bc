"""Scripts ask the program for names that it has."""

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT

SCRIPTS = sorted(
    path
    for path in (ROOT / "scripts").iterdir()
    if path.is_file() and "python" in path.read_text(encoding="utf-8").split("\n", 1)[0]
)


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a script takes from the program, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "apparat":
            yield from ((str(node.module), alias.name) for alias in node.names)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_name_that_a_script_takes_from_the_program_is_there(path: Path) -> None:
    for module, name in imported(path):
        held = importlib.import_module(module)
        assert hasattr(held, name) or importlib.util.find_spec(f"{module}.{name}"), f"{module}: no {name}"
