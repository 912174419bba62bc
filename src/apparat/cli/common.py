"""How the commands give out their answers."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from apparat.results.base import Result


def print_json(result: "Result") -> None:
    """A result as JSON on standard output."""
    sys.stdout.write(result.to_json())


def is_plain(console: "Console") -> bool:
    """Whether a console cannot show block characters."""
    try:
        "█▁·".encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def output() -> "Console":
    """Standard output: plain text where it is no terminal; NO_COLOR is heeded."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def show(console: "Console", parts: "Iterable[RenderableType]") -> None:
    """Print renderables one after another, so that a long text begins at once."""
    for part in parts:
        console.print(part)


def written(console: "Console", what: str, path: "Path") -> None:
    """Say where something was written; a path is one word, to be copied, however narrow the terminal."""
    console.print(f"{what}: {path}", soft_wrap=True)


def deliver(
    result: "Result",
    say: "Callable[[Console], Iterable[RenderableType]]",
    *,
    as_json: bool,
    draw: "Callable[[Path], None] | None" = None,
    picture: Path | None = None,
) -> None:
    """Give out an answer: its picture, if one was asked for, and JSON, or what `say` makes of it."""
    if picture is not None and draw is not None:
        draw(picture)
    if as_json:
        print_json(result)
        return
    console = output()
    show(console, say(console))
    if picture is not None:
        written(console, "Picture", picture)
