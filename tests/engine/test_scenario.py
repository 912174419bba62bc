"""How a shipped scenario is written down decides nothing; what it records of later years never arrives."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from apparat.engine import Engine
from tests.properties.laws import first_faults
from tests.properties.relabel import relabelled

Document = dict[str, Any]
Build = Callable[[Document], Engine]
RUNS = 1


def digests(engine: Engine) -> list[int]:
    return [int(d) for d in engine.block(0, RUNS).digests]


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Names exchanged wherever they stand for a person; sources and texts left alone."""
    if isinstance(value, dict):
        return {names.get(k, k): v if k == "because" else renamed(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize("shuffle", [0])
def test_the_order_of_persons_in_the_file_decides_nothing(
    shipped: Engine, written: Document, built: Build, shuffle: int
) -> None:
    persons = list(written["persons"].items())
    np.random.default_rng(shuffle).shuffle(persons)
    assert persons != list(written["persons"].items())
    other = built({**written, "persons": dict(persons)})
    assert other.compiled.template.tobytes() == shipped.compiled.template.tobytes()


def test_what_persons_are_called_decides_nothing(shipped: Engine, written: Document, built: Build) -> None:
    ids = list(written["persons"])
    assert not set(ids) & {*written["regions"], *written["bodies"], *written["timeline"], *written["motions"]}
    other = built(renamed(written, {name: f"person-{k}" for k, name in enumerate(reversed(ids))}))
    assert set(other.compiled.scenario.persons).isdisjoint(ids)
    assert digests(other) == digests(shipped)


def test_every_law_holds_every_month_of_a_shipped_scenario(shipped: Engine) -> None:
    assert first_faults(shipped.open(0), shipped.compiled.scenario.months) == []


@pytest.mark.parametrize("shuffle", [1])
def test_where_persons_stand_in_memory_decides_nothing(shipped: Engine, shuffle: int) -> None:
    luck = np.random.default_rng(shuffle)
    count = len(shipped.compiled.persons)
    people, figures = (luck.permutation(count).tolist() for _ in range(2))
    here = shipped.open(shuffle)
    there = shipped.open(shuffle)
    there.world[...] = shipped.compiled.template
    for seed in ("seed_low", "seed_high", "run", "journal"):
        there.world["clock"][seed] = here.world["clock"][seed]
    there.world[...] = relabelled(there.world, people, figures)
    there.parameters = here.parameters
    there.begin()
    for run in (here, there):
        run.advance(shipped.compiled.scenario.months)
    assert there.digest == here.digest
    assert (there.world["leaders"] == here.world["leaders"]).all()
    assert (there.world["chiefs"] == here.world["chiefs"]).all()


def test_somebody_inert_changes_nothing(shipped: Engine, written: Document, built: Build) -> None:
    """One who has no post, no seat, no tie and no standing; his key is nobody else's."""
    like = deepcopy(next(iter(written["persons"].values())))
    bystander = {part: like[part] for part in ("born", "joined", "ideal")}
    bystander |= {"key": 999, "name": "Bystander, A."}
    for part in ("authority", "health"):
        bystander[part] = {"value": 0.0, "because": "assumed: an invented person"}
    persons = {"bystander": bystander, **written["persons"]}
    other = built({**written, "persons": persons})
    assert len(other.compiled.persons) == len(shipped.compiled.persons) + 1
    there, here = other.history(0, until=None), shipped.history(0, until=None)
    assert there.digest == here.digest
    assert (there.events == here.events).all()


def test_what_is_recorded_never_reaches_the_engine(shipped: Engine, written: Document, built: Build) -> None:
    assert written["recorded"]["seats-lost"]
    template = shipped.compiled.template.tobytes()
    without = {k: v for k, v in written.items() if k != "recorded"}
    assert built(without).compiled.template.tobytes() == template
    for motion in written["motions"].values():
        counts = motion["recorded"]
        motion["recorded"] = {k: v + 1 if isinstance(v, int) else v for k, v in counts.items()}
    assert built(written).compiled.template.tobytes() == template


def test_another_question_asked_changes_nothing(shipped: Engine, written: Document, built: Build) -> None:
    asked = dict(written["motions"])
    asked.popitem()
    fewer = built({**written, "motions": asked})
    assert len(fewer.directory.recorded.probes) == len(shipped.directory.recorded.probes) - 1
    assert digests(fewer) == digests(shipped)
