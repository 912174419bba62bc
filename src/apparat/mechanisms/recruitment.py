"""Recruitment: the candidates for a post, the newcomers among them, and the tie that a favour makes.

Who waits for a post, one holder of a lower post, and two newcomers are compared by the score of
`nomenklatura`. A newcomer comes with an age, a month of natural death and an ideal point near that of the
party around him; the youngest joined under the New Economic Policy.

tie <- tie + (1 - tie) * made / 2 from the same patron; a weaker favour from another loosens it       [ours]

Reads: posts, classes, people, regions.mood, line.line
Writes: people (a newcomer's row, patron, tie)
Draws: candidates (CANDIDATE), newcomers and the tie they make (ENTRANT), their lives (LIFESPAN)
Facts: nomenklatura-recruitment-criteria, nomenklatura-entry-by-invitation, promote-or-sack-yields-loyalty
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from apparat.mechanisms.demography import await_death, lifespan
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.luck import Four
from apparat.world.places import free_row
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters

FIRST_KEY = 1000
KEYS_PER_POST = 4096
OPENING_SLOT = 4095
ROOT3 = 3.0**0.5
"""Half the width of a uniform distribution of standard deviation 1."""


class Fortune(NamedTuple):
    """What luck holds for whoever fills a post this month."""

    controller: Four
    candidates: Four
    entrants: Four
    life: Four


@kernel
def fortune_of(world: World, post: int) -> Fortune:
    """The draws of a post, all at once: filling it takes most of them."""
    decisions = luck.CONTROLLER, luck.CANDIDATE, luck.ENTRANT, luck.LIFESPAN
    key = entrant_key(post, world.clock.month)
    controller, candidates, entrants, life = luck.four(world.clock, decisions, (post, post, post, key))
    return Fortune(controller, candidates, entrants, life)


@kernel
def fortunes(world: World, count: int, row: int) -> None:
    """The same for many posts, which are the first keys; from that row of what is drawn on."""
    keys, drawn = world.keys, world.drawn
    keys[1, :] = 0
    luck.draw_all(world.clock, luck.CONTROLLER, keys, count, drawn, row)
    luck.draw_all(world.clock, luck.CANDIDATE, keys, count, drawn, row + 4)
    luck.draw_all(world.clock, luck.ENTRANT, keys, count, drawn, row + 8)
    for k in range(count):
        keys[0, k] = entrant_key(keys[0, k], world.clock.month)
    luck.draw_all(world.clock, luck.LIFESPAN, keys, count, drawn, row + 12)


@kernel
def taken(world: World, row: int, k: int) -> Fortune:
    """One of the fortunes that were drawn together."""
    return Fortune(
        luck.taken(world.drawn, row, k),
        luck.taken(world.drawn, row + 4, k),
        luck.taken(world.drawn, row + 8, k),
        luck.taken(world.drawn, row + 12, k),
    )


@kernel
def entrant_key(post: int, slot: int) -> int:
    """The key of a new official: post and slot (the month, or `OPENING_SLOT`) make it."""
    return FIRST_KEY + post * KEYS_PER_POST + slot


@kernel
def choose(
    world: World,
    prm: Parameters,
    post: int,
    waiting: int,
    controller: int,
    boss: int,
    attended: int,
    fortune: Fortune,
) -> tuple[int, float]:
    """The best-scored candidate and a uniform for the tie he makes; (-1, 0) if nobody can be had."""
    best = codes.NOBODY
    score = -1e9
    if waiting >= 0 or world.classes[world.posts[post].kind].tier <= 2:
        a, b, c, _ = fortune.candidates
        loyalty = prm.nomenklatura.loyalty * attended
        if waiting >= 0:
            best = waiting
            score = _merit(world, prm, waiting, a) + prm.nomenklatura.recommendation
            score += loyalty * loyalty_to(world, waiting, controller)
        rival = _promotion(world, post, b)
        if rival >= 0:
            merit = _merit(world, prm, rival, c) + loyalty * loyalty_to(world, rival, controller)
            if boss >= 0 and world.people[rival].patron == boss:
                merit += prm.nomenklatura.recommendation
            if merit > score:
                best = rival
                score = merit
    return _newcomer(world, prm, post, best, score, fortune)


@kernel
def _merit(world: World, prm: Parameters, person: int, u: float) -> float:
    """What a known candidate scores whoever decides."""
    own = prm.nomenklatura
    return own.competence * world.people[person].competence + own.noise * luck.tent(u)


@kernel
def rises_to(world: World, lower: int, upper: int) -> bool:
    """Whether holders of a class may be promoted into another: one tier up, centre or region alike."""
    below, above = world.classes[lower], world.classes[upper]
    return bool(below.regional == above.regional and below.tier == above.tier + 1)


@kernel
def rank_classes(world: World) -> None:
    """Note for each class the first below it whose holders may rise to it, so that nobody searches later."""
    for kind in range(world.n.classes):
        below = kind + 1
        while below < world.n.classes and not rises_to(world, below, kind):
            below += 1
        world.classes[kind].below = below


@kernel
def _promotion(world: World, post: int, u: float) -> int:
    """A holder of a lower post of the same region or authority who might be promoted; -1 for none."""
    kind = int(world.posts[post].kind)
    if world.classes[kind].tier > 2:
        return codes.NOBODY
    for lower in range(max(world.classes[kind].below, kind + 1), world.n.classes):
        if not rises_to(world, lower, kind):
            continue
        c = world.classes[lower]
        holder = int(world.posts[c.first + min(int(u * c.count), c.count - 1)].holder)
        if holder >= 0 and world.people[holder].figure < 0:
            return holder
    return codes.NOBODY


@kernel
def _newcomer(
    world: World, prm: Parameters, post: int, rival: int, to_beat: float, fortune: Fortune
) -> tuple[int, float]:
    """Two newcomers against the best of the others. Returns (row of the best, uniform for his tie)."""
    own = prm.nomenklatura
    skills, first, second, u = fortune.entrants
    competence, other = luck.half(skills)
    score = own.competence * competence + own.noise * luck.tent(first)
    rest = own.competence * other + own.noise * luck.tent(second)
    if rest > score:
        score = rest
        competence = other
    if score <= to_beat:
        return rival, u
    row = free_row(world)
    if row < 0:
        return rival, u
    enter(world, prm, row, post, entrant_key(post, world.clock.month), competence, fortune.life)
    return row, u


@kernel
def enter(
    world: World, prm: Parameters, row: int, post: int, key: int, competence: float, life: Four
) -> None:
    """A new official in a vacant row, with his key and what is drawn of his life (LIFESPAN)."""
    p = world.people[row]
    a, b, c, d = life
    youth, death = luck.half(a)
    spread = world.spread
    age = spread.official_age + spread.official_age_spread * ROOT3 * (2.0 * youth - 1.0)
    born = world.clock.month - int(max(age, 18.0) * 12.0)
    p.key = key
    p.born = born
    p.dies = lifespan(world, prm, born, death)
    await_death(world, row)
    p.cohort = world.rules.open_cohort if youth < 0.3 else world.rules.open_cohort - 1
    p.post = codes.NOBODY
    p.patron = codes.NOBODY
    p.figure = codes.NOBODY
    p.root = codes.NOBODY
    p.state = codes.OUTSIDE
    p.seats = 0
    p.tie = 0.0
    p.loyal = 0.0
    p.competence = competence
    p.authority = spread.official_authority
    centre = world.line.line
    region = int(world.posts[post].region)
    if region >= 0:
        centre = world.regions[region].mood
    p.ideal[0] = min(max(centre[0] + spread.official_ideal[0] * luck.tent(b), -1.0), 1.0)
    p.ideal[1] = min(max(centre[1] + spread.official_ideal[1] * luck.tent(c), -1.0), 1.0)
    p.ideal[2] = min(max(centre[2] + spread.official_ideal[2] * luck.tent(d), -1.0), 1.0)


@kernel
def loyalty_to(world: World, person: int, leader: int) -> float:
    """Product of ties from a person to a leader; half its negative if the chain ends in another figure."""
    p = world.people[person]
    if leader < 0 or p.root < 0:
        return 0.0
    if world.figures[p.root].person == leader:
        return p.loyal
    head = world.people[world.figures[p.root].person]
    if head.patron == leader:
        return p.loyal * head.tie
    friendship = 0.0
    figure = world.people[leader].figure
    if figure >= 0:
        friendship = world.relations[p.root, figure]
    return 0.5 * p.loyal * min(friendship - 0.2, 0.0)


@kernel
def oblige(world: World, person: int, patron: int, favour: float, u: float) -> None:
    """A favour received: a tie to whoever gave it, if it outweighs the tie there was; `u` is its luck."""
    if patron < 0 or patron == person:
        return
    p = world.people[person]
    tie = min(favour * (0.6 + 0.8 * u), 0.95)
    if p.patron == patron:
        p.tie = p.tie + (1.0 - p.tie) * tie * 0.5
    elif tie > p.tie:
        p.patron = patron
        p.tie = tie
    else:
        p.tie = p.tie * (1.0 - 0.5 * tie)
