"""The result of one run: its history, event by event, with names."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from apparat.mechanisms.steps import STEP_WORDS
from apparat.results.base import Simulated
from apparat.results.directory import Directory
from apparat.results.ensemble import COLLECTIVE, Yardstick
from apparat.results.tables import Row
from apparat.world import codes

# Posts of these tiers are the summit and the provinces.
HIGH_TIERS = (1, 2)
# Events that happen to thousands; of these only the ones about figures and high posts make a history.
_PERSONNEL = (codes.E_APPOINTMENT, codes.E_DISMISSAL, codes.E_TRANSFER, codes.E_DEATH)
_TURNING = (
    codes.E_LEADER,
    codes.E_EXPELLED,
    codes.E_ARRESTED,
    codes.E_DOCUMENT,
    codes.E_ENROLMENT,
    codes.E_RULE,
)
_TURNING_FOR_FIGURES = (codes.E_DEATH, codes.E_POST_LOST, codes.E_CONDEMNED)


class Happening(Row):
    """One event of the journal, in words."""

    number: int = Field(description="place among all events of the journal that it was told from")
    month: str = Field(description="YYYY-MM")
    kind: str = Field(description="what happened")
    rule: str = Field(description="mechanism that caused it")
    turning_point: bool = Field(description="whether it changed who may lead, or under which rules")
    about_figure: bool = Field(description="whether it is about somebody who may act at the summit")
    actor: str | None
    actor_key: int = Field(description="0 for nobody")
    target: str | None
    target_key: int = Field(description="0 for nobody")
    body: str | None
    motion: str | None = Field(description="kind of motion, or of outside signal")
    post: str | None
    subject: str | None = Field(None, description="rule that is changed, or would be; null if there is none")
    carried: bool | None = Field(description="whether a motion was carried; null if there was none")
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    value: float = Field(description="size, where the kind of event has one")

    def __str__(self) -> str:
        from apparat.results.words import sentence

        return sentence(self)


class Control(Row):
    """Share of a body that would follow a person."""

    month: str
    key: int
    person: str
    body: str
    share: float


class LeaderOfMonth(Row):
    """Who leads, and who holds the chief secretary's post, in a month."""

    month: str
    conduct: str = Field(description="leader judged by conduct")
    power: str = Field(description="leader judged by power")
    no_alternative_left: str = Field(description="leader judged by the absence of an alternative")
    chief: str | None = Field(description="holder of the chief secretary's post")


class Ballot(Row):
    """One ballot of a roll and what moved it, in logits towards `for`.

    The delegates of an assembly have no names: its ballots are the leanings of each region's secretary and
    members, who together decide what delegates it sends.
    """

    event: int = Field(description="place of its vote among all events of the journal")
    month: str
    voter: str
    voter_key: int = Field(description="0 for a region's members")
    choice: str = Field(description="of a region, the side leaned to")
    region: str | None = Field(
        description="region whose delegates are decided; null for a person's own ballot"
    )
    weight: float = Field(description="share of the assembly on which this leaning bears; 0 for a person")
    sent: float = Field(description="share of the region's delegates that is for; 0 for a person")
    chance: float = Field(description="chance of voting for, 0..1")
    policy: float
    tie: float
    authority: float
    dependence: float
    fear: float
    herd: float


class Leading(Row):
    """Who leads at the end, under one definition of leading."""

    yardstick: Yardstick
    key: int = Field(description="0 for collective leadership")
    person: str


class Told(Simulated):
    """One run: what happened, who led. `events` leaves out lower appointments unless detail was asked for."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "events": Happening,
        "control": Control,
        "leaders": Leading,
        "months": LeaderOfMonth,
        "ballots": Ballot,
    }

    title: str = Field(description="the scenario's title")
    run: int = Field(description="number of the run under its seed")
    start: str = Field(description="first month, YYYY-MM")
    end: str = Field(description="last month shown, YYYY-MM")
    leaders: tuple[Leading, ...]
    chief: str | None = Field(description="holder of the chief secretary's post at the end")
    appointments: int = Field(description="posts filled in the run, all tiers")
    events: tuple[Happening, ...]
    control: tuple[Control, ...]
    months: tuple[LeaderOfMonth, ...]
    ballots: tuple[Ballot, ...]

    def headline(self) -> str:
        """Who leads at the end, and the digest."""
        by = "; ".join(f"{row.person} by {row.yardstick}" for row in self.leaders)
        return f"{self.scenario}, seed {self.seed}, run {self.run}, {self.end}: {by}; digest {self.digest}"


class RunResult(Told):
    """The result of `apparat run`."""

    schema_name: Literal["apparat/run/1"] = Field("apparat/run/1", alias="schema")


class History(Protocol):
    """One run with its journal, as the engine gives it."""

    @property
    def events(self) -> NDArray[np.void]:
        """Rows of `world.rows.Event`."""

    @property
    def rolls(self) -> NDArray[np.void]:
        """Rows of `world.rows.Roll`."""

    @property
    def digest(self) -> int:
        """The run's digest."""

    @property
    def leaders(self) -> NDArray[np.int32]:
        """(months, yardsticks): keys; 0 for collective leadership."""

    @property
    def chiefs(self) -> NDArray[np.int32]:
        """(months,): keys; 0 when vacant."""


