"""The roll by reason: which reason moved each ballot most, and which would have turned had it been absent.

Reasons and leanings are the kernel's own, read from the journal: nothing is computed a second time.
"""

from collections.abc import Iterator, Sequence

from apparat.results.run import Ballot, Happening
from apparat.results.why import REASONS, Moved, ReasonRow, VoteRow
from apparat.world import codes

_SIDE = {codes.CHOICE_WORDS[codes.FOR]: 1.0, codes.CHOICE_WORDS[codes.AGAINST]: -1.0}


def moved_by(ballot: Ballot) -> Moved:
    """The reason that pushed a ballot most towards where it went; `chance` if it went against its leaning."""
    side = _SIDE.get(ballot.choice, 0.0)
    if side * leaning(ballot) <= 0.0:
        return "chance"
    return max(REASONS, key=lambda reason: side * float(getattr(ballot, reason)))


def leaning(ballot: Ballot) -> float:
    """All reasons added up, in logits towards `for`."""
    return float(sum(getattr(ballot, reason) for reason in REASONS))


def turns_without(ballot: Ballot, *reasons: str) -> bool:
    """Whether a ballot that went where it leaned would have leaned the other way without these reasons."""
    side = _SIDE.get(ballot.choice, 0.0)
    left = leaning(ballot) - sum(float(getattr(ballot, reason)) for reason in reasons)
    return side * leaning(ballot) > 0.0 >= side * left


def votes(happenings: Sequence[Happening], ballots: Sequence[Ballot]) -> Iterator[VoteRow]:
    """Each vote of the contest, in order."""
    for vote in happenings:
        mine = [ballot for ballot in ballots if ballot.event == vote.number]
        yield VoteRow(
            event=vote.number,
            month=vote.month,
            body=vote.body or "",
            said=str(vote),
            votes_for=vote.votes_for or 0,
            votes_against=vote.votes_against or 0,
            abstained=vote.abstained or 0,
            carried=bool(vote.carried),
            by_region=any(ballot.region is not None for ballot in mine),
        )


def reasons(vote: VoteRow, ballots: Sequence[Ballot]) -> Iterator[ReasonRow]:
    """A vote's roll by reason. Of an assembly, shares of it instead of ballots."""
    mine = [ballot for ballot in ballots if ballot.event == vote.event]
    total = sum(_size(ballot) for ballot in mine)
    for reason in (*REASONS, "chance"):
        moved = [ballot for ballot in mine if moved_by(ballot) == reason]
        counted = {
            word: sum(_size(ballot) for ballot in moved if ballot.choice == word)
            for word in codes.CHOICE_WORDS
        }
        pushed = 0.0 if reason == "chance" else sum(_size(b) * float(getattr(b, reason)) for b in mine)
        turned = 0.0 if reason == "chance" else sum(_size(b) for b in mine if turns_without(b, reason))
        yield ReasonRow(
            event=vote.event,
            body=vote.body,
            reason=reason,
            votes_for=counted["for"],
            votes_against=counted["against"],
            abstained=counted["abstained"],
            push=pushed / total if total else 0.0,
            turned=turned,
        )


def _size(ballot: Ballot) -> float:
    """A person's ballot counts as one, a region's as the share of the assembly on which it bears."""
    return 1.0 if ballot.region is None else ballot.weight
