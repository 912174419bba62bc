"""A small posterior that holds here, made by no calibration."""

from typing import Any

import numpy as np

from apparat import scenario, targets
from apparat.mechanisms.month import all_parameters
from apparat.posterior import Posterior, Provenance, Round
from apparat.posterior.provenance import targets_hash
from apparat.posterior.rules import rules_hash

FREE = ("voting.tie", "voting.norm")
POINTS = 6


def sample(**changes: Any) -> Posterior:
    """A posterior of six sets, its provenance changed as told."""
    spread = np.linspace(0.2, 0.8, POINTS)
    parameters = {
        p.address: p.low + (p.high - p.low) * (spread if p.address in FREE else np.full(POINTS, 0.5))
        for p in all_parameters()
    }
    fitted = targets.of("succession-1922", role="calibration")
    names = [target.name for target in fitted]
    return Posterior(
        provenance(**changes),
        parameters,
        dict.fromkeys(names, spread),
        dict.fromkeys(names, spread - 0.5),
        {"succession-1922: Stalin": spread, "succession-1922: nobody alone": 1 - spread},
    )


def provenance(**changes: Any) -> Provenance:
    """How it would have been made."""
    name = "succession-1922"
    fitted = [
        each
        for each in targets.of(name)
        if each.role == "calibration" or each.name in changes.get("given", ())
    ]
    plain: dict[str, Any] = {
        "scenarios": (name,),
        "left_out": None,
        "scenario_hashes": {name: scenario.load(name).hash},
        "targets": {name: targets_hash(fitted)},
        "rules": rules_hash(),
        "engine": "e",
        "seed": 1,
        "runs": 4,
        "free": FREE,
        "power": 1.0,
        "complete": True,
        "rounds": (Round(step=0, power=0.0, draws=6, acceptance=1.0, misfit=3.0),),
        "draws": 6,
        "points": POINTS,
        "distinct": POINTS,
        "acceptance": 0.3,
        "witnesses": {name: ("0" * 16,)},
        "made": "2026-11-22T10:00:00+00:00",
        "command": "apparat calibrate succession-1922 --seed 1",
        "software": {"python": "3"},
        "commit": None,
    }
    return Provenance(**(plain | changes))
