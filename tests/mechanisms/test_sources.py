"""Sources: whatever a mechanism says it rests on is in the record, an assumption, or a named work."""

import ast
import re
from pathlib import Path

import pytest

from apparat import mechanisms, record
from apparat.mechanisms import month

FOLDER = Path(mechanisms.__file__).parent
STEPS = sorted(p for p in FOLDER.glob("*.py") if p.stem not in {"__init__", "month", "steps"})
SECTIONS = ["Reads", "Writes", "Draws", "Facts"]
WORK = re.compile(r"\[[A-Z]\w+\d{4}\]")


def docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def section(text: str, name: str) -> str:
    """A section of a mechanism's docstring, up to the next one."""
    found = re.search(rf"^{name}: (.*?)(?=^(?:{'|'.join(SECTIONS)}): |\Z)", text, re.MULTILINE | re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def facts(path: Path) -> list[str]:
    """The ids that a mechanism's docstring names as its facts."""
    return [part.strip() for part in section(docstring(path), "Facts").split(",") if part.strip()]


def stands(reference: str) -> bool:
    """Whether a reference is of the record, an assumption, or a bracketed work."""
    return bool(WORK.fullmatch(reference)) or record.known(reference)


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_a_mechanism_says_what_it_reads_writes_and_draws(path: Path) -> None:
    text = docstring(path)
    assert re.findall(rf"^({'|'.join(SECTIONS)}): \S", text, re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_the_facts_of_a_mechanism_are_in_the_record(path: Path) -> None:
    named = facts(path)
    assert named
    assert [fact for fact in named if not record.known(fact) or fact.startswith("assumed")] == []


def test_the_source_of_every_parameter_can_be_looked_up() -> None:
    parameters = month.all_parameters()
    assert parameters
    lost = {p.address: [r for r in p.source.split("; ") if not stands(r)] for p in parameters}
    assert {address: parts for address, parts in lost.items() if parts} == {}


def test_a_draw_is_named_as_luck_names_it() -> None:
    from apparat.world import luck

    named = {
        name for path in STEPS for name in re.findall(r"\b[A-Z]{3,}\b", section(docstring(path), "Draws"))
    }
    assert named
    assert [name for name in named if not isinstance(getattr(luck, name, None), int)] == []


def test_a_source_that_nobody_can_look_up_would_be_noticed() -> None:
    assert not stands("as everybody knows")
    assert not stands("[work]")
    assert stands("[Kuran1991]")
    assert stands("assumed: a half")
