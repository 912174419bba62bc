"""A whole calibration of a tiny scenario: stopped and resumed, it ends as if undisturbed."""

from pathlib import Path

import numpy as np
import pytest

from apparat import posterior
from apparat.experiments.calibration import face, screen
from apparat.experiments.seam import Progress, Silence, Watcher
from apparat.ground.errors import ApparatError, Interrupted, StoreError, UsageError
from apparat.mechanisms.month import all_parameters
from apparat.results.calibration import CalibrationResult
from apparat.scenario.library import template

SCREENED = ("agenda.initiative", "agenda.threshold", "voting.norm", "congress.luck")
TARGETS = """
scenario: my-scenario
targets:
  seats:
    {date: 1924-03, statistic: seats-lost, with: {since: 1922-05, until: 1924-03}, recorded: {value: 1},
     unit: seats, confidence: high, role: calibration, because: testament-vote-1924, why: An invented figure.}
  attempts:
    {date: 1924-03, statistic: attempts-on-chief, with: {since: 1922-05, until: 1924-03}, unit: motions,
     recorded: {low: 1}, confidence: medium, role: calibration, because: testament-vote-1924, why: Invented.}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "my-scenario.yaml").write_text(template(), encoding="utf-8")
    (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _few_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screening all parameters of the model would take longer than a test may."""
    few = [p for p in all_parameters() if p.address in SCREENED]
    monkeypatch.setattr(screen, "all_parameters", lambda: few)


def calibrate(files: Path, out: Path, watcher: Watcher | None = None, **how: object) -> CalibrationResult:
    plain = {"seed": 3, "runs": 2, "points": 20, "free": 2, "trajectories": 2, "threads": 2}
    return face.calibrate(
        files / "my-scenario.yaml", out=out, targets=files / "targets.yaml", watcher=watcher, **(plain | how)
    )


@pytest.fixture(scope="module")
def undisturbed(files: Path, tmp_path_factory: pytest.TempPathFactory) -> CalibrationResult:
    with pytest.MonkeyPatch.context() as patch:
        few = [p for p in all_parameters() if p.address in SCREENED]
        patch.setattr(screen, "all_parameters", lambda: few)
        return calibrate(files, tmp_path_factory.mktemp("undisturbed") / "c")


def test_a_stopped_calibration_goes_on_to_the_same_posterior(
    files: Path, undisturbed: CalibrationResult, tmp_path: Path
) -> None:
    seen: list[Progress] = []

    class Stop(Silence):
        def staged(self, progress: Progress) -> None:
            seen.append(progress)
            if progress.stage == "joint/step-001":
                raise KeyboardInterrupt

    with pytest.raises(Interrupted, match=r"are kept in .*\n  apparat calibrate .*--seed 3 .*--resume"):
        calibrate(files, tmp_path / "c", Stop())
    assert {"screening", "joint/step-000"} <= {progress.stage for progress in seen}
    resumed = calibrate(files, tmp_path / "c", resume=True, threads=1)
    assert resumed.rounds == undisturbed.rounds
    assert resumed.parameters == undisturbed.parameters
    assert resumed.targets == undisturbed.targets
    one, two = (posterior.read(Path(each.fits[0].folder)) for each in (resumed, undisturbed))
    for address, values in one.parameters.items():
        assert np.array_equal(values, two.parameters[address]), address


def test_the_posterior_says_how_it_was_made(undisturbed: CalibrationResult) -> None:
    made = posterior.read(Path(undisturbed.fits[0].folder)).provenance
    assert made.scenarios == ("my-scenario",)
    assert set(made.free) <= set(SCREENED)
    assert len(made.free) <= 2
    assert made.rules == undisturbed.rules
    assert made.draws == sum(row.draws for row in undisturbed.rounds)
    assert made.power == 1.0
    assert made.complete
    assert "--points 20" in made.command


def test_the_answer_tells_parameters_targets_and_leaders(undisturbed: CalibrationResult) -> None:
    known = {p.address: p for p in all_parameters()}
    for row in undisturbed.parameters:
        assert known[row.parameter].low <= row.fitted_low <= row.fitted <= row.fitted_high
        assert row.identified == (row.narrowed <= 0.9)
        assert row.moves in {"seats", "attempts"}
    assert [row.target for row in undisturbed.targets] == ["seats", "attempts"]
    assert undisturbed.targets[1].recorded_high is None
    assert sum(row.fitted for row in undisturbed.outcomes) == pytest.approx(1, abs=0.05)
    assert undisturbed.headline().startswith("Fitted jointly to my-scenario (")
    assert CalibrationResult.model_validate_json(undisturbed.to_json()) == undisturbed


def test_a_budget_too_small_keeps_what_it_has_and_says_how_to_go_on(files: Path, tmp_path: Path) -> None:
    with pytest.raises(ApparatError, match=r"before the first population .*\n  apparat calibrate .*--budget"):
        calibrate(files, tmp_path / "c", budget=1e-6)


def test_another_plan_in_the_same_folder_is_refused(files: Path, undisturbed: CalibrationResult) -> None:
    folder = Path(undisturbed.folder)
    with pytest.raises(StoreError, match="runs: stored 2, asked 3"):
        calibrate(files, folder, resume=True, runs=3)
    with pytest.raises(StoreError, match="earlier work here already"):
        calibrate(files, folder)


def test_a_file_where_a_folder_is_needed_is_said(files: Path, tmp_path: Path) -> None:
    (tmp_path / "c").write_text("not a folder")
    with pytest.raises(StoreError, match="a file stands where a folder is needed"):
        calibrate(files, tmp_path / "c")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"runs": 1}, "--runs is a whole number from 2"),
        ({"points": 3}, "--points is a whole number from 20"),
        ({"free": 0}, "--free is a whole number from 1"),
        ({"trajectories": 1}, "--trajectories is a whole number from 2"),
        ({"seed": -1}, "A seed is a whole number"),
        ({"budget": 0.0}, "A budget is a number of minutes greater than 0"),
        ({"threads": 0}, "Threads must be"),
        ({"leave_one_out": True}, "--leave-one-out needs two scenarios"),
        ({"given": ("seats",)}, "is held to seats already"),
        ({"given": ("throne",)}, "no target held back called 'throne'"),
    ],
)
def test_what_cannot_be_done_is_refused_before_any_work(
    files: Path, tmp_path: Path, how: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        calibrate(files, tmp_path / "c", **how)
    assert not (tmp_path / "c").exists()


def test_scenarios_that_cannot_be_fitted_are_refused(files: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="named twice"):
        face.calibrate("succession-1922", "succession-1922", out=tmp_path / "c")
    with pytest.raises(UsageError, match="Name at least one scenario"):
        face.calibrate(out=tmp_path / "c")
    with pytest.raises(ApparatError, match="no scenario with targets"):
        face.calibrate(files / "my-scenario.yaml", out=tmp_path / "c")
