"""Every parameter is at work: somewhere in its range it moves some run of some world."""

import numpy as np
import pytest

from apparat import scenario
from apparat.engine import Engine, build
from apparat.mechanisms.month import all_parameters, defaults
from apparat.posterior.posterior import structured
from apparat.world.parameters import Parameter
from tests.family import Plan
from tests.properties.plans import opened

WORLDS = [
    Plan(
        seed=seed,
        figures=9 + seed % 9,
        top=3 + seed % 4,
        ban=seed % 2 == 0,
        secret=seed % 4 == 1,
        health_drawn=seed % 3 == 0,
        death=seed % 5 == 0,
        condemned=seed % 7 == 0,
        motions=seed % 3 != 1,
        police=seed % 4 == 3,
        troubles=seed % 5 == 2,
        camps=seed % 6 == 1,
        joined=seed % 8 == 2,
        exile=seed % 9 == 4,
    )
    for seed in range(160)
]


def end(plan: Plan, parameter: Parameter, value: float) -> bytes:
    """The whole state at the end of a run under one value of one parameter."""
    chosen = defaults()
    mechanism, name = parameter.address.split(".")
    chosen[mechanism][name] = value
    run = opened(plan, parameters=chosen)
    run.advance(plan.months)
    return run.world.tobytes()


@pytest.fixture(scope="module")
def shipped() -> list[Engine]:
    """The struggles themselves, for what needs institutions that invented worlds do without."""
    return [build(name, seed=1, journal="none") for name in scenario.names()]


def moves(parameter: Parameter, engine: Engine) -> bool:
    """Whether it moves some of a struggle's first runs."""
    ends = [structured({parameter.address: np.array([value])}) for value in (parameter.low, parameter.high)]
    low, high = (engine.using(sets).block(0, 4).digests for sets in ends)
    return bool((low != high).any())


@pytest.mark.parametrize("parameter", all_parameters(), ids=lambda p: p.address)
def test_a_parameter_moves_some_run(parameter: Parameter, shipped: list[Engine]) -> None:
    assert parameter.low < parameter.high
    invented = (
        end(plan, parameter, parameter.low) != end(plan, parameter, parameter.high) for plan in WORLDS
    )
    assert any(invented) or any(moves(parameter, engine) for engine in shipped)
