"""Which runs of a stored ensemble somebody leads in a month."""

from pathlib import Path

from apparat.ground.dates import Month
from apparat.ground.errors import UsageError
from apparat.store.store import Store
from apparat.web.models import RunsLed
from apparat.web.shipped import shipped
from apparat.web.work.orders import EnsembleOrder

SHOWN = 200
COLUMNS = {"conduct": "leader", "power": "leader_power"}
"""Where the runs say who leads by each yardstick."""


def runs_led(order: EnsembleOrder, folder: Path, *, month: str, key: int, yardstick: str) -> RunsLed:
    """The first two hundred of the runs that `key` leads in `month`, and how many there are.

    Raises UsageError for a month outside the scenario, StoreError while no run is stored.
    """
    played = shipped(order.scenario)
    at = Month.parse(month) - played.from_
    if not 0 <= at < played.months:
        raise UsageError(f"{month} lies outside the scenario, {played.from_} to {played.until}.")
    with Store.open(folder).connect() as connection:
        found = connection.execute(
            f"SELECT run FROM months WHERE month = $1 AND {COLUMNS[yardstick]} = $2 ORDER BY run",  # noqa: S608
            [at, key],
        ).fetchall()
    return RunsLed(
        month=month,
        key=key,
        yardstick=yardstick,
        runs=len(found),
        shown=tuple(int(row[0]) for row in found[:SHOWN]),
    )
