"""Places: who sits where and holds what, changed only through these functions.

They keep the institutional invariants: a seat and a post have one holder, a holder is alive and in the
party, seats are packed to the front of their body in order of key, active figures are listed in order of key.
"""

import math

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.state import World
from apparat.world.table import Vector


@kernel
def seat_of(world: World, body: int, person: int) -> int:
    """Place of a person in a body's seats, counted from the body's first; -1 if not a member."""
    b = world.bodies[body]
    for k in range(b.size):
        if world.seats[b.first + k].person == person:
            return k
    return -1


@kernel
def seat(world: World, body: int, person: int) -> bool:
    """Give a person a seat, keeping order of key. False if he has one or none is left."""
    b = world.bodies[body]
    if b.size >= b.capacity or seat_of(world, body, person) >= 0:
        return False
    key = world.people[person].key
    k = b.size
    while k > 0 and world.people[world.seats[b.first + k - 1].person].key > key:
        world.seats[b.first + k].person = world.seats[b.first + k - 1].person
        world.seats[b.first + k].since = world.seats[b.first + k - 1].since
        k -= 1
    world.seats[b.first + k].person = person
    world.seats[b.first + k].since = world.clock.month
    b.size += 1
    world.people[person].seats += 1
    _note_entry(world, body, person)
    return True


@kernel
def _note_entry(world: World, body: int, person: int) -> None:
    figure = world.people[person].figure
    if body == codes.TOP and figure >= 0:
        world.figures[figure].seated = world.clock.month


@kernel
def unseat(world: World, body: int, person: int) -> bool:
    """Take a seat away. False if he had none."""
    place = seat_of(world, body, person)
    if place < 0:
        return False
    b = world.bodies[body]
    for k in range(place, b.size - 1):
        world.seats[b.first + k].person = world.seats[b.first + k + 1].person
        world.seats[b.first + k].since = world.seats[b.first + k + 1].since
    b.size -= 1
    world.people[person].seats -= 1
    world.seats[b.first + b.size].person = codes.NOBODY
    figure = world.people[person].figure
    if body == codes.TOP and figure >= 0:
        world.figures[figure].seated = codes.NOBODY
    return True


@kernel
def place_in_post(world: World, post: int, person: int, attended: int) -> None:
    """Put a person into a vacant post; an earlier rank-and-file post of his is left vacant."""
    p = world.people[person]
    if p.post >= 0 and world.posts[p.post].office < 0:
        _empty(world, int(p.post))
    world.posts[post].holder = person
    world.classes[world.posts[post].kind].empty -= 1
    world.posts[post].since = world.clock.month
    world.posts[post].attended = attended
    p.post = post
    p.state = codes.ACTIVE


@kernel
def _empty(world: World, post: int) -> None:
    world.posts[post].holder = codes.NOBODY
    world.classes[world.posts[post].kind].empty += 1


@kernel
def leave_post(world: World, post: int) -> int:
    """Vacate a post; returns who held it. He keeps any other office, which only a figure can have."""
    person = int(world.posts[post].holder)
    if person < 0:
        return person
    _empty(world, post)
    p = world.people[person]
    if p.post == post:
        p.post = codes.NOBODY
        for other in range(world.n.posts):
            if p.figure < 0:
                break
            if world.posts[other].office < 0:
                break
            if world.posts[other].holder == person:
                p.post = other
                break
    if p.post < 0 and p.state == codes.ACTIVE:
        p.state = codes.OUTSIDE
    return person


@kernel
def _leave_seats(world: World, person: int) -> None:
    body = 0
    while world.people[person].seats > 0 and body < codes.BODY_KINDS:
        unseat(world, body, person)
        body += 1


@kernel
def clear_body(world: World, body: int) -> None:
    """Take all seats of a body away at once, before it is elected anew."""
    b = world.bodies[body]
    for k in range(b.size):
        world.people[world.seats[b.first + k].person].seats -= 1
        world.seats[b.first + k].person = codes.NOBODY
    b.size = 0


