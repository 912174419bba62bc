"""Orders become the calls that the command line makes."""

from pathlib import Path
from typing import Any

import pytest

from apparat.experiments.seam import Silence
from apparat.ground.errors import UsageError
from apparat.web.work import answers
from apparat.web.work.orders import ExplainOrder, Setting, ValidateOrder, WhatIfOrder
from tests.report.samples import EXPLANATION


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The arguments of the last call."""
    given: dict[str, Any] = {}

    def call(*names: str, **rest: Any) -> Any:
        given.clear()
        given.update(rest, scenario=names)
        return EXPLANATION.model_copy(update={"folder": "/somewhere"})

    for name in ("what_if", "explain", "validate"):
        monkeypatch.setattr(answers, name, call)
    return given


def change(**rest: Any) -> WhatIfOrder:
    return WhatIfOrder(kind="what-if", scenario="succession-1922", **rest)


def test_numbers_are_set_from_the_first_month_unless_told(called: dict[str, Any], tmp_path: Path) -> None:
    settings = (Setting(path="persons.trotsky.menace", value=0.5),)
    answers.answer(change(settings=settings), tmp_path, Silence())
    assert (called["settings"], called["start"]) == ({"persons.trotsky.menace": 0.5}, "1922-04")
    answers.answer(change(settings=settings, since="1925-01"), tmp_path, Silence())
    assert called["start"] == "1925-01"


def test_levers_alone_have_dates_of_their_own(called: dict[str, Any], tmp_path: Path) -> None:
    answers.answer(change(levers=("no-war-scare",), since="1925-01"), tmp_path, Silence())
    assert (called["levers"], called["start"]) == (("no-war-scare",), None)


def test_a_number_set_twice_is_refused(called: dict[str, Any], tmp_path: Path) -> None:
    twice = tuple(Setting(path="persons.trotsky.menace", value=value) for value in (0.5, 0.6))
    with pytest.raises(UsageError, match="set twice"):
        answers.answer(change(settings=twice), tmp_path, Silence())


def test_an_explanation_is_kept_and_gone_on_with_and_its_folder_stays_here(
    called: dict[str, Any], tmp_path: Path
) -> None:
    found = answers.answer(ExplainOrder(kind="explain", scenario="succession-1922"), tmp_path, Silence())
    assert (called["out"], called["resume"], called["runs"]) == (tmp_path, True, 60)
    assert getattr(found, "folder", "") is None


def test_a_report_card_leaves_rival_theories_out(called: dict[str, Any], tmp_path: Path) -> None:
    answers.answer(ValidateOrder(kind="validate", scenario="succession-1922"), tmp_path, Silence())
    assert called["theories"] is False
    assert called["scenario"] == ("succession-1922",)
