"""Sensitivity of a tiny scenario, and of shares whose answers are known."""

from pathlib import Path

import numpy as np
import pytest

from apparat.experiments.calibration import screen
from apparat.experiments.calibration.screen import Screened
from apparat.experiments.sensitivity import analyse, face, parameters
from apparat.ground.errors import StoreError, UsageError
from apparat.inference import screening
from apparat.mechanisms.month import all_parameters
from apparat.results.sensitivity import SensitivityResult
from apparat.scenario.library import template

FEW = ("agenda.initiative", "agenda.threshold", "voting.norm")
NUMBERS = {"seed": 3, "runs": 2, "trajectories": 2, "top": 2, "base": 2, "threads": 2}


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> tuple[SensitivityResult, Path]:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "my-scenario.yaml").write_text(template(), encoding="utf-8")
    few = [p for p in all_parameters() if p.address in FEW]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screen, "all_parameters", lambda: few)
        patch.setattr(analyse, "all_parameters", lambda: few)
        result = face.sensitivity(folder / "my-scenario.yaml", out=folder / "s", **NUMBERS)
        again = face.sensitivity(folder / "my-scenario.yaml", out=folder / "s", resume=True)
    assert again == result
    return result, folder


def test_every_outcome_told_has_effects_of_all_parameters_and_indices_of_the_strongest(
    analysed: tuple[SensitivityResult, Path],
) -> None:
    result, _ = analysed
    told = {row.outcome for row in result.outcomes}
    assert told
    assert {(row.outcome, row.parameter) for row in result.effects} == {(o, p) for o in told for p in FEW}
    assert len(result.indices) == 2 * len(told)
    assert result.draws == 2 * (len(FEW) + 1) + 2 * (2 + 2)
    assert "no figure of the record carries the answer yet" in result.conclusion
    assert SensitivityResult.model_validate_json(result.to_json()) == result


def test_another_analysis_in_the_folder_is_refused(analysed: tuple[SensitivityResult, Path]) -> None:
    _, folder = analysed
    with pytest.raises(StoreError, match="runs: stored 2, asked 4"):
        face.sensitivity(folder / "my-scenario.yaml", out=folder / "s", resume=True, runs=4)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"base": 6}, "--base is a power of 2"),
        ({"top": 0}, "--top is a whole number from 1"),
        ({"runs": 1}, "--runs is a whole number from 2"),
        ({"resume": True}, "--resume needs --out DIR"),
    ],
)
def test_what_cannot_be_analysed_is_refused(how: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        face.sensitivity("succession-1922", **(NUMBERS | how))


def test_luck_alone_is_not_noticed_and_a_real_effect_is() -> None:
    names, runs, trajectories = tuple(f"p{k}" for k in range(30)), 100, 6
    points = screening.design(names, trajectories, seed=4)
    luck = np.random.Generator(np.random.Philox(5))
    shares = luck.binomial(runs, 0.3 + 0.4 * points[:, 0]) / runs
    screened = Screened(names, points, np.zeros((len(points), 0)), shares[:, None])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parameters, "all_parameters", lambda: [Source(name) for name in names])
        rows = list(parameters.effect_rows(screened, np.array([0]), ["x"], runs, trajectories))
    noticed = {row.parameter for row in rows if row.noticeable}
    assert rows[0].parameter == "p0"
    assert "p0" in noticed
    assert len(noticed) <= 4
    idle = [row.strength for row in rows[1:]]
    assert np.mean(idle) == pytest.approx(rows[0].by_luck, rel=0.25)


class Source:
    """A parameter of a toy."""

    def __init__(self, address: str) -> None:
        self.address, self.source = address, "assumed"
