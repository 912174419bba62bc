"""The answer to why: every part of it computed, trials on threads, and put together as a result."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from apparat.experiments.seam import Request, Watcher
from apparat.experiments.why import draws, roll
from apparat.experiments.why.asked import Asked
from apparat.experiments.why.case import Case
from apparat.experiments.why.chain import Chains
from apparat.experiments.why.changes import changes, deciding, tried, turned_ballot
from apparat.experiments.why.past import Past
from apparat.ground.errors import Interrupted
from apparat.mechanisms.steps import CONGRESS
from apparat.results.assemble import digest_text, origin_of
from apparat.results.conclusion import assumptions
from apparat.results.run import Narrator
from apparat.results.why import SIZES, ChangeRow, DrawRow, TriedRow, WhyResult
from apparat.results.why_prose import prose
from apparat.world import codes

T = TypeVar("T")


@dataclass(frozen=True)
class Opened:
    """A run, played again: of a store, or of a scenario (`folder` is None then)."""

    folder: Path | None
    request: Request
    run: int
    past: Past
    narrator: Narrator
    asked: Asked
    watcher: Watcher

    def origin(self) -> dict[str, Any]:
        """What results say of the run."""
        return origin_of(self.past.engine.identity) | {
            "digest": digest_text(self.past.digest),
            "store": None if self.folder is None else str(self.folder),
            "run": self.run,
        }


class Answer:
    """Why one event came out as it did; `tries` draws at each address, on some threads."""

    def __init__(self, opened: Opened, case: Case, tries: int, threads: int) -> None:
        self._opened, self._case, self._past = opened, case, opened.past
        self._tries, self._threads = tries, threads
        self._request = opened.request
        self._ballots = list(opened.narrator.ballots(case.votes))
        last = case.votes[-1] if case.votes else codes.NOBODY
        self._last = [ballot for ballot in self._ballots if ballot.event == last]
        world = self._past.at(min(case.month + 1, self._past.months)).world
        self._chains = Chains(self._past.engine, world, self._past.events, max(last, 0))

    def result(self, command: str) -> WhyResult:
        """All of it."""
        case, narrator, past = self._case, self._opened.narrator, self._past
        event, directory = narrator.happening(case.number), past.engine.directory
        votes = tuple(roll.votes([narrator.happening(place) for place in case.votes], self._ballots))
        drawn, changed = self._trials()
        undone = [row for row in changed if row.outcome != "stands"]
        answer = WhyResult(
            **self._opened.origin(),
            command=command,
            title=directory.title,
            event=case.number,
            month=event.month,
            said=str(event),
            question=_question(case, event.target),
            votes=votes,
            no_vote=None if votes else no_vote(case),
            reasons=tuple(row for vote in votes for row in roll.reasons(vote, self._ballots)),
            ballots=tuple(self._ballots),
            chains=tuple(self._chains.chains(self._last)),
            links=tuple(self._chains.links(self._last)),
            draws=tuple(sorted(drawn, key=lambda row: (-row.rate, row.month, row.whom, row.decision))),
            draws_tried=sum(row.tries for row in drawn),
            tries=self._tries,
            changes=tuple(changed),
            tried=tuple(_tried(changed)),
            smallest=undone[0] if undone else None,
            assumptions=(
                *assumptions(self._request.traits, past.engine.origin),
                *directory.assumptions,
            ),
            prose=(),
        )
        return answer.model_copy(update={"prose": tuple(prose(answer))})

    def _trials(self) -> tuple[list[DrawRow], list[ChangeRow]]:
        """Draws tried anew, and changes tried, on threads, in order."""
        case, past = self._case, self._past
        places = draws.addresses(case, past, self._last, self._chains)
        first = [partial(draws.drawn_anew, place, case, past, self._tries) for place in places]
        then = [partial(turned_ballot, ballot, case, past) for ballot in deciding(self._last, case)]
        then += [
            partial(tried, size, arm, case, past, self._opened.run)
            for size, arm in changes(self._request, case, past)
        ]
        done = self._watched([*first, *then])
        drawn: list[Any] = [next(done) for _ in first]
        return drawn, list(done)

    def _watched(self, work: Sequence[Callable[[], Any]]) -> Iterator[Any]:
        """What each piece of work gives, in order, with a word on how far it is."""
        began = time.monotonic()
        with ThreadPoolExecutor(self._threads, thread_name_prefix="trials") as pool:
            try:
                for done, found in enumerate(pool.map(lambda piece: piece(), work), start=1):
                    self._opened.watcher.running(done, len(work), done / max(time.monotonic() - began, 1e-9))
                    yield found
            except (KeyboardInterrupt, Interrupted):
                pool.shutdown(cancel_futures=True)
                raise Interrupted("Stopped. Nothing is kept: an answer needs all of its trials.") from None


def _question(case: Case, target: str | None) -> str:
    if case.is_vote:
        return "Why did this vote go so?"
    return f"Why did {target} fall?"


def no_vote(case: Case) -> str:
    """Why nobody voted on a fall."""
    if case.event["kind"] == codes.E_ARRESTED:
        return "No body voted on it: whoever commanded the troops stood with the mover."
    if case.event["rule"] == CONGRESS:
        return "No body voted on it: the congress did not elect him to the committee, and his seat fell too."
    return "No body voted on it: the body lost seats under the rules, and with them those of least authority."


def _tried(rows: Sequence[ChangeRow]) -> Iterator[TriedRow]:
    """How many of each size were tried, if any, and what came of them."""
    for size in SIZES:
        mine = [row for row in rows if row.size == size]
        if not mine:
            continue
        undone = [row for row in mine if row.outcome != "stands"]
        yield TriedRow(
            size=size,
            tried=len(mine),
            idle=sum(not row.applied for row in mine),
            reversed=len(undone),
            for_good=sum(row.later is None for row in undone),
        )
