"""Fits that leave one struggle out, and one that is given a figure held back, on struggles of a toy."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from apparat import posterior
from apparat.experiments.calibration import calibrate as fitting
from apparat.experiments.calibration.plan import Plan
from apparat.experiments.crew.threads import Threads
from apparat.ground.dates import Month
from apparat.inference.points import Measured
from apparat.mechanisms.month import all_parameters
from apparat.posterior.posterior import addressed
from apparat.results.calibration import CalibrationResult

WANTED = {"early": 0.2, "late": 0.8}
HELD_BACK = {"told-late": 0.65}
MOVED = "voting.tie"
DEVIATION = 0.1


class ToyStruggles:
    """Each struggle measures one parameter's place in its range, and wants it somewhere else."""

    def __init__(self, names: tuple[str, ...], **_: Any) -> None:
        self.names, self.runs, self.more = tuple(names), 2, ()
        self.all = [SimpleNamespace(name=name) for name in names]
        self.outcomes = tuple(f"{name}: somebody" for name in names)
        self.targets = tuple(
            SimpleNamespace(
                name=f"figure-{name}", scenario=name, date=Month.of(1922, 4), unit="share", low=w, high=w
            )
            for name, w in WANTED.items()
            if name in names
        )

    def only(self, names: tuple[str, ...]) -> "ToyStruggles":
        return ToyStruggles(tuple(name for name in self.names if name in names))

    def given(self, names: tuple[str, ...]) -> "ToyStruggles":
        found = ToyStruggles(self.names)
        found.more = tuple(names)
        found.targets += tuple(
            SimpleNamespace(name=name, scenario="late", date=Month.of(1922, 4), unit="share", low=w, high=w)
            for name, w in HELD_BACK.items()
            if name in names
        )
        return found

    def warm(self, progress: Any) -> None:
        """Nothing to compile."""

    def play(self, sets: np.ndarray, first: int = 0) -> Measured:
        p = next(p for p in all_parameters() if p.address == MOVED)
        share = (addressed(sets, [p])[MOVED][0] - p.low) / (p.high - p.low)
        wanted = np.array([target.low for target in self.targets])
        firm = np.array([target.name not in self.more for target in self.targets])
        share = np.full(len(wanted), share)
        return Measured(
            share, (share - wanted) / DEVIATION, share[: len(self.names)], firm=firm if self.more else None
        )

    def digests(self, sets: np.ndarray, runs: int) -> dict[str, tuple[str, ...]]:
        return dict.fromkeys(self.names, ("0" * 16,) * runs)

    def identity(self) -> dict[str, Any]:
        hashes = dict.fromkeys(self.names, "h")
        return {"engine": "e", "scenario_hashes": hashes, "targets": hashes}


@pytest.fixture(scope="module")
def fitted(tmp_path_factory: pytest.TempPathFactory) -> CalibrationResult:
    numbers = {"seed": 1, "runs": 2, "points": 200, "trajectories": 2}
    plan = Plan(scenarios=("early", "late"), leave_one_out=True, given=tuple(HELD_BACK), **numbers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitting, "Struggles", ToyStruggles)
        return fitting.calibrate(
            plan,
            tmp_path_factory.mktemp("toy") / "c",
            crew=Threads(2),
            budget=60.0,
            resume=False,
        )


def test_each_fit_knows_the_struggles_that_it_was_given_and_no_other(fitted: CalibrationResult) -> None:
    told = [(row.fit, row.scenarios, row.left_out) for row in fitted.fits]
    assert told == [
        ("joint", ("early", "late"), None),
        ("given", ("early", "late"), None),
        ("without-early", ("late",), "early"),
        ("without-late", ("early",), "late"),
    ]
    places = {row.fit: row.fitted for row in fitted.targets}
    p = next(p for p in all_parameters() if p.address == MOVED)
    medians = {row.fit: (row.fitted - p.low) / (p.high - p.low) for row in fitted.parameters}
    assert medians["without-early"] == pytest.approx(0.8, abs=0.07)
    assert medians["without-late"] == pytest.approx(0.2, abs=0.07)
    assert medians["joint"] == pytest.approx(0.5, abs=0.07)
    assert places["joint"] == pytest.approx(0.5, abs=0.07)


def test_only_what_moves_a_target_is_freed(fitted: CalibrationResult) -> None:
    assert {row.parameter for row in fitted.parameters} == {MOVED}


def test_their_posteriors_are_found_by_the_struggle_left_out(fitted: CalibrationResult) -> None:
    folder = Path(fitted.folder) / "posteriors"
    found = posterior.without("early", folder)
    assert found is not None
    assert found.provenance.scenarios == ("late",)
    assert found.provenance.name == "late-without-early"
    joint = posterior.find(folder)
    assert joint is not None
    assert joint.provenance.scenarios == ("early", "late")


def test_struggles_that_pull_apart_are_both_said_to_be_missed(fitted: CalibrationResult) -> None:
    verdicts = {(row.fit, row.target): row.verdict for row in fitted.targets}
    assert verdicts["without-late", "figure-early"] == "met"
    assert verdicts["joint", "figure-early"] == verdicts["joint", "figure-late"] == "not met"
    assert "not met: figure-early, figure-late" in fitted.conclusion


def test_a_figure_that_is_given_moves_the_joint_fit_on_and_no_other(fitted: CalibrationResult) -> None:
    """Normal about 0.5 before, normal about 0.65 by itself, both of deviation 0.1: about 0.575 together."""
    p = next(p for p in all_parameters() if p.address == MOVED)
    row = next(row for row in fitted.parameters if row.fit == "given")
    assert (row.fitted - p.low) / (p.high - p.low) == pytest.approx(0.575, abs=0.04)
    assert [each.target for each in fitted.targets if each.fit == "given"] == [
        "figure-early",
        "figure-late",
        "told-late",
    ]
    assert not [each for each in fitted.targets if each.fit != "given" and each.target == "told-late"]


def test_what_was_given_a_figure_held_back_is_found_by_that_alone(fitted: CalibrationResult) -> None:
    folder = Path(fitted.folder) / "posteriors"
    found = posterior.given(folder)
    assert found is not None
    assert found.provenance.given == ("told-late",)
    assert found.provenance.name == "early+late-given-told-late"
    joint = posterior.find(folder)
    assert joint is not None
    assert joint.provenance.given == ()
    again = posterior.called(found.provenance.name, folder)
    assert again is not None
    assert again.provenance == found.provenance
