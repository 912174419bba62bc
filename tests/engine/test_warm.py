"""Kernels are made ready, whatever the state of the cache."""

from pathlib import Path

import pytest

from apparat.engine.warm import warm


def test_a_cache_that_may_not_be_looked_into_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    heard = []
    monkeypatch.setattr(Path, "exists", forbidden)
    warm(lambda word, *_: heard.append(word))
    assert heard[-1] == "ready"
