"""C written by hand and compiled kernels play the same runs, bit for bit."""

import numpy as np
import pytest

from bench.institution import by_hand
from bench.institution.agree import equal
from bench.institution.kernels import Kernels
from bench.institution.rules import MONTHS, SIZES, Rules


@pytest.fixture(scope="module", autouse=True)
def _compiler() -> None:
    try:
        by_hand.compiler()
    except by_hand.NoCompiler as reason:
        pytest.skip(str(reason))


@pytest.mark.slow
@pytest.mark.parametrize("size", ["small", "full"])
@pytest.mark.parametrize("seed", [1, 2**40 + 7])
def test_c_and_kernels_play_the_same_runs_bit_for_bit(size: str, seed: int) -> None:
    assert all(equal(SIZES[size], seed, run) for run in (0, 1, 2**31 + 5))


@pytest.mark.slow
def test_they_stay_equal_when_every_number_is_another() -> None:
    other = Rules(**{name: value * 0.83 for name, value in vars(Rules()).items()})
    kernels, c = Kernels(12, 3, other), by_hand.ByHand(12, 3, other)
    assert np.array_equal(kernels.run(4, MONTHS), c.run(4, MONTHS))
    assert np.array_equal(kernels.posts(), c.posts())
    assert kernels.outcome() == c.outcome() != _outcome(12, 3, 4, Rules())


@pytest.mark.slow
def test_a_last_bit_that_differs_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    posts = by_hand.ByHand.posts

    def moved(c: by_hand.ByHand) -> np.ndarray:
        found = posts(c)
        found[17, 1] = np.nextafter(found[17, 1], 2.0)
        return found

    monkeypatch.setattr(by_hand.ByHand, "posts", moved)
    assert not equal(12, 1, 0)


@pytest.mark.parametrize("changed", [{"seed": 6}, {"run": 5}, {"rules": Rules(renewal=0.0181)}])
def test_another_seed_run_or_rule_is_another_history(changed: dict[str, object]) -> None:
    usual = {"regions": 12, "seed": 5, "run": 4, "rules": Rules()}
    assert _outcome(**(usual | changed)) != _outcome(**usual)  # type: ignore[arg-type]


def _outcome(regions: int, seed: int, run: int, rules: Rules) -> object:
    c = by_hand.ByHand(regions, seed, rules)
    c.run(run, MONTHS)
    return c.outcome()


def test_without_a_compiler_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CC", raising=False)
    with pytest.raises(by_hand.NoCompiler, match="Install one, or name it in CC"):
        by_hand.compiler()
