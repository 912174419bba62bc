"""Every door under hostile input: python -m tests.fuzz --inputs 1000000

| module | holds |
| --- | --- |
| `door` | what a door is, and what may come out of it |
| `doors` | the doors: documents, tables, folders, requests, arguments |
| `hostile` | what a hostile writer writes, as Hypothesis strategies |
| `sandbox` | a folder outside which nothing may be written |
| `knock` | one door, knocked on by a coverage-guided fuzzer |

Needs Atheris, which the locked tools hold. The same seed and number of inputs try the same inputs.
"""

import argparse
import io
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import IO, Any

SHARES = {
    "facts": 24, "history": 24, "sets": 8, "scenario": 12, "targets": 8, "theory": 6, "levers": 1,
    "causes": 1, "manifest": 5, "block": 2, "work": 3, "posterior": 1, "result": 0.2, "requests": 3,
    "arguments": 1.8,
}  # fmt: skip
"""Of a hundred inputs, how many each door meets: the quicker it answers, the more."""


def knocked(shares: dict[str, int], seed: int, folder: Path, jobs: int) -> Iterator[dict[str, Any]]:
    """What became of each door, given its number of inputs; each in a process of its own, some at a time.

    The processes are forked from this one, so that the program is imported, and made ready to be followed
    line by line, once.
    """
    with redirect_stderr(io.StringIO()):  # which names every module on its way in
        from tests.fuzz.knock import main as knock

    waiting, at_work = list(shares.items()), {}
    while waiting or at_work:
        while waiting and len(at_work) < jobs:
            door, inputs = waiting.pop(0)
            said = tempfile.TemporaryFile()  # noqa: SIM115 (closed where it is read)
            child = os.fork()
            if child == 0:
                os.dup2(said.fileno(), 1)
                os.dup2(said.fileno(), 2)
                try:
                    knock(door, inputs, seed, folder)
                except BaseException:  # noqa: BLE001 (told to the parent)
                    traceback.print_exc()
                os._exit(1)
            at_work[child] = door, said
        child, status = os.wait()
        yield _tally(*at_work.pop(child), status)


def _tally(door: str, said: IO[bytes], status: int) -> dict[str, Any]:
    """What a process told at its end; one that did not come to it is a finding."""
    with said:
        said.seek(0)
        text = said.read().decode(errors="backslashreplace")
    last = text.rpartition("\n{")[2]
    if status == 0 and last:
        return dict(json.loads("{" + last))
    ended = f"ended with {os.waitstatus_to_exitcode(status)}: {text[-2000:]}"
    return {"door": door, "inputs": 0, "findings": [ended], "hits": 1}


def main() -> int:
    """Knock on every door, or on some; 1 where anything came out that should not."""
    asked = argparse.ArgumentParser(prog="scripts/fuzz", description="Every door under hostile input.")
    asked.add_argument("--inputs", type=int, default=20_000, help="inputs in all")
    asked.add_argument("--seed", type=int, default=1, help="seed of all luck")
    asked.add_argument("--jobs", type=int, default=2, help="doors at a time")
    asked.add_argument("--door", action="append", choices=SHARES, help="only this one; may be repeated")
    asked.add_argument("--findings", type=Path, default=Path("results-fuzz"), help="folder for what is found")
    given = asked.parse_args()
    doors = given.door or list(SHARES)
    whole = sum(SHARES[door] for door in doors)
    shares = {door: max(round(given.inputs * SHARES[door] / whole), 1) for door in doors}
    tallies = []
    for tally in knocked(shares, given.seed, given.findings.resolve(), given.jobs):
        tallies.append(tally)
        print(json.dumps(tally), flush=True)
    found = sum(len(tally["findings"]) for tally in tallies)
    print(f"{sum(tally['inputs'] for tally in tallies):,} inputs, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
