"""Why, in prose: roll, appointments, luck and the smallest change, with the numbers in the sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from apparat.results.conclusion import percent
from apparat.results.why import ChangeRow, DrawRow, LinkRow, ReasonRow, TriedRow, VoteRow, WhyResult
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
    "policy": "by policy, what a rule costs them, or a whim",
    "tie": "by their ties and their own camp",
    "authority": "by the authority of the camps",
    "dependence": "by dependence on whoever controls their posts",
    "fear": "by fear of the target, or by the norm against punishing him",
    "herd": "by the majority that they expected",
    "chance": "for no reason of their own: by the draw, in illness or absence",
}


def prose(result: WhyResult) -> Iterator[str]:
    """The answer, a paragraph at a time."""
    yield f"{result.question} {month_name(result.month)}: {result.said}"
    if result.no_vote is not None:
        yield result.no_vote
    for vote in result.votes:
        moved = _vote(vote, [row for row in result.reasons if row.event == vote.event])
        yield moved if vote.event == result.event else f"{vote.said} {moved}"
    if result.votes:
        yield _chains(result)
    yield _luck(result)
    yield _changes(result)


def _vote(vote: VoteRow, rows: Sequence[ReasonRow]) -> str:
    """What moved those on the winning side of a vote."""
    winning = [row for row in sorted(rows, key=lambda row: -_won(vote, row)) if _won(vote, row) > 0]
    total = _amount(vote, sum(_won(vote, row) for row in winning))
    parts = "; ".join(f"{_amount(vote, _won(vote, row))} {_REASONS[row.reason]}" for row in winning[:_MOST])
    whose = f"Of the {total} ballots on the winning side"
    if vote.by_region:
        whose = f"Of the leanings that bear on the winning side, {total} of the assembly"
    turning = max((row for row in rows if row.reason != "chance"), key=lambda row: row.turned, default=None)
    if turning is None or turning.turned <= 0:
        return f"{whose}, moved most: {parts}. No single reason taken away would have turned any voter."
    many = f"{_amount(vote, turning.turned)} of {'the assembly' if vote.by_region else 'all voters'}"
    without = "ties" if turning.reason == "tie" else turning.reason
    return f"{whose}, moved most: {parts}. Without {without}, {many} would have leaned the other way."


def _won(vote: VoteRow, row: ReasonRow) -> float:
    return row.votes_for if vote.carried else row.votes_against


def _amount(vote: VoteRow, amount: float) -> str:
    return percent(amount) if vote.by_region else f"{amount:.0f}"


def _chains(result: WhyResult) -> str:
    """On whom the voters hang, and by whose appointments."""
    heads = Counter(row.head for row in result.chains if row.loyal > 0)
    if not heads:
        return "No voter's chain of ties ends in a leader."
    said = f"{_counted(heads.total(), 'voter hangs', 'voters hang')} on a leader by ties: {_each(heads)}. "
    decided = sum(row.by_dependence for row in result.chains)
    lean = f"{decided:,} would have leaned the other way" if decided else "all would have leaned the same way"
    said += f"Without ties and dependence {lean}. "
    made = [link for link in result.links if link.appointed is not None]
    if not made:
        return f"{said}Behind these ties stands no appointment of this run: they are older, or a slate's."
    count = _counted(len(result.links), "tie on these chains", "ties on these chains")
    goes = _counted(len(made), "goes", "go")
    return f"{said}Of {count} {goes} back to an appointment of this run: {_appointed(made)}."


def _appointed(links: Iterable[LinkRow]) -> str:
    """Who made appointments, by the say that they used."""
    by_power = sorted(links, key=lambda link: link.power or "")
    said = []
    for power, group in groupby(by_power, key=lambda link: link.power or ""):
        patrons = Counter(link.patron for link in group)
        said.append((patrons.total(), f"{power}, for {_each(patrons)}"))
    return "; ".join(words for _, words in sorted(said, key=lambda each: -each[0])[:_MOST])


def _each(counts: Counter[str]) -> str:
    """Names with how often each; the most frequent alone, if there are many."""
    named = [f"{name} ({count})" for name, count in counts.most_common(_MOST)]
    others = counts.total() - sum(count for _, count in counts.most_common(_MOST))
    named += [f"others ({others})"] if others else []
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def _luck(result: WhyResult) -> str:
    """How much hung on single draws."""
    mattered = [row for row in result.draws if row.reversed]
    drawn = ("address of luck was drawn anew", "addresses of luck were drawn anew")
    tried = f"{_counted(len(result.draws), *drawn)}, {result.tries} times each"
    if not mattered:
        said = f"No single draw decided it: {tried}, and it stood in all {result.draws_tried:,}."
    else:
        said = f"{tried}, and {_counted(len(mattered), 'draw', 'draws')} mattered. "
        said += f"For {'; for '.join(_draws(mattered[:_MOST]))}."
    instead = max(result.draws, key=lambda row: row.by_another, default=None)
    if instead is None or not instead.by_another:
        return said
    often = f"in {instead.by_another} of {instead.tries}"
    return f"{said} If {instead.whom} draws anew ({instead.decision}), somebody else moves the same {often}."


def _draws(rows: Iterable[DrawRow]) -> Iterator[str]:
    """Draws of one person and month together."""
    for (whom, month), group in groupby(rows, key=lambda row: (row.whom, row.month)):
        parts = [f"{row.decision} (undone in {row.reversed} of {row.tries})" for row in group]
        yield f"{whom} in {month_name(month)}: {', '.join(parts)}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _changes(result: WhyResult) -> str:
    """What was tried, and the smallest change that undoes it."""
    tried = "Tried, one at a time: " + "; ".join(_tried(row) for row in result.tried) + "."
    small = result.smallest
    if small is None:
        return f"{tried} None of them undoes it."
    asked_of_vote = any(vote.event == result.event for vote in result.votes)
    after = _after_vote(small) if asked_of_vote else _after_fall(small)
    return f"{tried} The smallest that undoes it, from {month_name(small.from_)}: {small.what}. {after}"


def _tried(row: TriedRow) -> str:
    word = _counted(row.tried, *_SIZES[row.size])
    if not row.reversed:
        return f"{word}, {'which does not undo' if row.tried == 1 else 'none of which undoes'} it"
    which = "which undoes" if row.tried == 1 else f"of which {_counted(row.reversed, 'undoes', 'undo')}"
    if row.reversed == 1:
        return f"{word}, {which} it, {'for good' if row.for_good else 'though not for good'}"
    return f"{word}, {which} it, {row.for_good or 'none'} for good"


def _after_vote(change: ChangeRow) -> str:
    what = "The question is not put then" if change.outcome == "not put" else "It comes out otherwise then"
    if change.later is None:
        return f"{what}, and never comes to the same in that run."
    return f"{what}, but comes to the same in {month_name(change.later)}."


def _after_fall(change: ChangeRow) -> str:
    if change.later is None:
        return "He is spared, and does not fall so later in that run."
    return f"He is spared then, but falls so in {month_name(change.later)}."
