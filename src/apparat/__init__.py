"""Apparat: an executable model of the Soviet party-state.

    import apparat

    runs = apparat.ensemble("succession-1922", runs=2_000, seed=1)
    runs.leader("1929-12")

| name | holds |
| --- | --- |
| `ensemble`, `run`, `replay`, `what_if`, `explain`, `contrast`, `branch`, `flows` | experiments |
| `why`, `why_events` | one event of a stored run |
| `calibrate`, `sensitivity`, `validate` | the model held to the record |
| `record` | the historical record |
| `scenario` | scenarios |
| `ApparatError` | what these raise, with a message meant for the user |

Nothing heavy is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apparat import record as record
    from apparat import scenario as scenario
    from apparat.experiments.branch.face import branch
    from apparat.experiments.calibration.face import calibrate
    from apparat.experiments.contrast.face import contrast
    from apparat.experiments.explain.face import explain
    from apparat.experiments.face import ensemble, replay, run
    from apparat.experiments.flows.face import flows
    from apparat.experiments.sensitivity.face import sensitivity
    from apparat.experiments.validation.face import validate
    from apparat.experiments.what_if.face import what_if
    from apparat.experiments.why.why import why, why_events
    from apparat.ground.errors import ApparatError

    __version__: str

__all__ = [
    "ApparatError",
    "__version__",
    "branch",
    "calibrate",
    "contrast",
    "ensemble",
    "explain",
    "flows",
    "record",
    "replay",
    "run",
    "scenario",
    "sensitivity",
    "validate",
    "what_if",
    "why",
    "why_events",
]

_HOMES = {
    "ApparatError": "apparat.ground.errors",
    "branch": "apparat.experiments.branch.face",
    "calibrate": "apparat.experiments.calibration.face",
    "contrast": "apparat.experiments.contrast.face",
    "ensemble": "apparat.experiments.face",
    "explain": "apparat.experiments.explain.face",
    "flows": "apparat.experiments.flows.face",
    "replay": "apparat.experiments.face",
    "run": "apparat.experiments.face",
    "sensitivity": "apparat.experiments.sensitivity.face",
    "validate": "apparat.experiments.validation.face",
    "what_if": "apparat.experiments.what_if.face",
    "why": "apparat.experiments.why.why",
    "why_events": "apparat.experiments.why.why",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("apparat")
        except PackageNotFoundError:
            return "not installed"
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in __all__:
        return import_module(f"apparat.{name}")
    raise AttributeError(f"module 'apparat' has no attribute '{name}'")


def __dir__() -> list[str]:
    return __all__
