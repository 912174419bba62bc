"""The compiled loop over months, and the digest of a run."""

from apparat.mechanisms.month import Parameters, month
from apparat.mechanisms.opening import open_run
from apparat.observers import census, probes, traces, yardsticks
from apparat.world import codes, luck
from apparat.world.kernel import kernel
from apparat.world.places import key_of
from apparat.world.state import World, stir
from apparat.world.table import Table


@kernel
def begin(worlds: Table[World], sets: Table[Parameters]) -> None:
    """Open the run in the first row: its world holds the scenario, its clock seed and run.

    Which of the sets it plays by is drawn first. The doors take arrays of one record: handing over a record
    itself costs a fifth of a millisecond.
    """
    clock = worlds[0].clock
    uniform = luck.once(clock, luck.PARAMETERS, 0, 0)[0]
    clock.parameters = min(int(uniform * len(sets)), len(sets) - 1)
    open_run(worlds[0], sets[clock.parameters])


@kernel
def advance(worlds: Table[World], sets: Table[Parameters], until: int, observe: int) -> None:
    """Play months up to and without `until`; with `observe` 0 nobody watches and the digest is the same."""
    world, prm = worlds[0], sets[0]
    clock = world.clock
    if observe == 1 and clock.month == 0:
        census.begin(world)
    while clock.month < until:
        month(world, prm)
        _fingerprint(world)
        if observe == 1:
            traces.keep(world)
            probes.watch(world, prm)
            yardsticks.watch(world, prm)
            traces.put_back(world)
            census.watch(world)
        clock.month += 1


@kernel
def _fingerprint(world: World) -> None:
    """Stir who sits in the party's inner bodies and who holds which office into the digest."""
    clock = world.clock
    stir(clock, clock.month)
    for body in (codes.TOP, codes.TOP_CANDIDATES, codes.BUREAU, codes.SECRETARIAT):
        b = world.bodies[body]
        for k in range(b.size):
            stir(clock, world.people[world.seats[b.first + k].person].key)
    for post in range(world.n.posts):
        if world.posts[post].office < 0:
            break
        stir(clock, key_of(world, world.posts[post].holder))
    stir(clock, world.tally.appointments)
