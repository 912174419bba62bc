"""Ensembles that come with the program."""

from pathlib import Path
from typing import Any

import pytest

from apparat import scenario
from apparat.experiments.face import ensemble
from apparat.experiments.seam import Request
from apparat.results.ensemble import EnsembleResult
from apparat.store.store import Store
from apparat.web.work import ready
from apparat.web.work.led import runs_led
from apparat.web.work.orders import EnsembleOrder

ORDER = ready.asked("succession-1922")


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[EnsembleResult, Path]:
    folder = tmp_path_factory.mktemp("laid") / "runs"
    found = ready.ready(ORDER, folder)
    assert found is not None
    return found, folder


@pytest.mark.parametrize("name", scenario.names())
def test_what_a_reader_asks_first_is_there_before_anything_is_compiled(name: str, tmp_path: Path) -> None:
    found = ready.ready(ready.asked(name), tmp_path / "runs")
    assert found is not None, "holds no more: scripts/ensembles plays it anew"
    assert (found.scenario, found.runs, found.store) == (name, 500, None)


def test_its_shares_are_those_of_its_runs(laid: tuple[EnsembleResult, Path]) -> None:
    found, folder = laid
    asked = {"1924-01", "1929-12"}
    rows = [row for row in found.over_time if row.month in asked and row.yardstick == "power"]
    assert {row.month for row in rows} == asked
    for row in rows:
        led = runs_led(ORDER, folder, month=row.month, key=row.key, yardstick="power")
        assert led.runs == row.runs, row


@pytest.mark.slow
def test_its_runs_are_those_that_are_played_here(laid: tuple[EnsembleResult, Path]) -> None:
    played = Request(scenario=ORDER.scenario, seed=ORDER.seed).build("decisions").history(7, until=11)
    with Store.open(laid[1]).connect() as connection:
        asked = "SELECT leader FROM months WHERE run = 7 AND month < 12 ORDER BY month"
        kept = [row[0] for row in connection.execute(asked).fetchall()]
    assert kept == played.leaders[:, 0].tolist()


@pytest.mark.parametrize("changes", [{"seed": 2}, {"runs": 40}, {"traits": "exchangeable"}])
def test_any_other_question_is_played(changes: dict[str, Any], tmp_path: Path) -> None:
    other = EnsembleOrder.model_validate(ORDER.model_dump() | changes)
    assert ready.ready(other, tmp_path / "runs") is None


def test_under_other_rules_none_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "rules_hash", lambda: "others")
    assert ready.ready(ORDER, tmp_path / "runs") is None


def test_runs_that_were_begun_are_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    assert ready.ready(ORDER, tmp_path) is None


@pytest.fixture(scope="module")
def toys(toy: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[EnsembleResult, Path]:
    """An ensemble of the toy, and the folder that it is shipped in."""
    folder = tmp_path_factory.mktemp("toys")
    found = ensemble(ORDER.scenario, runs=ORDER.runs, seed=ORDER.seed, out=folder / "runs")
    ready.ship(ORDER, found, folder / "runs", folder / "shipped")
    return found, folder / "shipped"


def test_what_is_shipped_is_found_again(toys: tuple[EnsembleResult, Path], tmp_path: Path) -> None:
    found, shipped = toys
    assert ready.ready(ORDER, tmp_path / "runs", shipped) == found
    row = next(row for row in found.over_time if row.month == "1922-08")
    led = runs_led(ORDER, tmp_path / "runs", month=row.month, key=row.key, yardstick=row.yardstick)
    assert led.runs == row.runs > 0


def test_rules_that_say_the_same_renew_it_and_no_others(
    toys: tuple[EnsembleResult, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, shipped = toys
    monkeypatch.setattr(ready, "rules_hash", lambda: "rewritten")
    assert ready.ready(ORDER, tmp_path / "runs", shipped) is None
    assert ready.renew(ORDER, shipped)
    assert ready.ready(ORDER, tmp_path / "runs", shipped) == found
    monkeypatch.setattr(ready, "rules_hash", lambda: "others")
    monkeypatch.setattr(Store, "digest_of", lambda *_: 0)
    assert not ready.renew(ORDER, shipped)
