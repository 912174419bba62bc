"""The right to write to a store, where even the lock's own few bytes are refused."""

import resource
import signal
from pathlib import Path

import pytest

from apparat.ground.errors import StoreError
from apparat.store.lock import NAME, Lock
from tests.faults.ensembles import Child


def test_a_limit_that_leaves_no_room_for_the_holders_name_is_a_message(tmp_path: Path) -> None:
    def refused() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        Lock(tmp_path)

    ended = Child(refused).wait()
    assert not ended.fault
    assert f"{tmp_path / NAME}: files may not grow so large here" in ended.refusal
    Lock(tmp_path).release()


def test_whoever_comes_second_is_told_who_holds_it(tmp_path: Path) -> None:
    held = Lock(tmp_path)
    with pytest.raises(StoreError, match=r"process \d+ on .+ is writing to this store"):
        Lock(tmp_path)
    held.release()
    Lock(tmp_path).release()
