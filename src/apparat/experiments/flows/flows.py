"""Trials, and what they say together."""

import hashlib
from collections.abc import Sequence
from contextlib import closing

import numpy as np

from apparat.engine import Engine
from apparat.experiments.crew.crew import Crew, in_order, watched
from apparat.experiments.flows import question
from apparat.experiments.flows.answer import Answer
from apparat.experiments.flows.asked import Asked
from apparat.experiments.flows.levels import Levels
from apparat.experiments.flows.paper import Paper
from apparat.experiments.flows.trial import Trial, play
from apparat.experiments.seam import Request, Silence, Watcher
from apparat.ground.errors import Interrupted
from apparat.results.assemble import origin_of
from apparat.results.conclusion import assumptions
from apparat.results.flows import ALL, ExpectedRow, FlowsResult, FormalRow, IndexRow


def flows(request: Request, asked: Asked, *, crew: Crew, watcher: Watcher | None = None) -> FlowsResult:
    """Shift each level in every January of every run, on paper and in practice, and watch all others.

    Raises UsageError for what cannot be asked, Interrupted on Ctrl-C.
    """
    watcher = watcher or Silence()
    engine = request.build("none")
    if not isinstance(engine, Engine):
        raise TypeError("flows need the engine itself")
    years = asked.years(engine.directory.start, engine.directory.months)
    levels = Levels(engine.compiled)
    paper = Paper(engine.compiled, levels)
    engine.warm(watcher.compiling)
    # Compiles the question, too, before threads ask for it.
    first = engine.open(0)
    question.put(first.world, first.parameters, levels, question.positions(first.world, 0))
    try:
        with closing(
            in_order(crew, lambda run: play(engine, levels, paper, asked, run), asked.runs)
        ) as trials:
            done = list(watched(trials, asked.runs, watcher))
    except KeyboardInterrupt:
        raise Interrupted("Stopped. Nothing is kept: an answer needs all of its runs.") from None
    return _result(request, asked, engine, years, done, levels, paper)


def _result(
    request: Request,
    asked: Asked,
    engine: Engine,
    years: Sequence[int],
    trials: Sequence[Trial],
    levels: Levels,
    paper: Paper,
) -> FlowsResult:
    directory = engine.directory
    named = tuple(str((directory.start + january).year) for january in years)
    answer = Answer(trials, named)
    index, expected = tuple(answer.index()), tuple(answer.expected())
    return FlowsResult(
        **origin_of(engine.identity),
        command=request.command("flows", *asked.words()),
        digest=_digest(asked, trials),
        title=directory.title,
        runs=asked.runs,
        shift=asked.shift,
        months=asked.months,
        years=named,
        start=str(directory.start),
        end=str(directory.start + (directory.months - 1)),
        months_played=sum(trial.played for trial in trials),
        flows=tuple(answer.flows()),
        index=index,
        expected=expected,
        levels=levels.rows,
        formal=tuple(FormalRow(what=formal.what, because=formal.because) for formal in paper.formal),
        conclusion=_conclusion(index, expected, asked.runs, calibrated=engine.calibrated),
        assumptions=(*assumptions(request.traits, engine.origin), *directory.assumptions),
    )


def _conclusion(
    index: Sequence[IndexRow], expected: Sequence[ExpectedRow], runs: int, *, calibrated: bool
) -> str:
    """How far votes move either way, and what became of what is expected."""
    word = "Calibrated" if calibrated else "Uncalibrated"
    said = "; ".join(
        f"{'on paper' if row.powers == 'paper' else 'in practice'}, a shift of one unit of policy moves "
        f"votes above it by {100 * row.rise:.1f} and votes below it by {100 * row.fall:.1f} in a hundred"
        for row in index
        if row.year == ALL and row.measure == "votes"
    )
    judged = "; ".join(f"{row.expected}: {row.verdict}" for row in expected if row.measure == "votes")
    said = said or "the levels chosen have no arrows both ways"
    expects = f" Sources expect: {judged}." if judged else ""
    return f"{word}: {said}.{expects} {runs:,} runs."


def _digest(asked: Asked, trials: Sequence[Trial]) -> str:
    """A hash of what was asked and of the digests of all runs and arms."""
    digest = hashlib.sha256(f"{asked.shift:g};{asked.months};{asked.levels}".encode())
    for trial in trials:
        digest.update(np.array(trial.digests, np.uint64).tobytes())
    return digest.hexdigest()
