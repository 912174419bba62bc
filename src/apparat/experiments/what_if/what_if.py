"""Many pairs, and what they say together."""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

import numpy as np

from apparat.engine import Engine
from apparat.experiments.crew.crew import Crew, in_order, watched
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.resumption import stopped
from apparat.experiments.seam import Request, Silence, Watcher
from apparat.experiments.what_if.answer import Answer
from apparat.experiments.what_if.asked import Arm, Asked, arms
from apparat.experiments.what_if.kept import STAGE, Play, identity
from apparat.experiments.what_if.tally import Tally
from apparat.ground.errors import UsageError
from apparat.results.assemble import origin_of
from apparat.results.conclusion import assumptions, percent, points
from apparat.results.what_if import OutcomeRow, WhatIfResult
from apparat.results.words import month_name
from apparat.scenario.levers import Library, read

MOST_RUNS = 2**20


def what_if(
    request: Request,
    asked: Asked,
    *,
    runs: int,
    out: Path | None = None,
    resume: bool = False,
    crew: Crew,
    watcher: Watcher | None = None,
) -> WhatIfResult:
    """Play `runs` runs with and without what is asked, the shared past once, under the same luck.

    Finished pairs are kept in the folder `out`, and `resume` goes on with those that are there. Raises
    UsageError for what cannot be asked, and where an intervention changes nothing in any run; Interrupted on
    Ctrl-C, saying what is kept.
    """
    if not 1 <= runs <= MOST_RUNS:
        raise UsageError(f"Runs must be a whole number from 1 to {MOST_RUNS}, not {runs}.")
    if resume and out is None:
        raise UsageError("--resume needs --out DIR: the folder of the pairs to go on with.")
    watcher = watcher or Silence()
    asked.check()
    library = read(request.scenario)
    engine = request.build("decisions")
    if not isinstance(engine, Engine):
        raise TypeError("interventions need the engine itself")
    made = arms(asked, request, engine, library)
    tallies = [Tally(np.zeros(len(arm.edits), np.int64)) for arm in made]
    command = request.command("what-if", *asked.words(), "--runs", str(runs))
    with _folder(engine, made, runs, command, out, resume=resume) as folder:
        try:
            engine.warm(watcher.compiling)
            job = Play(engine, made, folder.pieces if folder else None)
            with closing(in_order(crew, job, runs, out)) as pairs:
                for found in watched(pairs, runs, watcher):
                    for tally, branch in zip(tallies, found.branches, strict=True):
                        tally.add(found, branch)
        except KeyboardInterrupt:
            there = f"{folder.count(STAGE):,} of {runs:,} pairs" if folder else None
            raise stopped("pairs", command, out, there=there) from None
    for arm, tally in zip(made, tallies, strict=True):
        _check_applied(arm, tally, runs)
    return _result(request, library, engine, made, tallies, command)


def _folder(
    engine: Engine, made: Sequence[Arm], runs: int, command: str, out: Path | None, *, resume: bool
) -> AbstractContextManager[Folder | None]:
    """Where finished pairs are kept, if anywhere."""
    if out is None:
        return nullcontext()
    asked = {"command": command, "runs": runs}
    return Folder(out, identity(engine, made), resume=resume, request=asked)


def _check_applied(arm: Arm, tally: Tally, runs: int) -> None:
    """Raises UsageError, with the reasons, for an intervention that changed nothing anywhere."""
    if tally.took_hold:
        return
    idle = [f"  {edit.path} = {edit.value}: {edit.idle}" for edit in arm.edits]
    idle += ["  its opening draws the same state as the scenario's own"] if arm.opening else []
    reasons = "\n".join(idle)
    raise UsageError(
        f"'{arm.name}' was applied in none of {runs:,} runs: it changes nothing there.\n{reasons}"
    )


def _result(
    request: Request,
    library: Library,
    engine: Engine,
    made: Sequence[Arm],
    tallies: Sequence[Tally],
    command: str,
) -> WhatIfResult:
    answers = [Answer(arm, tally) for arm, tally in zip(made, tallies, strict=True)]
    directory, runs = engine.directory, len(tallies[0].runs)
    outcomes = tuple(row for answer in answers for row in answer.outcomes())
    rows = tuple(answer.arm() for answer in answers)
    end = str(directory.start + (directory.months - 1))
    pulled = tuple(dict.fromkeys(lever for arm in made for lever in arm.levers))
    return WhatIfResult(
        **origin_of(engine.identity),
        digest=digest((arm, tally.digests) for arm, tally in zip(made, tallies, strict=True)),
        command=command,
        title=directory.title,
        question=" ".join(library[name].question for name in pulled),
        levers=pulled,
        runs=runs,
        start=str(directory.start),
        end=end,
        applied=min(row.applied for row in rows),
        months_played=runs * directory.months + sum(row.months_played for row in rows),
        months_full=runs * directory.months * (1 + len(rows)),
        outcomes=outcomes,
        arms=rows,
        edits=tuple(row for answer in answers for row in answer.edits()),
        decisions=tuple(row for answer in answers for row in answer.decisions()),
        pair=tuple(row for answer in answers for row in answer.pair()),
        over_time=tuple(row for answer in answers for row in answer.over_time()),
        conclusion=_conclusion(outcomes, runs=runs, end=end, calibrated=engine.calibrated),
        assumptions=(
            *assumptions(request.traits, engine.origin),
            *(library[name].about for name in pulled),
            *directory.assumptions,
        ),
    )


def _conclusion(outcomes: Sequence[OutcomeRow], *, runs: int, end: str, calibrated: bool) -> str:
    """For each arm, what becomes of the person who leads most often without it; if none does, of nobody."""
    word = "Calibrated" if calibrated else "Uncalibrated"
    said: dict[str, str] = {}
    for row in sorted((row for row in outcomes if row.yardstick == "conduct"), key=lambda row: not row.key):
        who = f"{row.person} leads" if row.key else "nobody leads alone"
        compared = (
            f"{who} in {percent(row.with_)} of runs with {row.arm}, in {percent(row.without)} without "
            f"({points(row.difference)} points, 95 %: {points(row.low)} to {points(row.high)})"
        )
        said.setdefault(row.arm, compared)
    told = "; ".join(said.values())
    return f"{word}: judged by conduct, in {month_name(end)}, {told}; {runs:,} pairs of runs."


def digest(pairs: Iterable[tuple[Arm, Sequence[tuple[int, int]]]]) -> str:
    """A hash of every run's digest, with and without, and of what was set."""
    found = hashlib.sha256()
    for arm, digests in pairs:
        found.update("".join(f"{edit.path}={edit.value}@{edit.month};" for edit in arm.edits).encode())
        found.update(np.array(digests, np.uint64).tobytes())
    return found.hexdigest()
