"""The institutions: bodies, offices, appointing organs, post classes, power edges, rules, questions."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from apparat.constitution.parts import Because, Dated, Figure, Id, Majority, Moment, Part

Layer = Literal[
    "people", "state", "party", "control", "police", "army", "unions", "comintern", "economy", "press"
]
Motion = Literal["policy", "condemn", "remove-post", "remove-body", "expel", "reveal", "rule"]
Ballot = Literal["open", "secret"]
Power = Literal[
    "elects",
    "appoints",
    "confirms",
    "dismisses",
    "prepares-slate",
    "sets-agenda",
    "commands",
    "supervises",
    "reports-to",
]
Standing = Literal["theory", "practice"]

FILLING: tuple[Power, ...] = ("elects", "appoints")
"""Powers that put a person in a seat."""

SELECTING: tuple[Power, ...] = ("elects", "appoints", "confirms", "prepares-slate")
"""Powers that decide who sits where: power flows in a circle along these."""

Name = Annotated[str, StringConstraints(min_length=2, max_length=90)]


class Body(Dated):
    """A body that decides by votes, or a base (`kind: base`) from which the choosing starts."""

    name: Name
    kind: Literal["base", "assembly", "committee", "collegium"]
    layer: Layer
    seats: Figure | None = None
    candidate_seats: Figure | None = None
    composed_of: tuple[Id, ...] = ()
    majority: Majority | None = None
    special_majorities: dict[Motion, Majority] = Field(default_factory=dict)
    quorum: Figure | None = None
    ballot: Ballot = "open"
    election_ballot: Ballot = "open"
    meets_every: Figure | None = Field(default=None, description="months between ordinary sessions")
    chair: Id | None = None
    may_decide: tuple[Motion, ...] = ()
    appeals_to: Id | None = None
    formal_rank: Annotated[int, Field(ge=1, le=99)] | None = None


class Bundle(Part):
    """What the chief's office gives its holder, as five separate switches."""

    attention: bool = Field(description="looks at appointments in person")
    slate: bool = Field(description="prepares lists of delegates and members")
    agenda: bool = Field(description="sets agendas and supplies papers")
    dependence: bool = Field(description="office-holders depend on him in open votes")
    authority: bool = Field(description="the post itself lends authority")
    because: Because


class Office(Dated):
    """A post that only one person can hold. `canon` is the part of doctrine its holder edits."""

    name: Name
    body: Id
    weight: Figure = Field(description="visible rank, 0 to 1")
    bundle: Bundle | None = None
    canon: Literal["press", "writings"] | None = None


class Organ(Dated):
    """An appointing authority: its chief, or the members of a collegial body, fill classes of posts.

    `body` is the institution it acts for; `attention` is the number of appointments a month that can be
    looked at in person; `central` marks the party's own appointing office.
    """

    name: Name
    body: Id
    chief: Id | None = None
    collegial: Id | None = None
    attention: Figure
    central: bool = False


class PostClass(Dated):
    """Posts of one kind. `boss` recommends: another class (of the same region) or an office."""

    name: Name
    institution: Layer
    tier: Annotated[int, Field(ge=1, le=4)]
    list_number: Literal[1, 2]
    listed_since: Moment
    scope: Literal["central", "regional"]
    count: Figure
    filled_by: Id | None
    boss: Id | None = None
    turnover: Figure = Field(description="share of holders moved a month")
    weight: Figure = Field(description="weight of one such post in a following")
    entitlement: Figure = Field(description="claim to a seat on the Central Committee, 0 to 1")


class Edge(Part):
    """`who` `does` something to `whom`. Without dates: as long as both exist.

    `theory` is what statutes and doctrine say; `practice` is what was done beside or against them.
    """

    who: Id
    does: Power
    whom: Id
    standing: Standing = "theory"
    since: Moment | None = None
    until: Moment | None = None
    because: Because


class Effect(Part):
    """What a rule does, while it is in force, to the holders of a post class, an office, or a whole layer.

    `turnover` is an extra share of holders moved a month, `weight` the relative change of their posts'
    weight in a following, `harm` how much they mind: 1 ruin, negative a gain.
    """

    on: Id
    turnover: Annotated[float, Field(ge=0, le=1)] = 0.0
    weight: Annotated[float, Field(ge=-1, le=4)] = 0.0
    harm: Annotated[float, Field(ge=-1, le=1)] = 0.0
    because: Because


class Rule(Dated):
    """A rule: a switch, a level, or a course with a name. One id may have several spells.

    A switch that is `false` is a rule that could be introduced. `decided_by` is the body that may introduce
    or lift it; `concerns` the body to which it applies, where it applies to one.
    """

    id: Id
    name: Name
    value: bool | float | str
    unit: str | None = None
    decided_by: Id | None = None
    concerns: Id | None = None
    effects: tuple[Effect, ...] = ()


class Answer(Part):
    """One answer to a question on which the sources disagree."""

    text: Name
    because: Because


class Question(Part):
    """A disagreement of the sources, kept as a choice with a default."""

    text: Name
    default: str
    answers: Annotated[dict[str, Answer], Field(min_length=2)]


class Conduct(Part):
    """How a body decides unless it says otherwise."""

    majority: Majority
    quorum: Figure


class BodiesFile(Part):
    """`bodies.yaml`"""

    defaults: Conduct
    bodies: dict[Id, Body]


class OfficesFile(Part):
    """`offices.yaml`"""

    offices: dict[Id, Office]


class OrgansFile(Part):
    """`organs.yaml`"""

    organs: dict[Id, Organ]


class PostsFile(Part):
    """`posts.yaml`"""

    post_classes: dict[Id, PostClass]


class EdgesFile(Part):
    """`edges.yaml`"""

    edges: tuple[Edge, ...]


class RulesFile(Part):
    """`rules.yaml`"""

    rules: tuple[Rule, ...]


class QuestionsFile(Part):
    """`questions.yaml`"""

    questions: dict[Id, Question]
