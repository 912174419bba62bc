"""What figures show, as plain data: results say it, and whoever draws needs nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Span = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A value month by month, with the range that is left open."""

    name: str
    values: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


@dataclass(frozen=True)
class Fan:
    """Lines with their ranges over time, from the month `start` (YYYY-MM) on."""

    start: str
    lines: Sequence[Line]
    unit: str
    mark: tuple[str, str] | None = None
    """A month to be marked, and what to write there."""


@dataclass(frozen=True)
class Shares:
    """Parts of a whole over time; those of a month add up to 1."""

    start: str
    series: Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Bar:
    """One row of a chart of bars."""

    label: str
    span: Span | None
    """From where to where the bar goes."""
    said: str
    """The numbers in words, beside the bar."""
    inner: Span | None = None
    """A range drawn as a thick line."""
    outer: Span | None = None
    """A range drawn as a thin line."""
    tick: float | None = None
    """A single value that is marked, such as the recorded one."""
    shade: int = 0
    """Which colour, counted from 0; a negative one is for what is neither."""
    group: str = ""
    """Rows of one group stand under its name."""


@dataclass(frozen=True)
class Bars:
    """Rows of bars, ranges and ticks on one axis."""

    rows: Sequence[Bar]
    unit: str
    heads: tuple[str, str] = ("", "")
    """What stands above labels and above numbers."""
    within: Span | None = None
    """Ends of the axis; as wide as needed unless given."""


@dataclass(frozen=True)
class Stripe:
    """A row that is divided: parts of a whole, by name."""

    label: str
    parts: Mapping[str, float]
    said: str = ""


@dataclass(frozen=True)
class Stripes:
    """Divided rows, one below the other; each adds up to 1."""

    rows: Sequence[Stripe]
    heads: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Level:
    """Something that moves others and is moved, in one of two columns (0 and 1), `height` counted from 0."""

    name: str
    column: int
    height: int


@dataclass(frozen=True)
class Arrow:
    """How strongly one level moves another; `size` gives the thickness, `said` the numbers in words."""

    source: str
    target: str
    size: float
    said: str
    shade: int = 0


@dataclass(frozen=True)
class Arrows:
    """Levels, and arrows between them."""

    levels: Sequence[Level]
    arrows: Sequence[Arrow]
    legend: Mapping[str, int]
    """What each shade means."""


Chart = Fan | Shares | Bars | Stripes | Arrows
