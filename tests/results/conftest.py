"""The toy engine stands in for the real one wherever a test asks for it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "experiments"))


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    from toy import build

    import apparat.engine

    monkeypatch.setattr(apparat.engine, "build", build, raising=False)
