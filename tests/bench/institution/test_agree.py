"""Mesa and Starsim tell the same story as the kernels; a story with another rule is told apart."""

import numpy as np
import pytest

from bench.institution.agree import bound, compare, distance, outcomes
from bench.institution.kernels import Kernels
from bench.institution.peers import Missing, interpreter
from bench.institution.rules import FIGURES, Rules

REGIONS, MONTHS = 4, 24
Sample = dict[str, np.ndarray]


def sample(rules: Rules, runs: int) -> Sample:
    kernels = Kernels(REGIONS, 11, rules)
    found = []
    for run in range(runs):
        kernels.run(run, MONTHS)
        found.append(kernels.outcome())
    return {figure: np.array([getattr(each, figure) for each in found]) for figure in FIGURES}


@pytest.fixture(scope="module")
def reference() -> Sample:
    return sample(Rules(), 1000)


def apart(played: Sample, reference: Sample) -> list[str]:
    return [figure for figure in FIGURES if not compare(played[figure], reference[figure]).holds]


@pytest.mark.slow
@pytest.mark.statistical
@pytest.mark.parametrize(("peer", "runs"), [("mesa", 60), ("starsim", 20)])
def test_a_peer_agrees_with_the_kernels_in_every_figure(peer: str, runs: int, reference: Sample) -> None:
    try:
        interpreter(peer)
    except Missing as reason:
        pytest.skip(str(reason))
    assert apart(outcomes(peer, regions=REGIONS, runs=runs, seed=4, months=MONTHS), reference) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changed", "shows"),
    [
        ({"pass_on": 0.0, "renewal": 0.0}, "following"),
        ({"favour": 0.2, "local_favour": 0.2}, "committee_tie"),
        ({"confidence": -4.0}, "chiefs"),
        ({"deference": 0.3}, "congress_share"),
    ],
)
def test_another_rule_is_told_apart_by_as_few_runs(
    changed: dict[str, float], shows: str, reference: Sample
) -> None:
    assert shows in apart(sample(Rules(**changed), 20), reference)


def test_the_distance_is_the_largest_gap_between_two_distributions() -> None:
    assert distance(np.array([1.0, 2.0]), np.array([1.0, 2.0])) == 0.0
    assert distance(np.array([1.0, 2.0]), np.array([3.0])) == 1.0
    assert distance(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 2.0, 9.0, 9.0])) == 0.5


def test_equal_distributions_are_told_apart_as_seldom_as_is_said() -> None:
    luck = np.random.default_rng(1)
    pairs = [(luck.normal(size=60), luck.normal(size=400)) for _ in range(400)]
    beyond = [distance(a, b) > bound(60, 400, chance=0.05) for a, b in pairs]
    assert 0.01 < np.mean(beyond) < 0.08
