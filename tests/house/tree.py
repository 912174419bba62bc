"""The checkout as the house tests see it: which files it holds, and their syntax trees."""

import ast
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sized
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "apparat"
_MADE = {".venv", ".git", "__pycache__", "_build", "build", "dist"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def committed() -> tuple[Path, ...]:
    """The files that git tracks or would take up; without git, every file that is not made by a tool."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        done = subprocess.run(listing, capture_output=True, check=False)
        if done.returncode == 0:
            names = done.stdout.decode().split("\0")
            return tuple(path for name in names if name and (path := ROOT / name).is_file())
    return tuple(p for p in sorted(ROOT.rglob("*")) if p.is_file() and not _MADE & set(p.parts))


def written(*folders: str) -> Iterator[tuple[Path, str]]:
    """The committed text files (those in UTF-8), all or those under some folders, with their text."""
    for path in committed():
        if folders and not any(path.is_relative_to(ROOT / folder) for folder in folders):
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """The committed Python files under some folders, parsed."""
    for path, text in written(*folders):
        if path.suffix == ".py":
            yield path, _parsed(path, text)


@cache
def _parsed(path: Path, text: str) -> ast.Module:
    return ast.parse(text, filename=str(path))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function in a tree, nested ones and methods included."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def place(path: Path, node: ast.AST | int) -> str:
    """`file:line`, from the root of the checkout."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 0)
    return f"{path.relative_to(ROOT)}:{line}"


def assert_none(complaints: Iterable[str], *, among: Sized) -> None:
    """Fail with all complaints, or when there was nothing to look at."""
    found = list(complaints)
    assert len(among) > 0
    assert not found, "\n".join(found)
