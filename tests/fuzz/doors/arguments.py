"""Arguments of the command line, in any bytes that a shell can pass: words with a zero byte between them."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NoReturn

import typer
from hypothesis import strategies as st

from apparat import posterior
from apparat.cli import main
from apparat.engine import Engine
from apparat.ground.errors import Interrupted
from apparat.scenario import library
from apparat.web import serve
from tests.fuzz.door import Door
from tests.fuzz.hostile import words

_ENDINGS = frozenset({0, 1, 2, 3, 4, 130})
"""Exit codes that docs/command-line.md promises for what is asked; 70 is a fault of the program."""
_EXAMPLES = (
    "run hostile.yaml --seed 1 --until 1922-06 --json", "ensemble hostile.yaml --runs 4 --seed 1 --out store",
    "ensemble hostile.yaml --out store --resume", "replay store --run 1",
    "what-if hostile.yaml --lever x --runs 2",
    "what-if hostile.yaml --set persons.secretary.ambition=0 --from 1922-05", "explain hostile.yaml --runs 2",
    "contrast hostile.yaml --vote x", "why store --run 1", "branch hostile.yaml --at 1922-05", "report store",
    "flows hostile.yaml --picture flows.svg", "calibrate hostile.yaml --out work --budget 1", "web --port 80",
    "sensitivity hostile.yaml --runs 2 --top 1", "validate hostile.yaml --theory ideas-first", "--version",
    "record search Trotsky --from 1924 --until 1925-01", "record show congress/12 --json", "record people",
    "record person stalin", "scenario list", "scenario show hostile.yaml --constitution --month 1922-05",
    "scenario check hostile.yaml broken.yaml", "scenario new another",
    "run hostile.yaml --parameters sets.csv",
)  # fmt: skip


def doors(folder: Path) -> tuple[Door, ...]:
    """The door; the program works in `folder`."""
    (folder / "hostile.yaml").write_text(library.template(), encoding="utf-8")
    (folder / "broken.yaml").write_bytes(b"\xff\x00 [[[[ \x1b[2J")
    (folder / "sets.csv").write_text("voting.tie\n0.5\n", encoding="utf-8")
    os.chdir(folder)
    _play_nothing()
    known = sorted({word for example in _EXAMPLES for word in example.split()} | set(_options()))
    started = st.sampled_from(tuple(main.COMMANDS)).map(lambda name: [name])
    spoiled = st.tuples(started, words(*known)).map(lambda parts: joined(parts[0] + parts[1]))
    return (Door("arguments", enter, tuple(joined(example.split()) for example in _EXAMPLES), spoiled),)


def joined(given: list[str]) -> bytes:
    """Words as one input; no shell can pass a zero byte within one."""
    return b"\0".join(word.replace("\0", "").encode("utf-8", "surrogatepass") for word in given)


def enter(data: bytes) -> None:
    """The whole program with these arguments; its own faults come out as they are."""
    sys.argv = ["apparat", *(os.fsdecode(word) for word in data.split(b"\0"))]
    said, told = _stream(), _stream()
    with redirect_stdout(said), redirect_stderr(told), _own_faults():
        try:
            main.main()
        except SystemExit as ending:
            code = ending.code or 0
    if code not in _ENDINGS:
        raise RuntimeError(f"ended with {code}")
    told.flush()
    shown = told.buffer.getvalue().decode()  # type: ignore[attr-defined]
    if code and not shown.strip() and not said.buffer.getvalue().strip():  # type: ignore[attr-defined]
        raise RuntimeError(f"ended with {code} and without a word")
    if "\x1b" in shown:
        raise RuntimeError("a message holds a terminal's control characters")


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


@contextmanager
def _own_faults() -> Iterator[None]:
    """Instead of telling of a fault, raise it."""

    def raised(error: Exception) -> NoReturn:
        raise error

    telling, main._fault = main._fault, raised
    try:
        yield
    finally:
        main._fault = telling


def _options() -> Iterator[str]:
    """The options of every command."""
    waiting: list[Any] = [typer.main.get_command(main.app)]
    while waiting:
        command = waiting.pop()
        for parameter in command.params:
            yield from (option for option in parameter.opts if option.startswith("-"))
        context = typer.Context(command)
        for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
            yield name
            waiting.append(command.get_command(context, name))


def _play_nothing() -> None:
    """From now on, everything is done but what is played or served."""

    def stopped(*_: object, **__: object) -> NoReturn:
        raise Interrupted("Stopped: nothing is played here.")

    for name in ("warm", "open", "block", "history"):
        setattr(Engine, name, stopped)
    serve.listen = stopped
    found = posterior.find()
    posterior.find = lambda: found
