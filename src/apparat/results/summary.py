"""From stored runs to the rows of an ensemble's result.

DuckDB counts; what comes back here are histograms whose size does not grow with the number of runs.
Months in a store count from the scenario's first.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from apparat.results.directory import Directory, RecordedLoss
from apparat.results.ensemble import (
    COLLECTIVE,
    LeaderMonth,
    LeaderShare,
    Margin,
    MotionCompared,
    SeatLoss,
    Yardstick,
)
from apparat.results.statistics import between_sets, wilson
from apparat.world.codes import TOP

_AT_END: dict[Yardstick, str] = {
    "conduct": "leader_conduct",
    "power": "leader_power",
    "no alternative left": "leader_unanimity",
}
_OVER_TIME: dict[Yardstick, str] = {"conduct": "leader", "power": "leader_power"}
_TAILS = (0.05, 0.5, 0.95)
# Shares of votes are counted in thousandths, which bounds their histogram.
_BINS = 1000


class Summary:
    """Summaries of one store: each method answers one question."""

    def __init__(self, connection: DuckDBPyConnection, directory: Directory) -> None:
        self._ask: Callable[[str], list[Any]] = lambda sql: connection.execute(sql).fetchall()
        self._directory = directory
        self.runs = self._ask("SELECT count(*) FROM runs")[0][0]
        self.parameter_sets = self._ask("SELECT count(DISTINCT parameters) FROM runs")[0][0]

    def leaders(self) -> tuple[LeaderShare, ...]:
        """Who leads in the last month, under each yardstick, most often first."""
        return tuple(row for yardstick in _AT_END for row in self._leaders_by(yardstick))

    def _leaders_by(self, yardstick: Yardstick) -> list[LeaderShare]:
        sets: dict[int, int] = dict(self._ask("SELECT parameters, count(*) FROM runs GROUP BY ALL"))
        led: defaultdict[int, dict[int, int]] = defaultdict(dict)
        column = _AT_END[yardstick]
        for key, parameters, runs in self._ask(
            f"SELECT {column}, parameters, count(*) FROM runs GROUP BY ALL"  # noqa: S608 (a constant)
        ):
            led[key][parameters] = runs
        rows = []
        for key, counts in sorted(led.items(), key=lambda item: (-sum(item[1].values()), item[0])):
            won = sum(counts.values())
            luck = wilson(won, self.runs)
            between = between_sets([(counts.get(row, 0), runs) for row, runs in sets.items()])
            rows.append(
                LeaderShare(
                    yardstick=yardstick,
                    key=key,
                    person=self._name(key),
                    runs=won,
                    share=won / self.runs,
                    low=luck.low,
                    high=luck.high,
                    sets_low=between and between.low,
                    sets_high=between and between.high,
                )
            )
        return rows

    def over_time(self) -> tuple[LeaderMonth, ...]:
        """Who leads in each month, by conduct and by power, most often first within a month."""
        rows = []
        for yardstick, column in _OVER_TIME.items():
            for month, key, runs in self._ask(
                f"SELECT month, {column}, count(*) AS led FROM months "  # noqa: S608 (a constant)
                f"GROUP BY ALL ORDER BY month, led DESC, {column}"
            ):
                luck = wilson(runs, self.runs)
                rows.append(
                    LeaderMonth(
                        month=self._date(month),
                        yardstick=yardstick,
                        key=key,
                        person=self._name(key),
                        runs=runs,
                        share=runs / self.runs,
                        low=luck.low,
                        high=luck.high,
                    )
                )
        return tuple(rows)

    def losses(self) -> tuple[SeatLoss, ...]:
        """First losses of top seats by figures, and of every seat whose loss is recorded."""
        recorded = {(loss.person, loss.body): loss for loss in self._directory.recorded.losses}
        figures = {key for key, _ in self._directory.figures}
        months: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for person, body, month, runs in self._ask(
            "WITH lost AS (SELECT run, person, body, min(month) AS month FROM seats GROUP BY ALL) "
            "SELECT person, body, month, count(*) FROM lost GROUP BY ALL"
        ):
            if (person, body) in recorded or (body == TOP and person in figures):
                months[person, body][month] = runs
        places = sorted(months.keys() | recorded.keys(), key=lambda p: (p[1], -sum(months[p].values()), p[0]))
        return tuple(self._loss(place, months[place], recorded.get(place)) for place in places)

    def _loss(
        self, place: tuple[int, int], months: dict[int, int], recorded: RecordedLoss | None
    ) -> SeatLoss:
        person, body = place
        lost = sum(months.values())
        luck = wilson(lost, self.runs)
        early, median, late = map(self._date, quantiles(months)) if months else (None, None, None)
        return SeatLoss(
            key=person,
            person=self._name(person),
            body=self._directory.body(body),
            runs=lost,
            share=lost / self.runs,
            low=luck.low,
            high=luck.high,
            early=early,
            median=median,
            late=late,
            recorded=self._date(recorded.month) if recorded else None,
            source=recorded.source if recorded else "",
        )

    def motions(self) -> tuple[MotionCompared, ...]:
        """Recorded motions: the model's share for beside the recorded one."""
        shares: defaultdict[int, dict[int, int]] = defaultdict(dict)
        carried: defaultdict[int, int] = defaultdict(int)
        for probe, thousandth, votes, won in self._ask(
            f'SELECT probe, round({_BINS} * "for" / ("for" + against))::INTEGER AS share, count(*), '  # noqa: S608
            'count_if("for" > against)::BIGINT FROM probes WHERE "for" + against > 0 GROUP BY probe, share'
        ):
            shares[probe][thousandth] = votes
            carried[probe] += won
        rows = []
        for index, record in enumerate(self._directory.recorded.probes):
            runs = sum(shares[index].values())
            low, median, high = _tails(shares[index]) if runs else (None, None, None)
            rows.append(
                MotionCompared(
                    motion=record.title,
                    month=self._date(record.month),
                    body=self._directory.body(record.body),
                    recorded_for=record.votes_for,
                    recorded_against=record.votes_against,
                    recorded_abstained=record.abstained,
                    recorded_share=_share(record.votes_for, record.votes_against),
                    runs=runs,
                    low=low,
                    median=median,
                    high=high,
                    carried=carried[index] / runs if runs else None,
                    source=record.source,
                )
            )
        return tuple(rows)

    def margins(self) -> tuple[Margin, ...]:
        """Shares for in the motions that the model's own figures put, body by body."""
        shares: defaultdict[int, dict[int, int]] = defaultdict(dict)
        carried: defaultdict[int, int] = defaultdict(int)
        for body, thousandth, contests, won in self._ask(
            f'SELECT body, round({_BINS} * "for" / ("for" + against))::INTEGER AS share, count(*), '  # noqa: S608
            'sum(carried)::BIGINT FROM votes WHERE "for" + against > 0 GROUP BY body, share'
        ):
            shares[body][thousandth] = contests
            carried[body] += won
        rows = []
        for body in sorted(shares):
            contests = sum(shares[body].values())
            low, median, high = _tails(shares[body])
            rows.append(
                Margin(
                    body=self._directory.body(body),
                    contests=contests,
                    per_run=contests / self.runs,
                    carried=carried[body] / contests,
                    low=low,
                    median=median,
                    high=high,
                )
            )
        return tuple(rows)

    def _name(self, key: int) -> str:
        return self._directory.short(key) if key else COLLECTIVE

    def _date(self, month: int) -> str:
        return str(self._directory.start + month)


def quantiles(histogram: dict[int, int], at: Sequence[float] = _TAILS) -> list[int]:
    """The smallest values that these shares of a histogram's count do not exceed; none for an empty one."""
    total = sum(histogram.values())
    if total == 0:
        return []
    found = []
    for share in at:
        seen = 0
        for value in sorted(histogram):
            seen += histogram[value]
            if seen >= share * total:
                found.append(value)
                break
    return found


def _tails(thousandths: dict[int, int]) -> tuple[float, float, float]:
    low, median, high = quantiles(thousandths)
    return low / _BINS, median / _BINS, high / _BINS


def _share(votes_for: int | None, votes_against: int | None) -> float | None:
    if votes_for is None or votes_against is None or votes_for + votes_against == 0:
        return None
    return votes_for / (votes_for + votes_against)
