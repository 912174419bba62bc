"""Places: who sits where and holds what, changed only through these functions.

They keep the institutional invariants: a seat and a post have one holder, a holder is alive and in the
party, seats are packed to the front of their body in order of key.
"""

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
        world.posts[p.post].holder = codes.NOBODY
    world.posts[post].holder = person
    world.posts[post].since = world.clock.month
    world.posts[post].attended = attended
    p.post = post
    p.state = codes.ACTIVE


@kernel
def leave_post(world: World, post: int) -> int:
    """Vacate a post; returns who held it. He keeps any other office."""
    person = world.posts[post].holder
    if person < 0:
        return person
    world.posts[post].holder = codes.NOBODY
    p = world.people[person]
    if p.post == post:
        p.post = codes.NOBODY
        for other in range(world.n.posts):
            if world.posts[other].office < 0:
                break
            if world.posts[other].holder == person:
                p.post = other
                break
    if p.post < 0 and p.state == codes.ACTIVE:
        p.state = codes.OUTSIDE
    return person


@kernel
def leave_everything(world: World, person: int, state: int) -> None:
    """Death or expulsion: all seats and posts at once."""
    for body in range(codes.BODY_KINDS):
        unseat(world, body, person)
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            break
        if world.posts[post].holder == person:
            leave_post(world, post)
    if world.people[person].post >= 0:
        leave_post(world, world.people[person].post)
    world.people[person].state = state


@kernel
def holder_of_chief_post(world: World) -> int:
    """The person in the party's chief secretary's post; -1 when there is none."""
    post = world.rules.chief
    if post < 0:
        return codes.NOBODY
    return world.posts[post].holder


@kernel
def figure_of(world: World, person: int) -> int:
    """The person's row among the figures; -1 for none."""
    if person < 0:
        return codes.NOBODY
    return world.people[person].figure


@kernel
def key_of(world: World, person: int) -> int:
    """The person's key; 0 for nobody."""
    if person < 0:
        return 0
    return world.people[person].key


@kernel
def distance(a: Vector, b: Vector, weights: Vector) -> float:
    """Distance between two positions, weighted by salience (weights sum to 1)."""
    total = 0.0
    for d in range(3):
        total += weights[d] * (a[d] - b[d]) * (a[d] - b[d])
    return total**0.5
