"""Shares of runs over time, ready to be drawn."""

from collections import defaultdict

from apparat.ground.dates import Month
from apparat.results.ensemble import COLLECTIVE, EnsembleResult

OTHERS = "others"
_DRAWN = 6
_LEAST_PEAK = 0.01


def shares_over_time(result: EnsembleResult) -> dict[str, list[float]]:
    """Name to share of runs led in each month, judged by conduct; the shares of a month add up to 1.

    Leaders in order of the runs they lead in all months; collective leadership and `others` last.
    """
    start = Month.parse(result.start)
    months = Month.parse(result.end) - start + 1
    found: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * months)
    for row in result.over_time:
        if row.yardstick == "conduct":
            found[row.person][Month.parse(row.month) - start] += row.share
    people = sorted((name for name in found if name != COLLECTIVE), key=lambda name: -sum(found[name]))
    drawn = [name for name in people[:_DRAWN] if max(found[name]) >= _LEAST_PEAK]
    series = {name: found[name] for name in drawn}
    if COLLECTIVE in found:
        series[COLLECTIVE] = found[COLLECTIVE]
    rest = [found[name] for name in people if name not in drawn]
    if rest:
        series[OTHERS] = [sum(shares) for shares in zip(*rest, strict=True)]
    return series
