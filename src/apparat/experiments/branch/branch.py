"""Pasts, and what their endings say together."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from apparat.engine import Engine
from apparat.experiments.branch.answer import Answer, conclusion
from apparat.experiments.branch.asked import Asked
from apparat.experiments.branch.endings import Past, play
from apparat.experiments.crew.crew import Crew, in_order, watched
from apparat.experiments.resumable.folder import opened
from apparat.experiments.resumable.resumption import stopped
from apparat.experiments.seam import Request, Silence, Watcher
from apparat.results.assemble import origin_of
from apparat.results.branch import BranchResult
from apparat.results.conclusion import assumptions


def branch(
    request: Request,
    asked: Asked,
    *,
    out: Path | None = None,
    resume: bool = False,
    crew: Crew,
    watcher: Watcher | None = None,
) -> BranchResult:
    """Play pasts to each date once, and endings from there.

    They are kept in `out`, or in a temporary folder that is removed; `resume` goes on with what `out` holds.
    Raises UsageError for what cannot be asked, Interrupted on Ctrl-C, saying what is kept.
    """
    watcher = watcher or Silence()
    engine = request.build("none")
    if not isinstance(engine, Engine):
        raise TypeError("branches need the engine itself")
    dates = asked.months(engine.directory.start, engine.directory.months)
    command = request.command("branch", *asked.words())
    identity, asking = {"experiment": "branch", **engine.identity}, asked.written() | {"command": command}
    with opened(out, identity, resume=resume, request=asking) as folder:
        engine.warm(watcher.compiling)
        each = asked.endings * len(dates)
        try:
            with closing(
                in_order(crew, lambda run: play(engine, folder, run, dates, asked.endings), asked.pasts)
            ) as pasts:
                played = list(watched(pasts, asked.pasts * each, watcher, each))
        except KeyboardInterrupt:
            raise stopped("pasts and endings", command, out) from None
        return _result(request, asked, engine, dates, played, (command, out))


def _result(
    request: Request,
    asked: Asked,
    engine: Engine,
    dates: Sequence[int],
    played: Sequence[Past],
    kept: tuple[str, Path | None],
) -> BranchResult:
    """`kept` is the command that asks for it, and the folder."""
    command, out = kept
    directory = engine.directory
    answers = [Answer(directory, [past.ended[place] for past in played]) for place in range(len(dates))]
    rows = tuple(row for answer in answers for row in answer.dates())
    trunk = max(dates) * asked.pasts
    branches = asked.pasts * asked.endings
    return BranchResult(
        **origin_of(engine.identity),
        command=command,
        digest=_digest(played),
        title=directory.title,
        at=tuple(str(directory.start + month) for month in dates),
        start=str(directory.start),
        end=str(directory.start + (directory.months - 1)),
        pasts=asked.pasts,
        endings=asked.endings,
        months_played=trunk + branches * sum(directory.months - month for month in dates),
        months_now=sum(past.played for past in played),
        months_full=branches * len(dates) * directory.months,
        store=str(out) if out is not None else None,
        dates=rows,
        outcomes=tuple(row for answer in answers for row in answer.outcomes()),
        tree=tuple(row for answer in answers for row in answer.tree()),
        conclusion=conclusion(rows, asked.pasts, asked.endings, calibrated=engine.calibrated),
        assumptions=(*assumptions(request.traits, engine.origin), *directory.assumptions),
    )


def _digest(played: Sequence[Past]) -> str:
    """A hash of the digests of all pasts and endings."""
    digest = hashlib.sha256()
    for past in played:
        for ended in past.ended:
            digest.update(f"{ended.run}@{ended.month}={ended.digest:016x};".encode())
            digest.update(ended.digests.tobytes())
    return digest.hexdigest()