class Narrator:
    """Puts names to a history."""

    def __init__(self, history: History, directory: Directory) -> None:
        self._history = history
        self._directory = directory
        self._figures = {key for key, _ in directory.figures}

    def events(self, *, detail: bool) -> Iterator[Happening]:
        """The events in order; without `detail`, personnel matters of figures and of high posts only."""
        for number, event in enumerate(self._history.events):
            if event["kind"] != codes.E_CONTROL and (detail or self._matters(event)):
                yield self.happening(number)

    def _matters(self, event: np.void) -> bool:
        if event["kind"] not in _PERSONNEL:
            return True
        high = event["post"] >= 0 and self._directory.tier(int(event["post"])) in HIGH_TIERS
        return high or _subject(event) in self._figures

    def appointments(self) -> int:
        """Posts filled."""
        return int(np.isin(self._history.events["kind"], (codes.E_APPOINTMENT, codes.E_TRANSFER)).sum())

    def control(self) -> Iterator[Control]:
        """Measured control over bodies."""
        for event in self._history.events[self._history.events["kind"] == codes.E_CONTROL]:
            yield Control(
                month=self._date(event["month"]),
                key=int(event["actor"]),
                person=self._directory.short(int(event["actor"])),
                body=self._directory.body(int(event["body"])),
                share=float(event["value"]),
            )

    def ballots(self, votes: Sequence[int] | None = None) -> Iterator[Ballot]:
        """Every ballot of every roll, or of the votes at these places of the journal."""
        months, rolls = self._history.events["month"], self._history.rolls
        for roll in rolls if votes is None else rolls[np.isin(rolls["event"], votes)]:
            reasons = dict(zip(codes.REASON_WORDS, roll["reasons"].tolist(), strict=True))
            key, region = int(roll["voter"]), int(roll["region"])
            yield Ballot(
                event=int(roll["event"]),
                month=self._date(months[roll["event"]]),
                voter=self._directory.short(key) if key else "members",
                voter_key=key,
                choice=codes.CHOICE_WORDS[roll["choice"]],
                region=self._directory.region(region) if region >= 0 else None,
                weight=float(roll["weight"]),
                sent=float(roll["sent"]),
                chance=float(roll["chance"]),
                **reasons,
            )

    def leading(self) -> Iterator[Leading]:
        """Who leads in the last month."""
        for yardstick, key in zip(_YARDSTICKS, self._history.leaders[-1].tolist(), strict=True):
            yield Leading(yardstick=yardstick, key=key, person=self._leader(key))

    def months(self) -> Iterator[LeaderOfMonth]:
        """Who leads in each month."""
        for month, (keys, chief) in enumerate(
            zip(self._history.leaders.tolist(), self._history.chiefs.tolist(), strict=True)
        ):
            conduct, power, unanimity = map(self._leader, keys)
            yield LeaderOfMonth(
                month=self._date(month),
                conduct=conduct,
                power=power,
                no_alternative_left=unanimity,
                chief=self._directory.short(chief) if chief else None,
            )

    def chief(self) -> str | None:
        """Holder of the chief secretary's post in the last month."""
        key = int(self._history.chiefs[-1])
        return self._directory.short(key) if key else None

    def _leader(self, key: int) -> str:
        return self._directory.short(key) if key else COLLECTIVE

    def happening(self, number: int) -> Happening:
        """One event by its place in the journal."""
        event = self._history.events[number]
        kind, actor, target = int(event["kind"]), int(event["actor"]), int(event["target"])
        voted = kind == codes.E_VOTE
        return Happening(
            number=number,
            month=self._date(event["month"]),
            kind=codes.EVENT_WORDS[kind],
            rule=STEP_WORDS[event["rule"]],
            turning_point=self._turns(kind, event),
            about_figure=_subject(event) in self._figures,
            actor=self._directory.short(actor) if actor else None,
            actor_key=actor,
            target=self._directory.short(target) if target else None,
            target_key=target,
            body=self._directory.body(int(event["body"])) if event["body"] >= 0 else None,
            motion=_motion(kind, int(event["motion"])),
            post=self._directory.post(int(event["post"])) if event["post"] >= 0 else None,
            subject=self._rule(kind, event),
            carried=bool(event["carried"]) if voted or kind == codes.E_RULE else None,
            votes_for=int(event["votes_for"]) if voted else None,
            votes_against=int(event["votes_against"]) if voted else None,
            abstained=int(event["abstained"]) if voted else None,
            value=float(event["value"]),
        )

    def _rule(self, kind: int, event: np.void) -> str | None:
        asked = kind == codes.E_VOTE and event["motion"] == codes.RULE_CHANGE
        return self._directory.rule(int(event["value"])) if asked or kind == codes.E_RULE else None

    def _turns(self, kind: int, event: np.void) -> bool:
        figure = _subject(event) in self._figures
        top_seat = kind == codes.E_SEAT_LOST and event["body"] == codes.TOP
        return kind in _TURNING or top_seat or (figure and kind in _TURNING_FOR_FIGURES)

    def _date(self, month: int) -> str:
        return str(self._directory.start + int(month))


_YARDSTICKS: tuple[Yardstick, ...] = ("conduct", "power", "no alternative left")


def _subject(event: np.void) -> int:
    """Whom an event is about."""
    return int(event["actor"] if event["kind"] == codes.E_DEATH else event["target"])


def _motion(kind: int, motion: int) -> str | None:
    if motion < 0:
        return None
    return codes.SIGNAL_WORDS[motion] if kind == codes.E_SIGNAL else codes.MOTION_WORDS[motion]
