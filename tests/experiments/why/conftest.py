"""A small store of the shipped struggle, and one of its runs played again."""

from pathlib import Path

import pytest

from apparat.experiments.crew.threads import Threads
from apparat.experiments.ensemble import ensemble
from apparat.experiments.seam import Request
from apparat.experiments.why.answer import Opened
from apparat.experiments.why.why import opened

REQUEST = Request(scenario="succession-1922", seed=1, choice="uncalibrated")
RUNS = 4


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why") / "store"
    ensemble(REQUEST, runs=RUNS, out=folder, crew=Threads(1))
    return folder


@pytest.fixture(scope="session")
def runs(store: Path) -> list[Opened]:
    """Every run of the store, played again."""
    return [opened(store, run, None) for run in range(RUNS)]
