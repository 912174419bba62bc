"""The errors a user can meet: a small drawn hierarchy.

Every message says what happened, where, what is allowed and what to do, in that order.
Facts are attributes; the message is built from them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar

LONGEST = 2_000
"""Characters of a message's line; what was quoted beyond them helps nobody."""


def legible(text: str) -> str:
    """A text that may quote anything, as it can be shown.

    Control characters and halves of characters are written out, so that no terminal obeys them; endless lines
    are cut.
    """
    return "\n".join(_legible_line(line) for line in text.split("\n"))


def _legible_line(line: str) -> str:
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1]}…"
    if line.isprintable():
        return line
    return "".join(
        letter if letter.isprintable() or letter == "\t" else letter.encode("unicode_escape").decode()
        for letter in line
    )


class ApparatError(Exception):
    """Anything the user can mend. The command line prints the message and exits with `exit_code`."""

    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        return legible(super().__str__())


class UsageError(ApparatError):
    """A wrong option, an unknown name, an impossible request."""

    exit_code = 2


class UnknownName(UsageError):
    """A name that nothing has."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a document, with its place (lines and columns count from 1)."""

    message: str
    line: int | None = None
    column: int | None = None
    path: str = ""

    def located(self, file: str) -> str:
        """`file:line:column: message`, as far as the place is known."""
        place = ":".join(str(part) for part in (file, self.line, self.column) if part is not None)
        return legible(f"{place}: {self.message}")


@dataclass
class DocumentError(ApparatError):
    """A file that cannot be used: all its problems at once."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    exit_code: ClassVar[int] = 3

    def __str__(self) -> str:
        return "\n".join(problem.located(self.file) for problem in self.problems)


class StoreError(ApparatError):
    """A store that is missing, damaged, full, or not ours."""

    exit_code = 4


class ClusterError(ApparatError):
    """A cluster that does not answer, differs from this program, or has lost its workers."""

    exit_code = 5


class Interrupted(ApparatError):
    """Stopped by the user; what was finished is kept."""

    exit_code = 130


def nearest(word: str, known: Iterable[str], *, count: int = 3) -> list[str]:
    """The known words closest to a misspelt one, best first."""
    return get_close_matches(word, list(known), n=count, cutoff=0.5)


def unknown_name(kind: str, word: str, known: Iterable[str]) -> UnknownName:
    """The one message for a name that does not exist."""
    names = sorted(known)
    close = nearest(word, names)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"Known: {', '.join(names[:12])}."
    return UnknownName(f"There is no {kind} called '{word}'. {hint}")
