"""Who stood where in a run, month by month: seats, posts, ties of patronage, and what each power filled.

Months are counted from the run's first (0). A spell runs from `since` up to and without `until`; one that
lasts to the end of the run ends with its number of months.
"""

from typing import Literal

from pydantic import BaseModel, Field

from apparat.results.tables import Row

Ending = Literal["stands", "dismissed", "expelled", "died", "passed on", "turned", "faded", "left"]
"""How a tie ended: with the client's fall or death, by passing to another patron, by turning into a grudge,
by fading away, or with the client leaving the apparatus; `stands`: not before the run's end."""

_SINCE = "first month"
_UNTIL = "month after the last"


class Known(Row):
    """Somebody whom these tables name."""

    key: int
    name: str
    figure: bool = Field(description="whether he may act at the summit")


class Seated(Row):
    """A spell in a body."""

    body: str = Field(description="id of the body in the constitution")
    full: bool = Field(description="with a vote; candidates have none")
    key: int
    since: int = Field(description=_SINCE)
    until: int = Field(description=_UNTIL)


class Posted(Row):
    """A spell in a post."""

    key: int
    post: str = Field(description="the post in words")
    place: str = Field(description="id of the office, or of the class of posts, in the constitution")
    since: int = Field(description=_SINCE)
    until: int = Field(description=_UNTIL)


class Tied(Row):
    """A spell in which somebody depends on a patron."""

    client: int
    patron: int
    since: int = Field(description=_SINCE)
    until: int = Field(description=_UNTIL)
    strength: float = Field(description="of the tie, in its last month, 0..1")
    post: str | None = Field(description="post that the patron gave him in its first month; null: none")
    end: Ending
    by: int = Field(description="who cut it by dismissing or expelling the client; 0 for nobody")


class Following(Row):
    """How many depend on a patron directly, named or not, month by month."""

    patron: int
    clients: tuple[int, ...]
    made: tuple[int, ...] = Field(description="ties that began in the month")
    cut: tuple[int, ...] = Field(description="ties that ended in the month")


class Filled(Row):
    """How many places a power filled, month by month."""

    who: str | None = Field(description="id of the body, or of the class of posts; null: nobody in person")
    does: Literal["elects", "appoints"]
    whom: str = Field(description="id of the body, office or class of posts")
    on_the_spot: bool = Field(description="by the word of the superior there, not by the authority itself")
    places: tuple[int, ...]


class Standing(BaseModel):
    """Who stood where in a run."""

    months: int
    people: tuple[Known, ...]
    seats: tuple[Seated, ...]
    posts: tuple[Posted, ...]
    ties: tuple[Tied, ...] = Field(
        description="of those who ever had a seat, an office, clients or a place among the figures"
    )
    followings: tuple[Following, ...]
    filled: tuple[Filled, ...]


STANDING_TABLES: dict[str, type[Row]] = {
    "people": Known,
    "seats": Seated,
    "posts": Posted,
    "ties": Tied,
    "followings": Following,
    "filled": Filled,
}
"""Its tables, by the name of the field that holds them."""
