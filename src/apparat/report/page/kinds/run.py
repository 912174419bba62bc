"""One run on a page: what happened, who led, who sat at the top, who could count on whom, how votes went."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.table import Table

from apparat.ground.dates import Month
from apparat.report.page.background import settings
from apparat.report.page.charts import Curve, Fan, of_person
from apparat.report.page.spells import drawn, in_turn, seats, top_body
from apparat.report.page.told import Figure, Told
from apparat.results.conclusion import percent
from apparat.results.ensemble import JUDGED
from apparat.results.run import Control, Happening
from apparat.results.run import Told as History
from apparat.results.story import sentences
from apparat.results.words import month_name
from apparat.scenario import Scenario

_LINES = 6
"""People whose control over a body is drawn: those who had most of it in any month."""
_ENDS = {
    "expelled": "Expelled from the party",
    "arrested": "Arrested",
    "death": "Died",
}


def told(result: History) -> Told:
    """What one run says of itself."""
    written = settings(result)[0].scenario
    return Told(
        title=f"{result.title}: run {result.run:,} under seed {result.seed}",
        question=_question(result, written),
        answer=tuple(_answer(result)),
        method=tuple(_method(result)),
        figures=tuple(_figures(result, written)),
        tables=(turning_points(result), votes(result)),
    )


def _question(result: History, written: Scenario | None) -> str:
    asked = "" if written is None else f"{written.question} "
    return (
        f"{asked}What happened in one of the model's histories, run {result.run:,} under seed {result.seed}?"
    )


def _answer(result: History) -> Iterator[str]:
    keys = _keys(result)
    spells = [
        f"{spell.name} from {month_name(str(Month.parse(result.start) + spell.since))}"
        for spell in in_turn([row.conduct for row in result.months], keys)
    ]
    yield f"Who leads, judged by conduct: {', '.join(spells)}."
    held = [event for event in result.events if event.kind == "vote"]
    carried = sum(bool(event.carried) for event in held)
    yield f"Motions put to a vote: {len(held)}; carried: {carried}. {_fates(result.events)}".strip()


def _fates(events: Sequence[Happening]) -> str:
    """What became of people who may act at the summit, by name."""
    said = []
    for kind, words in _ENDS.items():
        whom = [event.actor if kind == "death" else event.target for event in events if event.kind == kind]
        if whom:
            said.append(f"{words}: {', '.join(str(name) for name in whom)}.")
    return " ".join(said)


def _method(result: History) -> Iterator[str]:
    yield (
        f"One history was played month by month from {month_name(result.start)} to {month_name(result.end)}. "
        "It is one of many that the model can draw, and no forecast: how often things go this way, only an "
        "ensemble says. No outcome and no turn of events after the opening stands in the data."
    )
    yield (
        "Leading is measured in three ways, which may disagree: by whom others follow in votes (conduct), by "
        "posts, seats and followings (power), and by whether any alternative is left."
    )
    yield (
        "Control over a body is the share of it that would follow a person, were the question put; it is "
        "measured every third month, and lines stay as last measured."
    )


def _figures(result: History, written: Scenario | None) -> Iterator[Figure]:
    yield _leading(result)
    if written is not None:
        yield _sitting(result, written)
    for body in dict.fromkeys(row.body for row in result.control):
        yield _control(body, [row for row in result.control if row.body == body])


def _leading(result: History) -> Figure:
    keys, rows = _keys(result), result.months
    columns: dict[str, list[str | None]] = {
        JUDGED["conduct"].capitalize(): [row.conduct for row in rows],
        JUDGED["power"].capitalize(): [row.power for row in rows],
        JUDGED["no alternative left"].capitalize(): [row.no_alternative_left for row in rows],
        "Chief secretary": [row.chief for row in rows],
    }
    spells = {name: list(in_turn(column, keys)) for name, column in columns.items()}
    ends = "; ".join(f"{row.person} by {row.yardstick}" for row in result.leaders)
    return Figure(
        "Who leads, and who is chief secretary",
        f"In {month_name(result.end)}: {ends}; chief secretary: {result.chief or 'nobody'}.",
        drawn(result, spells, ("", "from and to")),
        "Each row is a stretch of months, in the order in which they began.",
    )


def _sitting(result: History, written: Scenario) -> Figure:
    body, spells = top_body(written), seats(result, written)
    left = [spell.name for spell in spells if spell.until == len(result.months)]
    numbered = {event.target_key for event in result.events if event.target and not event.about_figure}
    unnamed = any(spell.key in numbered for spell in spells)
    return Figure(
        f"Who sat in the {body}",
        f"Members with a vote; in {month_name(result.end)}: {', '.join(left) or 'nobody'}.",
        drawn(result, {"": spells}, ("", "from and to")),
        "Candidates are left out."
        + (
            " An official without a name may have died in his seat: his death is not told." if unnamed else ""
        ),
    )


def _control(body: str, rows: Sequence[Control]) -> Figure:
    """Lines from one month to the next as last measured, so that the dead count on nobody."""
    measured = {month: {r.key: r.share for r in group} for month, group in groupby(rows, lambda r: r.month)}
    names = {row.key: row.person for row in rows}
    peaks = {key: max(month.get(key, 0.0) for month in measured.values()) for key in names}
    first, last = Month.parse(rows[0].month), Month.parse(rows[-1].month)
    filled, known = [], measured[rows[0].month]
    for at in range(last - first + 1):
        known = measured.get(str(first + at), known)
        filled.append(known)
    chosen = sorted(peaks, key=lambda key: (-peaks[key], key))[:_LINES]
    strongest = max(known, key=lambda key: known[key])
    return Figure(
        f"Who could count on the {body}",
        f"In {month_name(str(last))} most of all {names[strongest]}, on {percent(known[strongest])} of it.",
        Fan(str(first), [_line(names[key], key, filled) for key in chosen], "% of the body"),
        f"Up to {_LINES} people, those who could ever count on most.",
    )


def _line(name: str, key: int, months: Sequence[Mapping[int, float]]) -> Curve:
    values = [100 * shares.get(key, 0.0) for shares in months]
    return Curve(name, values, values, values, of_person(key))


def _keys(result: History) -> dict[str, int]:
    """Keys of whoever the run tells about, by name."""
    found = {row.person: row.key for row in result.control}
    found |= {row.person: row.key for row in result.leaders}
    for event in result.events:
        found |= {event.actor: event.actor_key} if event.actor else {}
        found |= {event.target: event.target_key} if event.target else {}
    return found


def turning_points(result: History) -> Table:
    """What changed who may lead, or under which rules, month by month."""
    table = Table("month", "what happened", "mechanism", title="Turning points")
    for month, group in groupby(result.events, key=lambda event: event.month):
        for said, event in sentences([event for event in group if event.turning_point]):
            table.add_row(month_name(month), said, event.rule)
    return table


def votes(result: History) -> Table:
    """Every vote with its count."""
    table = Table("month", "vote", title="Votes")
    for name in ("for", "against", "abstained"):
        table.add_column(name, justify="right")
    for event in result.events:
        if event.kind == "vote":
            counts = (event.votes_for, event.votes_against, event.abstained)
            table.add_row(month_name(event.month), str(event), *(f"{count or 0:,}" for count in counts))
    return table
