"""What does the journal cost, and does leaving it out cost nothing?"""

from collections.abc import Callable
from functools import partial
from typing import Literal

from apparat.engine import build
from bench.timing import interleave, ratios, show, summary

RUNS = 20


def main() -> None:
    """The same runs at the three levels, in turn."""
    levels: tuple[Literal["none", "decisions", "full"], ...] = ("none", "decisions", "full")
    engines = {level: build("succession-1922", seed=1, journal=level) for level in levels}
    engines["none"].warm(lambda *_: None)
    cases: dict[str, Callable[[], object]] = {
        level: partial(engine.block, 0, RUNS) for level, engine in engines.items()
    }
    seconds = interleave(cases, repeats=7)
    show(
        milliseconds_a_run={
            level: summary([1000 * s / RUNS for s in values]) for level, values in seconds.items()
        },
        decisions_over_none=ratios(seconds["decisions"], seconds["none"]),
        full_over_none=ratios(seconds["full"], seconds["none"]),
    )


if __name__ == "__main__":
    main()
