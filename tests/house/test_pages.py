"""Pages and README: every decision is listed, and set-up commands are what the checks run."""

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
_SHAPE = ["Context", "Decision", "Measurement", "Consequences"]


def set_up_commands() -> list[str]:
    """The README's shell blocks that make an environment."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    return [block for block in blocks if "-m venv" in block]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_four_parts_and_its_number(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.stem[:4]}: ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == _SHAPE


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(page.stem[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^([0-9]{4}[\w-]+)$", index, re.MULTILINE)
    assert listed == [page.stem for page in DECISIONS]


def test_the_readme_sets_up_with_two_commands_of_one_line() -> None:
    commands = set_up_commands()
    assert len(commands) == 2
    assert [command.count("\n") for command in commands] == [1, 1]


def test_the_readme_installs_nothing_that_is_not_pinned() -> None:
    for command in set_up_commands():
        installs = re.findall(r"pip install ([^&]*)", command)
        assert len(installs) == 2
        assert "--require-hashes" in installs[0]
        assert {"--no-deps", "--no-build-isolation"} <= set(installs[1].split())
