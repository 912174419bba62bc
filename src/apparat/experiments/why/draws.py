"""Draws that mattered: an address of luck is drawn anew a few times, all others keep theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from apparat.engine.runs import Run
from apparat.experiments.why.case import Case
from apparat.experiments.why.chain import Chains
from apparat.experiments.why.past import Past, told
from apparat.experiments.why.roll import moved_by, turns_without
from apparat.results.run import Ballot
from apparat.results.why import DrawRow
from apparat.world import codes, luck

MOST = 2**16 - 1
"""Other draws that an address has."""
_MOST_APPOINTMENTS = 12
_OF_FIGURES = {
    luck.OPPORTUNITY: "whether he gets an opportunity to move",
    luck.MOVE: "what he moves, keeps off or carries on",
    luck.PROCEDURE: "whether he thinks of the rules",
    luck.CAMP: "his own reasons for a camp",
    luck.ESTIMATE: "who he thinks will prevail",
    luck.FOG: "how strong others look to him",
}
_OF_VOTERS = {
    luck.BALLOT: "how his ballot falls",
    luck.HERD: "his whim of the month",
    luck.ATTENDANCE: "what majority he expects",
}
_OF_APPOINTMENTS = {
    luck.CONTROLLER: "who fills the post",
    luck.CANDIDATE: "which known men are weighed for the post",
    luck.ENTRANT: "which newcomers offer themselves",
}
_SLATE = "what luck adds to his claim to a seat"
_MOOD = "the mood of its members in this vote"


@dataclass(frozen=True)
class Address:
    """Where luck is drawn: a month, a decision, and for whom."""

    month: int
    decision: int
    key: int
    what: str
    whom: str

    def redraw(self, run: Run, number: int) -> None:
        """Let a run take another draw here."""
        time = self.month // 3 + 1 if self.decision == luck.FOG else self.month + 1
        clock = run.world["clock"]
        clock["redrawn"], clock["redrawn_key"], clock["redraw"] = time << 8 | self.decision, self.key, number


def addresses(case: Case, past: Past, ballots: Sequence[Ballot], chains: Chains) -> Iterator[Address]:
    """Where luck may have decided: leaders and voters in the month, and appointments that ballots hung on."""
    directory = past.engine.directory
    for key in active(past, case.month):
        for decision, what in _OF_FIGURES.items():
            yield Address(case.month, decision, key, what, directory.short(key))
    for ballot in ballots:
        if ballot.voter_key:
            for decision in _OF_VOTERS if ballot.region is None else (luck.HERD,):
                yield Address(case.month, decision, ballot.voter_key, _OF_VOTERS[decision], ballot.voter)
    for region, name in dict.fromkeys(_regions(past, case)):
        yield Address(case.month, luck.REGION, region, _MOOD, name)
    if not case.votes and not case.is_vote:
        key = int(case.event["target"])
        yield Address(case.month, luck.SLATE, key, _SLATE, directory.short(key))
    yield from _appointments(past, ballots, chains)


def active(past: Past, month: int) -> list[int]:
    """Keys of the figures who take part in the month's contests."""
    world = past.at(min(month + 1, past.months)).world
    figures = world["figures"][0]
    rows = figures["person"][(figures["active"] == 1) & (figures["person"] >= 0)]
    return sorted(int(key) for key in world["people"][0]["key"][rows])


def _regions(past: Past, case: Case) -> Iterator[tuple[int, str]]:
    roll = past.rolls[(past.rolls["event"] == (case.votes or (-1,))[-1]) & (past.rolls["region"] >= 0)]
    for region in roll["region"].tolist():
        yield region, past.engine.directory.region(region)


def _appointments(past: Past, ballots: Sequence[Ballot], chains: Chains) -> Iterator[Address]:
    """The last appointments of voters whose dependence decided, the latest first."""
    hung = [b for b in ballots if turns_without(b, "tie", "dependence") or moved_by(b) == "tie"]
    made = {fill.place: (b, fill) for b in hung if (fill := chains.last_post(b.voter_key)) is not None}
    for place in sorted(made, reverse=True)[:_MOST_APPOINTMENTS]:
        ballot, fill = made[place]
        whom = f"{past.engine.directory.post(fill.post)} ({ballot.voter})"
        for decision, what in _OF_APPOINTMENTS.items():
            yield Address(fill.month, decision, fill.post, what, whom)


def drawn_anew(address: Address, case: Case, past: Past, tries: int) -> DrawRow:
    """An address drawn anew `tries` times, each played from its month through the event's."""
    start = past.at(address.month)
    undone = by_another = 0
    for number in range(1, tries + 1):
        run = past.again(start)
        address.redraw(run, number)
        run.advance(case.month + 1)
        events = told(run)
        stands = case.outcome(events, address.month) == "stands"
        undone += not stands
        by_another += stands and case.by_another(events)
    return DrawRow(
        decision=address.what,
        whom=address.whom,
        key=address.key,
        month=str(past.engine.directory.start + address.month),
        tries=tries,
        reversed=undone,
        by_another=by_another,
        rate=undone / tries,
    )


def turned(ballot: Ballot, case: Case, past: Past, most: int) -> Run | None:
    """The run through the event's month with one ballot of the deciding vote fallen otherwise by its draw.

    None if none of `most` other draws makes it fall otherwise.
    """
    address = Address(case.month, luck.BALLOT, ballot.voter_key, _OF_VOTERS[luck.BALLOT], ballot.voter)
    start = past.at(case.month, journal=codes.J_FULL)
    for number in range(1, most + 1):
        run = past.again(start)
        address.redraw(run, number)
        run.advance(case.month + 1)
        places = np.flatnonzero(case.put_again(told(run)))
        rolls = np.concatenate([run.world["rolls"][0][:0], *run.rolls])
        mine = rolls[(rolls["voter"] == ballot.voter_key) & np.isin(rolls["event"], places)]
        if len(mine) and codes.CHOICE_WORDS[mine[0]["choice"]] != ballot.choice:
            return run.fork()
    return None
