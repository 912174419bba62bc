"""What is measured of a run: a number, or NaN where the run cannot say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import nan
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from apparat.experiments.hypotheses.schema import Outcome
from apparat.experiments.what_if.pairs import Course
from apparat.ground.dates import Month
from apparat.results.ensemble import Yardstick
from apparat.results.words import month_name
from apparat.world import codes

NOBODY, CHIEF = "nobody", "chief"
_YARDSTICKS: tuple[Yardstick, ...] = get_args(Yardstick)
_BLOWS = {"post-lost": "out of a post", "seat-lost": "out of the top body"}
_OUT = (codes.E_SEAT_LOST, codes.E_EXPELLED, codes.E_ARRESTED, codes.E_DEATH)

Unit = Literal["share of runs", "share", "months"]
Field = Literal["who", "event"]


@dataclass(frozen=True)
class Scene:
    """Names and dates of a scenario, for reading runs."""

    start: Month
    months: int
    keys: Mapping[str, int]
    """Key of each named person."""
    names: Mapping[str, str]
    """And his short name."""

    def month(self, outcome: Outcome) -> int:
        """The month that an outcome looks at, counted from the first."""
        return self.months - 1 if outcome.at is None else outcome.at - self.start

    def key(self, outcome: Outcome, course: Course, month: int) -> int:
        """Whom an outcome is about in a month; 0 for nobody, -1 where there is no such person then."""
        if outcome.who == NOBODY:
            return 0
        if outcome.who == CHIEF:
            return int(course.chiefs[month]) or -1
        return self.keys[outcome.who or ""]

    def who(self, outcome: Outcome) -> str:
        """Whom an outcome is about, in words."""
        named = {NOBODY: "nobody alone", CHIEF: "whoever holds the chief's post", **self.names}
        return named[outcome.who or CHIEF]

    def when(self, outcome: Outcome) -> str:
        """The month that an outcome looks at, in words."""
        return month_name(str(self.start + self.month(outcome)))


@dataclass(frozen=True)
class Measure:
    """A number that a run gives, its unit, and what it asks for beside the month."""

    of: Callable[[Course, Outcome, Scene], float]
    unit: Unit
    needs: tuple[Field, ...]
    says: str
    """A sentence with room for `who`, `event`, `when` and `by`."""

    def said(self, outcome: Outcome, scene: Scene) -> str:
        """What is measured, in words."""
        told = self.says.format(
            who=scene.who(outcome),
            event=_BLOWS.get(outcome.event or "", outcome.event),
            when=scene.when(outcome),
            by=outcome.by,
        )
        return told[0].upper() + told[1:]


def _leads(course: Course, outcome: Outcome, scene: Scene) -> float:
    month = scene.month(outcome)
    led = int(course.leaders[month, _YARDSTICKS.index(outcome.by)])
    return float(led == scene.key(outcome, course, month))


def _holds_office(course: Course, outcome: Outcome, scene: Scene) -> float:
    month = scene.month(outcome)
    return float(int(course.chiefs[month]) == scene.key(outcome, course, month))


def _months_in_office(course: Course, outcome: Outcome, scene: Scene) -> float:
    months = course.chiefs[: scene.month(outcome) + 1]
    return float((months == scene.key(outcome, course, 0)).sum())


def _befalls(course: Course, outcome: Outcome, scene: Scene) -> float:
    return float(_first_blow(course, outcome, scene) <= scene.month(outcome))


def _months_before(course: Course, outcome: Outcome, scene: Scene) -> float:
    return float(min(_first_blow(course, outcome, scene), scene.month(outcome) + 1))


def _first_blow(course: Course, outcome: Outcome, scene: Scene) -> int:
    """The first month in which something befalls a person; the month after the last if it never does."""
    kind = codes.EVENT_WORDS.index(outcome.event or "")
    events = course.events
    hits = events[(events["kind"] == kind) & (events["target"] == scene.key(outcome, course, 0))]
    if kind == codes.E_SEAT_LOST:
        hits = hits[hits["body"] == codes.TOP]
    return int(hits["month"].min()) if len(hits) else scene.months


def _minority(course: Course, outcome: Outcome, scene: Scene) -> float:
    votes = _votes(course, scene.month(outcome))
    ayes, noes = votes["votes_for"], votes["votes_against"]
    cast = ayes + noes
    asked = cast > 0
    return float((np.minimum(ayes, noes)[asked] / cast[asked]).mean()) if asked.any() else nan


def _carries(course: Course, outcome: Outcome, scene: Scene) -> float:
    votes = _votes(course, scene.month(outcome))
    moved = [
        vote["carried"]
        for vote in votes
        if int(vote["actor"]) == scene.key(outcome, course, int(vote["month"]))
    ]
    return float(np.mean(moved)) if moved else nan


def _months_condemned(course: Course, outcome: Outcome, scene: Scene) -> float:
    """Mean over those condemned: from the first condemnation to the first seat lost, or to the end."""
    events, last = course.events, scene.month(outcome)
    condemned = events[(events["kind"] == codes.E_CONDEMNED) & (events["month"] <= last)]
    lasted = []
    for key in np.unique(condemned["target"]):
        since = int(condemned["month"][condemned["target"] == key].min())
        out = events["month"][(events["target"] == key) & np.isin(events["kind"], _OUT)]
        later = out[out >= since]
        lasted.append(min(int(later.min()) if len(later) else last + 1, last + 1) - since)
    return float(np.mean(lasted)) if lasted else nan


def _votes(course: Course, last: int) -> NDArray[np.void]:
    events = course.events
    held: NDArray[np.void] = events[(events["kind"] == codes.E_VOTE) & (events["month"] <= last)]
    return held


MEASURES: dict[str, Measure] = {
    "leads": Measure(_leads, "share of runs", ("who",), "{who} leads in {when}, judged by {by}"),
    "holds-office": Measure(
        _holds_office, "share of runs", ("who",), "{who} holds the chief's post in {when}"
    ),
    "months-in-office": Measure(
        _months_in_office, "months", ("who",), "months of {who} in the chief's post, to {when}"
    ),
    "befalls": Measure(_befalls, "share of runs", ("who", "event"), "{who}: {event} by {when}"),
    "months-before": Measure(
        _months_before, "months", ("who", "event"), "{who}: months until {event}, to {when}"
    ),
    "minority": Measure(_minority, "share", (), "votes of the losing side, mean of the votes held to {when}"),
    "carries": Measure(_carries, "share", ("who",), "motions carried of those moved by {who}, to {when}"),
    "months-condemned": Measure(
        _months_condemned,
        "months",
        (),
        "months from a first condemnation to the loss of a seat, mean of those condemned, to {when}",
    ),
}
