"""Accepted sets, what they made of the record and of who led, their centre."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.inference import weighted
from apparat.mechanisms.month import all_parameters, defaults
from apparat.posterior.provenance import Provenance
from apparat.world.parameters import Parameter

Array = NDArray[np.float64]

USED = 100
"""Sets that an ensemble draws from: enough to show how they differ, with enough runs of each to tell."""


@dataclass(frozen=True)
class Posterior:
    """Equally weighted parameter sets that calibration accepted. Rows of all tables belong together."""

    provenance: Provenance
    parameters: dict[str, Array]
    """Address to values, (points,), of every parameter of the model."""
    values: dict[str, Array]
    """Target to the median of its statistic over the runs of each set."""
    deviations: dict[str, Array]
    """Target to how far each set's median run lies from the record, in tolerances."""
    outcomes: dict[str, Array]
    """Outcome (`scenario: person`) to the share of each set's runs."""

    def __len__(self) -> int:
        return self.provenance.points

    def sets(self) -> NDArray[np.void]:
        """Up to `USED` of the sets, evenly chosen, as the engine takes them."""
        chosen = weighted.equal_weight(np.ones(len(self)), min(USED, len(self)))
        return structured({name: values[chosen] for name, values in self.parameters.items()})

    def centre(self) -> NDArray[np.void]:
        """(1,) the accepted set that lies nearest to the mean of all, in what was fitted."""
        fitted = np.stack([self.parameters[name] for name in self.provenance.free], axis=1)
        place = weighted.central(fitted, np.ones(len(self)))
        return structured({name: values[place : place + 1] for name, values in self.parameters.items()})


def structured(values: dict[str, Array]) -> NDArray[np.void]:
    """Parameter sets, (n,), from values by address; what is not named stays at its default."""
    sets = defaults(len(next(iter(values.values()))))
    for address, column in values.items():
        mechanism, name = address.split(".")
        sets[mechanism][name] = column
    return sets


def addressed(sets: NDArray[np.void], among: Sequence[Parameter] | None = None) -> dict[str, Array]:
    """Address to values, (n,), of parameter sets, for all parameters or some."""
    found = {}
    for p in among if among is not None else all_parameters():
        mechanism, name = p.address.split(".")
        found[p.address] = np.array(sets[mechanism][name], np.float64)
    return found
