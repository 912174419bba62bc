"""Every door under hostile input: python -m tests.fuzz --inputs 1000000

| module | holds |
| --- | --- |
| `door` | what a door is, and what may come out of it |
| `doors` | the doors: documents, tables, folders, requests, arguments |
| `hostile` | what a hostile writer writes, as Hypothesis strategies |
| `sandbox` | a folder outside which nothing may be written |
| `knock` | one door, knocked on by a coverage-guided fuzzer, in a process of its own |

Needs Atheris, which the locked tools hold. The same seed and number of inputs try the same inputs.
"""

import argparse
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

SHARES = {
    "facts": 24, "history": 24, "sets": 8, "scenario": 12, "targets": 8, "theory": 6, "levers": 1,
    "causes": 1, "manifest": 5, "block": 2, "work": 3, "posterior": 1, "result": 0.2, "requests": 3,
    "arguments": 1.8,
}  # fmt: skip
"""Of a hundred inputs, how many each door meets: the quicker it answers, the more."""


def knocked(door: str, inputs: int, seed: int, folder: Path) -> dict[str, Any]:
    """What became of a door; one that did not come back is a finding."""
    command = [sys.executable, "-m", "tests.fuzz.knock", door, str(inputs), str(seed), str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    lines = done.stdout.decode(errors="backslashreplace").splitlines()
    if done.returncode == 0 and lines and lines[-1].startswith("{"):
        return dict(json.loads(lines[-1]))
    said = done.stderr.decode(errors="backslashreplace")
    ended = f"ended with {done.returncode}: {said[-2000:]}"
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
    with ThreadPoolExecutor(given.jobs) as pool:
        shares = {door: max(round(given.inputs * SHARES[door] / whole), 1) for door in doors}
        waiting = [
            pool.submit(knocked, door, count, given.seed, given.findings) for door, count in shares.items()
        ]
        tallies = []
        for each in waiting:
            tallies.append(each.result())
            print(json.dumps(tallies[-1]), flush=True)
    found = sum(len(tally["findings"]) for tally in tallies)
    print(f"{sum(tally['inputs'] for tally in tallies):,} inputs, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
