"""Priors: what is drawn lies within its range, in the shape that is claimed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.ground.errors import UsageError
from apparat.inference.prior import DEVIATION, Prior, Ranges


def ranges(*ends: tuple[float, float, float]) -> Ranges:
    low, mode, high = np.array(ends, float).reshape(-1, 3).T
    return Ranges(tuple(f"p{k}" for k in range(len(ends))), low, mode, high)


PRIOR = Prior(ranges((2, 3, 6), (-1, 0, 1)), ranges((0, 0.2, 1)))


def drawn(count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    luck = np.random.Generator(np.random.Philox(1))
    draws = [PRIOR.draw(luck) for _ in range(count)]
    return PRIOR.values(np.stack([line for line, _ in draws])), np.stack([rest for _, rest in draws])


def test_free_parameters_are_uniform_over_their_ranges() -> None:
    shares = PRIOR.free.share(drawn()[0])
    assert ((shares > 0) & (shares < 1)).all()
    assert shares.mean(axis=0) == pytest.approx(0.5, abs=0.02)
    assert shares.std(axis=0) == pytest.approx(DEVIATION, abs=0.01)


def test_the_rest_is_thickest_at_its_default() -> None:
    rest = drawn()[1][:, 0]
    counts, edges = np.histogram(rest, bins=10, range=(0, 1))
    assert edges[counts.argmax()] in (edges[1], edges[2])
    assert rest.mean() == pytest.approx((0 + 0.2 + 1) / 3, abs=0.02)


@given(st.lists(st.floats(-700, 700), min_size=2, max_size=2))
def test_no_point_of_the_line_leaves_the_range(point: list[float]) -> None:
    values = PRIOR.values(np.array([point]))[0]
    assert (PRIOR.free.low <= values).all()
    assert (values <= PRIOR.free.high).all()


def test_the_density_on_the_line_integrates_to_one() -> None:
    one = Prior(ranges((0, 1, 2)), ranges((0, 0.5, 1)))
    line = np.linspace(-40, 40, 4001)
    density = np.exp([one.log_density(np.array([x])) for x in line])
    assert np.trapezoid(density, line) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("ends", [(1, 1, 1), (2, 1, 0), (0, 3, 2)])
def test_a_range_that_is_none_is_refused_with_its_name(ends: tuple[float, float, float]) -> None:
    with pytest.raises(UsageError, match="p0: a prior from"):
        ranges(ends)
