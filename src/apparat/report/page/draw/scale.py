"""Round numbers on an axis, colours, and letters that stand at a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from apparat.results import charts
from apparat.results.ensemble import COLLECTIVE

PALETTE = tuple(f"var(--c{k})" for k in range(6))
NEITHER = "var(--neither)"
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = 5


@dataclass(frozen=True)
class Scale:
    """An axis from the first to the last of its marks."""

    marks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        low, high = self.marks[0], self.marks[-1]
        return min(max((value - low) / (high - low), 0.0), 1.0)


def scale(values: Iterable[float]) -> Scale:
    """An axis with some five round marks that holds all values."""
    found = list(values) or [0.0]
    low, high = min(found), max(found)
    if high <= low:
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(part * power for part in _ROUND if part * power >= rough * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(tuple(step * k for k in range(first, last + 1)))


def colours(names: Sequence[str]) -> dict[str, str]:
    """A colour of the stylesheet for each name."""
    return charts.colours(names, PALETTE)


def strokes(names: Sequence[str]) -> dict[str, str]:
    """The same for lines, where a tint for nobody would be too faint."""
    return {**colours(names), COLLECTIVE: NEITHER}


def shade(number: int) -> str:
    """A colour of the stylesheet by number; a negative one is for what is neither."""
    return NEITHER if number < 0 else PALETTE[number % len(PALETTE)]


def at(kind: str, side: str, share: float, words: str, colour: str = "") -> str:
    """Letters that stand at a place along a side, 0 to 1; with a colour, the style shows it beside them."""
    of = f";--of:{colour}" if colour else ""
    return f'<span class="{kind}" style="{side}:{100 * share:.2f}%{of}">{escape(words)}</span>'


def signed(mark: float) -> str:
    """A mark of an axis of differences."""
    return f"{mark:+g}" if mark else "0"
