"""The report card on a page: where the model lies beside the record, and beside other forecasters."""

from collections.abc import Iterator

from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure, Told
from apparat.report.validation import failures, left_out, scores, targets, wins
from apparat.results.conclusion import percent
from apparat.results.validation import ScoreRow, TargetRow, ValidationResult

_MOST = 24
_REACH = 10.0


def told(card: ValidationResult) -> Told:
    """What a report card says of itself."""
    held = {name: [row for row in card.targets if _held(row, name)] for name in card.scenarios}
    return Told(
        title=f"Report card: {', '.join(card.scenarios)}",
        question="How well does the model say what the record says, where it was not fitted to it?",
        method=tuple(_method(card)),
        figures=(*_scores(card), *(_far(name, rows) for name, rows in held.items() if rows)),
        tables=(
            left_out(card.left_out),
            *scores(card.scores),
            *(wins([row for row in card.wins if row.scenario == name], name) for name in card.scenarios),
            *(
                targets(rows, f"{name}. Held back to judge the model by")
                for name, rows in held.items()
                if rows
            ),
            failures(card.failures),
        ),
        works=("GneitingRaftery2007",),
        facts=tuple(dict.fromkeys(each for row in card.targets for each in row.because)),
    )


def _held(row: TargetRow, scenario: str) -> bool:
    return row.scenario == scenario and row.role == "validation"


def _method(card: ValidationResult) -> Iterator[str]:
    yield (
        f"Each struggle was played {card.runs:,} times, and every figure of the record that the model is "
        "held to was measured in every run. Figures have a role: those for calibration may be fitted to, "
        "those held back judge, others are only shown."
    )
    yield (
        "The distance of a figure is in tolerances: one standard deviation of doubt, of the source and of "
        "the model together. Quantities are scored by the continuous ranked probability score, events by "
        "the logarithm of the probability that was given to what happened; both are proper scores. "
        "Baselines and rival theories are scored on the same figures."
    )


def _scores(card: ValidationResult) -> Iterator[Figure]:
    rows = [row for row in card.scores if row.role == "validation" and row.log_score is not None]
    if not rows:
        return
    model = [row for row in rows if row.forecaster == "the model"]
    said = "; ".join(f"{row.scenario} {row.log_score:.2f}" for row in model)
    yield Figure(
        "Who says the events better",
        f"Mean logarithm of the probability given to what happened, over events held back; nearer to 0 is "
        f"better. The model: {said or 'not measured'}.",
        Bars(tuple(map(_score, rows)), "log score", ("", "log score (events)")),
    )


def _score(row: ScoreRow) -> Bar:
    value = row.log_score or 0.0
    shade = 0 if row.forecaster == "the model" else -1
    return Bar(row.forecaster, (value, 0), f"{value:.2f} ({row.events})", shade=shade, group=row.scenario)


def _far(scenario: str, rows: list[TargetRow]) -> Figure:
    """How far each figure held back is off, the farthest first."""
    known = sorted(
        (row for row in rows if row.deviation is not None), key=lambda row: -abs(row.deviation or 0)
    )
    inside = sum(row.verdict == "inside" for row in rows)
    left = len(known) - _MOST
    more = f" The {left} nearest are left out here." if left > 0 else ""
    return Figure(
        f"{scenario}: figures held back, the farthest first",
        f"{inside} of {len(rows)} recorded figures ({percent(inside / len(rows))}) lie in the range of nine "
        f"tenths of the runs.{more}",
        Bars(
            tuple(map(_off, known[:_MOST])),
            "tolerances off the record",
            ("", "model | record"),
            (-_REACH, _REACH),
        ),
        "Mark: the median run. Line: nine tenths of the runs. What lies beyond the axis stands at its end.",
    )


def _off(row: TargetRow) -> Bar:
    known = row.deviation_low is not None and row.deviation_high is not None
    line = (row.deviation_low or 0.0, row.deviation_high or 0.0) if known else None
    return Bar(
        f"{row.target} ({row.date})", None, f"{row.model} | {row.recorded}", outer=line, tick=row.deviation
    )
