"""A contrast on a page: motions staged under every combination of causes, and what each cause moves."""

from collections.abc import Iterator

from apparat.report.contrast import combinations, effects, factors, separations
from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.results.conclusion import percent, points
from apparat.results.contrast import CombinationRow, ContrastResult, EffectRow, SeparationRow, StagingRow

_UNIT = "points of the share of votes for"


def told(result: ContrastResult) -> Told:
    """What a contrast says of itself."""
    motions = ", ".join(f"{row.motion} ({row.scenario})" for row in result.stagings)
    apart = (separations(result),) if result.separations else ()
    return Told(
        title="Recorded motions, staged with causes and without",
        question=f"What moves the vote, with each cause and without it? Staged: {motions}.",
        method=tuple(_method(result)),
        figures=(*_votes(result), *_effects(result), *_separations(result)),
        tables=(
            factors(result),
            *(part(result, row) for row in result.stagings for part in (combinations, effects)),
            *apart,
        ),
        scenarios={row.scenario: row.scenario_hash for row in result.stagings},
        works=("Salmon2011",),
        facts=tuple(each for row in result.factors for each in row.because),
    )


def _method(result: ContrastResult) -> Iterator[str]:
    yield (
        f"Each of {result.runs:,} runs is played to the month of the recorded motion, which is then put to "
        "its body hypothetically, in every combination of the causes and under the same luck. With a cause, "
        "things are as the scenario has them; without it they stand at its neutral level."
    )
    yield (
        "An effect is the vote with the cause less the vote without it, averaged over all combinations of "
        "the others; of several causes, what they do together beyond what fewer do. Intervals are 95 %, "
        "over runs."
    )
    for name, neutral, why in dict.fromkeys((row.name, row.neutral, row.why) for row in result.factors):
        yield f"{name[0].upper()}{name[1:]}. Without it: {neutral} Why so: {why}"


def _votes(result: ContrastResult) -> Iterator[Figure]:
    for staging in result.stagings:
        rows = [row for row in result.combinations if _is_of(row, staging)]
        yield Figure(
            f"{staging.scenario}: {staging.motion}, {staging.date}, in every combination",
            f"Votes for the motion, mean of {staging.asked:,} runs: "
            f"{percent(min(row.share for row in rows))} in the combination with fewest, "
            f"{percent(max(row.share for row in rows))} in that with most.",
            Bars([_vote(row) for row in rows], "votes for, % of votes cast", ("with", "votes for"), (0, 100)),
            "Line: 95 % interval.",
        )


def _is_of(row: CombinationRow | EffectRow, staging: StagingRow) -> bool:
    return (row.scenario, row.motion) == (staging.scenario, staging.motion)


def _vote(row: CombinationRow) -> Bar:
    label = ", ".join(row.present) or "none of them"
    line = (100 * row.share_low, 100 * row.share_high)
    return Bar(label, (0, 100 * row.share), percent(row.share), inner=line, shade=-1)


def _effects(result: ContrastResult) -> Iterator[Figure]:
    rows = [row for row in result.effects if row.measure == "share for"]
    if rows:
        most = max(rows, key=lambda row: abs(row.value))
        bars = [_bar(row, " x ".join(row.causes), f"{row.scenario}: {row.motion}") for row in rows]
        yield Figure(
            "What each cause does to the vote",
            f"Most is moved by {' x '.join(most.causes)}, in {most.scenario}: {_said(most)} points.",
            Bars(bars, _UNIT, ("", "points")),
            "Line: 95 % interval. Pale: no more than luck.",
        )


def _separations(result: ContrastResult) -> Iterator[Figure]:
    rows = [row for row in result.separations if row.measure == "share for"]
    if rows:
        sure = sum(not row.low <= 0 <= row.high for row in rows)
        yield Figure(
            "How far effects differ between stagings",
            f"{sure} of {len(rows)} differences are surer than luck.",
            Bars(
                [_bar(row, row.cause, f"{row.other} less {row.one}") for row in rows], _UNIT, ("", "points")
            ),
            "Line: 95 % interval. Pale: no more than luck.",
        )


def _bar(row: EffectRow | SeparationRow, label: str, group: str) -> Bar:
    shade = -1 if row.low <= 0 <= row.high else 0 if row.value > 0 else 1
    line = (100 * row.low, 100 * row.high)
    return Bar(label, (0, 100 * row.value), _said(row), inner=line, shade=shade, group=group)


def _said(row: EffectRow | SeparationRow) -> str:
    return f"{points(row.value, 1)} ({points(row.low, 1)} to {points(row.high, 1)})"
