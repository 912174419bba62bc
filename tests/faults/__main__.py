"""Ensembles under faults: python -m tests.faults --kills 100 --seed 1

Ensemble after ensemble is played under faults that luck chooses, each gone on with until it is finished, and
must then be what an undisturbed one is. A failure names its ensemble; --only plays that one again.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.disk import Disk
from tests.faults.ensembles import RUNS, Child, State, Warmed, play, state, warmed
from tests.faults.kinds import KILLS, OTHERS, Fault

_MOST_FAULTS = 12
"""Faults done to one ensemble; after them it may finish."""
_KILLS_OF_TEN = 6


class Lost(AssertionError):
    """Something that was promised did not hold."""


@dataclass
class Tally:
    """What was done."""

    kills: int = 0
    ensembles: int = 0
    faults: Counter[str] = field(default_factory=Counter)


def faults(luck: random.Random) -> Iterator[Fault]:
    """Faults to do to one ensemble."""
    for _ in range(_MOST_FAULTS):
        kinds = KILLS if luck.randrange(10) < _KILLS_OF_TEN else OTHERS
        yield luck.choice(kinds)(random.Random(luck.getrandbits(64)))


def disturbed(request: Warmed, disk: Disk, number: int, seed: int, tally: Tally, wanted: str) -> None:
    """One ensemble under faults. Raises Lost where its digest is not the one that is wanted."""
    folder = disk.folder / f"{number}"
    before = _looked(folder)
    for fault in faults(random.Random(f"{seed}-{number}")):
        ended = fault.do(request, disk, folder)
        if ended.fault:
            raise Lost(f"{fault}: {ended.fault}")
        if ended.refusal and not fault.refused:
            raise Lost(f"{fault}: refused without need: {ended.refusal}")
        tally.faults[str(fault)] += 1
        tally.kills += fault.kills and ended.killed > 0
        now = _looked(folder)
        _check(fault, before, now)
        before = now
        if now.complete:
            break
    ended = Child(lambda: play(request, folder)).wait()
    if ended.value is None:
        raise Lost(f"the undisturbed end: {ended}")
    last = _looked(folder)
    if (last.stored, last.damaged, last.left_over, last.complete) != (RUNS, 0, 0, True):
        raise Lost(f"the finished store is not whole: {last}")
    if last.digest != wanted:
        raise Lost(f"digest {last.digest} instead of {wanted}")


def _looked(folder: Path) -> State:
    ended = Child(lambda: state(folder)).wait()
    if not isinstance(ended.value, State):
        raise Lost(f"the store cannot be read: {ended}")
    return ended.value


def _check(fault: Fault, before: State, now: State) -> None:
    if not fault.damages and (now.stored < before.stored or now.damaged > before.damaged):
        raise Lost(f"{fault}: {before} became {now}")


def main() -> int:
    """Play until there were so many kills; 1 if anything was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description="Ensembles under faults.")
    asked.add_argument("--kills", type=int, default=100, help="go on until so many processes were killed")
    asked.add_argument("--seed", type=int, default=1, help="seed of all luck")
    asked.add_argument("--only", type=int, help="only the ensemble of this number")
    given = asked.parse_args()
    began, tally, failed = time.monotonic(), Tally(), 0
    request = warmed(seed=1)
    with tempfile.TemporaryDirectory(prefix="apparat-faults-") as home:
        disk = Disk(Path(home) / "disk")
        Path(home).chmod(0o755)
        try:
            undisturbed = Child(lambda: play(request, disk.folder / "undisturbed")).wait().value
            number = given.only or 0
            while tally.kills < given.kills:
                try:
                    disturbed(request, disk, number, given.seed, tally, undisturbed)
                except Lost as loss:
                    failed += 1
                    print(f"FAILED: --seed {given.seed} --only {number}: {loss}", flush=True)
                tally.ensembles += 1
                number += 1
                if given.only is not None:
                    break
        finally:
            disk.close()
    print(f"{tally.ensembles} ensembles of {RUNS} runs, {tally.kills} kills, {failed} failures")
    print(", ".join(f"{name} {count}" for name, count in sorted(tally.faults.items())))
    print(f"{'a disk of its own' if disk.real else 'no disk of its own'}; {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
