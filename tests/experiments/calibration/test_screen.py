"""Screening frees the parameters that move targets, and never one that moves none."""

import numpy as np
import pytest

from apparat.experiments.calibration.priors import prior_of
from apparat.experiments.calibration.screen import FAR, Screened, free
from apparat.ground.errors import UsageError
from apparat.inference import screening
from apparat.mechanisms.month import all_parameters

NAMES = ("a", "b", "c", "d")


def screened(deviations: np.ndarray, points: np.ndarray) -> Screened:
    return Screened(NAMES, points, deviations, np.zeros((len(points), 1)))


def test_the_strongest_are_freed_in_order_and_the_idle_never() -> None:
    points = screening.design(NAMES, 6, seed=1)
    off = np.stack([2 * points[:, 1], points[:, 2] - points[:, 1]], axis=1)
    found = free(screened(off, points), np.array([0, 1]), 15)
    assert found.free == ("b", "c")
    assert free(screened(off, points), np.array([0, 1]), 1).free == ("b",)
    assert free(screened(off, points), np.array([0]), 15).free == ("b",)
    assert found.strength[1] == pytest.approx([2, 1])
    assert found.score[1] == pytest.approx(np.sqrt((2**2 + 1) / 2))


def test_what_happens_far_from_the_record_counts_no_further() -> None:
    points = screening.design(NAMES, 6, seed=1)
    off = (100 + 50 * points[:, 0])[:, None]
    assert free(screened(off, points), np.array([0]), 15).free == ()
    off[points[:, 1] > 0.5] = np.nan
    assert free(screened(off, points), np.array([0]), 15).free == ()
    assert free(screened(off - 100 - FAR, points), np.array([0]), 15).free != ()


def test_a_prior_is_wide_for_what_is_fitted_and_narrower_for_the_rest() -> None:
    prior = prior_of(["voting.tie"])
    known = {p.address: p for p in all_parameters()}
    assert (prior.free.low[0], prior.free.high[0]) == (known["voting.tie"].low, known["voting.tie"].high)
    assert set(prior.rest.names) == set(known) - {"voting.tie"}
    for name, low, mode, high in zip(
        prior.rest.names, prior.rest.low, prior.rest.mode, prior.rest.high, strict=True
    ):
        assert mode == known[name].default
        assert low == pytest.approx((known[name].low + mode) / 2)
        assert high == pytest.approx((known[name].high + mode) / 2)


def test_an_unknown_parameter_is_named_with_what_comes_near() -> None:
    with pytest.raises(UsageError, match=r"no parameter called 'voting.ties'. Did you mean voting.tie"):
        prior_of(["voting.ties"])
