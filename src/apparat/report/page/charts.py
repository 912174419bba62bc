"""What figures show, as plain data: results say it, and whoever draws needs nothing else.

The front end draws it, in the Explorer and on a page alike. `shade` is the number of a colour: a person's is
`of_person`, so that he has one colour in all figures; a negative one is for what is neither.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

Span = tuple[float, float]
OTHERS = -2
"""The colour of all the others together."""


def of_person(key: int) -> int:
    """The colour of a person by his key; 0, which is nobody alone, has that of what is neither."""
    return key - 1


@dataclass(frozen=True)
class Curve:
    """A value month by month, with the range that is left open."""

    name: str
    values: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]
    shade: int


@dataclass(frozen=True)
class Fan:
    """Lines with their ranges over time, from the month `start` (YYYY-MM) on."""

    start: str
    lines: Sequence[Curve]
    unit: str
    mark: tuple[str, str] | None = None
    """A month to be marked, and what to write there."""
    kind: Literal["fan"] = "fan"


@dataclass(frozen=True)
class Band:
    """A part of a whole month by month, 0 to 1."""

    name: str
    values: Sequence[float]
    shade: int


@dataclass(frozen=True)
class Shares:
    """Parts of a whole over time, from the month `start` on; those of a month add up to 1."""

    start: str
    bands: Sequence[Band]
    kind: Literal["shares"] = "shares"


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
    kind: Literal["bars"] = "bars"


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
    shades: Mapping[str, int]
    """Colours by the names of parts."""
    heads: tuple[str, str] = ("", "")
    kind: Literal["stripes"] = "stripes"


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
    kind: Literal["arrows"] = "arrows"


Chart = Annotated[Fan | Shares | Bars | Stripes | Arrows, Field(discriminator="kind")]
