"""Pages of what was measured: every hypothesis and lever, with verdicts that their intervals bear out."""

import json
import re
import runpy
from collections.abc import Iterator
from typing import Any

import pytest

from apparat import scenario
from apparat.experiments.hypotheses.library import load
from apparat.experiments.hypotheses.schema import Comparison, Hypothesis, Outcome
from apparat.experiments.hypotheses.verdict import decided
from apparat.results.paired import Difference
from apparat.scenario.levers import read
from tests.docs.pages import DOCS, section
from tests.house.tree import ROOT

MEASURED: dict[str, Any] = json.loads((DOCS / "measured.json").read_text(encoding="utf-8"))
PAGE = (DOCS / "hypotheses.md").read_text(encoding="utf-8")
_NUMBER = r"[+-]?\d+\.\d"
_ROW = re.compile(
    rf"^\| [^|]+ \| [^|]+ \| (?P<expected>more|less|alike) \| {_NUMBER} \| {_NUMBER} "
    rf"\| {_NUMBER} \((?P<low>{_NUMBER}) to (?P<high>{_NUMBER})\) "
    r"\| \**(?P<verdict>\w+)\** \| `\w{16}` \|$",
    re.MULTILINE,
)


def claims() -> Iterator[tuple[str, Hypothesis]]:
    for file in load().values():
        yield from file.hypotheses.items()


def asked(name: str) -> list[tuple[str, Comparison, Outcome]]:
    """Every outcome of every comparison of a scenario, in the order in which they are measured."""
    return [
        (claim, comparison, outcome)
        for claim, hypothesis in claims()
        for comparison in hypothesis.compared
        if comparison.scenario == name
        for outcome in comparison.outcomes
    ]


@pytest.mark.parametrize("name", ["hypotheses.md", "model.md", "what-if.md"])
def test_the_page_is_what_the_script_writes_from_the_numbers(name: str) -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "hypotheses"))["pages"](MEASURED)
    assert (DOCS / name).read_text(encoding="utf-8") == written[name], "run scripts/hypotheses --pages"


@pytest.mark.parametrize("name", scenario.names())
def test_all_that_is_asked_was_measured_and_each_verdict_follows_from_its_interval(name: str) -> None:
    kept = [row for row in MEASURED["findings"] if row["scenario"] == name]
    for row, (claim, comparison, outcome) in zip(kept, asked(name), strict=True):
        assert (row["hypothesis"], row["compared"]) == (claim, comparison.said)
        assert row["expected"] == outcome.expected
        assert row["verdict"] == decided(outcome.expected, Difference(*row["difference"]), outcome.within)
        assert 0 < row["pairs"] <= row["runs"] == MEASURED["runs"]
        assert row["applied"] > 0


def test_every_hypothesis_stands_on_the_page_with_a_row_for_each_outcome() -> None:
    for _, hypothesis in claims():
        rows = _ROW.findall(section(PAGE, f"### {hypothesis.says}"))
        assert len(rows) == sum(len(comparison.outcomes) for comparison in hypothesis.compared)


def test_verdicts_agree_with_the_intervals_beside_them() -> None:
    rows = list(_ROW.finditer(PAGE))
    assert len(rows) == len(MEASURED["findings"])
    for row in rows:
        low, high = float(row["low"]), float(row["high"])
        above, below = low >= 0 and high > 0, high <= 0 and low < 0
        # Printed ends are rounded: an end at nought may stand on either side of it.
        sure = {"more": {"held": above, "reversed": below}, "less": {"held": below, "reversed": above}}
        alike = {"held": low >= -5 and high <= 5, "reversed": low >= 5 or high <= -5}
        open_ = low <= 0 <= high if row["expected"] != "alike" else low <= -5 or high >= 5
        assert (sure.get(row["expected"], alike) | {"undecided": open_})[row["verdict"]], row[0]


def test_the_page_on_the_model_names_every_hypothesis() -> None:
    table = section((DOCS / "model.md").read_text(encoding="utf-8"), "## Hypotheses, not assertions")
    assert [says for _, each in claims() if f"| {each.says} |" not in table for says in [each.says]] == []


@pytest.mark.parametrize("name", scenario.names())
def test_every_lever_has_its_row(name: str) -> None:
    kept = MEASURED["levers"][name]
    assert [row["lever"] for row in kept["rows"]] == list(read(name).levers)
    page = (DOCS / "what-if.md").read_text(encoding="utf-8")
    for row in kept["rows"]:
        value, low, high = row["difference"]
        assert low <= value <= high
        assert value == pytest.approx(row["with"] - row["without"])
        assert 0 < row["applied"] <= MEASURED["runs"]
        assert f"| `{row['lever']}` | {row['from']} |" in page
