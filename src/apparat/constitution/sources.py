"""The files of a constitution, and the places in them where a fault lies."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from apparat.ground.documents import Document, read
from apparat.ground.errors import DocumentError, Problem, UsageError

Model = TypeVar("Model", bound=BaseModel)

FILES: Mapping[str, str] = {
    "questions": "questions.yaml",
    "bodies": "bodies.yaml",
    "offices": "offices.yaml",
    "organs": "organs.yaml",
    "post-classes": "posts.yaml",
    "edges": "edges.yaml",
    "rules": "rules.yaml",
}
"""The first key of each file, which is also the first step of a problem's path, and the file."""

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def dotted(path: Iterable[str | int]) -> str:
    """A path as people write it: `bodies.politburo.changes[0]`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def steps(path: str) -> tuple[str | int, ...]:
    """The inverse of `dotted`."""
    return tuple(int(number) if number else word for number, word in _STEP.findall(path))


@dataclass(frozen=True)
class Sources:
    """A constitution's folder and its documents, by the first key of each."""

    folder: Path
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, folder: Path) -> "Sources":
        """Read a folder. Raises UsageError if there is none, DocumentError if a file is no YAML."""
        if not folder.is_dir():
            raise UsageError(
                f"There is no folder '{folder}'. A constitution is a folder with {', '.join(FILES.values())}."
            )
        return cls(folder, {part: read(folder / name, kind="constitution") for part, name in FILES.items()})

    def part(self, name: str, model: type[Model]) -> Model:
        """One file as a model. Raises DocumentError."""
        return self.documents[name].validate(model)

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Raise the problems, if there are any."""
        found = list(problems)
        if found:
            raise self.error(found)

    def error(self, problems: Iterable[Problem]) -> DocumentError:
        """All problems of the first file that has any, each with its place."""
        faulty: dict[str, list[Problem]] = {}
        for problem in problems:
            path = steps(problem.path)
            part = str(path[0])
            faulty.setdefault(part, []).append(self.documents[part].problem(problem.message, *path))
        part, located = next(iter(faulty.items()))
        return self.documents[part].error(located)
