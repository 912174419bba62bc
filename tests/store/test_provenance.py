"""What made a store is told as far as it can be seen."""

from pathlib import Path

import pytest

from apparat.store import provenance


def test_a_checkout_that_may_not_be_looked_into_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", forbidden)
    assert provenance.commit() is None
