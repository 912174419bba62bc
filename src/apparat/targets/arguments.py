"""What a statistic may be asked about: motions, persons, offices, months, words; each checked before use."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from apparat.ground.dates import Month
from apparat.ground.errors import nearest
from apparat.targets.names import Names

Kind = Literal["motion", "person", "office", "congress", "month", "word"]


@dataclass(frozen=True)
class Argument:
    """One argument of a statistic. `words` are what a word may be."""

    kind: Kind
    words: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What is allowed, in words."""
        if self.kind == "word":
            return " or ".join(f"'{word}'" for word in self.words)
        written = {"month": "a month, YYYY-MM", "congress": "the number of a congress of the scenario"}
        return written.get(self.kind, f"a {self.kind} of the scenario")

    def mistake(self, value: object, names: Names | None) -> str | None:
        """What is wrong with a value, in words; None when nothing is. Without names only its form is seen."""
        if self.kind == "congress":
            return _congress(value, names)
        if not isinstance(value, str):
            return f"{value!r} is not allowed here: write {self.said}"
        if self.kind == "word":
            return None if value in self.words else f"'{value}' is not allowed here: write {self.said}"
        if self.kind == "month":
            return _month(value, names)
        known = names.known(self.kind) if names is not None else (value,)
        return None if value in known else unknown(self.kind, value, known)


def unknown(kind: str, word: str, known: Iterable[str]) -> str:
    """A name that does not exist, with the nearest that do."""
    listed = list(known)
    close = " or ".join(f"'{name}'" for name in nearest(word, listed))
    hint = f"did you mean {close}?" if close else f"known are {', '.join(sorted(listed)[:12])}"
    return f"there is no {kind} called '{word}': {hint}"


def _congress(value: object, names: Names | None) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return f"{value!r} is not the number of a congress: write it as a whole number, for example 14"
    if names is None or value in names.congresses:
        return None
    return f"no congress {value} meets in the scenario: write {', '.join(map(str, names.congresses))}"


def _month(value: str, names: Names | None) -> str | None:
    try:
        month = Month.parse(value)
    except ValueError as error:
        return str(error)
    if names is None or names.start <= month <= names.end:
        return None
    return f"{month} lies outside the scenario, which goes from {names.start} to {names.end}"
