"""Any run of a store can be run again alone, or it is said why not."""

from pathlib import Path

import pytest

from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble
from apparat.experiments.replay import replay
from apparat.experiments.seam import Request
from apparat.experiments.single import run
from apparat.ground.errors import StoreError, UsageError

pytestmark = pytest.mark.usefixtures("toy")
TOY = Request(scenario="toy", seed=5, variants={"who": "him"})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    ensemble(TOY, runs=12, crew=Threads(1), out=tmp_path / "s")
    return tmp_path / "s"


def test_a_replay_repeats_the_stored_run_with_its_journal(store: Path) -> None:
    result = replay(store, 7)
    assert result.equal
    assert result.digest == result.stored_digest == run(TOY, run=7).digest
    assert result.events == run(TOY, run=7).events
    assert result.variants == {"who": "him"}
    assert result.command == f"apparat replay {store} 7"
    assert replay(store, 7, detail=True).command.endswith(" 7 --detail")


def test_a_run_that_is_not_stored_is_refused(store: Path) -> None:
    with pytest.raises(UsageError, match="run 12 is not stored"):
        replay(store, 12)
    with pytest.raises(UsageError, match="-1"):
        replay(store, -1)


def test_another_engine_is_named_and_refused(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toy.ToyEngine.version", "e2")
    with pytest.raises(StoreError, match='engine: stored "e1", here "e2"'):
        replay(store, 7)


def test_a_digest_that_does_not_repeat_is_an_error(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toy.ToyEngine._digest", lambda self, run, leaders: 1)
    with pytest.raises(StoreError, match="does not repeat"):
        replay(store, 7)
