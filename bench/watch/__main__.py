"""Is any case slower than at the parent commit? python -m bench.watch [--against COMMIT] [--keep]

Both commits run in processes of their own on this machine, in turn, in this Python's environment. A case that
takes more than 1.5 times as long here, also when looked at for longer, fails by name. Costs in units of the
yardstick, which no commit changes, are kept in kept.json over commits, so that a slow drift is seen as well:
--keep renews them.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.watch.cases import CASES
from bench.watch.verdict import LIMIT, Compared, compared

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).with_name("kept.json")
YARDSTICK = "yardstick"
DRIFT = 3.0
"""How much dearer than what is kept a case may have become over many commits; machines differ by less."""
_ROOMS = ("world", "mechanisms", "observers", "engine")


class Lacking(Exception):
    """A case that a commit does not have."""


class Side:
    """One commit, ready to time cases."""

    def __init__(self, source: Path, kernels: Path) -> None:
        paths = os.pathsep.join(map(str, (source, ROOT)))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.watch.side", str(kernels)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": paths},
            cwd=ROOT,
            text=True,
        )

    def seconds(self, case: str) -> float:
        """Processor seconds of a case, once. Raises Lacking."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("a side without pipes")
        self._process.stdin.write(f"{case}\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline() or '{"lacking": "the process ended"}')
        if "seconds" not in told:
            raise Lacking(told["lacking"])
        return float(told["seconds"])

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


@contextmanager
def sides(before: Path, now: Path) -> Iterator[tuple[Side, Side]]:
    """Both commits' processes; where the compiled rooms are the same, they are compiled once."""
    made = Side(before, now if _same(before, now) else before), Side(now, now)
    try:
        yield made
    finally:
        for side in made:
            side.close()


def _same(before: Path, now: Path) -> bool:
    return all(_sources(before, room) == _sources(now, room) for room in _ROOMS)


def _sources(source: Path, room: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (source / "apparat" / room).glob("*.py")}


def watched(before: Side, now: Side, cases: Iterable[str]) -> Iterator[Compared | str]:
    """Each case compared, or a word on why it cannot be. Raises Lacking for one that fails here."""
    turn = 0

    def pair() -> tuple[float, float]:
        nonlocal turn
        turn += 1
        if turn % 2:
            return before.seconds(case), now.seconds(case)
        later = now.seconds(case)
        return before.seconds(case), later

    for case in cases:
        now.seconds(case)
        try:
            before.seconds(case)
        except Lacking as lacking:
            yield f"{case}: not compared, the other commit lacks it ({lacking})"
            continue
        yield compared(case, pair)


def costs(found: list[Compared]) -> dict[str, float]:
    """Seconds of each case in units of the yardstick."""
    unit = next(each.now for each in found if each.case == YARDSTICK)
    return {each.case: round(each.now / unit, 3) for each in found if each.case != YARDSTICK}


def drifted(now: dict[str, float], kept: dict[str, float]) -> list[str]:
    """Cases that became dearer over many commits than one comparison sees."""
    return [case for case, cost in now.items() if case in kept and cost > DRIFT * kept[case]]


def main() -> int:
    """Compare; 1 if any case is slower than it may be."""
    asked = argparse.ArgumentParser(prog="python -m bench.watch", description="A watch on speed.")
    asked.add_argument("--against", default="HEAD^", help="the commit to compare with")
    asked.add_argument("--keep", action="store_true", help="keep this commit's costs for later ones")
    asked.add_argument("--case", action="append", choices=CASES, help="only this one; may be repeated")
    given = asked.parse_args()
    cases = [case for case in CASES if case in {YARDSTICK, *(given.case or CASES)}]
    began = time.monotonic()
    archive = subprocess.run(
        ["git", "-C", str(ROOT), "archive", given.against, "src"], capture_output=True, check=False
    )
    if archive.returncode:
        print(f"There is no commit {given.against} to compare with.")
        return 0 if given.against == "HEAD^" else 2
    try:
        found = list(_shown(archive.stdout, cases))
    except Lacking as lacking:
        print(f"FAILED: a case cannot be timed at this commit: {lacking}")
        return 1
    slower = [each.case for each in found if each.ratio > LIMIT]
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    slower += [f"{case} (over many commits)" for case in drifted(costs(found), kept)]
    if given.keep:
        KEPT.write_text(json.dumps(kept | costs(found), indent=1) + "\n", encoding="utf-8")
    print(f"{time.monotonic() - began:.0f} s")
    if slower:
        print(f"SLOWER by more than {LIMIT} times: {'; '.join(slower)}")
    return 1 if slower else 0


def _shown(before: bytes, cases: Iterable[str]) -> Iterator[Compared]:
    """What could be compared with the archive of another commit; every case is printed. Raises Lacking."""
    with tempfile.TemporaryDirectory() as home:
        with tarfile.open(fileobj=io.BytesIO(before)) as packed:
            packed.extractall(home, filter="data")
        with sides(Path(home) / "src", ROOT / "src") as (old, new):
            for each in watched(old, new, cases):
                if isinstance(each, Compared):
                    yield each
                print(_line(each) if isinstance(each, Compared) else each, flush=True)


def _line(each: Compared) -> str:
    return (
        f"{each.ratio:5.2f}  {1000 * each.before:8.1f} ms before, {1000 * each.now:8.1f} ms now  {each.case}"
    )


if __name__ == "__main__":
    sys.exit(main())
