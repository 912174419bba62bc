"""The report card as tables for the terminal."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from apparat.report.names import Name
from apparat.results.conclusion import percent
from apparat.results.validation import LeftOutRow, ScoreRow, TargetRow, ValidationResult, Verdict, WinRow

_ROLES = {
    "validation": "Held back to judge the model by",
    "calibration": "For calibration",
    "shown": "Shown only: inputs of the scenario, and what is too weakly attested",
}
_SCORED = {"validation": "held back", "calibration": "for calibration"}
_READING = (
    "In brackets: the model on the same targets. Distance: CRPS in tolerances, less is better. "
    "Log score: of events, more is better."
)
_STYLES: dict[Verdict, str] = {"inside": "", "outside": "red", "not measured": "yellow"}
_MOST_FAILURES = 12


def report(result: ValidationResult) -> Iterator[RenderableType]:
    """Everything a report card says, a renderable at a time; the headline first."""
    yield Text(f"Report card: {', '.join(result.scenarios)}, {result.runs:,} runs each", style="bold")
    yield Text()
    yield left_out(result.left_out)
    yield from scores(result.scores)
    for scenario in result.scenarios:
        yield wins([row for row in result.wins if row.scenario == scenario], scenario)
    for scenario in result.scenarios:
        for role, title in _ROLES.items():
            rows = [row for row in result.targets if row.scenario == scenario and row.role == role]
            if rows:
                yield targets(rows, f"{scenario}. {title}")
    yield failures(result.failures)
    yield Text(result.conclusion, style="bold")
    yield Text(f"Parameters: {result.parameters}  seed: {result.seed}  engine: {result.engine}")


def left_out(rows: Sequence[LeftOutRow]) -> RenderableType:
    """Each struggle predicted from the others, where parameters have been fitted so."""
    table = _table("Each struggle predicted from the others", "struggle", "fitted to")
    for heading in ("figures", "inside\n90 %", "distance", "log\nscore"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("best\nbaseline", justify="right")
    for row in rows:
        baseline = (
            "-" if row.best_baseline is None else f"{row.best_baseline}\n{_log(row.baseline_log_score)}"
        )
        table.add_row(
            Name(row.scenario),
            Name(", ".join(row.fitted_to) if row.calibrated else "nothing: uncalibrated"),
            str(row.targets),
            _share(row.inside),
            _distance(row.crps),
            _log(row.log_score),
            baseline,
        )
    return table


def scores(rows: Sequence[ScoreRow]) -> Iterator[RenderableType]:
    """Forecasters beside each other, a table for each struggle and kind of figure."""
    yield Text(f"{_READING}\n")
    tables: dict[str, list[ScoreRow]] = {}
    for row in rows:
        tables.setdefault(f"{row.scenario}. Scores over figures {_SCORED[row.role]}", []).append(row)
    for title, judged in tables.items():
        yield _forecasters(judged, title)


def _forecasters(rows: Sequence[ScoreRow], title: str) -> RenderableType:
    table = _table(title, "forecaster")
    for heading in ("spoken of", "inside 90 %", "distance", "log score"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        model = row.forecaster == "the model"
        table.add_row(
            Name(row.forecaster),
            str(row.targets),
            _share(row.inside) + ("" if model else f" ({_share(row.model_inside)})"),
            _distance(row.crps) + ("" if model else f" ({_distance(row.model_crps)})"),
            _log(row.log_score) + ("" if model else f" ({_log(row.model_log_score)})"),
        )
    return table


def wins(rows: Sequence[WinRow], scenario: str) -> RenderableType:
    """Forecasters down, subjects across: on how many figures nobody does better, of how many it speaks."""
    subjects = list(dict.fromkeys(row.subject for row in rows))
    table = _table(
        f"{scenario}. Which wins where (figures held back on which nobody does better / spoken of; equals "
        "share; last: log score of events over the model's)",
    )
    table.add_column("forecaster")
    for subject in subjects:
        held = next(row.targets for row in rows if row.subject == subject)
        table.add_column(f"{subject}\n(of {held})", justify="right", no_wrap=True)
    table.add_column("log\nscore", justify="right", no_wrap=True)
    for who in dict.fromkeys(row.forecaster for row in rows):
        own = {row.subject: row for row in rows if row.forecaster == who}
        gain = own["all"].gain
        table.add_row(
            Name(who), *(own[subject].told for subject in subjects), "-" if gain is None else f"{gain:+.2f}"
        )
    return table


def targets(rows: Sequence[TargetRow], title: str) -> RenderableType:
    """Recorded and modelled, target by target."""
    table = _table(title, "target")
    table.add_column("date", no_wrap=True)
    for heading in ("recorded", "model: median (90 %)", "tolerances off"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for row in rows:
        verdict = "" if row.verdict == "inside" else row.verdict
        off = "-" if row.deviation is None else f"{row.deviation:+.1f}"
        table.add_row(
            Name(row.target), row.date, row.recorded, row.model, off, verdict, style=_STYLES[row.verdict]
        )
    return table


def failures(rows: Sequence[str]) -> RenderableType:
    """Where the model fails, the worst first."""
    if not rows:
        return Text("Every figure lies in the range of nine tenths of the runs.")
    lines = [f"- {row}" for row in rows[:_MOST_FAILURES]]
    left = len(rows) - _MOST_FAILURES
    more = [f"- and {left} more, marked above"] if left > 0 else []
    return Text("\n".join(["Where the model fails, the worst first:", *lines, *more, ""]))


def _table(title: str, *left: str) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, title_justify="left", title_style="bold", pad_edge=False)
    for heading in left:
        table.add_column(heading)
    return table


def _share(value: float | None) -> str:
    return "-" if value is None else percent(value)


def _distance(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _log(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
