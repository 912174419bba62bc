"""How a world lies in memory."""

import numpy as np

from apparat.world.state import WORLD, copied, new_world, state_bytes
from apparat.world.table import LINE


def test_a_run_keeps_less_than_a_megabyte() -> None:
    """The journal's buffers apart, which are emptied into the store as the run goes on."""
    assert state_bytes() < 1_000_000


def test_every_table_begins_on_a_cache_line_wherever_the_world_lies() -> None:
    """So that a person's row, which fills a line, is fetched as one and not as two."""
    worlds = [new_world() for _ in range(3)]
    worlds += [copied(world) for world in worlds]
    for world in worlds:
        for name in WORLD.names or ():
            assert world[name].ctypes.data % LINE == 0, name
    assert WORLD["people"].base.itemsize == LINE


def test_a_copy_holds_the_same_bytes_in_a_place_of_its_own() -> None:
    """And writing to one leaves the other alone."""
    world = new_world()
    world["people"]["authority"] = 0.25
    twin = copied(world)
    assert (twin.view(np.uint8) == world.view(np.uint8)).all()
    twin["people"]["authority"] = 0.5
    assert (world["people"]["authority"] == 0.25).all()
