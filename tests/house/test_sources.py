"""Sources stay readable: small functions, small files, a docstring on whatever is public."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, Function, assert_none, functions, modules, place, written

FOLDERS = ("src", "tests", "scripts", "bench", "docs")
LONGEST_FUNCTION = 60
LONGEST_FILE = 450


def own_lines(function: Function) -> int:
    """The lines of a function without its decorators and docstring."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    documented = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - documented


def undocumented(path: Path, tree: ast.Module) -> Iterator[str]:
    """Public functions, classes, methods and the module itself, where no docstring says what they do."""
    if not ast.get_docstring(tree):
        yield place(path, 1)
    todo: list[ast.AST] = [tree]
    while todo:
        for node in ast.iter_child_nodes(todo.pop()):
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                if not ast.get_docstring(node):
                    yield f"{place(path, node)} {node.name}"
                if isinstance(node, ast.ClassDef):
                    todo.append(node)


def test_every_function_fits_on_a_screen() -> None:
    found = [(path, f) for path, tree in modules(*FOLDERS) for f in functions(tree)]
    long = (
        f"{place(path, f)} {f.name}: {own_lines(f)}" for path, f in found if own_lines(f) > LONGEST_FUNCTION
    )
    assert_none(long, among=found)


def test_no_source_file_grows_past_what_a_reader_holds() -> None:
    lengths = {path: text.count("\n") for path, text in written(*FOLDERS) if path.suffix == ".py"}
    assert_none((place(path, n) for path, n in lengths.items() if n > LONGEST_FILE), among=lengths)


def test_whatever_is_public_says_what_it_does() -> None:
    found = list(modules("src"))
    assert_none((line for path, tree in found for line in undocumented(path, tree)), among=found)


def test_every_room_says_what_it_holds() -> None:
    rooms = [path for path, _ in modules("src") if path.name == "__init__.py" and path.parent != PACKAGE]
    unsaid = [
        f"{module.relative_to(PACKAGE)} is missing from the table in {room.relative_to(PACKAGE)}"
        for room in rooms
        for module in sorted(room.parent.glob("*.py"))
        if module != room and f"`{module.stem}`" not in room.read_text(encoding="utf-8")
    ]
    assert_none(unsaid, among=rooms)


def test_a_silent_function_would_be_noticed() -> None:
    tree = ast.parse('"""Said."""\ndef loud():\n    """Said."""\ndef silent(): pass\ndef _private(): pass\n')
    assert [line.split()[1] for line in undocumented(PACKAGE / "x.py", tree)] == ["silent"]
