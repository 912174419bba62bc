"""Documents: papers that shift the standing of those they name, and the fight over making them known.

A document handed to its body is put as a motion `make known`. A voter weighs the harm to himself, to his
patron and camp, and to his rivals; one who fears a rival most will hide what hurts the man he needs against
him. Known contents leak with a hazard that grows with the number who know:

hazard = leak * knowers            shift_f = weight * effect_f (times `heard` if only the body heard)   [ours]
shock <- shock + dismay * what those named lose; it is unrest, and fades (`doctrine`)

Reads: documents, effects, knows, figures, bodies
Writes: people.authority, figures.strikes, documents.public, documents.settled, knows, line.shock
Draws: leak (LEAK)
Facts: krupskaya-delivers-testament-1924-05, testament-rates-leaders,
testament-publication-would-ruin-leaders, testament-instructs-dismissal, zk-fear-testament-helps-trotsky,
testament-vote-1924, leak-questions-legitimacy
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_vote
from apparat.mechanisms.coalition import spread_sides
from apparat.mechanisms.contests import contest, note, roll_of
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.reform import hold_to_account
from apparat.mechanisms.steps import DOCUMENTS
from apparat.mechanisms.voting import Count, vote
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.state import World, stir

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Documents:
    """What contents do, and how they come out."""

    weight: float = parameter(
        1.0,
        "effect of contents made known",
        unit="ratio",
        low=0.3,
        high=2.0,
        source="assumed; testament-publication-would-ruin-leaders",
    )
    heard: float = parameter(
        0.15, "effect when only the body has heard them", unit="share", low=0.05, high=0.5, source="assumed"
    )
    strikes: float = parameter(
        3.3,
        "weight of an adverse verdict, in condemnations",
        unit="condemnations",
        low=1.0,
        high=5.0,
        source="assumed; testament-instructs-dismissal",
    )
    harm: float = parameter(
        3.0,
        "weight of harm to oneself and one's friends in voting on it",
        unit="1",
        low=0.5,
        high=6.0,
        source="assumed; testament-publication-would-ruin-leaders",
    )
    awe: float = parameter(
        0.5,
        "respect for the author's wish that it be known",
        unit="1",
        low=0.0,
        high=2.0,
        source="assumed; lenin-personal-authority",
    )
    wary: float = parameter(
        0.3,
        "weight of the fear of a rival in weighing what harms him",
        unit="1",
        low=0.0,
        high=1.0,
        source="assumed; zk-fear-testament-helps-trotsky",
    )
    dismay: float = parameter(
        0.5,
        "unrest among members and abroad when contents against leaders become known",
        unit="1/authority",
        low=0.0,
        high=1.5,
        source="assumed; criticising-stalin-risk-authority; secret-speech-shock; leak-questions-legitimacy",
    )
    leak: float = parameter(
        0.0004,
        "hazard of a leak for each who knows",
        unit="1/month",
        low=0.0,
        high=0.01,
        source="assumed; leak-questions-legitimacy",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Put documents that are due to their body; let secrets leak."""
    month = world.clock.month
    for d in range(world.n.documents):
        document = world.documents[d]
        if document.written < 0 or document.public >= 0:
            continue
        if document.settled == 0 and month >= document.handed >= 0:
            document.settled = 1
            _hear(world, prm, d)
        elif _leaks(world, prm, d):
            _publish(world, prm, d, prm.documents.weight)


@kernel
def _leaks(world: World, prm: Parameters, d: int) -> bool:
    knowers = 0
    for f in range(world.n.figures):
        knowers += world.knows[d, f]
    u = luck.draw(world.clock, luck.LEAK, d, 0)[0]
    return u < prm.documents.leak * knowers


@kernel
def harm_to(world: World, d: int, f: int, wary: float) -> float:
    """Expected loss of the figure most hurt by a document among f's camp, less that of his rivals."""
    own = -world.effects[d, f]
    friends = 0.0
    rivals = 0.0
    for k in range(world.n.figures):
        if k == f or world.effects[d, k] == 0.0:
            continue
        loss = -world.effects[d, k]
        relation = world.relations[f, k]
        threat = world.perceived[f, k]
        friends += luck.grain(max(relation, 0.0) * loss)
        rivals += luck.grain((max(-relation, 0.0) + wary * threat) * loss)
    return float(own + friends - rivals)


