"""Ensembles that come with the program: what a reader asks for first is there before rules are compiled.

Each has a folder: its answer, packed, and a store of who leads in every month of every run, which is all that
the Explorer asks of the runs themselves, with their digests. It holds for the rules, scenario and parameters
that it was made with; under any others it is passed over, and the order is played. Rules that are written
otherwise and say the same play the same runs: then it is renewed.
"""

import gzip
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.posterior.rules import rules_hash
from apparat.results.ensemble import EnsembleResult
from apparat.store.files import explained, write_whole
from apparat.store.lock import NAME as LOCK
from apparat.store.manifest import differences, is_store, load
from apparat.store.store import Store
from apparat.web.work.led import COLUMNS
from apparat.web.work.orders import EnsembleOrder

FOLDER = Path(str(resources.files("apparat.web"))) / "ready"
WITNESSES = 5
"""Runs that are played again to see whether all are the same."""
_ANSWER, _RUNS = "answer.json.gz", "runs"


def ready(order: EnsembleOrder, folder: Path, shipped: Path = FOLDER) -> EnsembleResult | None:
    """The answer to an order that comes with the program, its runs laid in `folder`; None if none holds."""
    if order != asked(order.scenario) or (folder.is_dir() and any(folder.iterdir())):
        return None
    kept = shipped / order.scenario
    if not is_store(kept / _RUNS) or differences(load(kept / _RUNS).identity, identity(order)):
        return None
    with explained(folder):
        shutil.copytree(kept / _RUNS, folder, dirs_exist_ok=True)
        packed = (kept / _ANSWER).read_bytes()
    return EnsembleResult.model_validate_json(gzip.decompress(packed))


def asked(scenario: str) -> EnsembleOrder:
    """The order of a scenario that is answered beforehand: the one that a reader starts with."""
    return EnsembleOrder(kind="ensemble", scenario=scenario)


def renew(order: EnsembleOrder, shipped: Path = FOLDER) -> bool:
    """Make an ensemble hold that was made under rules which say the same; False if its runs are others.

    Plays a few runs: compile first.
    """
    kept, decided = shipped / order.scenario / _RUNS, identity(order)
    if not is_store(kept):
        return False
    made = load(kept)
    if differences(made.identity, {**decided, "rules": made.identity.get("rules")}):
        return False
    played = order.request().build("decisions").block(0, WITNESSES).digests
    store = Store.open(kept)
    if [store.digest_of(run) for run in range(WITNESSES)] != played.tolist():
        return False
    made.model_copy(update={"identity": decided}).save(kept)
    return True


def identity(order: EnsembleOrder) -> dict[str, Any]:
    """What decides the runs: of the rules, what they say, and not how they are written or compiled."""
    decided = dict(order.request().build("decisions").identity)
    del decided["engine"]
    return {**decided, "rules": rules_hash()}


def _plain(table: dict[str, Any]) -> dict[str, NDArray[Any]]:
    return {name: np.asarray(column) for name, column in table.items()}


def ship(order: EnsembleOrder, answer: EnsembleResult, runs: Path, shipped: Path = FOLDER) -> None:
    """Keep an ensemble for whoever installs the program: its answer, and of its `runs` who leads when."""
    kept = shipped / order.scenario
    shutil.rmtree(kept, ignore_errors=True)
    names = ", ".join(("run", "month", *COLUMNS.values()))
    with Store.open(runs).connect() as connection:
        led = connection.execute(f"SELECT {names} FROM months ORDER BY run, month").fetchnumpy()  # noqa: S608
        told = connection.execute("SELECT run, digest FROM runs ORDER BY run").fetchnumpy()
    decided, request = identity(order), load(runs).request
    with Store.create(kept / _RUNS, identity=decided, request=request, runs=order.runs) as store:
        store.write_block(0, {"months": _plain(led), "runs": _plain(told)}, _plain(told)["digest"])
    (kept / _RUNS / LOCK).unlink(missing_ok=True)
    said = answer.model_dump_json().encode()
    write_whole(kept / _ANSWER, gzip.compress(said, mtime=0))
