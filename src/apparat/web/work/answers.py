"""How each order is answered: by the calls that the command line makes."""

from pathlib import Path
from typing import assert_never

from pydantic import BaseModel

from apparat.experiments.explain.face import explain
from apparat.experiments.face import ensemble
from apparat.experiments.seam import Watcher
from apparat.experiments.single import story
from apparat.experiments.validation.face import validate
from apparat.experiments.what_if.face import what_if
from apparat.experiments.why.why import why_played
from apparat.ground.errors import UsageError
from apparat.results.ensemble import EnsembleResult
from apparat.results.what_if import WhatIfResult
from apparat.web.shipped import shipped
from apparat.web.work.orders import (
    EnsembleOrder,
    ExplainOrder,
    Order,
    RunOrder,
    ValidateOrder,
    WhatIfOrder,
    WhyOrder,
)
from apparat.web.work.ready import ready


def answer(order: Order, folder: Path, watcher: Watcher) -> BaseModel:
    """The result of an order; its runs, if it keeps any, in `folder`. Raises ApparatError.

    Where this machine keeps them is none of the browser's business, and is left out.
    """
    match order:
        case RunOrder():
            return story(order.request(), run=order.run, watcher=watcher)
        case WhyOrder():
            return why_played(order.request(), order.run, order.event, watcher=watcher)
        case EnsembleOrder():
            return ready(order, folder) or _ensemble(order, folder, watcher)
        case WhatIfOrder():
            return _what_if(order, folder, watcher)
        case ExplainOrder():
            return explain(
                order.scenario,
                runs=order.runs,
                seed=order.seed,
                out=folder,
                resume=True,
                traits=order.traits,
                variants=order.variants,
                watcher=watcher,
            ).model_copy(update={"folder": None})
        case ValidateOrder():
            return validate(
                order.scenario,
                runs=order.runs,
                seed=order.seed,
                traits=order.traits,
                variants=order.variants,
                theories=False,
                watcher=watcher,
            )
        case _:
            assert_never(order)


def _ensemble(order: EnsembleOrder, folder: Path, watcher: Watcher) -> EnsembleResult:
    return ensemble(
        order.scenario,
        runs=order.runs,
        seed=order.seed,
        out=folder,
        resume=True,
        traits=order.traits,
        variants=order.variants,
        watcher=watcher,
    ).model_copy(update={"store": None})


def _what_if(order: WhatIfOrder, folder: Path, watcher: Watcher) -> WhatIfResult:
    settings = {each.path: each.value for each in order.settings}
    if len(settings) < len(order.settings):
        raise UsageError("A number is set twice. Leave one out.")
    since = order.since or str(shipped(order.scenario).from_)
    return what_if(
        order.scenario,
        levers=order.levers,
        settings=settings,
        start=since if settings else None,
        runs=order.runs,
        seed=order.seed,
        out=folder,
        resume=True,
        traits=order.traits,
        variants=order.variants,
        watcher=watcher,
    )
