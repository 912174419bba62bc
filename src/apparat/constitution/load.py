"""Constitutions read from their folders: shipped ones by name, others by path."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from apparat.constitution.amend import AmendmentError, as_read
from apparat.constitution.appointments import appointments
from apparat.constitution.check import check
from apparat.constitution.constitution import Constitution
from apparat.constitution.model import (
    BodiesFile,
    Body,
    Conduct,
    EdgesFile,
    OfficesFile,
    OrgansFile,
    PostsFile,
    Question,
    QuestionsFile,
    RulesFile,
)
from apparat.constitution.parts import Dated
from apparat.constitution.sources import Sources, dotted
from apparat.ground.errors import Problem, UsageError, unknown_name

_SHIPPED = Path(__file__).parent / "data"

Record = TypeVar("Record", bound=Dated)
Model = TypeVar("Model", bound=BaseModel)


def names() -> tuple[str, ...]:
    """The constitutions shipped with the package."""
    return tuple(sorted(folder.name for folder in _SHIPPED.iterdir() if folder.is_dir()))


def load(name: str | Path = "soviet", *, variants: Mapping[str, str] | None = None) -> Constitution:
    """A shipped constitution by name, or one of yours by the path of its folder.

    `variants` maps a question on which the sources disagree to the answer to use; the others keep their
    defaults. Raises UsageError for an unknown name, question or answer, and DocumentError, with every
    problem of a file, for a constitution that cannot be used.
    """
    if isinstance(name, Path):
        return _Reader(Sources.of(name), variants or {}).constitution()
    if name not in names():
        raise unknown_name("constitution", name, names())
    return _shipped(name, tuple(sorted((variants or {}).items())))


@lru_cache(maxsize=32)
def _shipped(name: str, variants: tuple[tuple[str, str], ...]) -> Constitution:
    return _Reader(Sources.of(_SHIPPED / name), dict(variants)).constitution()


class _Reader:
    """Joins the files of one constitution under chosen answers."""

    def __init__(self, sources: Sources, variants: Mapping[str, str]) -> None:
        self.sources = sources
        self.questions = sources.part("questions", QuestionsFile).questions
        self.answers = _answers(self.questions, variants)

    def constitution(self) -> Constitution:
        part = self.sources.part
        bodies = part("bodies", BodiesFile)
        organs = self._read("organs", part("organs", OrgansFile).organs)
        classes = self._read("post-classes", part("post-classes", PostsFile).post_classes)
        rules = part("rules", RulesFile).rules
        built = Constitution(
            name=self.sources.folder.name,
            bodies=self._read("bodies", _with_conduct(bodies.bodies, bodies.defaults)),
            offices=self._read("offices", part("offices", OfficesFile).offices),
            organs=organs,
            post_classes=classes,
            edges=(*part("edges", EdgesFile).edges, *appointments(classes, organs)),
            rules=tuple(self._applied(("rules", k), rule) for k, rule in enumerate(rules)),
            questions=MappingProxyType(self.questions),
            answers=MappingProxyType(self.answers),
        )
        self.sources.refuse(check(built))
        return built

    def _read(self, part: str, records: Mapping[str, Record]) -> Mapping[str, Record]:
        return MappingProxyType(
            {name: self._applied((part, name), record) for name, record in records.items()}
        )

    def _applied(self, path: tuple[str | int, ...], record: Record) -> Record:
        """The record under the answers; all its versions are made, so that none fails later."""
        try:
            chosen = as_read(record, self.answers)
            _ = chosen.versions
        except AmendmentError as error:
            fault = Problem(str(error), path=dotted((*path, *error.path)))
            raise self.sources.error([fault]) from None
        return chosen


def _answers(questions: Mapping[str, Question], variants: Mapping[str, str]) -> dict[str, str]:
    answers = {name: question.default for name, question in questions.items()}
    for name, answer in variants.items():
        if name not in questions:
            raise unknown_name("question", name, questions)
        if answer not in questions[name].answers:
            raise UsageError(
                f"'{answer}' is no answer to the question '{name}': {questions[name].text} "
                f"Known: {', '.join(questions[name].answers)}."
            )
        answers[name] = answer
    return answers


def _with_conduct(bodies: Mapping[str, Body], defaults: Conduct) -> Mapping[str, Body]:
    """Bodies that may decide something get the common majority and quorum, unless they state their own."""
    conduct = {"majority": defaults.majority, "quorum": defaults.quorum}
    filled = {}
    for name, body in bodies.items():
        missing = {key: value for key, value in conduct.items() if getattr(body, key) is None}
        filled[name] = body.model_copy(update=missing) if body.may_decide else body
    return MappingProxyType(filled)
