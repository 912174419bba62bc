"""Chains keep the distribution that they are meant to keep."""

import numpy as np
import pytest

from apparat.inference.points import Array, Measured, Points
from apparat.inference.prior import DEVIATION, Prior
from apparat.inference.walk import Walk, chain
from tests.inference.test_prior import ranges

PRIOR = Prior(ranges((0, 0.5, 1), (0, 0.5, 1)), ranges((0, 0.25, 1)))


def told(free: Array, rest: Array) -> Measured:
    return Measured(free, (free[:1] - 0.7) / 0.1, rest)


def walked(power: float, length: int) -> Points:
    luck = np.random.Generator(np.random.Philox(2))
    line, rest = PRIOR.draw(luck)
    start = Points.one(line, rest, told(PRIOR.values(line[None])[0], rest))
    walk = Walk.among(luck.logistic(size=(200, 2)), np.ones(200), power, 1.0)
    return chain(told, PRIOR, start, walk, length, luck)


@pytest.mark.statistical
def test_at_power_nought_a_chain_walks_the_prior() -> None:
    points = walked(0.0, 6000)
    values = PRIOR.values(points.line)
    assert values.mean(axis=0) == pytest.approx(0.5, abs=0.05)
    assert values.std(axis=0) == pytest.approx(DEVIATION, abs=0.03)
    assert points.rest.mean() == pytest.approx((0 + 0.25 + 1) / 3, abs=0.05)


@pytest.mark.statistical
def test_at_full_power_a_chain_walks_the_posterior() -> None:
    values = PRIOR.values(walked(1.0, 6000).line)
    assert values[:, 0].mean() == pytest.approx(0.7, abs=0.02)
    assert values[:, 0].std() == pytest.approx(0.1, abs=0.02)
    assert values[:, 1].std() == pytest.approx(DEVIATION, abs=0.03)


def test_a_refused_move_stays_where_it_was() -> None:
    points = walked(1.0, 200)
    stayed = points.moved[1:] == 0
    assert stayed.any()
    assert (~stayed).any()
    assert (points.line[1:][stayed] == points.line[:-1][stayed]).all()
    assert (points.rest[1:][stayed] == points.rest[:-1][stayed]).all()
    assert (points.line[1:][~stayed] != points.line[:-1][~stayed]).all()


def test_points_that_are_one_and_the_same_still_give_a_walk() -> None:
    walk = Walk.among(np.zeros((5, 3)), np.ones(5), 1.0, 1.0)
    assert np.isfinite(walk.factor).all()
