"""One run of the shipped struggle, watched month by month, and the same run as the engine tells it."""

import pytest

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.experiments.seam import Request
from apparat.experiments.standing.watch import watched
from apparat.results.standing import Standing

REQUEST = Request(scenario="succession-1922", seed=1, choice="uncalibrated")


@pytest.fixture(scope="session")
def engine() -> Engine:
    built = REQUEST.build("full")
    assert isinstance(built, Engine)
    return built


@pytest.fixture(scope="session")
def seen(engine: Engine) -> tuple[History, Standing]:
    return watched(engine, 0)


@pytest.fixture(scope="session")
def history(seen: tuple[History, Standing]) -> History:
    return seen[0]


@pytest.fixture(scope="session")
def standing(seen: tuple[History, Standing]) -> Standing:
    return seen[1]
