"""The page of parameters is current, and every parameter's source can be followed."""

import re
import runpy

import pytest

from apparat import record
from apparat.mechanisms.month import all_parameters
from apparat.record.tables import TABLES
from apparat.world.parameters import Parameter
from tests.docs.pages import DOCS
from tests.house.tree import ROOT

IDS = [row.id for row in record.rows()]
_REFERENCE = re.compile(r"\b[a-z][a-z0-9]*(?:[-/][a-z0-9]+)+\b")
_ENTRY = re.compile(r"^## (\w+)$", re.MULTILINE)


def works() -> set[str]:
    return set(_ENTRY.findall((DOCS / "references.md").read_text(encoding="utf-8")))


def stands_for_something(reference: str) -> bool:
    """A fact, a row, a table, or the first parts of rows' ids."""
    if record.known(reference) or reference in TABLES:
        return True
    return "/" in reference and any(row.startswith(f"{reference}/") for row in IDS)


def unfollowed(source: str) -> list[str]:
    """What a source names and nobody can find; the source itself if it names nothing."""
    missing = [key for key in re.findall(r"\[(\w+)\]", source) if key not in works()]
    followed = "[" in source
    for part in (part.strip() for part in source.split(";")):
        head, colon, _ = part.partition(":")
        if head == "assumed":
            # The reason of an assumption is prose, which may or may not name a fact.
            followed = True
            continue
        references = _REFERENCE.findall(head if colon else part)
        references += [word for word in re.findall(r"^[a-z]+\b", part) if word in TABLES and "/" not in head]
        missing += [reference for reference in references if not stands_for_something(reference)]
        followed = followed or bool(references)
    return missing if followed else [source]


def test_the_page_is_what_the_script_writes() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "parameters"))["page"](all_parameters())
    assert (DOCS / "parameters.md").read_text(encoding="utf-8") == written, "run scripts/parameters"


@pytest.mark.parametrize("parameter", all_parameters(), ids=lambda p: p.address)
def test_a_source_can_be_followed(parameter: Parameter) -> None:
    assert unfollowed(parameter.source) == []


@pytest.mark.parametrize("parameter", all_parameters(), ids=lambda p: p.address)
def test_a_parameter_has_unit_meaning_and_a_range_around_its_default(parameter: Parameter) -> None:
    assert parameter.unit
    assert parameter.meaning
    assert parameter.low <= parameter.default <= parameter.high
    assert parameter.low < parameter.high


def test_a_source_that_leads_nowhere_is_noticed() -> None:
    assert unfollowed("common knowledge") == ["common knowledge"]
    assert unfollowed("no-such-fact-anywhere") == ["no-such-fact-anywhere"]
    assert unfollowed("assumed; no-such-fact-anywhere") == ["no-such-fact-anywhere"]
    assert unfollowed("assumed; [Nobody1900]") == ["Nobody1900"]
    assert unfollowed("vote/1900-01-01: a vote") == ["vote/1900-01-01"]
    assert unfollowed("assumed: a guess") == []
