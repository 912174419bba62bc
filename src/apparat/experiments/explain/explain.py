"""Many runs, each in every coalition of causes, kept on disk as they finish."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from apparat.engine import Engine
from apparat.experiments.crew.crew import Crew
from apparat.experiments.explain.answer import Answer, most_frequent, name_of
from apparat.experiments.explain.asked import Asked, key_of
from apparat.experiments.explain.game import Plan
from apparat.experiments.explain.sentence import sentence
from apparat.experiments.explain.tree import Fates, Tree
from apparat.experiments.resumable.folder import Folder, Piece, opened
from apparat.experiments.resumable.resumption import again, stopped
from apparat.experiments.resumable.workers import Drawn, OutOfTime, Workers
from apparat.experiments.seam import Silence, Watcher
from apparat.ground.errors import ApparatError
from apparat.results.assemble import origin_of
from apparat.results.conclusion import assumptions
from apparat.results.explain import ExplainResult
from apparat.scenario.causes import Cause, Switch, read, switches
from apparat.scenario.levers import Paths

STAGE = "runs"
_LEAST = 2
"""Runs without which nothing can be said of their spread."""


@dataclass(frozen=True)
class _Question:
    """What is asked, made ready to be played."""

    asked: Asked
    engine: Engine
    causes: Mapping[str, Cause]
    switches: Sequence[Switch]
    plan: Plan

    @classmethod
    def of(cls, asked: Asked) -> "_Question":
        library = read(asked.request.scenario)
        causes = library.chosen(asked.causes)
        engine = asked.request.build("none")
        if not isinstance(engine, Engine):
            raise TypeError("interventions need the engine itself")
        compiled = engine.compiled
        made = switches(causes, Paths(compiled), library.levers, compiled.scenario)
        if asked.who is not None:
            key_of(asked.who, compiled)
        return cls(asked, engine, causes, made, Plan(len(made), engine.seed, asked.orders))

    def identity(self) -> dict[str, Any]:
        """What decides a run's piece: not how many runs there are, nor whose leadership is explained."""
        set_ = {each.cause: [f"{e.path}={e.value}@{e.month}" for e in each.edits] for each in self.switches}
        sampled = {} if self.plan.exact else {"orders": self.plan.orders}
        return {"analysis": "explain", **self.engine.identity, "causes": list(set_), "sets": set_, **sampled}


def explain(
    asked: Asked,
    out: Path | None,
    *,
    crew: Crew,
    budget: float | None,
    resume: bool,
    watcher: Watcher | None = None,
) -> ExplainResult:
    """Explain, in the folder `out` or a temporary one, in at most `budget` seconds, compiling apart.

    Where the budget ends before all runs are played, the answer is from those that are. Raises Interrupted on
    Ctrl-C, saying what is kept; UsageError for what cannot be asked.
    """
    watcher = watcher or Silence()
    question = _Question.of(asked)
    try:
        with opened(out, question.identity(), resume=resume, request=asked.written()) as folder:
            question.engine.warm(watcher.compiling)
            workers = Workers(folder, crew=crew, budget=budget, heard=watcher.staged, counted="histories")
            fates = _played(question, workers, asked.runs)
    except KeyboardInterrupt:
        raise stopped("runs", asked.command(), out) from None
    if len(fates) < _LEAST:
        raise ApparatError(
            f"The budget ended before {_LEAST} runs were played. "
            + (
                again(asked.command(), out)
                if out is not None
                else "Give a longer one, or --out DIR to go on later."
            )
        )
    return _result(question, fates, out)


def _played(question: _Question, workers: Workers, runs: int) -> list[Fates]:
    """The finished runs, in order: all that were asked for, or those before the first that is missing."""
    tree = Tree(question.engine, question.switches)

    try:
        pieces = workers.pieces(STAGE, runs, _Grow(tree, question.plan))
    except OutOfTime:
        pieces = _first(workers.folder, runs)
    return [_fates(piece) for piece in pieces]


@dataclass(frozen=True)
class _Grow:
    """What is computed of a run, wherever that is."""

    tree: Tree
    plan: Plan

    def __call__(self, run: int, drawn: Drawn) -> Piece:
        fates = self.tree.play(run, self.plan.of(run).coalitions, drawn)
        return {
            "leaders": fates.leaders,
            "digests": fates.digests,
            "acted": fates.acted,
            "played": np.array(fates.played),
        }


def _first(folder: Folder, runs: int) -> list[Piece]:
    pieces: list[Piece] = []
    while len(pieces) < runs and (piece := folder.piece(STAGE, len(pieces))) is not None:
        pieces.append(piece)
    return pieces


def _fates(piece: Piece) -> Fates:
    return Fates(piece["leaders"], piece["digests"], piece["acted"], int(piece["played"]))


def _result(question: _Question, fates: Sequence[Fates], out: Path | None) -> ExplainResult:
    engine, asked, plan = question.engine, question.asked, question.plan
    directory = engine.directory
    key = key_of(asked.who, engine.compiled) if asked.who is not None else most_frequent(fates)
    answer = Answer(question.causes, plan, fates, key, directory)
    contributions, interactions = tuple(answer.contributions()), tuple(answer.interactions())
    ends, histories = tuple(answer.ends()), sum(len(fate.digests) for fate in fates)
    person, end = name_of(key, directory), str(directory.start + (directory.months - 1))
    return ExplainResult(
        **origin_of(engine.identity),
        digest=_digest(question.identity(), fates),
        command=asked.command(),
        title=directory.title,
        outcome="leader",
        key=key,
        person=person,
        asked_for=asked.who is not None,
        runs=len(fates),
        runs_asked=asked.runs,
        exact=plan.exact,
        histories=histories,
        start=str(directory.start),
        end=end,
        months_played=sum(fate.played for fate in fates),
        months_full=histories * directory.months,
        contributions=contributions,
        interactions=interactions,
        ends=ends,
        leaders=tuple(answer.leaders()),
        causes=tuple(answer.causes(question.switches)),
        coalitions=tuple(answer.coalitions()),
        folder=str(out) if out is not None else None,
        conclusion=sentence(
            contributions,
            interactions,
            ends,
            person=person,
            alone=key != 0,
            runs=len(fates),
            end=end,
            calibrated=engine.calibrated,
        ),
        assumptions=(
            *assumptions(asked.request.traits, engine.origin),
            *(f"{cause.name}, absent: {cause.neutral.said.strip()}" for cause in question.causes.values()),
            *directory.assumptions,
        ),
    )


def _digest(identity: Mapping[str, Any], fates: Sequence[Fates]) -> str:
    """A hash of every history's digest, and of what was set."""
    digest = hashlib.sha256(repr(identity["sets"]).encode())
    for fate in fates:
        digest.update(np.ascontiguousarray(fate.digests).tobytes())
    return digest.hexdigest()
