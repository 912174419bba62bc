"""The timeline, documents, the calendar of congresses, and what is compared with the record."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, JsonValue

from apparat.scenario.values import Because, Count, Id, Leaning, Moment, Part

OUTCOMES = (
    "appointment", "arrest", "condemnation", "defeat", "demotion", "dismissal", "election", "exile",
    "expulsion", "leader", "promotion", "removal", "resignation", "seat-lost", "victory", "vote",
)  # fmt: skip


class Event(Part):
    """What every event has."""

    date: Moment
    because: Because


class Illness(Event):
    """A person can act less, until he recovers; `severity` is the share of his capacity lost."""

    event: Literal["illness"]
    person: Id
    severity: Annotated[float, Field(ge=0, le=1)]
    until: Moment | None = None


class Death(Event):
    """A person dies of natural causes."""

    event: Literal["death"]
    person: Id


class DocumentWritten(Event):
    """A document comes into being."""

    event: Literal["document-written"]
    document: Id


class Funeral(Event):
    """The party buries a founder: a stage for those present."""

    event: Literal["funeral"]
    of: Id


class EnrolmentPossible(Event):
    """From now on the appointing office may launch a mass enrolment of `size` persons over `months`."""

    event: Literal["enrolment-possible"]
    size: Annotated[int, Field(ge=0, le=2_000_000)]
    months: Annotated[int, Field(ge=1, le=60)]


class Reading(Event):
    """A reading of something outside: it holds until the next reading of the same kind."""

    event: Literal["terms-of-trade", "procurement"]
    value: Annotated[float, Field(ge=0, le=3)]


class Alarm(Event):
    """Danger of war, or unrest, as felt from 0 to 1; it holds until the next reading or `until`."""

    event: Literal["foreign-threat", "unrest"]
    value: Annotated[float, Field(ge=0, le=1)]
    until: Moment | None = None


class RuleChange(Event):
    """A policy by date: a rule of the constitution is introduced or lifted; the chief answers for it."""

    event: Literal["rule-change"]
    rule: Id
    value: bool


def _no_outcome(written: Any) -> Any:
    kind = written.get("event") if isinstance(written, dict) else None
    if kind in OUTCOMES:
        raise ValueError(
            f"'{kind}' is an outcome, which the model must produce: a timeline may only say what happens "
            "to health, harvests, prices, foreign relations and rules"
        )
    return written


Happening = Annotated[
    Illness | Death | DocumentWritten | Funeral | EnrolmentPossible | Reading | Alarm | RuleChange,
    Field(discriminator="event"),
    BeforeValidator(_no_outcome),
]


class Paper(Part):
    """A document: shifts in the standing of those it names, who holds it, who knows it, whom it is for.

    `clears_prisoners`: it says that people are held in camps without guilt.
    """

    author: Id
    about: dict[Id, Leaning]
    holder: Id
    knows: tuple[Id, ...] = ()
    addressed_to: Literal["politburo", "central-committee", "party-congress"]
    handed_over: Moment
    clears_prisoners: bool = False
    because: Because


class CommitteeSize(Part):
    """Sizes of the committees that a congress elects."""

    full: Annotated[int, Field(ge=1, le=500)]
    candidate: Annotated[int, Field(ge=0, le=500)]
    control: Annotated[int, Field(ge=0, le=500)]
    because: Because


class Session(Part):
    """A congress or conference of the calendar, with its size and nothing of its result."""

    body: Literal["party-congress", "party-conference"]
    number: Annotated[int, Field(ge=1, le=99)]
    date: Moment
    because: Because
    delegates: Count
    committee: CommitteeSize | None = None


class Tally(Part):
    """A recorded count; what the record leaves open is left out."""

    for_: Annotated[int | None, Field(ge=0, alias="for")] = None
    against: Annotated[int, Field(ge=0)] | None = None
    abstained: Annotated[int, Field(ge=0)] | None = None
    present: Annotated[int, Field(ge=0)] | None = None


class Motion(Part):
    """A recorded motion, to be compared with a hypothetical vote of the same body on the same date."""

    date: Moment
    body: Literal[
        "politburo",
        "central-committee",
        "joint-plenum",
        "party-conference",
        "party-congress",
        "party-membership",
    ]
    motion: Literal["condemn", "remove-post", "remove-body", "expel", "policy", "reveal"]
    target: Id | None = None
    document: Id | None = None
    sponsors: tuple[Id, ...] = ()
    opponents: tuple[Id, ...] = ()
    recorded: Tally
    confidence: Literal["high", "medium", "low"]
    because: Because


class SeatLost(Part):
    """When a person lost a seat in the record: shown beside the model's dates, never given to it."""

    person: Id
    body: Id
    date: Moment
    because: Because


class Recorded(Part):
    """What happened, for display only."""

    seats_lost: tuple[SeatLost, ...] = ()


class OpenRule(Part):
    """A rule of the constitution that leaders may move to introduce or to lift."""

    rule: Id
    because: Because


class Variant(Part):
    """A question on which the sources disagree. The default option is the file as written: an empty patch."""

    question: Annotated[str, Field(min_length=1)]
    default: Annotated[str, Field(min_length=1)]
    options: dict[str, dict[str, JsonValue]]
