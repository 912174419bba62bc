"""An explanation on a page: the waterfall, contributions by definition of leading, causes in pairs."""

from collections.abc import Iterator

from apparat.report.explain import causes, contributions, cost, ends, interactions
from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.results.conclusion import percent, points
from apparat.results.ensemble import JUDGED
from apparat.results.explain import ContributionRow, ExplainResult, InteractionRow
from apparat.results.words import month_name

_UNIT = "points of the share of runs"
_PAIRS = 10
_REST = -1
"""The colour of what is neither for nor against."""


def told(result: ExplainResult) -> Told:
    """What an explanation says of itself."""
    return Told(
        title=f"{result.title}: why {result.person}?",
        question=f"What did each of {len(result.causes)} causes contribute to who leads in "
        f"{month_name(result.end)}?",
        method=tuple(_method(result)),
        figures=(_waterfall(result), *_by_yardstick(result), *_pairs(result)),
        tables=[
            causes(result.causes, result.runs),
            ends(result.ends, result.end),
            contributions(result.contributions),
            interactions(result.interactions, result.contributions),
        ],
        story=(cost(result),),
        works=("Shapley1953", "GrabischRoubens1999", "Salmon2011"),
        facts=tuple(
            dict.fromkeys(fact for row in result.causes for fact in (*row.because, *row.neutral_because))
        ),
    )


def _method(result: ExplainResult) -> Iterator[str]:
    how = "every combination" if result.exact else "the combinations that sampled orders of causes meet"
    yield (
        "With a cause, things are as the scenario has them; without it they are at a neutral level, which "
        f"the table of causes states. Each of {result.runs:,} runs is played in {how} of causes, under the "
        "same luck: the same draw for the same person in the same month. Combinations share the past up to "
        "the month in which they first differ."
    )
    yield (
        "What a cause contributed is its Shapley value: what it adds, averaged over all orders in which "
        "causes can be added. The values add up to the difference between all causes and none. What two do "
        "together beyond each apart is their interaction index; below 0 one stands in for the other. Every "
        "run has values of its own, and the 95 % intervals are their spread over runs: what luck leaves "
        "open, not what the model leaves open. The values are relative to the neutral levels."
    )
    for row in result.causes:
        yield f"{row.name[0].upper()}{row.name[1:]}. Without it: {row.neutral} Why so: {row.why}"


def _by_conduct(result: ExplainResult) -> list[ContributionRow]:
    rows = [row for row in result.contributions if row.yardstick == "conduct"]
    return sorted(rows, key=lambda row: -row.value)


def _waterfall(result: ExplainResult) -> Figure:
    """From the share with no cause to that with all of them."""
    end, rows = result.ends[0], []
    reached = end.nothing
    for row in _by_conduct(result):
        after, half = reached + row.value, row.high - row.value
        ends_at = (100 * (after - half), 100 * (after + half))
        rows.append(Bar(row.name, (100 * reached, 100 * after), _said(row), inner=ends_at, shade=_shade(row)))
        reached = after
    first, last = (
        Bar(label, (0, 100 * share), percent(share), shade=_REST)
        for label, share in (("no cause", end.nothing), ("all causes", end.everything))
    )
    return Figure(
        f"From no cause to all: {result.person} in {month_name(result.end)}",
        f"Judged by conduct, the share of runs goes from {percent(end.nothing)} with no cause to "
        f"{percent(end.everything)} with all, a step for each cause.",
        Bars([first, *rows, last], "per cent of runs", ("", "contributed")),
        "Line: 95 % interval of the step.",
    )


def _by_yardstick(result: ExplainResult) -> Iterator[Figure]:
    order = [row.cause for row in _by_conduct(result)]
    found = {(row.yardstick, row.cause): row for row in result.contributions}
    rows = [found[end.yardstick, cause] for end in result.ends for cause in order]
    yield Figure(
        "What each contributed, by definition of leading",
        "Contributions to the share of runs led, under each definition of leading.",
        Bars([_bar(row) for row in rows], _UNIT, ("", "contributed")),
        "Line: 95 % interval.",
    )


def _pairs(result: ExplainResult) -> Iterator[Figure]:
    rows = [row for row in result.interactions if row.yardstick == "conduct"][:_PAIRS]
    if rows:
        names = {row.cause: row.name for row in result.causes}
        yield Figure(
            "What two causes do together beyond each apart",
            "The strongest pairs, judged by conduct: above 0 they need each other, below 0 one stands in for "
            "the other.",
            Bars([_pair(row, names) for row in rows], _UNIT, ("", "together")),
            f"Line: 95 % interval; of {len(result.causes) * (len(result.causes) - 1) // 2} pairs some stand "
            "out by luck alone.",
        )


def _bar(row: ContributionRow) -> Bar:
    span = (0.0, 100 * row.value)
    inner = (100 * row.low, 100 * row.high)
    group = JUDGED[row.yardstick].capitalize()
    return Bar(row.name, span, _said(row), inner=inner, shade=_shade(row), group=group)


def _pair(row: InteractionRow, names: dict[str, str]) -> Bar:
    said = f"{points(row.value)} ({points(row.low)} to {points(row.high)})"
    label = f"{names[row.one]} and {names[row.other]}"
    span = (0.0, 100 * row.value)
    return Bar(label, span, said, inner=(100 * row.low, 100 * row.high), shade=_shade(row))


def _said(row: ContributionRow) -> str:
    return f"{points(row.value)} ({points(row.low)} to {points(row.high)})"


def _shade(row: ContributionRow | InteractionRow) -> int:
    """One colour for, one against, none where the interval holds 0."""
    return 0 if row.low > 0 else 1 if row.high < 0 else _REST
