"""One run of a scenario, told in full."""

from apparat.experiments.seam import Engine, Request, Silence, Watcher
from apparat.experiments.standing.watch import watched
from apparat.ground.dates import months_into
from apparat.ground.errors import UsageError
from apparat.results.assemble import run_result
from apparat.results.run import RunResult
from apparat.results.story import Story
from apparat.results.story import story as told

MOST_RUN = 2**31


def run(
    request: Request,
    *,
    run: int = 0,
    until: str | None = None,
    detail: bool = False,
    watcher: Watcher | None = None,
) -> RunResult:
    """Run number `run` under the request's seed, through month `until` (YYYY-MM; default: the last)."""
    engine = _built(request, run)
    last = last_month(engine, until)
    engine.warm((watcher or Silence()).compiling)
    history = engine.history(run, until=last)
    words = ["--run", str(run), *(["--until", until] if until else []), *(["--detail"] if detail else [])]
    command = request.command("run", *words)
    return run_result(history, engine.directory, engine.identity, run=run, detail=detail, command=command)


def story(request: Request, *, run: int = 0, watcher: Watcher | None = None) -> Story:
    """The whole of that run in sentences."""
    engine = _built(request, run)
    engine.warm((watcher or Silence()).compiling)
    history, standing = watched(engine, run)
    command = request.command("run", "--run", str(run))
    return told(history, standing, engine.directory, engine.identity, run=run, command=command)


def _built(request: Request, run: int) -> Engine:
    """The engine with its full journal. Raises UsageError for a number that no run can have."""
    check_run(run)
    return request.build("full")


def check_run(run: int) -> None:
    """Raises UsageError for a number that no run can have."""
    if not 0 <= run < MOST_RUN:
        raise UsageError(f"A run's number is a whole number from 0 to {MOST_RUN - 1}, not {run}.")


def last_month(engine: Engine, until: str | None) -> int | None:
    """Months from the scenario's first to `until`. Raises UsageError for a date outside the scenario."""
    if until is None:
        return None
    try:
        return months_into(until, engine.directory.start, engine.directory.months)
    except ValueError as error:
        raise UsageError(f"{error}.") from error
