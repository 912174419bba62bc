"""The one sentence that an ensemble ends with, and what it rests on."""

from collections.abc import Sequence

from apparat.results.ensemble import LeaderShare

_TRAITS = {
    "recorded": "named persons' traits depart from the common prior only where a fact older than the "
    "scenario supports it (recorded traits)",
    "exchangeable": "every named person's traits are drawn from one common prior (exchangeable traits)",
}


def percent(share: float) -> str:
    """A share as readers expect it: whole per cents, with one decimal near nothing and near all."""
    hundredths = 100 * share
    if 0 < hundredths < 0.1:
        return "under 0.1 %"
    if 99.9 < hundredths < 100:
        return "over 99.9 %"
    return f"{hundredths:.1f} %" if 0 < hundredths < 1 or 99 < hundredths < 100 else f"{hundredths:.0f} %"


def span(low: float, high: float) -> str:
    """A range of shares."""
    return f"{100 * low:.0f} to {100 * high:.0f} %"


def signed(value: float, places: int = 0) -> str:
    """A difference with its sign; what is rounded to nought has none."""
    said = f"{value:+z.{places}f}"
    return said if float(said) else said[1:]


def points(difference: float, places: int = 0) -> str:
    """A difference of shares in points, with its sign."""
    return signed(100 * difference, places)


def assumptions(traits: str, origin: str) -> tuple[str, ...]:
    """What any answer rests on: the traits, and where the parameters are from."""
    return _TRAITS[traits], origin


def _between_sets(row: LeaderShare) -> str:
    """How far parameter sets differ over a leader's share."""
    if row.sets_low is None or row.sets_high is None:
        return "one parameter set"
    if row.sets_high <= row.sets_low:
        return "parameter sets differ no more than luck"
    return f"parameter sets range from {span(row.sets_low, row.sets_high)}"


def conclusion(
    leaders: Sequence[LeaderShare], *, runs: int, end: str, traits: str, calibrated: bool, origin: str
) -> str:
    """Who led, in what share of runs, how sure, and what is assumed."""
    first, *others = [row for row in leaders if row.yardstick == "conduct"]
    who = f"{first.person} led" if first.key else "nobody led alone"
    luck = f"luck leaves {span(first.low, first.high)}"
    sets = _between_sets(first)
    then = f", before {others[0].person} with {percent(others[0].share)}" if others else ""
    word = "Calibrated" if calibrated else "Uncalibrated"
    return (
        f"{word}: judged by conduct, {who} in {end} in {percent(first.share)} of {runs:,} runs "
        f"({luck}; {sets}){then}; assumed: {'; '.join(assumptions(traits, origin))}."
    )
