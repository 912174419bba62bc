"""A sensitivity analysis on a page: which parameters and which figures of the record an answer hangs on."""

from collections.abc import Iterator

from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.report.sensitivity import effects, indices, outcomes, sources
from apparat.results.conclusion import points
from apparat.results.sensitivity import Effect, Index, SensitivityResult, SourceEffect

_MOST = 15


def told(result: SensitivityResult) -> Told:
    """What an analysis says of itself."""
    carried = (sources(result.sources),) if result.sources else ()
    return Told(
        title=f"{result.title}: what the answer hangs on",
        question="Which assumed numbers, and which figures of the record, does the answer hang on?",
        method=tuple(_method(result)),
        figures=tuple(_figures(result)),
        tables=(outcomes(result.outcomes), effects(result.effects), indices(result.indices), *carried),
        works=("Morris1991", "Saltelli2010"),
        facts=tuple(dict.fromkeys(each for row in result.sources for each in row.because)),
    )


def _method(result: SensitivityResult) -> Iterator[str]:
    yield (
        f"Every parameter was moved across its whole range along {result.trajectories} trajectories "
        "(elementary effects by Morris). For the strongest, Sobol indices tell how much of the variance "
        f"between sets each explains alone, and with others; {result.draws:,} sets were played in all, "
        f"{result.runs} runs each, under luck common to all."
    )
    yield "An effect counts as noticeable where it is clearly more than luck gives a parameter without."


def _figures(result: SensitivityResult) -> Iterator[Figure]:
    for spread in result.outcomes[:2]:
        mine = [row for row in result.effects if row.outcome == spread.outcome]
        if mine:
            noticed = sum(row.noticeable for row in mine)
            yield Figure(
                f"What moves how often {spread.outcome} leads",
                f"{noticed} of {len(mine)} parameters move it by more than luck; most of all "
                f"{mine[0].parameter}, by {100 * mine[0].strength:.0f} points across its range.",
                Bars([_effect(row) for row in mine[:_MOST]], "points of the share of runs", ("", "strength")),
                "Bar: mean effect with its direction. Line: mean size. Pale: no more than luck.",
            )
    if result.indices:
        yield Figure(
            "How much of the variance each explains",
            "Sobol indices of the strongest parameters: alone, and with others.",
            Bars(
                [_index(row) for row in result.indices],
                "share of variance",
                ("", "alone | with others"),
                (0, 1),
            ),
            "Bar: with others. Mark: alone. Line: 95 % interval of the former.",
        )
    if result.sources:
        yield Figure(
            "What the answer would be without one figure of the record",
            "Change of the share of runs if a figure had not been fitted.",
            Bars([_source(row) for row in result.sources[:_MOST]], "points of the share of runs"),
        )


def _effect(row: Effect) -> Bar:
    shade = -1 if not row.noticeable else 0 if row.direction >= 0 else 1
    said = f"{100 * row.strength:.0f} ({points(row.direction)})"
    size = 100 * row.strength if row.direction >= 0 else -100 * row.strength
    return Bar(row.parameter, (0, 100 * row.direction), said, outer=(0, size), shade=shade)


def _index(row: Index) -> Bar:
    return Bar(
        row.parameter,
        (0, row.total),
        f"{row.first:.2f} | {row.total:.2f}",
        outer=(row.total - row.total_half, row.total + row.total_half),
        tick=row.first,
        group=row.outcome,
    )


def _source(row: SourceEffect) -> Bar:
    change = 100 * row.change
    return Bar(row.target, (0, change), points(row.change), shade=0 if change >= 0 else 1, group=row.outcome)
