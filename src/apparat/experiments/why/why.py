"""The run of a store whose events are asked about: which events there are, and why one."""

import shlex
from pathlib import Path

from apparat.engine import Engine
from apparat.experiments import seam
from apparat.experiments.crew.threads import Threads
from apparat.experiments.replay import check_repeats, reopened
from apparat.experiments.seam import Request, Silence, Watcher
from apparat.experiments.single import check_run
from apparat.experiments.why.answer import Answer, Opened
from apparat.experiments.why.asked import Asked
from apparat.experiments.why.case import case_of
from apparat.experiments.why.past import Past
from apparat.ground.errors import UsageError
from apparat.results.run import Narrator
from apparat.results.why import EventRow, EventsResult, WhyResult

TRIES = 8
MOST_TRIES = 1000
_STORE = "results-1"


def opened(folder: Path, run: int, watcher: Watcher | None) -> Opened:
    """A run of a store, played again with its full journal. Raises StoreError where it does not repeat."""
    watcher = watcher or Silence()
    store, engine = reopened(folder, run, watcher)
    here = _past(engine, Request.read(store.manifest.request), run, watcher, folder)
    check_repeats(store, run, here.past.digest)
    return here


def _past(engine: seam.Engine, request: Request, run: int, watcher: Watcher, folder: Path | None) -> Opened:
    """A run played again with its full journal, by an engine that has one and is compiled."""
    if not isinstance(engine, Engine):
        raise TypeError("single events need the engine itself")
    past = Past(engine, run)
    narrator = Narrator(past, engine.directory)
    asked = Asked(narrator, past.events, engine.directory, run)
    return Opened(folder, request, run, past, narrator, asked, watcher)


def why_events(store: str | Path, run: int, *, watcher: Watcher | None = None) -> EventsResult:
    """The events of a stored run that `why` can be asked about, with their numbers.

    Raises ApparatError with a message meant for the user.
    """
    here = opened(Path(store), run, watcher)
    rows = []
    for number in here.asked.numbers():
        event = here.narrator.happening(number)
        rows.append(
            EventRow(event=number, month=event.month, kind=event.kind, person=event.target, said=str(event))
        )
    return EventsResult(**here.origin(), command=command(store, run), events=tuple(rows))


def command(store: str | Path, run: int, *words: str) -> str:
    """The command line that asks it."""
    return shlex.join(["apparat", "why", str(store), str(run), *words])


def why(
    store: str | Path,
    run: int,
    event: str | int,
    *,
    tries: int | None = None,
    threads: int | None = None,
    watcher: Watcher | None = None,
) -> WhyResult:
    """Why an event of a stored run came out as it did, and the smallest change found that undoes it.

    `event` is a number (`why_events` lists them), who fell (`fall:NAME`), or a month with one vote; `tries`
    (8) draws are tried at each address of luck. Raises ApparatError with a message meant for the user.
    """
    drawn = TRIES if tries is None else tries
    if not 1 <= drawn <= MOST_TRIES:
        raise UsageError(f"Draws tried at an address are a whole number from 1 to {MOST_TRIES}, not {drawn}.")
    chosen = Threads(threads).hands
    here = opened(Path(store), run, watcher)
    number = here.asked.find(str(event))
    again = command(store, run, str(number), *(() if drawn == TRIES else ("--tries", str(drawn))))
    return Answer(here, case_of(here.past.events, number), drawn, chosen).result(again)


def why_played(request: Request, run: int, event: int, *, watcher: Watcher | None = None) -> WhyResult:
    """The same of a run that no store holds: it is played from its scenario and seed.

    Raises ApparatError with a message meant for the user.
    """
    watcher = watcher or Silence()
    check_run(run)
    engine = request.build("full")
    engine.warm(watcher.compiling)
    here = _past(engine, request, run, watcher, None)
    number = here.asked.find(str(event))
    stored = request.command("ensemble", "--runs", str(run + 1), "--out", _STORE)
    again = f"{stored} && {command(_STORE, run, str(number))}"
    return Answer(here, case_of(here.past.events, number), TRIES, Threads().hands).result(again)
