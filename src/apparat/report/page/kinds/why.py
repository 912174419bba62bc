"""Why, on a page: the roll by reason, the luck behind it, and what would have undone it."""

from collections.abc import Iterator

from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.report.why import appointments, changes, luck, roll, tried
from apparat.results.why import DrawRow, ReasonRow, TriedRow, VoteRow, WhyResult
from apparat.results.words import month_name

_DRAWS = 10


def told(result: WhyResult) -> Told:
    """What an answer to why says of itself."""
    made = [row for row in result.links if row.appointed is not None]
    mattered = [row for row in result.draws if row.reversed or row.by_another]
    undone = [row for row in result.changes if row.outcome != "stands"]
    return Told(
        title=f"{result.title}: why, run {result.run}, {month_name(result.month)}",
        question=f"{result.question} {result.said}",
        answer=result.prose[1:],
        method=tuple(_method(result)),
        figures=(*_rolls(result), *_luck(mattered), *_changes(result.tried)),
        tables=(
            *(roll(vote, _of(result, vote)) for vote in result.votes),
            *((appointments(made),) if made else ()),
            *((luck(mattered),) if mattered else ()),
            tried(result.tried),
            *((changes(undone),) if undone else ()),
        ),
        works=("Salmon2011",),
    )


def _method(result: WhyResult) -> Iterator[str]:
    yield (
        f"Run {result.run} was played again alone with its full journal. A ballot is moved by several "
        "reasons at once; it is counted under the one that pushed it farthest the way it went."
    )
    yield (
        f"Luck has addresses, so that a single draw can be drawn anew with everything else as it was: "
        f"{len(result.draws):,} draws, {result.tries} times each. Then single changes were tried, the "
        "smallest kind first: a ballot, the form of the ballot, a leader's health, an office, a lever."
    )


def _of(result: WhyResult, vote: VoteRow) -> list[ReasonRow]:
    return [row for row in result.reasons if row.event == vote.event]


def _rolls(result: WhyResult) -> Iterator[Figure]:
    """Each vote of the contest: ballots for to the right, against to the left, by what moved them most."""
    for vote in result.votes:
        times, unit = (100, "% of the assembly") if vote.by_region else (1, "ballots")
        yield Figure(
            f"{vote.body}, {month_name(vote.month)}: what moved the roll",
            vote.said,
            Bars(
                [_reason(row, times) for row in _of(result, vote)],
                f"{unit}: against to the left, for to the right",
                ("", "against | for"),
            ),
            "Each ballot stands with the reason that moved it most.",
        )


def _reason(row: ReasonRow, times: int) -> Bar:
    against, votes = times * row.votes_against, times * row.votes_for
    return Bar(row.reason, (-against, votes), f"{against:.0f} | {votes:.0f}")


def _luck(rows: list[DrawRow]) -> Iterator[Figure]:
    if rows:
        yield Figure(
            "Draws that mattered",
            f"{len(rows)} draws undo it, or leave it to somebody else, when they are drawn anew.",
            Bars([_draw(row) for row in rows[:_DRAWS]], "times it is undone, %", ("", "undone"), (0, 100)),
        )


def _draw(row: DrawRow) -> Bar:
    share = 100 * row.reversed / row.tries if row.tries else 0.0
    return Bar(f"{row.whom}: {row.decision} ({row.month})", (0, share), f"{row.reversed} of {row.tries}")


def _changes(rows: tuple[TriedRow, ...]) -> Iterator[Figure]:
    done = [row for row in rows if row.tried]
    if done:
        undo = sum(row.reversed for row in done)
        yield Figure(
            "What single changes come to, the smallest kind first",
            f"{undo} of {sum(row.tried for row in done)} single changes that were tried undo it.",
            Bars([_tried(row) for row in done], "changes", ("", "undo it | tried")),
            "Bar: changes that undo it. Line: changes tried.",
        )


def _tried(row: TriedRow) -> Bar:
    return Bar(row.size, (0, row.reversed), f"{row.reversed} | {row.tried}", outer=(0, row.tried), shade=1)
