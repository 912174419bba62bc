"""Elementary effects and Sobol indices on functions whose answers are known."""

import builtins
import sys
from typing import Any

import numpy as np
import pytest

from apparat.ground.errors import ApparatError
from apparat.inference import indices, screening

NAMES = ("a", "b", "c")


def test_effects_of_a_straight_line_are_its_slopes() -> None:
    points = screening.design(NAMES, 5, seed=2**40)
    found = screening.effects(NAMES, points, (3 * points[:, 0] - points[:, 1])[:, None])
    assert found.strength[:, 0] == pytest.approx([3, 1, 0])
    assert found.direction[:, 0] == pytest.approx([3, -1, 0])
    assert found.spread[:, 0] == pytest.approx(0, abs=1e-9)


def test_a_product_shows_as_spread() -> None:
    points = screening.design(NAMES, 8, seed=1)
    found = screening.effects(NAMES, points, (points[:, 0] * points[:, 1])[:, None])
    assert found.spread[0, 0] > 0.1 > found.spread[2, 0]


def test_an_output_that_cannot_be_told_everywhere_has_no_effects() -> None:
    points = screening.design(NAMES, 2, seed=1)
    output = points[:, :1].copy()
    output[3] = np.nan
    assert (screening.effects(NAMES, points, output).strength == 0).all()


def test_the_design_belongs_to_its_seed() -> None:
    one, same, other = (screening.design(NAMES, 4, seed) for seed in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).any()
    assert len(one) == 4 * (len(NAMES) + 1)


def test_sobol_indices_of_ishigami_s_function_are_those_published() -> None:
    """First order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437 (a = 7, b = 0.1)."""
    points = indices.design(NAMES, 1024, seed=3)
    x, y, z = (2 * np.pi * points - np.pi).T
    found = indices.indices(NAMES, (np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x))[:, None], seed=1)
    assert found.first[:, 0] == pytest.approx([0.3139, 0.4424, 0], abs=0.06)
    assert found.total[:, 0] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.06)
    assert (found.total_half[:, 0] > 0).all()


def test_an_output_that_never_varies_has_no_indices() -> None:
    points = indices.design(NAMES, 4, seed=3)
    assert (indices.indices(NAMES, np.ones((len(points), 1)), seed=1).total == 0).all()


def test_without_the_library_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def missing(name: str, *more: Any) -> Any:
        if name.startswith("SALib"):
            raise ImportError(name)
        return imported(name, *more)

    for name in [name for name in sys.modules if name.startswith("SALib")]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ApparatError, match="pip install SALib"):
        screening.design(NAMES, 2, seed=1)
