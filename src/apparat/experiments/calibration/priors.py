"""The prior of a fit, and what the struggles make of values of its parameters."""

from collections.abc import Sequence

import numpy as np

from apparat.engine.parameters import spread
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.resumable.workers import Drawn
from apparat.ground.errors import unknown_name
from apparat.inference.points import Array, Measured, Simulate
from apparat.inference.prior import Prior, Ranges
from apparat.mechanisms.month import all_parameters
from apparat.posterior.posterior import structured
from apparat.world.parameters import Parameter


def prior_of(free: Sequence[str]) -> Prior:
    """Uniform over the whole range for what is fitted, triangular around the default for the rest.

    Raises UsageError for a parameter that does not exist.
    """
    known = {p.address: p for p in all_parameters()}
    for name in free:
        if name not in known:
            raise unknown_name("parameter", name, known)
    fitted, others = [known[name] for name in free], [p for p in known.values() if p.address not in free]
    return Prior(
        _ranges(fitted, [(p.low, p.high) for p in fitted]), _ranges(others, [spread(p) for p in others])
    )


def simulation(struggles: Struggles, prior: Prior, first_run: int = 0) -> Simulate:
    """What the struggles make of values of the prior's parameters, from some run on."""
    names = (*prior.free.names, *prior.rest.names)

    def simulate(free: Array, rest: Array) -> Measured:
        values = np.concatenate([free, rest])[:, None]
        return struggles.play(structured(dict(zip(names, values, strict=True))), first_run)

    return simulate


def counting(simulate: Simulate, drawn: Drawn) -> Simulate:
    """The same simulation, which counts what it is asked."""

    def counted(free: Array, rest: Array) -> Measured:
        drawn()
        return simulate(free, rest)

    return counted


def _ranges(parameters: Sequence[Parameter], ends: Sequence[tuple[float, float]]) -> Ranges:
    low, high = np.array(ends, np.float64).reshape(-1, 2).T
    return Ranges(tuple(p.address for p in parameters), low, np.array([p.default for p in parameters]), high)
