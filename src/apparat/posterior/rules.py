"""A hash of what the rules say: it changes with any rule or parameter, not with comments, layout or compiler.

A calibration takes hours. It must not outlive a change of the rules, and need not die of a better comment.
"""

import ast
import hashlib
from functools import cache
from pathlib import Path

ROOMS = ("world", "mechanisms", "observers")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def rules_hash(package: Path | None = None) -> str:
    """Sixteen hexadecimal digits for the state, the mechanisms and the observers."""
    root = package or Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((root / room).glob("*.py")):
            digest.update(f"{room}/{path.name}:{said(path.read_text(encoding='utf-8'))};".encode())
    return digest.hexdigest()[:16]


def said(source: str) -> str:
    """A source without comments, layout and docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)