@kernel
def leave_everything(world: World, person: int, state: int) -> None:
    """Death or expulsion: all seats and posts at once."""
    _leave_seats(world, person)
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            break
        if world.posts[post].holder == person:
            leave_post(world, post)
    if world.people[person].post >= 0:
        leave_post(world, int(world.people[person].post))
    world.people[person].state = state


@kernel
def holder_of_chief_post(world: World) -> int:
    """The person in the party's chief secretary's post; -1 when there is none."""
    post = world.rules.chief
    if post < 0:
        return codes.NOBODY
    return int(world.posts[post].holder)


@kernel
def figure_of(world: World, person: int) -> int:
    """The person's row among the figures; -1 for none."""
    if person < 0:
        return codes.NOBODY
    return int(world.people[person].figure)


@kernel
def key_of(world: World, person: int) -> int:
    """The person's key; 0 for nobody."""
    if person < 0:
        return 0
    return int(world.people[person].key)


@kernel
def distance(a: Vector, b: Vector, weights: Vector) -> float:
    """Distance between two positions, weighted by salience (weights sum to 1)."""
    total = 0.0
    for d in range(3):
        total += weights[d] * (a[d] - b[d]) * (a[d] - b[d])
    return math.sqrt(total)


@kernel
def take_stock(world: World) -> None:
    """Count everybody's seats and the empty posts, and list the vacant rows of people, the lowest on top."""
    for body in range(codes.BODY_KINDS):
        b = world.bodies[body]
        for k in range(b.size):
            world.people[world.seats[b.first + k].person].seats += 1
    for c in range(world.n.classes):
        world.classes[c].empty = 0
    for post in range(world.n.posts):
        if world.posts[post].holder < 0:
            world.classes[world.posts[post].kind].empty += 1
    world.tally.vacant = 0
    for k in range(world.n.people):
        row = world.n.people - 1 - k
        if world.people[row].state == codes.VACANT:
            world.vacant[world.tally.vacant] = row
            world.tally.vacant += 1


@kernel
def free_row(world: World) -> int:
    """Take a vacant row of the people table; -1 when there is none."""
    if world.tally.vacant == 0:
        return codes.NOBODY
    world.tally.vacant -= 1
    return int(world.vacant[world.tally.vacant])


@kernel
def fall(world: World, person: int) -> None:
    """An ordinary official goes, seats and all; his row is freed once his clients have moved on."""
    if world.people[person].state == codes.FALLEN:
        return
    _leave_seats(world, person)
    world.people[person].state = codes.FALLEN
    world.fallen[world.tally.fallen] = person
    world.tally.fallen += 1


@kernel
def free_fallen(world: World) -> None:
    """Rows of those who fell become vacant."""
    for k in range(world.tally.fallen):
        row = int(world.fallen[k])
        p = world.people[row]
        p.state = codes.VACANT
        p.patron = codes.NOBODY
        p.root = codes.NOBODY
        p.tie = 0.0
        p.loyal = 0.0
        world.vacant[world.tally.vacant] = row
        world.tally.vacant += 1
    world.tally.fallen = 0


@kernel
def activate(world: World, f: int) -> None:
    """Enter a figure among the active ones, in order of key."""
    world.figures[f].active = 1
    key = int(world.people[world.figures[f].person].key)
    k = world.tally.active
    while k > 0 and int(world.people[world.figures[world.active[k - 1]].person].key) > key:
        world.active[k] = world.active[k - 1]
        k -= 1
    world.active[k] = f
    world.tally.active += 1


@kernel
def deactivate(world: World, f: int) -> None:
    """Strike a figure from the active ones, if he is among them."""
    if world.figures[f].active == 0:
        return
    world.figures[f].active = 0
    k = 0
    while world.active[k] != f:
        k += 1
    world.tally.active -= 1
    for j in range(k, world.tally.active):
        world.active[j] = world.active[j + 1]
