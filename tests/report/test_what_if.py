"""What an intervention changes, as text and as a picture."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import apparat
from apparat.report.what_if import outcomes, report
from apparat.report.what_if_picture import draw, save_what_if_picture
from apparat.results.what_if import OutcomeRow, WhatIfResult
from apparat.results.words import decision


def ask(**asked: object) -> WhatIfResult:
    return apparat.what_if("succession-1922", runs=2, seed=2, sets="uncalibrated", **asked)


@pytest.fixture(scope="module")
def one() -> WhatIfResult:
    """One intervention."""
    return ask(levers="no-general-secretary")


@pytest.fixture(scope="module")
def several() -> WhatIfResult:
    """Several at once, one of which sets something that is so already."""
    return ask(settings={"persons.trotsky.menace": (0.5, 1.5), "chief.slate": True}, start="1928-01")


def text(result: WhatIfResult) -> str:
    console = Console(file=StringIO(), width=80)
    for part in report(result):
        console.print(part)
    return console.file.getvalue()


def test_the_report_of_one_intervention_says_all_of_it_within_the_width(one: WhatIfResult) -> None:
    said = text(one)
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for part in ("Would anybody have won", "2 pairs of runs", "Who leads in December 1929", "Months played"):
        assert part in said
    assert f"Run {one.pair[0].run}, where its pair differs" in said
    assert one.digest[:20] in said


def test_settings_that_changed_nothing_are_named(several: WhatIfResult) -> None:
    assert "No run was changed by chief.slate = on" in text(several)


def leads(person: str, without: float, with_: float) -> OutcomeRow:
    apart = {"difference": with_ - without, "low": -0.1, "high": 0.1}
    counted = {"key": 1, "gained": 0, "lost": 0, "variance_ratio": 0.5}
    return OutcomeRow(
        arm="any", yardstick="conduct", person=person, without=without, **{"with": with_}, **apart, **counted
    )


def test_those_who_lead_seldom_are_added_up_and_no_name_is_cut() -> None:
    often = [leads(f"Ordzhonikidze{k}", 0.2 - k / 100, 0.1) for k in range(5)]
    seldom = [leads(f"Rykov{k}", 0.02, 0.03) for k in range(3)]
    console = Console(file=StringIO(), width=80)
    console.print(outcomes([*often, *seldom, leads("Petrovsky", 0.0, 0.5)], "1929-12"))
    said = console.file.getvalue()
    assert all(row.person in said for row in often)
    assert "Petrovsky" in said
    assert "Rykov" not in said
    assert (
        " ".join(next(line for line in said.splitlines() if "others" in line).split())
        == "3 others 6 % 9 % +3"
    )


def test_decisions_are_told_in_words(one: WhatIfResult) -> None:
    assert decision("vote", "expel", "Politburo") == "vote to expel somebody, Politburo"
    assert all(decision(row.kind, row.motion, row.body) for row in one.decisions)
    assert "seat-lost" not in text(one)


def test_the_conclusion_is_of_the_person_who_leads_most_often_without_it(one: WhatIfResult) -> None:
    persons = [row for row in one.outcomes if row.yardstick == "conduct" and row.key]
    most = max(persons, key=lambda row: row.without)
    assert f"{most.person} leads in" in one.conclusion


def test_a_fan_is_drawn_of_one_intervention_and_bars_of_several(
    one: WhatIfResult, several: WhatIfResult
) -> None:
    lines = {line.get_label() for line in draw(one).axes[0].get_lines()}
    assert lines
    bars = draw(several).axes[0]
    assert [label.get_text() for label in bars.get_yticklabels()] == [row.arm for row in several.arms]
    leaders = {row.person for row in several.outcomes if row.yardstick == "conduct"}
    assert {said.get_text() for said in bars.get_legend().get_texts()} <= leaders


def test_a_picture_says_what_made_it(one: WhatIfResult, tmp_path: Path) -> None:
    save_what_if_picture(one, tmp_path / "fan.svg")
    assert one.digest in (tmp_path / "fan.svg").read_text(encoding="utf-8")
