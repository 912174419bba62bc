"""How each order is answered: by the calls that the command line makes."""

from pathlib import Path

from pydantic import BaseModel

from apparat.experiments.face import ensemble
from apparat.experiments.seam import Request, Watcher
from apparat.experiments.single import story
from apparat.experiments.what_if.face import what_if
from apparat.web.work.orders import EnsembleOrder, Order, RunOrder


def answer(order: Order, folder: Path, watcher: Watcher) -> BaseModel:
    """The result of an order; its runs, if it keeps any, in `folder`. Raises ApparatError."""
    if isinstance(order, EnsembleOrder):
        found = ensemble(
            order.scenario,
            runs=order.runs,
            seed=order.seed,
            out=folder,
            resume=True,
            traits=order.traits,
            variants=order.variants,
            watcher=watcher,
        )
        # Where this machine keeps it is none of the browser's business.
        return found.model_copy(update={"store": None})
    if isinstance(order, RunOrder):
        asked = Request(
            scenario=order.scenario, seed=order.seed, variants=dict(order.variants), traits=order.traits
        )
        return story(asked, run=order.run, watcher=watcher)
    return what_if(
        order.scenario,
        levers=order.levers,
        runs=order.runs,
        seed=order.seed,
        out=folder,
        resume=True,
        traits=order.traits,
        variants=order.variants,
        watcher=watcher,
    )
