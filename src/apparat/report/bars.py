"""Bars and curves out of characters."""

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = " ▁▂▃▄▅▆▇█"
_SEEN = 0.005
_ASCII_LEVELS = " .:-=+*#@"


def bar(share: float, width: int, *, plain: bool) -> str:
    """A bar for a share 0..1, `width` characters wide with its ground."""
    full = min(max(share, 0.0), 1.0) * width
    if plain:
        return ("#" * round(full)).ljust(width, ".")
    whole = int(full)
    rest = _EIGHTHS[int((full - whole) * 8)] if whole < width else ""
    return ("█" * whole + rest.strip()).ljust(width, "·")


def curve(shares: Sequence[float], width: int, height: int, *, plain: bool) -> list[str]:
    """Columns for shares 0..1 over time, as `height` lines from the top; `width` averages."""
    columns = [_mean(shares, column, width) for column in range(width)]
    levels = _ASCII_LEVELS if plain else _LEVELS
    steps = len(levels) - 1
    lines = []
    for line in reversed(range(height)):
        heights = (min(max(share * height - line, 0.0), 1.0) for share in columns)
        # Half a per cent and more is shown, however low its column.
        lines.append("".join(levels[max(round(h * steps), 1 if h >= _SEEN * height else 0)] for h in heights))
    return lines


def _mean(shares: Sequence[float], column: int, width: int) -> float:
    first = column * len(shares) // width
    last = max((column + 1) * len(shares) // width, first + 1)
    part = shares[first:last]
    return sum(part) / len(part)
