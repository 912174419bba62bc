"""Results put together from what stores and engines hold."""

from collections.abc import Mapping
from typing import Any

from apparat.ground.dates import Month
from apparat.results.conclusion import assumptions, conclusion
from apparat.results.directory import Directory
from apparat.results.ensemble import EnsembleResult
from apparat.results.replay import ReplayResult
from apparat.results.run import History, Narrator, RunResult
from apparat.results.summary import Summary
from apparat.store.store import Store


def ensemble_result(store: Store, directory: Directory, *, kept: bool, command: str = "") -> EnsembleResult:
    """Summarise the runs of a store; memory does not grow with their number.

    `kept`: the store stays; `command` asks for it again.
    """
    origin = origin_of(store.manifest.identity)
    end = str(directory.start + (directory.months - 1))
    with store.connect() as connection:
        summary = Summary(connection, directory)
        leaders = summary.leaders()
        return EnsembleResult(
            **origin,
            command=command,
            digest=store.digest(),
            title=directory.title,
            runs=summary.runs,
            start=str(directory.start),
            end=end,
            parameter_sets=summary.parameter_sets,
            store=str(store.folder) if kept else None,
            conclusion=conclusion(
                leaders,
                runs=summary.runs,
                end=end,
                traits=origin["traits"],
                calibrated=origin["calibrated"],
                origin=store.manifest.identity["origin"],
            ),
            assumptions=(
                *assumptions(origin["traits"], store.manifest.identity["origin"]),
                *directory.assumptions,
            ),
            leaders=leaders,
            over_time=summary.over_time(),
            losses=summary.losses(),
            motions=summary.motions(),
            margins=summary.margins(),
        )


def run_result(
    history: History,
    directory: Directory,
    identity: Mapping[str, Any],
    *,
    run: int,
    detail: bool,
    command: str = "",
) -> RunResult:
    """Put names to a run. `detail` keeps every appointment and every ballot; `command` asks for it again."""
    return RunResult(command=command, **_history(history, directory, identity, run=run, detail=detail))


def replay_result(
    history: History,
    directory: Directory,
    identity: Mapping[str, Any],
    *,
    run: int,
    detail: bool,
    store: Store,
    command: str = "",
) -> ReplayResult:
    """The same for a run of a store, beside the digest stored for it."""
    return ReplayResult(
        command=command,
        **_history(history, directory, identity, run=run, detail=detail),
        store=str(store.folder),
        stored_digest=digest_text(store.digest_of(run)),
    )


def digest_text(digest: int) -> str:
    """A run's digest: sixteen hexadecimal digits."""
    return f"{int(digest):016x}"


def _history(
    history: History, directory: Directory, identity: Mapping[str, Any], *, run: int, detail: bool
) -> dict[str, Any]:
    narrator = Narrator(history, directory)
    last: Month = directory.start + (len(history.leaders) - 1)
    return origin_of(identity) | {
        "digest": digest_text(history.digest),
        "title": directory.title,
        "run": run,
        "start": str(directory.start),
        "end": str(last),
        "leaders": tuple(narrator.leading()),
        "chief": narrator.chief(),
        "appointments": narrator.appointments(),
        "events": tuple(narrator.events(detail=detail)),
        "control": tuple(narrator.control()),
        "months": tuple(narrator.months()),
        "ballots": tuple(narrator.ballots()) if detail else (),
    }


def origin_of(identity: Mapping[str, Any]) -> dict[str, Any]:
    """What every simulated result says of the runs' identity."""
    return {
        "scenario": identity["scenario"],
        "scenario_hash": identity["scenario_hash"],
        "engine": identity["engine"],
        "seed": identity["seed"],
        "parameters": identity["parameters"],
        "calibrated": identity["calibrated"],
        "traits": identity["traits"],
        "variants": dict(identity["variants"]),
    }
