"""What does one declared loop of power cost in Apparat's kernels, in C, in Mesa and in Starsim?

python -m bench.institution --set-up     install Mesa and Starsim, once, in an environment of their own
python -m bench.institution              measure all in turn; table, picture and figures go to a folder
python -m bench.institution --agree 200  do all tell the same story? C bit for bit, the others in 200 runs
"""

import argparse
import json
import sys
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from bench.institution.agree import agreement, equal
from bench.institution.measure import compare, growth
from bench.institution.peers import available, set_up
from bench.institution.rules import SIZES
from bench.institution.show import agreed, compared, grown, machine, picture, versions
from bench.institution.worker import PEERS

SEEDS, RUNS = 3, 3
"""How many seeds of each size, and runs of each seed, C and the kernels must play alike."""


def main() -> int:
    """Measure and print. Exits with 1 if an implementation had to be left out."""
    asked = _asked()
    if asked.set_up:
        set_up()
        return 0
    names, missing = available()
    for reason in missing:
        print(f"Left out: {reason}", file=sys.stderr)
    if asked.agree:
        return _agree(names, asked)
    found = compare(names, asked.sizes, repeats=asked.repeats, seed=asked.seed, say=_say)
    if not asked.no_growth:
        hands = [name for name in names if name not in PEERS]
        found["growth"] = growth(hands, repeats=asked.repeats, seed=asked.seed, say=_say)
    found |= {"machine": machine(), "date": f"{datetime.now(UTC):%Y-%m-%d}", "left_out": missing}
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "figures.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    picture(found, asked.out / "institution.svg")
    picture(found, asked.out / "institution.png")
    print(f"{found['machine']}, {found['date']}\n\n{versions(found)}\n\n{compared(found)}")
    if "growth" in found:
        print(f"\nNanoseconds for one post, month and run:\n\n{grown(found['growth'])}")
    print(f"\nFigures and picture are in {asked.out}.")
    return 1 if missing else 0


def _agree(names: list[str], asked: argparse.Namespace) -> int:
    """Print how far outcomes agree; 1 if some do not."""
    apart = []
    for size, seed in product(asked.sizes if "c" in names else [], range(asked.seed, asked.seed + SEEDS)):
        same = all(equal(SIZES[size], seed, run) for run in range(RUNS))
        print(f"C, {size}, seed {seed}, {RUNS} runs: {'equal, bit for bit' if same else 'not equal'}")
        apart += [] if same else [f"C, {size}, seed {seed}"]
    peers = [name for name in names if name in PEERS]
    found = agreement(peers, regions=SIZES[asked.sizes[0]], runs=asked.agree, seed=asked.seed)
    print(agreed(found))
    apart += [
        f"{name}, {figure}" for name, each in found.items() for figure, a in each.items() if not a.holds
    ]
    print(f"Apart: {'; '.join(apart)}." if apart else "All agree.")
    return 1 if apart else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.institution", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--set-up", action="store_true", help="install the peers in .venv-peers and stop")
    parser.add_argument(
        "--agree", type=int, default=0, metavar="RUNS", help="compare outcomes of so many runs, and stop"
    )
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES), help="default: all three")
    parser.add_argument("--repeats", type=int, default=5, help="rounds that count (default 5)")
    parser.add_argument("--seed", type=int, default=1, help="seed of all luck (default 1)")
    parser.add_argument("--no-growth", action="store_true", help="leave out how the cost grows")
    parser.add_argument(
        "--out", type=Path, default=Path("results-institution"), help="folder for the results"
    )
    asked = parser.parse_args()
    if asked.repeats < 1:
        parser.error("--repeats must be 1 or more")
    return asked


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
