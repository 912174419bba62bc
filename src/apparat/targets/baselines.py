"""What a sceptic would say without a model. A model that cannot beat these knows nothing.

Each baseline sees the opening and the target's question, never what was recorded, and is silent where it has
nothing to say. To propose another, write it here and name it in `BASELINES`.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from apparat.ground.dates import Month
from apparat.targets.forecasts import Forecast
from apparat.targets.openings import Opening
from apparat.targets.target import Target

Baseline = Callable[[Opening, Target], Forecast | None]

NEVER = float("inf")
_COUNTS_OF_CHANGE = ("seats-lost", "top-body-new", "attempts-on-chief")


def incumbents_stay(opening: Opening, target: Target) -> Forecast | None:
    """Whoever sits or holds an office keeps it until he dies; nobody is attacked or expelled."""
    asked, person = target.statistic, str(target.arguments.get("person", ""))
    dies = opening.dies.get(person, None)
    if asked in {"seat-lost", "expelled"}:
        return _certain(NEVER)
    if asked == "seat-won":
        return _certain(float(opening.names.start.number) if person in opening.seated else NEVER)
    if asked == "office-left":
        holds = opening.holders.get(str(target.arguments["office"])) == person
        return _certain(float(dies.number) if holds and dies is not None else NEVER)
    if asked in {"office-held", "chief", "leads"}:
        office = target.arguments["office"] if asked == "office-held" else opening.chief
        return _certain(opening.holders.get(str(office)) == person and opening.alive(person, _asked(target)))
    return _certain(0.0) if asked in _COUNTS_OF_CHANGE else None


def fame_decides(opening: Opening, target: Target) -> Forecast | None:
    """The most famous leads and holds the two highest posts; the body fills with the famous, some time."""
    asked, person = target.statistic, str(target.arguments.get("person", ""))
    famous = opening.most_famous(opening.names.start, len(opening.seated))
    if asked == "seat-lost" and person in opening.seated:
        return _certain(NEVER) if person in famous else _any_year(opening)
    if asked == "seat-won" and person not in opening.seated:
        return _any_year(opening) if person in famous else _certain(NEVER)
    highest = asked == "office-held" and target.arguments["office"] == opening.premier
    if asked in {"chief", "leads"} or highest:
        return _certain(opening.most_famous(_asked(target), 1) == [person])
    return None


def uniform(opening: Opening, target: Target) -> Forecast | None:
    """All outcomes alike: any year or never; any member or candidate of the top body; yes or no."""
    if target.measured_by.scale == "months":
        return Forecast(np.append(_any_year(opening).values, NEVER))
    if target.statistic in {"office-held", "chief", "leads"}:
        eligible = {*opening.seated, *opening.waiting, str(target.arguments["person"])}
        return Forecast(np.array([1.0] + [0.0] * (len(eligible) - 1)))
    return Forecast(np.array([0.0, 1.0])) if target.measured_by.scale == "yes or no" else None


BASELINES: Mapping[str, Baseline] = {
    "incumbents stay": incumbents_stay,
    "fame decides": fame_decides,
    "uniform": uniform,
}


def said(opening: Opening, targets: Sequence[Target], baseline: Baseline) -> list[Forecast | None]:
    """A baseline's forecast of each target."""
    return [baseline(opening, target) for target in targets]


def _certain(value: float) -> Forecast:
    return Forecast(np.array([float(value)]))


def _any_year(opening: Opening) -> Forecast:
    """Any calendar year of the struggle, at its middle as far as it is part of it."""
    first, last = opening.names.start, opening.names.end
    middles = [
        (max(first.number, 12 * year) + min(last.number, 12 * year + 11)) / 2
        for year in range(first.year, last.year + 1)
    ]
    return Forecast(np.array(middles))


def _asked(target: Target) -> Month:
    """The month that a target asks about."""
    return Month.parse(str(target.arguments["month"]))
