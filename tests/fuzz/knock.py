"""One door, knocked on by a coverage-guided fuzzer.

Half of the inputs are bytes that Atheris changes, half are written by the door's Hypothesis strategy out of
bytes that Atheris changes, so that new lines of the program reached by either are followed up. Findings are
written to FOLDER/DOOR-<mark>, each kind once; the last line of the output is the tally, as JSON.
"""

import contextlib
import hashlib
import json
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import atheris

_ROOMS = (
    "ground",
    "record",
    "constitution",
    "scenario",
    "targets",
    "theories",
    "store",
    "results",
    "web",
    "cli",
)
_ROOMS += ("experiments", "report", "posterior")
_MEMORY = 3 * 2**30
"""Bytes of address space beyond what the program takes at rest, after which an input is a blow-up."""
_HANG = 60
"""Seconds after which the fuzzer ends a process that does not come back."""
_LONGEST = 64 * 1024
_QUICK = "/dev/shm"
"""A folder in memory, where there is one."""

with atheris.instrument_imports(include=[f"apparat.{room}" for room in _ROOMS]):
    from tests.fuzz.door import Door, Fault, fault_of
    from tests.fuzz.doors import opened
    from tests.fuzz.sandbox import confine


class Knocker:
    """Counts inputs, keeps findings, and ends the process when the inputs are through."""

    def __init__(self, door: Door, inputs: int, folder: Path) -> None:
        self._door, self._inputs, self._folder = door, inputs, folder
        self._made = self._found = 0
        self._marks: set[str] = set()
        self._began = time.monotonic()
        self._written = _writer(door)

    def __call__(self, data: bytes) -> None:
        """One input out of the fuzzer's bytes."""
        given = data[1:]
        if data and data[0] & 1:
            given = self._written(given)
        if given is not None:
            self._knock(given)

    def _knock(self, given: bytes) -> None:
        self._made += 1
        fault = fault_of(self._door, given)
        if fault is not None:
            self._found += 1
            if fault.mark not in self._marks:
                self._marks.add(fault.mark)
                self._keep(given, fault)
        if self._made >= self._inputs:
            self._end()

    def _keep(self, given: bytes, fault: Fault) -> None:
        short = hashlib.sha256(fault.mark.encode()).hexdigest()[:8]
        (self._folder / f"{self._door.name}-{short}").write_bytes(given)
        told = f"{fault.mark}\n{fault.said}\n".encode("utf-8", "backslashreplace")
        (self._folder / f"{self._door.name}-{short}.txt").write_bytes(told)

    def _end(self) -> None:
        tally = {
            "door": self._door.name,
            "inputs": self._made,
            "findings": sorted(self._marks),
            "hits": self._found,
            "seconds": round(time.monotonic() - self._began, 1),
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        print(json.dumps(tally), flush=True)
        os._exit(0)


def _writer(door: Door) -> Any:
    """Bytes to the input that the door's strategy writes out of them; None where they are too few."""
    from hypothesis import HealthCheck, given, settings

    last: list[bytes] = []

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(door.spoiled)
    def catch(value: bytes) -> None:
        last[:] = [value]

    def write(data: bytes) -> bytes | None:
        last.clear()
        catch.hypothesis.fuzz_one_input(data)
        return last[0] if last else None

    return write


def main(name: str, inputs: int, seed: int, folder: Path) -> None:
    """Knock so often, and end the process."""
    home = Path(tempfile.mkdtemp(prefix="apparat-fuzz-", dir=_QUICK if Path(_QUICK).is_dir() else None))
    door = opened(name, home)
    corpus = home / "corpus"
    corpus.mkdir()
    for place, start in enumerate(door.seeds):
        (corpus / f"{place}").write_bytes(b"\0" + start)
    luck = random.Random(seed)
    for length in (16, 64, 256, 1024, 4096):
        (corpus / f"written-{length}").write_bytes(b"\1" + luck.randbytes(length))
    folder.mkdir(parents=True, exist_ok=True)
    confine(home, folder)
    tempfile.tempdir = str(home)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + _MEMORY, resource.RLIM_INFINITY))
    flags = [
        f"-seed={seed}",
        f"-timeout={_HANG}",
        "-rss_limit_mb=0",
        "-report_slow_units=600",
        f"-max_len={_LONGEST}",
        "-verbosity=0",
    ]
    atheris.Setup(
        [sys.argv[0], *flags, f"-artifact_prefix={folder}/{name}-hang-", str(corpus)],
        Knocker(door, inputs, folder),
    )
    with contextlib.suppress(KeyboardInterrupt):
        atheris.Fuzz()
