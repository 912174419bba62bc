"""Tests that cannot fail, and tests that nobody collects, are found here."""

import ast
from pathlib import Path

from tests.house.tree import Function, assert_none, functions, modules, place

UNCOLLECTED = "def test_a():\n    assert x\n\nclass Checks:\n    def test_b(self):\n        assert x\n"
FAKED = "def test_a():\n    x = 1\n\ndef test_b():\n    assert True\n\ndef test_c():\n    assert x\n"


def calls(function: Function) -> set[str]:
    """The last word of whatever a function calls: `raises` for `pytest.raises(...)`."""
    found = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {
        f.attr if isinstance(f, ast.Attribute) else f.id
        for f in found
        if isinstance(f, ast.Attribute | ast.Name)
    }


def asserts_itself(function: Function) -> bool:
    """Whether a function holds an assertion about something that is not a constant."""
    said = (node.test for node in ast.walk(function) if isinstance(node, ast.Assert))
    if any(not isinstance(test, ast.Constant) for test in said):
        return True
    return any(
        name in {"raises", "warns", "fail", "expect"} or name.startswith("assert_")
        for name in calls(function)
    )


def asserting_names(every: list[Function]) -> set[str]:
    """The functions that assert, or that call one that does."""
    names = {f.name for f in every if asserts_itself(f)}
    while more := {f.name for f in every if f.name not in names and calls(f) & names}:
        names |= more
    return names


def silent(every: list[Function]) -> list[Function]:
    """Tests that neither assert nor call anything in these tests that does."""
    names = asserting_names(every)
    return [f for f in every if f.name.startswith("test") and not (asserts_itself(f) or calls(f) & names)]


def collected(path: Path, tree: ast.Module) -> set[ast.AST]:
    """The test functions and methods that pytest would find in a file."""
    if not path.name.startswith("test_"):
        return set()
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name.startswith("Test")]
    found: list[ast.stmt] = list(tree.body)
    for node in classes:
        if not any(isinstance(n, Function) and n.name == "__init__" for n in node.body):
            found += node.body
    return {n for n in found if isinstance(n, Function) and n.name.startswith("test")}


def test_every_test_asserts_something() -> None:
    found = [(path, f) for path, tree in modules("tests") for f in functions(tree)]
    quiet = set(silent([f for _, f in found]))
    assert_none((f"{place(path, f)} {f.name}" for path, f in found if f in quiet), among=found)


def test_every_test_is_collected() -> None:
    lost = [
        f"{place(path, f)} {f.name}"
        for path, tree in modules("tests")
        for f in set(functions(tree)) - collected(path, tree)
        if f.name.startswith("test_")
    ]
    assert not lost, "\n".join(lost)


def test_every_test_class_holds_tests_and_is_collected() -> None:
    lost = []
    for path, tree in modules("tests"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
                methods = {n for n in node.body if isinstance(n, Function) and n.name.startswith("test")}
                if not methods or not methods <= collected(path, tree):
                    lost.append(f"{place(path, node)} {node.name}")
    assert not lost, "\n".join(lost)


def test_no_two_tests_of_a_file_share_a_name() -> None:
    for path, tree in modules("tests"):
        for scope in (tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))):
            names = [n.name for n in scope.body if isinstance(n, Function) and n.name.startswith("test")]
            assert len(names) == len(set(names)), f"{path.name}: {sorted(names)}"


def test_a_test_without_assertion_would_be_noticed() -> None:
    every = list(functions(ast.parse(FAKED)))
    assert [f.name for f in silent(every)] == ["test_a", "test_b"]


def test_a_test_in_a_file_that_is_not_collected_would_be_noticed() -> None:
    tree = ast.parse(UNCOLLECTED)
    assert not collected(Path("helpers.py"), tree)
    assert {f.name for f in collected(Path("test_x.py"), tree) if isinstance(f, Function)} == {"test_a"}
