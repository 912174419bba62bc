"""Blocks of runs with what an engine's tables leave out: rules changed, ballots cast, the police's weight.

Rules and ballots are read from a full journal; how much the police weighs is seen by looking at the world
after every month. Neither changes a run.
"""

import threading
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine import Engine
from apparat.engine.block import Block, Columns, Shelf
from apparat.engine.runs import Run
from apparat.experiments import seam
from apparat.experiments.standing.police import influence
from apparat.world import codes
from apparat.world.state import new_world

Rows = NDArray[np.void]

_OF_A_VOTE = ("month", "body", "motion", "actor", "target", "carried")
OPENING = -1
"""Month under which the rules stand with which a run opens."""
COUNTED = (codes.TOP, codes.COMMITTEE, codes.JOINT)
"""Bodies whose ballots are kept: those whose members vote by name."""


class Looked:
    """Runs of an engine whose journal is full, block by block; threads may ask at once."""

    def __init__(self, engine: seam.Engine) -> None:
        if not isinstance(engine, Engine) or engine.journal != "full":
            raise TypeError("runs are looked at in the engine itself, with a full journal")
        self._engine = engine
        self._threads = threading.local()

    def block(self, first_run: int, count: int) -> Block:
        """Runs `first_run` to `first_run + count - 1`, with the tables `rules`, `ballots` and `police` beside
        those of `Engine.block`.
        """
        if not hasattr(self._threads, "world"):
            self._threads.world = new_world()
        shelf, kept = Shelf(count), []
        for number in range(first_run, first_run + count):
            run = self._engine.open(number, world=self._threads.world)
            opening = self._opening(run)
            weighed = [influence(run.world) for _ in self._months(run)]
            shelf.put(run)
            events, rolls = (
                np.concatenate([run.world[name][0][:0], *parts])
                for name, parts in (("events", run.events), ("rolls", run.rolls))
            )
            tables = {
                "rules": _rules(opening, events),
                "ballots": _ballots(events, rolls),
                "police": {"month": np.arange(len(weighed)), "influence": np.array(weighed)},
            }
            kept.append({name: _numbered(number, columns) for name, columns in tables.items()})
        return Block({**shelf.block().columns, **_joined(kept)})

    def _months(self, run: Run) -> Iterator[int]:
        """Play month by month; the run stands at the end of each."""
        for month in range(self._engine.compiled.scenario.months):
            run.advance(month + 1)
            yield month

    def _opening(self, run: Run) -> Columns:
        """The rules of the scenario as a run opens."""
        statutes = run.world["statutes"][0, : len(self._engine.compiled.rules)]
        author, rules = statutes["author"], np.arange(len(statutes))
        keys = run.world["people"]["key"][0, run.world["figures"]["person"][0, author]]
        return {
            "month": np.full_like(rules, OPENING),
            "rule": rules,
            "in_force": statutes["in_force"].copy(),
            "person": np.where(author >= 0, keys, 0).astype(np.int64),
            "body": np.full_like(rules, codes.NOBODY),
            "reform": (statutes["kind"] == codes.REFORM).astype(np.int64),
        }


def _rules(opening: Columns, events: Rows) -> Columns:
    """Each rule at the opening, then each change: when, in force or not, by whom, by which body (-1: a date).

    `reform` is 1 for a rule that hits or favours holders of posts.
    """
    changed = events[events["kind"] == codes.E_RULE]
    rule = changed["value"].astype(np.int64)
    later = {
        "month": changed["month"],
        "rule": rule,
        "in_force": changed["carried"],
        "person": changed["actor"],
        "body": changed["body"],
        "reform": opening["reform"][rule],
    }
    return {name: np.concatenate([first, later[name].astype(np.int64)]) for name, first in opening.items()}


def _ballots(events: Rows, rolls: Rows) -> Columns:
    """Every ballot by name: on which vote (its place in the journal), whose, how; and how the vote ended."""
    counted = (events["kind"] == codes.E_VOTE) & np.isin(events["body"], COUNTED)
    own = rolls[counted[rolls["event"]]]
    on = events[own["event"]]
    return {
        "vote": own["event"].astype(np.int64),
        **{
            name: on[name].astype(np.int64)
            for name in ("month", "body", "motion", "actor", "target", "carried")
        },
        "voter": own["voter"].astype(np.int64),
        "choice": own["choice"].astype(np.int64),
    }


def _numbered(number: int, columns: Columns) -> Columns:
    length = len(next(iter(columns.values())))
    return {"run": np.full(length, number, np.uint32), **columns}


def _joined(kept: Iterable[dict[str, Columns]]) -> dict[str, dict[str, NDArray[Any]]]:
    """The tables of several runs as one."""
    every = list(kept)
    return {
        name: {column: np.concatenate([each[name][column] for each in every]) for column in columns}
        for name, columns in every[0].items()
    }
