"""The toy engine stands in for the real one wherever a test asks for it."""

import sys
from pathlib import Path

import pytest

from apparat.results.assemble import ensemble_result, run_result
from apparat.results.ensemble import EnsembleResult
from apparat.results.run import RunResult
from apparat.store.store import Store

sys.path[:0] = [str(Path(__file__).parents[1] / "experiments"), str(Path(__file__).parent)]


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    from toy import build

    import apparat.engine

    monkeypatch.setattr(apparat.engine, "build", build, raising=False)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> EnsembleResult:
    from toy import ToyEngine

    engine = ToyEngine()
    block = engine.block(0, 50)
    with Store.create(
        tmp_path_factory.mktemp("s") / "store", identity=engine.identity, request={}, runs=50
    ) as store:
        store.write_block(0, block.tables(), block.digests)
        return ensemble_result(store, engine.directory, kept=True)


@pytest.fixture(scope="module")
def one() -> RunResult:
    from toy import build

    engine = build("toy", variants={}, traits="recorded", seed=4, journal="full", parameters=None)
    history = engine.history(2, until=None)
    return run_result(history, engine.directory, engine.identity, run=2, detail=False)
