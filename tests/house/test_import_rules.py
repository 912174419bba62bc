"""Rooms stand one above the other, and the contract that says so names them all."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, assert_none, modules, place


def layers() -> list[str]:
    """The rooms as pyproject.toml orders them, highest first."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = table["tool"]["importlinter"]["contracts"]
    return next(list(c["layers"]) for c in contracts if c["type"] == "layers")


def imported_rooms(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """The rooms that a module imports from, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "apparat":
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("apparat."):
            yield node, str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            names = (alias.name.split(".") for alias in node.names)
            yield from ((node, parts[1]) for parts in names if parts[0] == "apparat" and len(parts) > 1)


def climbing(path: Path, tree: ast.Module, order: list[str]) -> Iterator[str]:
    """Imports from a higher room than the one a module stands in."""
    room = path.relative_to(PACKAGE).parts[0]
    for node, other in imported_rooms(tree):
        if other in order and order.index(other) < order.index(room):
            yield f"{place(path, node)} {room} imports {other}"


def test_the_contract_names_every_room() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(layers()) == rooms | {"__main__"}


def test_no_room_imports_from_a_higher_one() -> None:
    order = layers()
    inside = [(path, tree) for path, tree in modules("src") if path.parent != PACKAGE]
    assert_none((line for path, tree in inside for line in climbing(path, tree, order)), among=inside)


def test_an_import_from_above_would_be_noticed() -> None:
    order, low = layers(), PACKAGE / "ground" / "x.py"
    for line in ("from apparat.cli import main", "from apparat import results", "import apparat.store.files"):
        assert list(climbing(low, ast.parse(line), order)), line
    assert not list(climbing(PACKAGE / "cli" / "x.py", ast.parse("import apparat.ground.errors"), order))
