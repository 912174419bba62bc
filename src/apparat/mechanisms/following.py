"""Following: the tree of those whose chain of ties ends in a leader, each by the product of strengths.

Leaders are figures and holders of leading posts. Where their own chains end is found first and written in the
table of heads; whoever hangs on a leader needs one look there. Followings are added up in whole numbers, so
that no order of rows matters.

Reads: people, posts, classes, figures
Writes: people.root, loyal; figures.following; heads
Draws: none
Facts: patronage-roles, gensec-appointments-build-base
"""

from __future__ import annotations

from apparat.mechanisms.ties import DEPTH
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.state import HEADS, World

UNITS = 2.0**40
"""Followings are added up in whole numbers of these."""
NO_HEAD, ALONE = 0, 1
"""Places among the heads: of who is no leader; of nobody, on whom those without a patron hang."""


@kernel
def leading_posts(world: World) -> int:
    """How many posts lead: offices and those of the first class, which stand first in the table."""
    post = 0
    while post < world.n.posts and (world.posts[post].office >= 0 or world.posts[post].kind == 0):
        post += 1
    return post


@kernel
def enter_heads(world: World, leading: int, scale: float) -> None:
    """Enter each leader among the heads, with what a client inherits, and count the leaders' own posts."""
    world.counted[:] = 0
    world.heads[ALONE].root = codes.NOBODY
    world.heads[ALONE].passed = 0.0
    place = ALONE + 1
    for f in range(world.n.figures):
        person = world.figures[f].person
        if person >= 0:
            walk(world, person)
            place = _enter_head(world, place, person, f, 1.0)
            if world.people[person].post >= leading:
                count_in(world, person, int(world.people[person].post), scale)
    for post in range(leading):
        person = int(world.posts[post].holder)
        if person < 0:
            continue
        p = world.people[person]
        if p.figure < 0:
            walk(world, person)
            place = _enter_head(world, place, person, int(p.root), max(p.loyal, 0.0))
        count_in(world, person, post, scale)


@kernel
def _enter_head(world: World, place: int, person: int, root: int, passed: float) -> int:
    """Give a leader a place among the heads, if one is left; returns the next."""
    if place >= HEADS:
        return place
    world.people[person].lead = place
    world.heads[place].root = root
    world.heads[place].passed = passed
    return place + 1


@kernel
def leave_heads(world: World, leading: int) -> None:
    """Forget the leaders' places, so that the next pass finds none."""
    for f in range(world.n.figures):
        if world.figures[f].person >= 0:
            world.people[world.figures[f].person].lead = NO_HEAD
    for post in range(leading):
        if world.posts[post].holder >= 0:
            world.people[world.posts[post].holder].lead = NO_HEAD


@kernel
def walk(world: World, person: int) -> None:
    """Nearest figure up the whole chain of ties: `DEPTH` steps at most, no farther than a grudge."""
    p = world.people[person]
    p.root = codes.NOBODY
    p.loyal = 0.0
    strength = 1.0
    here = person
    for _ in range(DEPTH):
        strength *= world.people[here].tie
        here = int(world.people[here].patron)
        if here < 0 or strength == 0.0:
            return
        if world.people[here].figure >= 0:
            p.root = world.people[here].figure
            p.loyal = strength
            return
        if strength < 0.0:
            return


@kernel
def count_in(world: World, person: int, post: int, scale: float) -> None:
    """Add a post to the following of the figure on whom its holder depends."""
    p = world.people[person]
    if p.root >= 0 and p.loyal > 0.0:
        weight = world.classes[world.posts[post].kind].weight
        world.counted[p.root + 1] += int(p.loyal * weight * scale)


@kernel
def pass_up(world: World) -> None:
    """A figure who is himself a client brings his own following to his patron, as far as he is tied.

    Each figure's own clients are pushed up the chain, so the order of figures does not matter; amounts are
    kept in `tree` while adding.
    """
    for f in range(world.n.figures):
        world.figures[f].tree = world.figures[f].following
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0 or figure.following <= 0.0:
            continue
        share = figure.following
        here = figure.person
        for _ in range(DEPTH):
            tie = world.people[here].tie
            patron = world.people[here].patron
            if patron < 0 or tie <= 0.0 or world.people[patron].figure < 0:
                break
            share *= tie
            above = world.figures[world.people[patron].figure]
            above.tree += luck.grain(share)
            here = patron
    for f in range(world.n.figures):
        world.figures[f].following = world.figures[f].tree


@kernel
def in_tree(world: World, client: int, leader: int) -> bool:
    """Whether a figure's chain of positive ties leads to a leader (both as rows of figures)."""
    here = world.figures[client].person
    goal = world.figures[leader].person
    for _ in range(DEPTH):
        if here < 0 or world.people[here].tie <= 0.15:
            return False
        here = world.people[here].patron
        if here == goal:
            return True
    return False
