"""Results as notebooks show them: the answer first, one chart, and every table behind a fold."""

from collections import Counter
from collections.abc import Sequence
from functools import singledispatch

from apparat.results import charts, html
from apparat.results.base import Result
from apparat.results.conclusion import percent
from apparat.results.ensemble import JUDGED, EnsembleResult, LeaderShare, Yardstick
from apparat.results.run import Happening, Told
from apparat.results.series import shares_over_time
from apparat.results.validation import LeftOutRow, ScoreRow, ValidationResult, WinRow
from apparat.results.words import month_name, sentence

_LEADERS = 8
_FAILURES = 12
_VACANT = "vacant"


@singledispatch
def page(result: Result) -> str:
    """A result as HTML."""
    return html.alone(html.text(result.headline()), *_tables(result))


@page.register
def _(result: EnsembleResult) -> str:
    colour = charts.colours(list(shares_over_time(result)))
    made = f"{result.runs:,} runs, {result.start} to {result.end}; seed {result.seed}, digest {result.digest}"
    return html.page(
        result.title,
        made,
        html.text(result.conclusion),
        html.heading("Share of runs led, judged by conduct (full height: all runs)"),
        charts.areas(shares_over_time(result), colour, result.start),
        html.heading(f"Who leads in {month_name(result.end)}, {JUDGED['conduct']}"),
        _leaders(result, "conduct", colour),
        html.text(
            "Thick line: what luck leaves open (95 %). Thin line: nine tenths of the sets.", faint=True
        ),
        *(
            html.fold(f"{JUDGED[yardstick].capitalize()}", _leaders(result, yardstick, colour))
            for yardstick in list(JUDGED)[1:]
        ),
        *_tables(result),
    )


def _leaders(result: EnsembleResult, yardstick: Yardstick, colour: dict[str, str]) -> str:
    """The most frequent leaders as bars; how many others there are is said below."""
    rows: Sequence[LeaderShare] = [row for row in result.leaders if row.yardstick == yardstick]
    left = len(rows) - _LEADERS
    more = f"{left} others led in {percent(sum(row.share for row in rows[_LEADERS:]))} of the runs."
    return charts.bars(rows[:_LEADERS], colour) + (html.text(more, faint=True) if left > 0 else "")


@page.register
def _(told: Told) -> str:
    leaders = [month.conduct for month in told.months]
    powers = [month.power for month in told.months]
    chiefs = [month.chief or _VACANT for month in told.months]
    often = Counter([*leaders, *powers, *chiefs]).most_common()
    colour = charts.colours([name for name, _ in often if name != _VACANT]) | {_VACANT: "transparent"}
    ends = "; ".join(f"{JUDGED[row.yardstick]}: {row.person}" for row in told.leaders)
    made = f"Run {told.run} of seed {told.seed}, {told.start} to {told.end}; digest {told.digest}"
    votes = [event for event in told.events if event.kind == "vote"]
    return html.page(
        told.title,
        made,
        html.text(f"In {month_name(told.end)} {ends}; chief secretary: {told.chief or 'nobody'}."),
        *_strip("Leads, judged by conduct", leaders, colour, told.start),
        *_strip("Leads, judged by power", powers, colour, told.start),
        *_strip("Chief secretary", chiefs, colour, told.start),
        charts.legend([name for name, _ in often], colour),
        html.heading("Turning points"),
        _story([event for event in told.events if event.turning_point]),
        html.fold(f"Votes ({len(votes)})", _story(votes)),
        *_tables(told),
    )


@page.register
def _(card: ValidationResult) -> str:
    word = "calibrated" if card.calibrated else "uncalibrated"
    made = f"{card.runs:,} runs of each struggle, {word}; seed {card.seed}, engine {card.engine}"
    return html.page(
        f"Report card: {', '.join(card.scenarios)}",
        made,
        html.text(card.conclusion),
        html.heading("Each struggle predicted from the others"),
        _predicted(card.left_out),
        html.heading("Scores on what was held back"),
        _scores([row for row in card.scores if row.role == "validation"]),
        *(
            part
            for scenario in card.scenarios
            for part in _wins([row for row in card.wins if row.scenario == scenario], scenario)
        ),
        html.heading("Where the model fails, the worst first"),
        html.grid(["recorded, and what the model says"], [[line] for line in card.failures[:_FAILURES]]),
        *(_held(card, scenario) for scenario in card.scenarios),
        *_tables(card),
    )


def _predicted(rows: Sequence[LeftOutRow]) -> str:
    said = [
        (row.scenario, ", ".join(row.fitted_to) or "nothing", _share(row.inside), _number(row.log_score))
        for row in rows
    ]
    return html.grid(
        ["struggle", "fitted to", "inside 90 %", "log score"], said, ["", "", "number", "number"]
    )


def _scores(rows: Sequence[ScoreRow]) -> str:
    """Forecasters beside each other, the model's score on the same events behind each."""
    said = [
        (
            row.scenario,
            row.forecaster,
            _share(row.inside),
            _number(row.log_score),
            _number(row.model_log_score),
        )
        for row in rows
    ]
    columns = ["struggle", "forecaster", "inside 90 %", "log score", "the model on the same"]
    return html.grid(columns, said, ["wide", "", "number", "number", "number"])


def _wins(rows: Sequence[WinRow], scenario: str) -> tuple[str, str]:
    """Which wins where: forecasters down, subjects across."""
    subjects = list(dict.fromkeys(row.subject for row in rows))
    gains = {row.forecaster: row.gain for row in rows if row.subject == "all"}
    said = [
        (who, *(row.told for row in rows if row.forecaster == who), _number(gain))
        for who, gain in gains.items()
    ]
    return (
        html.heading(f"{scenario}: which wins where (best on / figures spoken of)"),
        html.grid(
            ["forecaster", *subjects, "log score over the model's"],
            said,
            ["wide", *["number"] * (len(subjects) + 1)],
        ),
    )


def _share(value: float | None) -> str:
    return "-" if value is None else percent(value)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _held(card: ValidationResult, scenario: str) -> str:
    """Every target of a struggle that counts, behind a fold."""
    rows = [row for row in card.targets if row.scenario == scenario and row.role != "shown"]
    said = [(row.target, row.date, row.recorded, row.model, row.verdict, row.role) for row in rows]
    columns = ["target", "date", "recorded", "the model: median (90 %)", "", "for"]
    return html.fold(f"{scenario}: {len(rows)} targets", html.grid(columns, said, ["", "word"]))


def _strip(words: str, people: Sequence[str], colour: dict[str, str], start: str) -> tuple[str, str]:
    return html.text(words, faint=True), charts.strip(people, colour, start)


def _story(events: Sequence[Happening]) -> str:
    """Events as sentences, with the mechanism that caused each."""
    if not events:
        return html.text("None.")
    rows = [(event.month, sentence(event), event.rule) for event in events]
    return html.grid(["month", "what happened", "mechanism"], rows, ["word", "", "wide"])


def _tables(result: Result) -> list[str]:
    """Every table that has rows, behind a fold that names the call for all of it."""
    tables = [result.table(name) for name in result.tables_]
    return [
        html.fold(f"Table {each.name} ({len(each):,} rows)", each.to_html()) for each in tables if len(each)
    ]