@kernel
def take_sides_on_document(world: World, prm: Parameters, d: int) -> tuple[int, int]:
    """Camps over making a document known. Returns (figure who leads for, figure hurt most)."""
    own = prm.documents
    hold_to_account(world, codes.NOBODY, codes.NOBODY)
    hurt = -1
    worst = 0.0
    for f in range(world.n.figures):
        if world.effects[d, f] < worst:
            worst = world.effects[d, f]
            hurt = f
    leader = -1
    keenest = -1e9
    for f in range(world.n.figures):
        figure = world.figures[f]
        figure.side = 0
        if figure.person < 0 or (figure.active == 0 and f != hurt):
            continue
        noise = luck.bell(luck.draw(world.clock, luck.CAMP, int(world.people[figure.person].key), 7))
        u = own.awe * _author_authority(world, d) - own.harm * harm_to(world, d, f, own.wary)
        u += prm.coalition.whim * noise
        if f == hurt:
            u = -9.0
        if u > prm.coalition.indifferent:
            figure.side = 1
            if u > keenest:
                keenest = u
                leader = f
        elif u < -prm.coalition.indifferent:
            figure.side = -1
    spread_sides(world)
    return leader, hurt


@kernel
def _author_authority(world: World, d: int) -> float:
    author = world.documents[d].author
    if author < 0:
        return 0.0
    return world.people[world.figures[author].person].authority


@kernel
def put_document(world: World, prm: Parameters, d: int, body: int, roll: int) -> tuple[Count, int, int]:
    """The vote on making a document known. Returns (count, who leads for, who is hurt most)."""
    leader, hurt = take_sides_on_document(world, prm, d)
    if hurt < 0:
        return Count(0, 0, 0, False), leader, hurt
    mover = leader
    if mover < 0:
        mover = world.documents[d].author
    if mover < 0 or mover == hurt:
        return Count(0, 0, 0, False), leader, hurt
    question = Question(mover, hurt, codes.REVEAL, 0.0, roll)
    if body == codes.CONGRESS:
        return assembly_vote(world, prm, _delegates(world), question), leader, hurt
    return vote(world, prm, body, question), leader, hurt


@kernel
def _delegates(world: World) -> int:
    """Delegates of the congress nearest in time."""
    best = 0
    nearest = 10000
    for s in range(world.n.sessions):
        session = world.sessions[s]
        gap = abs(session.planned - world.clock.month)
        if session.body == codes.CONGRESS and gap < nearest:
            nearest = gap
            best = session.delegates
    return best


@kernel
def _hear(world: World, prm: Parameters, d: int) -> None:
    """The body hears the document and votes whether to make it known."""
    body = world.documents[d].body
    place = write(world, codes.E_VOTE, -1, -1, entry(DOCUMENTS, body, codes.REVEAL))
    count, leader, hurt = put_document(world, prm, d, body, roll_of(world, place))
    note(world, place, count)
    if place >= 0 and hurt >= 0:
        world.events[place].target = world.people[world.figures[hurt].person].key
        if leader >= 0:
            world.events[place].actor = world.people[world.figures[leader].person].key
    stir(world.clock, count.votes_for * 1009 + count.votes_against)
    for f in range(world.n.figures):
        if world.figures[f].active == 1:
            world.knows[d, f] = 1
    if count.carried:
        _publish(world, prm, d, prm.documents.weight)
        if leader >= 0:
            contest(world, prm, leader, hurt, codes.REMOVE_POST, 0.6)
    else:
        shift(world, prm, d, prm.documents.weight * prm.documents.heard)


@kernel
def _publish(world: World, prm: Parameters, d: int, weight: float) -> None:
    """Contents become known to all."""
    world.documents[d].public = world.clock.month
    world.documents[d].settled = 1
    shift(world, prm, d, weight)
    author = -1
    if world.documents[d].author >= 0:
        author = world.figures[world.documents[d].author].person
    write(world, codes.E_DOCUMENT, author, -1, entry(DOCUMENTS, -1, codes.REVEAL, -1, 1))


@kernel
def shift(world: World, prm: Parameters, d: int, weight: float) -> None:
    """Move the standing of those named; an adverse verdict counts as earlier condemnation."""
    lost = 0.0
    for f in range(world.n.figures):
        effect = world.effects[d, f] * weight
        if effect == 0.0 or world.figures[f].person < 0:
            continue
        lost += luck.grain(max(-effect, 0.0))
        p = world.people[world.figures[f].person]
        p.authority = min(max(p.authority + effect, 0.0), 1.0)
        if effect < 0.0:
            world.figures[f].strikes += -effect * prm.documents.strikes
    world.line.shock = min(world.line.shock + prm.documents.dismay * lost, 1.0)
