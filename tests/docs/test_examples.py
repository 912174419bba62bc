"""The examples in the pages do what the pages say: Python is run, commands are run, outputs are compared.

Two liberties are taken so that this stays quick. What takes `--runs` is played with a handful, and its
output, which depends on their number, is then not compared. In an output a line `...` stands for any lines.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apparat.cli import main
from tests.docs.pages import PAGES, Block, blocks, name
from tests.warm import Warm

RUNS = 6
PLAYS = [["apparat", name] for name in ("run", "ensemble", "what-if", "replay")]
_RUNS = re.compile(r"(--runs[ =]|\bruns=)[\d_]+")
_LOOKED_AT = re.compile(r"\"results-[\w-]+\", (\d+)")
_COMMAND = re.compile(r"(?:^|`|\$ |/)apparat((?: [^`|<>\n&;]+)?)", re.MULTILINE)


def sized(text: str) -> str:
    """The same example with a handful of runs, those that it looks at among them."""
    enough = max([RUNS, *(int(run) + 1 for run in _LOOKED_AT.findall(text))])
    return _RUNS.sub(rf"\g<1>{enough}", text)


def matches(shown: str, printed: str) -> bool:
    """Whether an output is the one shown: white space counts once, a line `...` stands for any lines."""
    parts = [re.escape(" ".join(part.split())) for part in re.split(r"^\.\.\.$", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"\s*.*?\s*".join(parts), " ".join(printed.split()), re.DOTALL) is not None


def python_examples() -> Iterator[Any]:
    """Page, block and the output it is said to print, if any."""
    for page in PAGES:
        every = list(blocks(page))
        for k, block in enumerate(every):
            if block.language != "python" or ">>>" in block.text:
                continue
            follows = [after for after in every[k + 1 : k + 2] if after.before.strip() == "prints"]
            shown = follows[0].text if follows else None
            plays = r"(ensemble|what_if|explain|branch|flows)\(|engine|\.run\(|results-"
            heavy = re.search(plays, block.text)
            marks = [pytest.mark.slow] if heavy else []
            yield pytest.param(page, block, shown, id=f"{name(page)}:{block.line}", marks=marks)


@pytest.fixture(scope="module")
def python() -> Iterator[Warm]:
    """Python as a reader starts it."""
    started = Warm(os.environ | {"COLUMNS": "100", "NO_COLOR": "1"})
    yield started
    started.close()


@pytest.mark.parametrize(("page", "block", "shown"), list(python_examples()))
def test_a_python_example_runs_and_prints_what_is_shown(
    page: Path, block: Block, shown: str | None, tmp_path: Path, python: Warm
) -> None:
    # A page that looks into a stored ensemble has told how it was made.
    for stored in sorted(set(re.findall(r"results-[\w-]+", block.text))):
        if "ensemble(" not in block.text:
            asked = ["ensemble", "succession-1922", "--runs", str(RUNS), "--seed", "1", "--out", stored]
            made = python.run(["-m", "apparat", *asked], tmp_path)
            assert made.returncode == 0, made.stderr
    (tmp_path / "example.py").write_text(sized(block.text), encoding="utf-8")
    done = python.run(["example.py"], tmp_path)
    assert done.returncode == 0, done.stderr
    if shown is not None and sized(block.text) == block.text:
        assert matches(shown, done.stdout), f"{name(page)}:{block.line} prints\n{done.stdout}"


def sessions() -> Iterator[Any]:
    """A page's console blocks, as one session: (command, output shown) in order."""
    for page in PAGES:
        steps = [step for block in blocks(page) if block.language == "console" for step in told(block.text)]
        if steps:
            plays = any(command.split()[:2] in PLAYS for command, _ in steps)
            yield pytest.param(steps, id=name(page), marks=[pytest.mark.slow] if plays else [])


def told(text: str) -> list[tuple[str, str]]:
    """The commands after `$ ` of a console block, each with the output shown under it."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    joined = [part.replace("\\\n", " ") for part in parts]
    return [(command.strip(), shown) for command, _, shown in (part.partition("\n") for part in joined)]


@pytest.mark.parametrize("steps", list(sessions()))
def test_a_console_session_goes_as_the_page_shows(
    steps: list[tuple[str, str]], tmp_path: Path, python: Warm
) -> None:
    for command, shown in steps:
        if command.startswith("sed "):
            subprocess.run(shlex.split(command), cwd=tmp_path, check=True)
        if not command.startswith("apparat "):
            continue
        words = shlex.split(sized(command))[1:]
        if words[0] == "ensemble" and "--runs" not in words:
            words += ["--runs", str(RUNS)]
        done = python.run(["-m", "apparat", *words], tmp_path)
        if not shown.strip() or "--runs" in words:
            assert done.returncode == 0, f"{command}\n{done.stderr}"
        else:
            assert matches(shown, done.stdout + done.stderr), f"{command} prints\n{done.stdout}{done.stderr}"


def commands() -> list[tuple[str, list[str]]]:
    """Every `apparat ...` in a page, prose and blocks alike, with its words."""
    texts = [(name(page), page.read_text(encoding="utf-8")) for page in PAGES]
    return [(page, said.split()) for page, text in texts for said in _COMMAND.findall(text) if said]


def unknown(words: list[str]) -> list[str]:
    """The words of a command that the program does not know as a command or as an option of it."""
    command: Any = main.Commands()
    rest = list(words)
    while rest and hasattr(command, "get_command") and re.fullmatch(r"[a-z]+(-[a-z]+)*", rest[0]):
        inner = command.get_command(None, rest[0])
        if inner is None:
            return [rest[0]]
        command, rest = inner, rest[1:]
    known = {option for p in command.params for option in p.opts} | {"--help", "-h", "--version"}
    return [option for option in re.findall(r"(?<!\S)--[\w-]+", " ".join(rest)) if option not in known]


def test_every_command_in_the_pages_exists_with_its_options() -> None:
    said = commands()
    assert len(said) > 10
    assert [(page, words) for page, words in said if unknown(words)] == []


def test_a_command_or_option_that_does_not_exist_is_noticed() -> None:
    assert unknown(["ensamble", "succession-1922"]) == ["ensamble"]
    assert unknown(["record", "serch", "x"]) == ["serch"]
    assert unknown(["ensemble", "succession-1922", "--rums", "5"]) == ["--rums"]
    assert unknown(["ensemble", "succession-1922", "--runs", "5"]) == []


def test_a_shown_output_is_compared_word_by_word() -> None:
    assert matches("a  b\nc\n", "a b c")
    assert matches("a\n...\nz\n", "a\nb\nc\nz\n")
    assert matches("a\n...\n", "a\n")
    assert not matches("a\n...\nz\n", "a\nb\n")
    assert not matches("a b", "a b c")
