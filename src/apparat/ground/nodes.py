"""YAML read into located nodes: a small, safe part of the language, and nothing executed.

What is left out is refused with a message, never guessed: anchors, aliases, tags, several documents,
keys that are not plain words. Plain scalars mean what they look like: `true`, `false`, `null`, decimal
numbers; everything else is text, so that `no`, `on`, `1922-04`, `12:30` and `010` stay as written.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from apparat.ground.errors import Problem

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_LARGEST = 10**15
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a document, so that no file can exhaust memory or the stack."""

    bytes: int = 2 * 1024 * 1024
    depth: int = 12
    nodes: int = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column of a character, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document: a scalar, a tuple of nodes (list) or a dict of nodes (mapping)."""

    content: "Scalar | tuple[Node, ...] | dict[str, Node]"
    place: Place
    key_place: Place | None = None

    def plain(self) -> object:
        """The same value as lists, dicts and scalars."""
        if isinstance(self.content, dict):
            return {key: node.plain() for key, node in self.content.items()}
        if isinstance(self.content, tuple):
            return [node.plain() for node in self.content]
        return self.content


class RefusedError(Exception):
    """A document that is not in the safe part of YAML; `problem` says why and where."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.problem = Problem(message, place.line, place.column)


def compose(text: str, limits: Limits) -> Node | None:
    """The document in `text` as nodes; None when there is nothing in it. Raises RefusedError."""
    return _Composer(text, limits).document()


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


class _Composer:
    """One pass over the parser's events; recursion is bounded by `limits.depth`."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.count = 0
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))

    def next(self) -> "yaml.Event":
        try:
            event = next(self.events)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(1, 1) if mark is None else _place(mark)
            raise RefusedError(self._syntax(error, place), place) from None
        except yaml.reader.ReaderError as error:
            raise RefusedError(*self._unreadable(error)) from None
        except yaml.YAMLError as error:
            raise RefusedError(f"this is not valid YAML: {str(error).splitlines()[0]}", Place(1, 1)) from None
        self._refuse_machinery(event)
        return event

    def _unreadable(self, error: "yaml.reader.ReaderError") -> tuple[str, Place]:
        for number, line in enumerate(self.text.split("\n"), start=1):
            for column, letter in enumerate(line, start=1):
                if not (letter.isprintable() or letter in "\t\r\x85\u2028\u2029\xa0"):
                    return f"the character U+{ord(letter):04X} is not allowed here: remove it", Place(
                        number, column
                    )
        return f"a character cannot be read: {error.reason}", Place(1, 1)

    def _syntax(self, error: "yaml.MarkedYAMLError", place: Place) -> str:
        lines = self.text.split("\n")
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        if "\t" in line[: place.column] and not line[: place.column].strip():
            return "a tab is used for indentation: use spaces"
        problem = str(error.problem)
        for sign, advice in _ADVICE.items():
            if sign in problem:
                return advice
        return f"this is not valid YAML: {problem}"

    def _refuse_machinery(self, event: "yaml.Event") -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise RefusedError(
                "anchors (&name) and aliases (*name) are not allowed: write the value out, "
                "or put the text in quotes",
                _place(event.start_mark),
            )
        if (tag := getattr(event, "tag", None)) is not None:
            raise RefusedError(
                f"the tag '{tag}' is not allowed: write plain values, or put the text in quotes",
                _place(event.start_mark),
            )

    def document(self) -> Node | None:
        while not isinstance(event := self.next(), yaml.DocumentStartEvent):
            if isinstance(event, yaml.StreamEndEvent):
                return None
        root = self.value(self.next(), depth=1)
        self.next()
        extra = self.next()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise RefusedError(
                "a second document begins here ('---'): keep one document in a file", _place(extra.start_mark)
            )
        return None if root.content is None else root

    def value(self, event: "yaml.Event", depth: int, key_place: Place | None = None) -> Node:
        place = _place(event.start_mark)
        self._check_bounds(place, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return Node(self._mapping(depth), place, key_place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._sequence(depth), place, key_place)
        if not isinstance(event, yaml.ScalarEvent):
            raise RefusedError("a value is expected here", place)
        return Node(_scalar(event, place), place, key_place)

    def _check_bounds(self, place: Place, depth: int) -> None:
        self.count += 1
        if depth > self.limits.depth:
            message = (
                f"lists and mappings are nested too deeply: at most {self.limits.depth} levels are allowed"
            )
            raise RefusedError(message, place)
        if self.count > self.limits.nodes:
            message = f"the document holds too many values: at most {self.limits.nodes:,} are allowed"
            raise RefusedError(message, place)

    def _sequence(self, depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value(event, depth + 1))
        return tuple(items)

    def _mapping(self, depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key_place = _place(event.start_mark)
            if not isinstance(event, yaml.ScalarEvent):
                raise RefusedError("a key must be one word, not a list or a mapping", key_place)
            key = event.value
            if key in entries:
                first = entries[key].key_place or key_place
                raise RefusedError(
                    f"the key '{shortened(key)}' is written twice (first on line {first.line}): remove one",
                    key_place,
                )
            entries[key] = self.value(self.next(), depth + 1, key_place)
        return entries


_ADVICE = {
    "mapping values are not allowed": "a colon is not expected here: check the indentation, or put text that "
    "contains ': ' in quotes",
    "could not find expected ':'": "a key without its colon: write 'key: value'",
    "did not find expected ',' or ']'": "a list in brackets is not closed: a comma or ']' is missing",
    "expected ',' or ']'": "a list in brackets is not closed: a comma or ']' is missing",
    "did not find expected ',' or '}'": "a mapping in braces is not closed: a comma or '}' is missing",
    "expected ',' or '}'": "a mapping in braces is not closed: a comma or '}' is missing",
    "did not find expected node content": "a value is expected here: a list in brackets may not be closed",
    "unexpected end of stream": "a text in quotes is not closed",
    "did not find expected key": "this line does not fit its neighbours: check its indentation",
    "did not find expected '-' indicator": "an entry of a list must begin with '- ': check the indentation",
    "did not find expected <document start>": "this line does not fit the document: check its indentation",
}


def _scalar(event: "yaml.ScalarEvent", place: Place) -> Scalar:
    text = event.value
    if event.style not in (None, ""):
        return str(text)
    if text in _WORDS:
        return _WORDS[text]
    if _NOT_FINITE.fullmatch(text):
        raise RefusedError(f"'{text}' is not a number that can be used: write a finite number", place)
    if _INTEGER.fullmatch(text):
        return _bounded(int(text) if len(text) < 20 else _LARGEST + 1, text, place)
    if _DECIMAL.fullmatch(text):
        return _bounded(float(text), text, place)
    return str(text)


def _bounded(number: float, text: str, place: Place) -> float:
    if not math.isfinite(number) or abs(number) > _LARGEST:
        raise RefusedError(
            f"the number {shortened(text)} is too large: at most {_LARGEST:.0e} is allowed", place
        )
    return number


def shortened(text: str, width: int = 60) -> str:
    """One line of at most `width` characters, for quoting a value in a message."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= width else line[: width - 1] + "…"
