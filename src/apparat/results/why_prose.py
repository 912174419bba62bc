"""Why, in prose: roll, appointments, luck and the smallest change, with the numbers in the sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence

from apparat.results.conclusion import percent
from apparat.results.why import ChangeRow, DrawRow, ReasonRow, TriedRow, VoteRow, WhyResult
from apparat.results.words import month_name

_MOST = 3
_SIZES = {
    "one ballot": ("ballot fallen otherwise", "ballots fallen otherwise"),
    "form of ballot": ("other form of ballot", "other forms of ballot"),
    "one person's health": ("change of one leader's health", "changes of one leader's health"),
    "one office": ("office given to another", "offices given to another"),
    "one lever": ("lever pulled on its date", "levers pulled on their dates"),
}
_REASONS = {
    "policy": "policy, what a rule costs them, or a whim",
    "tie": "their ties and their own camp",
    "authority": "the authority of the camps",
    "dependence": "dependence on whoever controls their posts",
    "fear": "fear of the target, or the norm against punishing him",
    "herd": "the majority that they expected",
    "chance": "no reason of theirs: the draw, illness, absence",
}


def prose(result: WhyResult) -> Iterator[str]:
    """The answer, a paragraph at a time."""
    yield f"{result.question} {result.said}"
    if result.no_vote is not None:
        yield result.no_vote
    for vote in result.votes:
        yield _vote(vote, [row for row in result.reasons if row.event == vote.event])
    if result.votes:
        yield _chains(result)
    yield _luck(result)
    yield _changes(result)


def _vote(vote: VoteRow, rows: Sequence[ReasonRow]) -> str:
    """A vote, and what moved those on its winning side."""
    winning = sorted(rows, key=lambda row: -_won(vote, row))
    total = sum(_won(vote, row) for row in rows)
    parts = [
        f"{_amount(vote, _won(vote, row))} by {_REASONS[row.reason]}"
        for row in winning[:_MOST]
        if _won(vote, row) > 0
    ]
    who = "leanings that bear on the winning side" if vote.by_region else "ballots on the winning side"
    moved = f"What moved the {who} most ({_amount(vote, total)}): {'; '.join(parts)}."
    turning = max((row for row in rows if row.reason != "chance"), key=lambda row: row.turned, default=None)
    if turning is None or turning.turned <= 0:
        return f"{vote.said} {moved} No single reason taken away would have turned any of them."
    many = _amount(vote, turning.turned)
    without = "ties" if turning.reason == "tie" else turning.reason
    return f"{vote.said} {moved} Without {without}, {many} would have leaned the other way."


def _won(vote: VoteRow, row: ReasonRow) -> float:
    return row.votes_for if vote.carried else row.votes_against


def _amount(vote: VoteRow, amount: float) -> str:
    return f"{percent(amount)} of the assembly" if vote.by_region else f"{amount:.0f}"


def _chains(result: WhyResult) -> str:
    """On whom the voters hang, and by whose appointments."""
    heads = Counter(row.head for row in result.chains if row.loyal > 0)
    if not heads:
        return "No voter's chain of ties ends in a leader."
    named = ", ".join(f"{count} on {head}" for head, count in heads.most_common(_MOST))
    decided = sum(row.by_dependence for row in result.chains)
    said = f"By their ties {heads.total()} voters hang on a leader: {named}. Without ties and dependence "
    said += (
        f"{decided} of them would have leaned the other way." if decided else "all of them lean the same way."
    )
    made = [link for link in result.links if link.appointed is not None]
    if not made:
        return (
            f"{said} Behind these ties stands no appointment of this run: they are older, or made by a slate."
        )
    powers = Counter((link.patron, link.power or "") for link in made)
    by = "; ".join(
        f"{count} by {patron}, through {power}" for (patron, power), count in powers.most_common(_MOST)
    )
    return (
        f"{said} Behind {len(made)} of {len(result.links)} ties on these chains stands an appointment: {by}."
    )


def _luck(result: WhyResult) -> str:
    """How much hung on single draws."""
    mattered = [row for row in result.draws if row.reversed]
    tried = f"{len(result.draws):,} addresses of luck were drawn anew, {result.tries} times each"
    if not mattered:
        said = f"No single draw decided it: {tried}, and it stood in all {result.draws_tried:,}."
    else:
        said = f"Of luck, {_counted(len(mattered), 'draw')} mattered: {tried}. "
        said += "; ".join(_draw(row) for row in mattered[:_MOST]) + "."
    instead = max(result.draws, key=lambda row: row.by_another, default=None)
    if instead is None or not instead.by_another:
        return said
    often = f"in {instead.by_another} of {instead.tries}"
    return f"{said} If {instead.whom} draws anew ({instead.decision}), somebody else moves the same {often}."


def _draw(row: DrawRow) -> str:
    return f"{row.whom} in {month_name(row.month)}, {row.decision}: undone in {row.reversed} of {row.tries}"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _changes(result: WhyResult) -> str:
    """What was tried, and the smallest change that undoes it."""
    tried = "Tried, one at a time: " + "; ".join(_tried(row) for row in result.tried if row.tried) + "."
    small = result.smallest
    if small is None:
        return f"{tried} None of them undoes it."
    return (
        f"{tried} The smallest that undoes it: {small.what}, from {month_name(small.from_)}. {_after(small)}"
    )


def _tried(row: TriedRow) -> str:
    word = _SIZES[row.size][row.tried != 1]
    idle = f", of which {row.idle:,} changed nothing" if row.idle else ""
    undone = f"{row.reversed:,} undo it" + (f", {row.for_good:,} for good" if row.reversed else "")
    return f"{row.tried:,} {word}{idle}: {undone}"


def _after(change: ChangeRow) -> str:
    what = "The question is not put then" if change.outcome == "not put" else "It comes out otherwise then"
    if change.later is None:
        return f"{what}, and never comes to the same in that run."
    return f"{what}, but comes to the same in {month_name(change.later)}."
