"""Fits find posteriors that are known exactly; interruptions change nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from apparat.experiments.calibration.fit import Fitted
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.workers import OutOfTime
from apparat.ground.errors import ApparatError
from apparat.inference.points import Array, Measured, Simulate
from apparat.inference.prior import DEVIATION
from tests.experiments.calibration import toys

ROOT = Path(__file__).resolve().parents[3]


def fitted(path: Path, simulate: Simulate, **how: int) -> tuple[Fitted, Array]:
    """A fit in a new folder, and the values of its free parameters."""
    with Folder(path, {"toy": 1}, resume=False) as folder:
        fit = toys.fit(folder, simulate, **how)
        found = fit.run()
    return found, fit.prior.values(found.points.line)


@pytest.mark.statistical
def test_the_posterior_of_a_normal_mean_is_the_conjugate_one(tmp_path: Path) -> None:
    """A uniform prior and one measurement of deviation 0.1: normal, with just that mean and deviation."""
    found, values = fitted(tmp_path / "f", toys.towards(0.4, 0.1))
    assert found.complete
    assert found.power == 1.0
    assert values.mean(axis=0) == pytest.approx(0.4, abs=0.035)
    assert values.std(axis=0) == pytest.approx(0.1, abs=0.025)


@pytest.mark.statistical
def test_several_measurements_of_one_mean_add_up(tmp_path: Path) -> None:
    """Four measurements of deviation 0.1 leave a deviation of 0.05."""

    def four(free: Array, rest: Array) -> Measured:
        off = (free[:1] - np.array([0.45, 0.5, 0.5, 0.55])) / 0.1
        return Measured(off, off, rest)

    _, values = fitted(tmp_path / "f", four)
    assert values[:, 0].mean() == pytest.approx(0.5, abs=0.02)
    assert values[:, 0].std() == pytest.approx(0.05, abs=0.015)


@pytest.mark.statistical
def test_going_on_from_a_posterior_counts_what_shaped_it_once(tmp_path: Path) -> None:
    """Measured at 0.4, then at 0.6 as well, both of deviation 0.1: 0.5, with a deviation of 0.07."""

    def both(free: Array, rest: Array) -> Measured:
        off = (free[:1] - np.array([0.4, 0.6])) / 0.1
        return Measured(off, off, rest, firm=np.array([True, False]))

    def first(free: Array, rest: Array) -> Measured:
        return Measured(free[:1], (free[:1] - 0.4) / 0.1, rest)

    before, _ = fitted(tmp_path / "first", first)
    with Folder(tmp_path / "on", {"toy": 1}, resume=False) as folder:
        fit = toys.fit(folder, both, start=before.points)
        found = fit.run()
    values = fit.prior.values(found.points.line)
    assert found.complete
    assert values[:, 0].mean() == pytest.approx(0.5, abs=0.03)
    assert values[:, 0].std() == pytest.approx(0.1 / 2**0.5, abs=0.02)
    assert values[:, 1].std() == pytest.approx(DEVIATION, abs=0.06)


@pytest.mark.statistical
def test_what_no_target_sees_keeps_its_prior(tmp_path: Path) -> None:
    def blind(free: Array, rest: Array) -> Measured:
        return Measured(free[:1], (free[:1] - 0.4) / 0.1, rest)

    found, values = fitted(tmp_path / "f", blind)
    assert values[:, 1].std() == pytest.approx(DEVIATION, abs=0.05)
    assert values[:, 1].mean() == pytest.approx(0.5, abs=0.1)
    assert found.points.rest.mean() == pytest.approx(0.5, abs=0.06)


@pytest.mark.statistical
def test_a_uniform_posterior_stays_within_the_record_s_range(tmp_path: Path) -> None:
    """A range of the record that is met costs nothing: the posterior is uniform inside."""

    def between(free: Array, rest: Array) -> Measured:
        off = (np.minimum(free - 0.2, 0) + np.maximum(free - 0.6, 0)) / 0.01
        return Measured(free, off, rest)

    _, values = fitted(tmp_path / "f", between)
    assert np.quantile(values, 0.02) > 0.17
    assert np.quantile(values, 0.98) < 0.63
    assert values.mean(axis=0) == pytest.approx(0.4, abs=0.04)
    assert values.std(axis=0) == pytest.approx(0.4 * DEVIATION, abs=0.025)


def test_the_same_seed_gives_the_same_posterior_on_any_number_of_threads(tmp_path: Path) -> None:
    simulate = toys.towards(0.4, 0.1)
    one, _ = fitted(tmp_path / "1", simulate, points=60, threads=1)
    two, _ = fitted(tmp_path / "2", simulate, points=60, threads=3)
    other, _ = fitted(tmp_path / "3", simulate, points=60, seed=6)
    assert_same(one, two)
    assert (other.points.line != one.points.line).any()


def test_a_killed_fit_goes_on_to_the_posterior_of_an_undisturbed_one(tmp_path: Path) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-m", "tests.experiments.calibration.toys", str(tmp_path / "killed"), "0.004"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )
    pieces = tmp_path / "killed" / "pieces"
    deadline = time.monotonic() + 60
    while len(list(pieces.rglob("step-001/*.npz"))) < 2:
        assert killed.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.002)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    done = len(list(pieces.rglob("*.npz")))
    with Folder(tmp_path / "killed", {"toy": 1}, resume=True) as folder:
        resumed = toys.fit(folder, toys.towards(0.4, 0.1), points=60).run()
    undisturbed, _ = fitted(tmp_path / "undisturbed", toys.towards(0.4, 0.1), points=60)
    assert 0 < done < len(list(pieces.rglob("*.npz")))
    assert_same(resumed, undisturbed)


def test_a_damaged_piece_is_computed_again(tmp_path: Path) -> None:
    simulate = toys.towards(0.4, 0.1)
    before, _ = fitted(tmp_path / "f", simulate, points=60)
    pieces = sorted((tmp_path / "f").rglob("*.npz"))
    pieces[0].write_bytes(pieces[0].read_bytes()[:50])
    pieces[5].write_bytes(b"")
    with Folder(tmp_path / "f", {"toy": 1}, resume=True) as folder:
        assert_same(toys.fit(folder, simulate, points=60).run(), before)


def test_a_spent_budget_leaves_the_last_whole_population(tmp_path: Path) -> None:
    calls = []

    def slower(free: Array, rest: Array) -> Measured:
        calls.append(1)
        if len(calls) > 100:
            time.sleep(0.05)
        return toys.towards(0.4, 0.001)(free, rest)

    with Folder(tmp_path / "f", {"toy": 1}, resume=False) as folder:
        found = toys.fit(folder, slower, points=60, budget=1.0).run()
    assert not found.complete
    assert 0 <= found.power < 1
    assert len(found.points) == 60


def test_a_budget_too_small_for_the_prior_is_said(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {"toy": 1}, resume=False) as folder, pytest.raises(OutOfTime):
        toys.fit(folder, toys.towards(0.4, 0.1), budget=1e-9).run()


def test_an_empty_acceptance_names_the_targets_never_measured(tmp_path: Path) -> None:
    def never(free: Array, rest: Array) -> Measured:
        return Measured(free, np.array([0.1, np.nan]), rest)

    with pytest.raises(ApparatError, match=r"none could be compared .* Never measured: t1\.") as caught:
        fitted(tmp_path / "f", never, points=20)
    assert "--targets FILE" in str(caught.value)


def test_targets_that_are_never_measured_together_are_said_so(tmp_path: Path) -> None:
    def either(free: Array, rest: Array) -> Measured:
        first = free[0] < 0.5
        return Measured(free, np.array([0.1, np.nan] if first else [np.nan, 0.1]), rest)

    with pytest.raises(ApparatError, match="never all for the same one"):
        fitted(tmp_path / "f", either, points=40)


def test_a_fit_that_moves_no_more_ends_and_says_so(tmp_path: Path) -> None:
    met = []

    def needle(free: Array, rest: Array) -> Measured:
        """The first sets are near the record, and none that is tried later."""
        met.append(1)
        return Measured(free, np.full(2, len(met) % 7 if len(met) <= 40 else 1e9), rest)

    found, _ = fitted(tmp_path / "f", needle, points=40)
    assert not found.complete
    assert [each.acceptance for each in found.rounds[1:]] == [0.0, 0.0, 0.0]


def assert_same(one: Fitted, two: Fitted) -> None:
    """Two fits are equal bit for bit."""
    assert one.rounds == two.rounds
    for name, column in one.points.arrays().items():
        assert np.array_equal(column, two.points.arrays()[name], equal_nan=True), name
