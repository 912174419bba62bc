"""The numbers of a scenario and of the model that can be set."""

from functools import cache

from fastapi import APIRouter

from apparat.scenario.levers import read
from apparat.scenario.levers.dials import dials, questions
from apparat.web.models import DialEntry, Dials
from apparat.web.scenarios import Name
from apparat.web.shipped import shipped

routes = APIRouter(prefix="/scenarios", tags=["scenarios"])


@routes.get("/{name}/dials")
def list_dials(name: Name) -> Dials:
    """Numbers that can be set by degrees, with their ranges and the questions that they answer."""
    return _of(shipped(name).scenario)


@cache
def _of(name: str) -> Dials:
    asked = questions(read(name))
    return Dials(
        scenario=name,
        dials=tuple(
            DialEntry(
                path=each.path,
                kind=each.kind,
                name=each.name,
                low=each.low,
                high=each.high,
                usual=each.usual,
                source=each.source,
                question=asked.get(each.path),
            )
            for each in dials(shipped(name))
        ),
    )
