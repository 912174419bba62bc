"""An ensemble on a page: who leads over time and at the end, and recorded motions put to the model."""

from collections.abc import Iterator

from apparat.report.ensemble import leaders, losses, margins, motions
from apparat.report.page.background import settings
from apparat.report.page.charts import OTHERS, Band, Bar, Bars, Shares, of_person
from apparat.report.page.told import Figure, Told
from apparat.results.conclusion import percent, span
from apparat.results.ensemble import JUDGED, EnsembleResult, LeaderShare, MotionCompared
from apparat.results.series import shares_over_time
from apparat.results.words import month_name

_LEAST = 0.005
_LEADERS = 8


def told(result: EnsembleResult) -> Told:
    """What an ensemble says of itself."""
    return Told(
        title=result.title,
        question=_question(result),
        method=tuple(_method(result)),
        figures=tuple(_figures(result)),
        tables=(leaders(result), losses(result.losses), motions(result.motions), margins(result.margins)),
        works=("Wilson1927", "Salmon2011"),
        facts=tuple(row.source for row in result.losses if row.source),
    )


def _question(result: EnsembleResult) -> str:
    written = settings(result)[0].scenario
    return "Who led in the end, and how often?" if written is None else written.question


def _method(result: EnsembleResult) -> Iterator[str]:
    yield (
        f"{result.runs:,} histories were played month by month from {month_name(result.start)} to "
        f"{month_name(result.end)}. They differ by luck (illness, moods, draws in votes and appointments), "
        "by whatever of the opening nobody knows, and by parameters: each draws one of "
        f"{result.parameter_sets} sets. No outcome and no turn of events after the opening stands in the "
        "data."
    )
    yield (
        "Leading is measured in three ways, which may disagree: by whom others follow in votes (conduct), by "
        "posts, seats and followings (power), and by whether any alternative is left."
    )
    yield (
        "What luck leaves open of a share is its 95 % interval by Wilson. What the parameters leave open is "
        "the range that holds nine tenths of the sets, luck taken out; more runs do not narrow it."
    )


def _figures(result: EnsembleResult) -> Iterator[Figure]:
    series = shares_over_time(result)
    keys = {row.person: row.key for row in result.over_time}
    ends = ", ".join(
        f"{name} {percent(shares[-1])}" for name, shares in series.items() if shares[-1] >= _LEAST
    )
    yield Figure(
        "Who leads over time",
        f"Share of runs led, judged by conduct, stacked; in {month_name(result.end)}: {ends}.",
        Shares(
            result.start,
            [
                Band(name, shares, of_person(keys[name]) if name in keys else OTHERS)
                for name, shares in series.items()
            ],
        ),
        "Full height is all runs.",
    )
    first = result.leaders[0]
    yield Figure(
        f"Who leads in {month_name(result.end)}",
        f"{_who(first)} most often, judged by conduct: in {percent(first.share)} of runs.",
        Bars(tuple(map(_leader, _shown(result))), "share of runs, %", ("", "runs")),
        "Thick line: what luck leaves open (95 %). Thin line: nine tenths of the parameter sets.",
    )
    compared = [row for row in result.motions if row.median is not None]
    if compared:
        yield Figure(
            "Recorded motions, put to the model",
            f"Share of votes for in {len(compared)} recorded motions, put to the model's bodies on their "
            f"dates: {_inside(compared)} recorded counts lie in the range of nine tenths of the runs.",
            Bars(
                tuple(map(_motion, compared)), "votes for, % of votes cast", ("", "model | record"), (0, 100)
            ),
            "Thin line: nine tenths of the runs. Bar: their median. Mark: the recorded count.",
        )


def _who(row: LeaderShare) -> str:
    return row.person if row.key else "Nobody alone"


def _shown(result: EnsembleResult) -> Iterator[LeaderShare]:
    """The most frequent leaders under each definition."""
    for yardstick in dict.fromkeys(row.yardstick for row in result.leaders):
        rows = [row for row in result.leaders if row.yardstick == yardstick and row.share >= _LEAST]
        yield from rows[:_LEADERS]


def _leader(row: LeaderShare) -> Bar:
    sets = (
        None if row.sets_low is None or row.sets_high is None else (100 * row.sets_low, 100 * row.sets_high)
    )
    return Bar(
        row.person,
        (0, 100 * row.share),
        f"{percent(row.share)} ({span(row.low, row.high)})",
        inner=(100 * row.low, 100 * row.high),
        outer=sets,
        shade=of_person(row.key),
        group=JUDGED[row.yardstick].capitalize(),
    )


def _motion(row: MotionCompared) -> Bar:
    if row.low is None or row.median is None or row.high is None:
        raise ValueError(f"{row.motion} was never voted on")
    recorded = row.recorded_share
    said = "no count" if recorded is None else percent(recorded)
    return Bar(
        f"{row.motion} ({row.month})",
        (0, 100 * row.median),
        f"{percent(row.median)} | {said}",
        outer=(100 * row.low, 100 * row.high),
        tick=None if recorded is None else 100 * recorded,
        shade=-1,
    )


def _inside(rows: list[MotionCompared]) -> str:
    known = [row for row in rows if row.recorded_share is not None]
    inside = sum(
        row.low is not None and row.high is not None and row.low <= (row.recorded_share or 0) <= row.high
        for row in known
    )
    return f"{inside} of {len(known)}"
