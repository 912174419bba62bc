"""The measurements: implementations in turn at each size, and how the cost of a run grows."""

import statistics
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from bench.institution.peers import Player
from bench.institution.rules import POSTS_PER_REGION, SIZES
from bench.timing import ratios, summary

TURN_SECONDS = 0.5
"""A turn plays as many runs as fit into this time, one at least."""
REFERENCE = "kernels"

Say = Callable[[str], None]


def compare(names: list[str], sizes: list[str], *, repeats: int, seed: int, say: Say) -> dict[str, Any]:
    """Milliseconds a run, by implementation at each size, and its ratio to the kernels' round by round."""
    with ExitStack() as stack:
        players = {name: stack.enter_context(Player(name)) for name in names}
        found: dict[str, Any] = {
            "versions": {name: player.versions for name, player in players.items()},
            "sizes": {},
        }
        for size in sizes:
            say(f"{size}:")
            seconds = _rounds(players, SIZES[size], repeats=repeats, seed=seed, say=say)
            found["sizes"][size] = {
                "posts": POSTS_PER_REGION * SIZES[size],
                "milliseconds": {name: summary([1000 * s for s in taken]) for name, taken in seconds.items()},
                "ratio": {name: ratios(taken, seconds[REFERENCE]) for name, taken in seconds.items()},
            }
    return found


def _rounds(
    players: dict[str, Player], regions: int, *, repeats: int, seed: int, say: Say
) -> dict[str, list[float]]:
    """Seconds a run, round by round. A first round is not counted and says how many runs fit into a turn."""
    runs = {}
    for name, player in players.items():
        say(f"  {name}, first round")
        taken = player.play(regions, runs=1, seed=seed)["seconds"]
        runs[name] = max(1, round(TURN_SECONDS / taken))
    seconds: dict[str, list[float]] = {name: [] for name in players}
    for k in range(repeats):
        for name, player in players.items():
            say(f"  {name}, round {k + 1} of {repeats}")
            played = player.play(regions, runs=runs[name], seed=seed, first=k * runs[name])
            seconds[name].append(played["seconds"] / runs[name])
    return seconds


DECADES = {
    "posts": ((100, 93, 30), (1_000, 93, 30), (10_000, 93, 3), (100_000, 93, 1)),
    "months": ((600, 12, 100), (600, 120, 30), (600, 1_200, 3), (600, 12_000, 1)),
    "runs": ((600, 93, 1), (600, 93, 10), (600, 93, 100), (600, 93, 1_000)),
}
"""What grows tenfold three times: (posts, months, runs)."""


def growth(names: list[str], *, repeats: int, seed: int, say: Say) -> dict[str, Any]:
    """For each thing that grows: its values, and nanoseconds a post, month and run at each."""
    found: dict[str, Any] = {}
    with ExitStack() as stack:
        players = {name: stack.enter_context(Player(name)) for name in names}
        for what, cases in DECADES.items():
            found[what] = {name: [] for name in names}
            for posts, months, runs in cases:
                say(f"growth in {what}: {posts} posts, {months} months, {runs} runs")
                for name, taken in _cost(
                    players, posts // POSTS_PER_REGION, months, runs, repeats, seed
                ).items():
                    size = {"posts": posts, "months": months, "runs": runs}
                    nanoseconds = 1e9 * statistics.median(taken) / (posts * months * runs)
                    found[what][name].append({"value": size[what], "nanoseconds": nanoseconds})
    return found


def _cost(
    players: dict[str, Player], regions: int, months: int, runs: int, repeats: int, seed: int
) -> dict[str, list[float]]:
    """Seconds that each implementation takes for so many runs, in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in players}
    for k in range(repeats + 1):
        for name, player in players.items():
            taken = player.play(regions, runs=runs, seed=seed, months=months)["seconds"]
            if k:
                seconds[name].append(taken)
    return seconds
