"""YAML documents read safely into Pydantic models, with every problem located.

`load` is the whole of it for most callers. `read` gives the `Document`, for callers that check more than
a model can (names that refer to each other) and want to say where, or that patch a document before use.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from apparat.ground.errors import DocumentError, Problem
from apparat.ground.nodes import Limits, Node, Place, RefusedError, compose, shortened
from apparat.ground.translation import translated

__all__ = ["Document", "Limits", "load", "read"]

Model = TypeVar("Model", bound=BaseModel)
Step = str | int


@dataclass(frozen=True)
class Document:
    """A document whose values know their places. `kind` names it in messages: 'scenario'."""

    file: str
    kind: str
    root: Node

    def find(self, *path: Step) -> Node | None:
        """The node under a path of keys and list positions, or None."""
        node: Node | None = self.root
        for step in path:
            if node is None:
                return None
            content = node.content
            if isinstance(content, dict):
                node = content.get(str(step))
            elif isinstance(content, tuple) and isinstance(step, int) and 0 <= step < len(content):
                node = content[step]
            else:
                return None
        return node

    def problem(self, message: str, *path: Step, at_key: bool = False) -> Problem:
        """A problem placed at the value under `path`, at its key, or at the nearest parent that exists."""
        known = list(path)
        while (node := self.find(*known)) is None:
            known.pop()
        place: Place = node.key_place or node.place if at_key else node.place
        return Problem(message, place.line, place.column, dotted(path))

    def error(self, problems: Iterable[Problem]) -> DocumentError:
        """All problems as one error, in the order of the document."""
        ordered = sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))
        return DocumentError(self.file, list(dict.fromkeys(ordered)))

    def validate(self, model: type[Model]) -> Model:
        """The document as a `model`. Raises DocumentError with all problems at once."""
        try:
            return model.model_validate_json(json.dumps(self.root.plain()), strict=True)
        except ValidationError as error:
            raise self.error(translated(self, model, error.errors(include_url=False))) from None


def dotted(path: Iterable[Step]) -> str:
    """A path of keys and positions as people write it: `timeline[3].date`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def load(
    source: str | bytes | Path,
    model: type[Model],
    *,
    kind: str,
    name: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  a frozen value
) -> Model:
    """Read a file (`Path`) or a text (`str`, `bytes`) as a `model`; `name` stands for the file in messages.

    Raises DocumentError, and nothing else, for whatever is wrong with the document.
    """
    return read(source, kind=kind, name=name, limits=limits).validate(model)


def read(
    source: str | bytes | Path,
    *,
    kind: str,
    name: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  a frozen value
) -> Document:
    """Read a document without a model; its root is a mapping. Raises DocumentError."""
    file = name or (str(source) if isinstance(source, Path) else f"<{kind}>")
    text = _text(source, file, kind, limits)
    try:
        root = compose(text, limits)
    except RefusedError as refused:
        raise DocumentError(file, [refused.problem]) from None
    if root is None:
        raise _unusable(file, f"the file is empty: a {kind} is expected")
    if not isinstance(root.content, dict):
        found = "a list" if isinstance(root.content, tuple) else f"'{shortened(str(root.content))}'"
        problem = Problem(f"a {kind} is a mapping ('key: value' lines), not {found}", root.place.line, 1)
        raise DocumentError(file, [problem])
    return Document(file, kind, root)


def _unusable(file: str, message: str) -> DocumentError:
    return DocumentError(file, [Problem(message)])


def _text(source: str | bytes | Path, file: str, kind: str, limits: Limits) -> str:
    data = _file_bytes(source, file, kind, limits) if isinstance(source, Path) else source
    if isinstance(data, str):
        data = data.encode("utf-8", errors="surrogatepass")
    if len(data) > limits.bytes:
        raise _unusable(file, f"the file is too large: at most {limits.bytes:,} bytes are allowed")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unusable(file, "the file is in UTF-16: save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", errors="replace")) + 1
        message = f"byte 0x{data[error.start]:02X} is not UTF-8: save the file as UTF-8"
        raise DocumentError(file, [Problem(message, line, column)]) from None


def _file_bytes(path: Path, file: str, kind: str, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise _unusable(file, f"this is a folder: name the {kind} file in it")
        with path.open("rb") as opened:
            return opened.read(limits.bytes + 1)
    except FileNotFoundError:
        raise _unusable(file, "there is no such file: check the name") from None
    except PermissionError:
        raise _unusable(file, "the file may not be read: change its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _unusable(file, f"the file cannot be read: {reason}") from None
