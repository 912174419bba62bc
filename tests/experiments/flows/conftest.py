"""One engine for all tests of flows, and its levels."""

import pytest

from apparat.engine import Engine, build
from apparat.engine.runs import Run
from apparat.experiments.flows.levels import Levels
from apparat.experiments.flows.paper import Paper


@pytest.fixture(scope="session")
def engine() -> Engine:
    return build("succession-1922", seed=3, journal="none")


@pytest.fixture(scope="session")
def levels(engine: Engine) -> Levels:
    return Levels(engine.compiled)


@pytest.fixture(scope="session")
def paper(engine: Engine, levels: Levels) -> Paper:
    return Paper(engine.compiled, levels)


@pytest.fixture
def run(engine: Engine) -> Run:
    """A run half a year old."""
    opened = engine.open(0)
    opened.advance(6)
    return opened
