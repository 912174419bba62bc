"""What results need to know of a scenario: names for keys, the calendar, and the record to compare with."""

from collections.abc import Sequence
from typing import Protocol

from apparat.ground.dates import Month


class RecordedLoss(Protocol):
    """A seat that somebody lost in the record."""

    @property
    def person(self) -> int:
        """Key of the person."""

    @property
    def body(self) -> int:
        """Kind of body."""

    @property
    def month(self) -> int:
        """Months since the scenario's first."""

    @property
    def source(self) -> str:
        """Where the record has it from."""


class RecordedProbe(Protocol):
    """A recorded motion with the counts that the record gives; None where it gives none."""

    @property
    def title(self) -> str:
        """The motion in a few words."""

    @property
    def month(self) -> int:
        """Months since the scenario's first."""

    @property
    def body(self) -> int:
        """Kind of body."""

    @property
    def votes_for(self) -> int | None:
        """Votes for."""

    @property
    def votes_against(self) -> int | None:
        """Votes against."""

    @property
    def abstained(self) -> int | None:
        """Abstentions."""

    @property
    def source(self) -> str:
        """Where the record has it from."""


class Recorded(Protocol):
    """The part of the record that results are shown beside; the model never sees it."""

    @property
    def losses(self) -> Sequence[RecordedLoss]:
        """Seats lost."""

    @property
    def probes(self) -> Sequence[RecordedProbe]:
        """Motions, in the order of the probes' indices."""


class Directory(Protocol):
    """Names and dates for the numbers in a store. Key 0 is nobody."""

    @property
    def title(self) -> str:
        """The scenario's title."""

    @property
    def start(self) -> Month:
        """The first month."""

    @property
    def months(self) -> int:
        """How many months a run has."""

    @property
    def recorded(self) -> Recorded:
        """The record to compare with."""

    @property
    def figures(self) -> Sequence[tuple[int, str]]:
        """Key and short name of every person who may act at the summit from the start."""

    @property
    def assumptions(self) -> Sequence[str]:
        """What the scenario assumes, a sentence each."""

    def person(self, key: int) -> str:
        """Full name; an official without one is named by his key."""

    def short(self, key: int) -> str:
        """The name by which a reader knows him."""

    def post(self, index: int) -> str:
        """A post in words."""

    def rule(self, index: int) -> str:
        """A rule that may change, in words."""

    def tier(self, index: int) -> int:
        """A post's tier: 1 summit, 2 central and provincial, 3 and 4 below."""

    def region(self, index: int) -> str:
        """A region in words."""

    def body(self, kind: int) -> str:
        """A body in words."""
