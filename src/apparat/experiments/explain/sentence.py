"""What a historian would write from an explanation, with the numbers in it."""

from collections.abc import Iterator, Sequence

from apparat.results.conclusion import percent, points
from apparat.results.explain import ContributionRow, EndRow, InteractionRow
from apparat.results.words import month_name


def sentence(
    contributions: Sequence[ContributionRow],
    interactions: Sequence[InteractionRow],
    ends: Sequence[EndRow],
    *,
    person: str,
    alone: bool,
    runs: int,
    end: str,
    calibrated: bool,
) -> str:
    """What decided it by conduct, what stood against it, what cannot be told; and what other yardsticks say.

    `alone` says whether it is a person's leadership that is explained, or that nobody leads alone.
    """
    word = "Calibrated" if calibrated else "Uncalibrated"
    who = f"{person} leads" if alone else "nobody leads alone"
    first, rows = ends[0], [row for row in contributions if row.yardstick == "conduct"]
    opening = (
        f"{word}: judged by conduct, {who} in {month_name(end)} in {percent(first.everything)} of {runs:,} "
        f"runs as causes were, and in {percent(first.nothing)} with all {len(rows)} of them at their neutral "
        "level."
    )
    names = {row.cause: row.name for row in rows}
    together = [row for row in interactions if row.yardstick == "conduct" and _stands_out(row)]
    return " ".join(
        [
            opening,
            *_weighed(rows),
            *_combined(together[:1], names),
            *_otherwise(contributions, ends, strongest(rows)),
        ]
    )


def strongest(rows: Sequence[ContributionRow]) -> ContributionRow | None:
    """The cause that contributed most, if any did more than luck explains."""
    return max((row for row in rows if row.low > 0), key=lambda row: row.value, default=None)


def _told(low: float, high: float) -> bool:
    """Whether an interval leaves no doubt of the sign."""
    return low > 0 or high < 0


def _stands_out(row: InteractionRow) -> bool:
    """Whether a pair is more than luck, although there are many pairs: its interval is widened by two thirds.

    That is 3.3 standard errors, what the strongest of fifty pairs without any effect seldom reaches.
    """
    return abs(row.value) > 5 / 3 * (row.high - row.value)


def _weighed(rows: Sequence[ContributionRow]) -> Iterator[str]:
    """Causes for, against, and those of which nothing can be told."""
    gains = sorted((row for row in rows if row.low > 0), key=lambda row: -row.value)
    losses = sorted((row for row in rows if row.high < 0), key=lambda row: row.value)
    open_ = [row.name for row in rows if not _told(row.low, row.high)]
    if gains:
        said = f"That is owed above all to {_worth(gains[0])}"
        rest = f", then to {listed([_worth(row) for row in gains[1:]])}" if gains[1:] else ""
        yield f"{said}{rest}, in points of the share of runs."
    if losses:
        stood = "stood in its way" if gains else "stood in its way, in points of the share of runs"
        yield f"{_capital(listed([_worth(row) for row in losses]))} {stood}."
    if open_ and not (gains or losses):
        yield "Of no cause can it be told from these runs that it mattered at all."
    elif open_:
        yield f"Of {listed(open_)} it cannot be told from these runs whether anything came of it."


def _combined(rows: Sequence[InteractionRow], names: dict[str, str]) -> Iterator[str]:
    """The two causes that change each other's weight most."""
    for row in rows:
        how = "did more together than apart" if row.value > 0 else "stood in for one another"
        both = f"{_capital(names[row.one])} and {names[row.other]}"
        yield f"{both} {how} ({_points(row.value, row.high - row.value)})."


def _otherwise(
    contributions: Sequence[ContributionRow], ends: Sequence[EndRow], first: ContributionRow | None
) -> Iterator[str]:
    """What comes first under the other definitions of leading."""
    for end in ends[1:]:
        rows = [row for row in contributions if row.yardstick == end.yardstick]
        best = strongest(rows)
        judged = "By power" if end.yardstick == "power" else "With no alternative left"
        shares = f"{percent(end.everything)} against {percent(end.nothing)}"
        if best is None:
            yield f"{judged} ({shares}), no cause is known to have helped."
        elif first is not None and best.cause == first.cause:
            yield f"{judged} ({shares}), the same cause comes first: {_worth(best)}."
        else:
            yield f"{judged} ({shares}), first place goes to {_worth(best)}."


def _worth(row: ContributionRow) -> str:
    return f"{row.name} ({_points(row.value, row.high - row.value)})"


def _points(value: float, half: float) -> str:
    """A contribution in points, with half its 95 % interval."""
    return f"{points(value)} ± {100 * half:.0f}"


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
