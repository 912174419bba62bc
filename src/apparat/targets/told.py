"""Values of targets as a reader would write them."""

import math

from apparat.ground.dates import Month
from apparat.targets.target import Target


def written(value: float, target: Target) -> str:
    """A value of a target's statistic."""
    scale = target.measured_by.scale
    if scale == "months":
        return str(Month(int(value))) if math.isfinite(value) else "never"
    if scale == "yes or no":
        return "yes" if value >= 0.5 else "no"
    if scale == "logit":
        return f"{100 * value:.3g} %"
    return f"{value:.2f}" if scale == "ratio" else f"{value:,.0f}"


def recorded(target: Target) -> str:
    """What the record says, with its denominator where there is one."""
    if target.low == target.high:
        said = written(target.low, target)
        return said if target.of is None else f"{said} ({target.low * target.of:,.0f} of {target.of:,})"
    if not math.isfinite(target.high):
        return f"{written(target.low, target)} or more"
    if not math.isfinite(target.low):
        return f"{written(target.high, target)} or less"
    return f"{written(target.low, target)} to {written(target.high, target)}"
