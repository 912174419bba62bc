"""From options to what is asked: what is not given comes from the work that is resumed, or from defaults."""

import math
import secrets
from pathlib import Path
from typing import Any

from apparat.experiments.calibration.folder import MANIFEST, stored
from apparat.experiments.calibration.plan import Plan
from apparat.experiments.seam import MOST_SEED
from apparat.ground.errors import UsageError


def plan(
    scenarios: tuple[str, ...],
    folder: Path | None,
    *,
    leave_one_out: bool,
    given: tuple[str, ...],
    targets: Path | None,
    **numbers: int | None,
) -> Plan:
    """The plan. `folder` is that of a calibration to go on with, if it is there.

    Raises UsageError for what cannot be done, StoreError for a folder that cannot be read.
    """
    before = resumed(folder)
    return Plan(
        scenarios=scenarios or tuple(before.get("scenarios", ())),
        leave_one_out=leave_one_out,
        given=given,
        targets=targets,
        **filled(before, numbers),
    )


def resumed(folder: Path | None) -> dict[str, Any]:
    """What decides the work in a folder; nothing without a folder, or where no work has begun."""
    if folder is None or not (folder / MANIFEST).is_file():
        return {}
    identity: dict[str, Any] = stored(folder)["identity"]
    return identity


def begun(folder: Path | None) -> dict[str, Any]:
    """The same with how it was asked for, where numbers may grow (`runs`)."""
    if folder is None or not (folder / MANIFEST).is_file():
        return {}
    manifest = stored(folder)
    return {**manifest["identity"], **manifest.get("request", {})}


def filled(before: dict[str, Any], numbers: dict[str, int | None]) -> dict[str, int]:
    """Numbers as given, else as before, else left out; a seed is drawn. Raises UsageError for a wrong one."""
    given = {name: before.get(name) if number is None else number for name, number in numbers.items()}
    found = {name: number for name, number in given.items() if number is not None}
    seed = found.setdefault("seed", secrets.randbits(31))
    if not 0 <= seed <= MOST_SEED:
        raise UsageError(f"A seed is a whole number from 0 to {MOST_SEED}, not {seed}.")
    return found


def seconds(budget: float | None) -> float | None:
    """A budget in minutes as seconds. Raises UsageError for one that is none."""
    if budget is None:
        return None
    if not (math.isfinite(budget) and budget > 0):
        raise UsageError(f"A budget is a number of minutes greater than 0, not {budget:g}.")
    return 60.0 * budget
