"""Figures of the record, left out of a calibration one at a time.

The accepted sets are a sample of prior x exp(-power x sum of losses). Weighed by exp(power x the loss of one
target) they are a sample of what would have been accepted without it, so no set need be played again.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from apparat import targets
from apparat.inference.points import loss
from apparat.inference.weighted import effective, normal
from apparat.posterior import Posterior
from apparat.results.sensitivity import SourceEffect


def source_rows(posterior: Posterior, scenario: str, outcomes: Sequence[str]) -> Iterator[SourceEffect]:
    """What leaving out each fitted figure does to outcomes of a scenario, largest change first."""
    known = {target.name: target for target in targets.load()}
    rows = []
    for name, deviations in posterior.deviations.items():
        gain = posterior.provenance.power * loss(deviations)
        weights = np.exp(gain - gain.max())
        for outcome in outcomes:
            shares = posterior.outcomes.get(f"{scenario}: {outcome}")
            if shares is not None:
                fitted, without = float(shares.mean()), float(normal(weights) @ shares)
                rows.append(
                    SourceEffect(
                        target=name,
                        scenario=known[name].scenario if name in known else "",
                        because=known[name].because if name in known else (),
                        outcome=outcome,
                        fitted=fitted,
                        without=without,
                        change=without - fitted,
                        effective=effective(weights) / len(weights),
                    )
                )
    order = {outcome: place for place, outcome in enumerate(outcomes)}
    yield from sorted(rows, key=lambda row: (order[row.outcome], -abs(row.change)))
