"""Why something happened in one run: votes by reason, appointments, luck, and what would have undone it."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from apparat.results.base import Simulated
from apparat.results.run import Ballot
from apparat.results.tables import Row
from apparat.world import codes

EXPULSIONS = (codes.E_EXPELLED, codes.E_ARRESTED)
FALLS = (codes.E_SEAT_LOST, *EXPULSIONS, codes.E_POST_LOST, codes.E_CONDEMNED)
"""What somebody loses by others' decision, in the order in which one asks for it."""
ASKABLE = (codes.E_VOTE, *FALLS)
ASKABLE_WORDS = frozenset(codes.EVENT_WORDS[kind] for kind in ASKABLE)
"""Kinds of event that can be asked about."""

Reason = Literal["policy", "tie", "authority", "dependence", "fear", "herd"]
REASONS: tuple[Reason, ...] = get_args(Reason)
Moved = Literal["policy", "tie", "authority", "dependence", "fear", "herd", "chance"]
Outcome = Literal["stands", "reversed", "not put"]
Size = Literal["one ballot", "form of ballot", "one person's health", "one office", "one lever"]
SIZES: tuple[Size, ...] = get_args(Size)
"""Kinds of change, the smallest first."""

_OUTCOME = "what becomes of the event: it stands, is reversed, or the question is not put at all"


class EventRow(Row):
    """An event that can be asked about."""

    event: int = Field(description="its number in the run's full journal")
    month: str = Field(description="YYYY-MM")
    kind: str
    person: str | None = Field(description="whom it is about")
    said: str


class EventsResult(Simulated):
    """The events of a run that `apparat why` can be asked about."""

    tables_: ClassVar[dict[str, type[Row]]] = {"events": EventRow}

    schema_name: Literal["apparat/why-events/1"] = Field("apparat/why-events/1", alias="schema")
    store: str
    run: int
    events: tuple[EventRow, ...]

    def headline(self) -> str:
        """How many there are."""
        return f"{self.scenario}, seed {self.seed}, run {self.run}: {len(self.events)} events to ask about"


class VoteRow(Row):
    """A vote of the contest."""

    event: int = Field(description="its number in the run's full journal")
    month: str
    body: str
    said: str
    votes_for: int
    votes_against: int
    abstained: int
    carried: bool
    by_region: bool = Field(description="whether its roll is of regions, since its delegates have no names")


class ReasonRow(Row):
    """How much of a roll one reason moved. Ballots, or shares of an assembly whose roll is of regions."""

    event: int
    body: str
    reason: Moved = Field(
        description="`chance`: cast against one's leaning by the draw, or not cast; `policy` holds a rule's "
        "cost and one's own whim, `tie` one's own camp, `fear` the norm"
    )
    votes_for: float = Field(description="ballots for that it moved most")
    votes_against: float
    abstained: float
    push: float = Field(description="mean over the roll, in logits towards `for`")
    turned: float = Field(description="ballots that would have leaned the other way without it")


class ChainRow(Row):
    """A voter whose chain of ties leads to a figure, as it stood at the end of the month."""

    voter: str
    key: int
    choice: str
    moved_by: Moved
    by_dependence: bool = Field(
        description="whether he would lean the other way without his ties and whoever controls his post"
    )
    post: str | None = Field(description="post that he holds")
    chain: str = Field(
        description="from him to the figure and on, patron by patron; dots: a tie has changed since then"
    )
    head: str = Field(description="the nearest figure on it, with whose side he goes")
    head_key: int
    loyal: float = Field(description="product of the ties on the way at the end of the last quarter, -1..1")


class LinkRow(Row):
    """A tie on which ballots hung: client and patron, and the appointment that made or renewed it."""

    client: str
    client_key: int
    patron: str
    patron_key: int
    tie: float = Field(description="strength of dependence, -1..1")
    voters: int = Field(description="voters of the roll whose chain passes through it")
    appointed: str | None = Field(
        description="month of the last appointment of the one by the other; null: none"
    )
    post: str | None = Field(description="post that he was given then")
    power: str | None = Field(description="whose say over posts that was")


class DrawRow(Row):
    """An address of luck, drawn anew a few times."""

    decision: str = Field(description="what is drawn")
    whom: str = Field(description="for whom, or for which post or region")
    key: int
    month: str
    tries: int = Field(description="other draws that were tried at this address")
    reversed: int = Field(description="of these, how many undid the event")
    by_another: int = Field(description="how many left it standing, but at somebody else's instance")
    rate: float


class ChangeRow(Row):
    """A single change that was tried."""

    size: Size
    what: str
    path: str | None = Field(
        description="what `apparat what-if --set` would set; a lever's name; null for a ballot"
    )
    from_: str = Field(alias="from", description="month at whose beginning it is made, YYYY-MM")
    before: int = Field(description="months before the event")
    applied: bool = Field(description="whether it changed the state of this run")
    outcome: Outcome = Field(description=_OUTCOME)
    later: str | None = Field(
        description="if it is undone: the month in which it comes to the same after all; null if never"
    )


class TriedRow(Row):
    """How many changes of a kind were tried, and what came of them."""

    size: Size
    tried: int
    idle: int = Field(description="of these, how many changed nothing in this run")
    reversed: int = Field(description="changes after which it is reversed, or not put")
    for_good: int = Field(description="of these, how many after which it never comes to the same")


class WhyResult(Simulated):
    """Why an event of a stored run came out as it did."""

    tables_: ClassVar[dict[str, type[Row]]] = {
        "reasons": ReasonRow,
        "votes": VoteRow,
        "ballots": Ballot,
        "chains": ChainRow,
        "links": LinkRow,
        "draws": DrawRow,
        "changes": ChangeRow,
        "tried": TriedRow,
    }

    schema_name: Literal["apparat/why/1"] = Field("apparat/why/1", alias="schema")
    title: str = Field(description="the scenario's title")
    store: str | None = Field(description="folder of the store; null: the run was played from its scenario")
    run: int
    event: int = Field(description="number of the event in the run's full journal")
    month: str
    said: str = Field(description="the event in words")
    question: str
    votes: tuple[VoteRow, ...] = Field(
        description="votes of its contest, the deciding one last; none: `no_vote`"
    )
    no_vote: str | None = Field(description="why there is no vote behind it; null if there is one")
    reasons: tuple[ReasonRow, ...]
    ballots: tuple[Ballot, ...]
    chains: tuple[ChainRow, ...]
    links: tuple[LinkRow, ...]
    draws: tuple[DrawRow, ...] = Field(description="addresses drawn anew, those that matter most first")
    draws_tried: int = Field(description="draws tried in all")
    tries: int = Field(description="draws tried at each address")
    changes: tuple[ChangeRow, ...] = Field(description="every change that was tried, in the order of trying")
    tried: tuple[TriedRow, ...]
    prose: tuple[str, ...] = Field(description="the answer in paragraphs")
    smallest: ChangeRow | None = Field(description="the first of them that undoes it; null if none does")
    assumptions: tuple[str, ...]

    def headline(self) -> str:
        """What happened, and the smallest change that undoes it."""
        if self.smallest is None:
            return f"{self.said} None of {len(self.changes):,} single changes tried undoes it."
        small = self.smallest
        return f"{self.said} The smallest change found that undoes it: {small.what}, from {small.from_}."
