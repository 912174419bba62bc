"""From options to a plan: what is not given comes from the calibration that is resumed, or from defaults."""

import math
import secrets
from pathlib import Path

from apparat.experiments.calibration.folder import MANIFEST, stored
from apparat.experiments.calibration.plan import Plan
from apparat.ground.errors import UsageError

MOST_SEED = 2**64 - 1


def plan(
    scenarios: tuple[str, ...],
    resumed: Path | None,
    *,
    leave_one_out: bool,
    targets: Path | None,
    seed: int | None,
    **numbers: int | None,
) -> Plan:
    """The plan. `resumed` is the folder of a calibration to go on with, if it is there.

    Raises UsageError for what cannot be done, StoreError for a folder that cannot be read.
    """
    before = stored(resumed)["identity"] if resumed is not None and (resumed / MANIFEST).is_file() else {}
    kept = {"most_free": "free"}
    given: dict[str, int] = {
        name: before[kept.get(name, name)] if number is None else number
        for name, number in numbers.items()
        if number is not None or before
    }
    chosen: int = before.get("seed", secrets.randbits(31)) if seed is None else seed
    if not 0 <= chosen <= MOST_SEED:
        raise UsageError(f"A seed is a whole number from 0 to {MOST_SEED}, not {chosen}.")
    return Plan(
        scenarios=scenarios or tuple(before.get("scenarios", ())),
        seed=chosen,
        leave_one_out=leave_one_out,
        targets=targets,
        **given,
    )


def seconds(budget: float | None) -> float | None:
    """A budget in minutes as seconds. Raises UsageError for one that is none."""
    if budget is None:
        return None
    if not (math.isfinite(budget) and budget > 0):
        raise UsageError(f"A budget is a number of minutes greater than 0, not {budget:g}.")
    return 60.0 * budget
