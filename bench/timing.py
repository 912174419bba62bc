"""What every benchmark shares: interleaved repeats, medians and ratios."""

import json
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any


def interleave(
    cases: Mapping[str, Callable[[], object]],
    *,
    repeats: int = 5,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, list[float]]:
    """Seconds of each case, repeated in turn so that drift hits all alike; the first round is not counted.

    `clock` may be that of the processor, which other programs disturb little.
    """
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for round_number in range(repeats + 1):
        for name, case in cases.items():
            began = clock()
            case()
            if round_number:
                seconds[name].append(clock() - began)
    return seconds


def summary(values: list[float]) -> dict[str, float]:
    """Median, smallest and largest."""
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def ratios(over: list[float], under: list[float]) -> dict[str, float]:
    """Pair by pair ratio of two interleaved series."""
    return summary([a / b for a, b in zip(over, under, strict=True)])


def show(**figures: Any) -> None:
    """Print the figures as JSON."""
    print(json.dumps(figures, indent=2))
