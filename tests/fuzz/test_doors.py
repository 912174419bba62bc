"""No door lets out anything but a result or a clear message, whatever comes in."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apparat.ground.errors import UsageError
from tests.fuzz.__main__ import SHARES, _tally
from tests.fuzz.door import Door, fault_of
from tests.fuzz.doors import NAMES, arguments, opened, requests

FOUND = Path(__file__).with_name("found")
"""Inputs that once brought out what they should not, by door."""
# Those that change the process that they are tried in are left to scripts/fuzz.
WITHIN = [name for room, names in NAMES.items() if room not in {arguments, requests} for name in names]


@pytest.mark.parametrize("name", WITHIN)
def test_whatever_comes_in_a_result_or_a_clear_message_comes_out(name: str, tmp_path: Path) -> None:
    door = opened(name, tmp_path)
    for seed in door.seeds:
        assert fault_of(door, seed) is None
    for found in sorted(FOUND.glob(f"{name}-*")):
        assert fault_of(door, found.read_bytes()) is None, found.name

    @settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(door.spoiled)
    def holds(data: bytes) -> None:
        assert fault_of(door, data) is None

    holds()


def entered_with(error: Exception) -> str:
    """The mark of what a door lets out that raises an error."""

    def enter(_: bytes) -> None:
        raise error

    fault = fault_of(Door("d", enter, (), st.binary()), b"")
    return fault.mark if fault else ""


def test_what_should_not_come_out_would_be_noticed() -> None:
    assert entered_with(KeyError("x")) == "KeyError at outside"
    assert entered_with(RecursionError()) == "RecursionError at outside"
    assert entered_with(UsageError("  ")) == "silent"
    assert entered_with(UsageError("Give another.")) == ""


def test_a_message_quotes_nothing_that_a_terminal_obeys_and_nothing_endless() -> None:
    assert str(UsageError("a\x1b[2J\udcff\nb")) == "a\\x1b[2J\\udcff\nb"
    assert len(str(UsageError("x" * 10_000))) == 2_000


def test_a_process_that_does_not_come_to_its_end_is_a_finding() -> None:
    def told(text: bytes, status: int) -> list[str]:
        said = io.BytesIO(text)
        return _tally("facts", said, status)["findings"]

    ended = b'INFO: seed 1\n{"door": "facts", "inputs": 3, "findings": []}\n'
    assert told(ended, 0) == []
    assert told(ended, 9)[0].startswith("ended with -9: ")
    assert told(b"Traceback", 256)[0] == "ended with 1: Traceback"
    assert told(b"", 0)[0] == "ended with 0: "


def test_every_door_has_its_share_of_inputs() -> None:
    assert sorted(SHARES) == sorted(name for names in NAMES.values() for name in names)
