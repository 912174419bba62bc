"""The police's weight: a product of three shares, each of which counts."""

import numpy as np
import pytest

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.experiments.standing.police import influence

REQUEST = Request(scenario="collective-1953", seed=1, choice="uncalibrated")


@pytest.fixture(scope="module")
def opening() -> "np.ndarray[tuple[int], np.dtype[np.void]]":
    """The first month of a run, after which nobody has moved yet."""
    engine = REQUEST.build("full")
    assert isinstance(engine, Engine)
    run = engine.open(0)
    run.advance(1)
    return run.world


def test_it_grows_with_autonomy_with_its_posts_and_with_its_chief_in_proportion(opening) -> None:
    before = influence(opening)
    assert 0 < before < 1
    post = int(opening["rules"]["police"][0])
    classes = opening["classes"][0]
    own = np.flatnonzero(classes["institution"] == classes["institution"][opening["posts"]["kind"][0, post]])
    assert len(own) > 1

    freer = opening.copy()
    freer["rules"]["autonomy"] *= 0.5
    assert influence(freer) == pytest.approx(0.5 * before)

    higher = opening.copy()
    figure = opening["people"]["figure"][0, opening["posts"]["holder"][0, post]]
    higher["figures"]["office"][0, figure] *= 0.5
    assert influence(higher) == pytest.approx(0.5 * before)

    smaller = opening.copy()
    smaller["classes"]["weight"][0, own] = 0.0
    assert influence(smaller) == 0


def test_a_post_that_nobody_holds_and_a_country_without_police_weigh_nothing(opening) -> None:
    vacant, without = opening.copy(), opening.copy()
    vacant["posts"]["holder"][0, opening["rules"]["police"][0]] = -1
    without["posts"][0, -1] = opening["posts"][0, opening["rules"]["police"][0]]
    without["rules"]["police"] = -1
    assert influence(vacant) == influence(without) == 0


def test_an_official_in_the_post_has_the_rank_of_the_post(opening) -> None:
    post = int(opening["rules"]["police"][0])
    plain = opening.copy()
    plain["people"]["figure"][0, opening["posts"]["holder"][0, post]] = -1
    rank = opening["classes"]["visible"][0, opening["posts"]["kind"][0, post]]
    holder = opening["figures"]["office"][
        0, opening["people"]["figure"][0, opening["posts"]["holder"][0, post]]
    ]
    assert influence(plain) / influence(opening) == pytest.approx(rank / holder)
