"""Leaving out a figure by weights gives what a fit without it would."""

from pathlib import Path

import numpy as np
import pytest

from apparat.experiments.resumable.folder import Folder
from apparat.experiments.sensitivity.sources import source_rows
from apparat.inference.points import Array, Measured
from apparat.posterior import Posterior
from tests.experiments.calibration import toys
from tests.posterior.samples import provenance, sample


def four_figures(free: Array, rest: Array) -> Measured:
    """Four figures of deviation 0.2 that pull one parameter to as many values, which is also the outcome."""
    off = (free[0] - np.array([0.3, 0.5, 0.5, 0.7])) / 0.2
    return Measured(off, off, free[:1])


@pytest.mark.statistical
def test_without_one_of_four_figures_the_others_decide(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {"toy": 1}, resume=False) as folder:
        found = toys.fit(folder, four_figures, free=1, points=600).run()
    points = found.points
    posterior = Posterior(
        provenance(points=len(points)),
        {},
        {},
        dict(zip(("low", "one", "two", "high"), points.deviations.T, strict=True)),
        {"toy: somebody": points.outcomes[:, 0]},
    )
    rows = {row.target: row for row in source_rows(posterior, "toy", ["somebody"])}
    # Normal around the mean of the figures that are left.
    assert rows["low"].fitted == pytest.approx(0.5, abs=0.02)
    assert rows["low"].without == pytest.approx(0.567, abs=0.025)
    assert rows["high"].without == pytest.approx(0.433, abs=0.025)
    assert rows["one"].without == pytest.approx(0.5, abs=0.025)
    assert rows["low"].change == pytest.approx(rows["low"].without - rows["low"].fitted)
    assert 0.3 < rows["low"].effective < 0.95


def test_a_figure_that_every_set_meets_alike_carries_nothing() -> None:
    plain = sample()
    alike = {name: np.full(len(plain), 0.7) for name in plain.deviations}
    posterior = Posterior(plain.provenance, plain.parameters, plain.values, alike, plain.outcomes)
    for row in source_rows(posterior, "succession-1922", ["Stalin"]):
        assert row.change == pytest.approx(0)
        assert row.effective == pytest.approx(1)
        assert row.because
        assert row.scenario == "succession-1922"


def test_an_outcome_of_another_struggle_has_no_sources() -> None:
    assert list(source_rows(sample(), "plenum-1964", ["Stalin"])) == []


def test_the_largest_change_comes_first() -> None:
    plain = sample()
    deviations = dict(plain.deviations)
    first, second, *_ = deviations
    deviations = {first: plain.deviations[first] * 0.1, second: plain.deviations[second] * 4}
    posterior = Posterior(plain.provenance, plain.parameters, plain.values, deviations, plain.outcomes)
    rows = list(source_rows(posterior, "succession-1922", ["Stalin"]))
    assert [row.target for row in rows] == [second, first]
