"""What there is to play, its institutions, and what can be changed in it."""

from functools import cache
from typing import Annotated

from fastapi import APIRouter, Path, Query

from apparat import scenario
from apparat.results.scenario import (
    ScenarioConstitutionResult,
    ScenarioEntry,
    ScenarioLeversResult,
    ScenarioListResult,
)
from apparat.web.models import MONTH, Months, Opening
from apparat.web.opening import opening
from apparat.web.shipped import law, shipped

routes = APIRouter(prefix="/scenarios", tags=["scenarios"])

Name = Annotated[str, Path(max_length=80, description="a shipped scenario")]
MonthAsked = Annotated[str | None, Query(pattern=MONTH, description="YYYY-MM; without it, the first")]


@routes.get("")
def list_scenarios() -> ScenarioListResult:
    """The scenarios that come with the program."""
    found = (shipped(name) for name in scenario.names())
    return ScenarioListResult(scenarios=tuple(ScenarioEntry.of(one) for one in found))


@routes.get("/{name}/levers")
def levers(name: Name) -> ScenarioLeversResult:
    """What can be changed in a scenario."""
    return _levers(shipped(name).scenario)


@cache
def _levers(name: str) -> ScenarioLeversResult:
    from apparat.scenario.levers import PATHS, read

    return ScenarioLeversResult.of(shipped(name), read(name).levers, PATHS)


@routes.get("/{name}/opening")
def first_month(name: Name) -> Opening:
    """Who sits where, and holds what, in the first month."""
    return opening(shipped(name))


@routes.get("/{name}/constitution")
def institutions(name: Name, month: MonthAsked = None) -> ScenarioConstitutionResult:
    """The institutions in a month: bodies, offices, classes of posts, powers, rules."""
    found, written = shipped(name), law(name)
    return ScenarioConstitutionResult.of(
        found, written.at(written.described(month) if month else found.from_)
    )


@routes.get("/{name}/constitution/months")
def months(name: Name) -> Months:
    """The months in which the institutions of a scenario change."""
    points = law(name).turning_points()
    return Months(
        first=str(points[0]), last=str(points[-1]), turning_points=tuple(str(point) for point in points)
    )
