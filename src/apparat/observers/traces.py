"""Traces: what observers would leave behind by asking, and how it is put back.

A hypothetical vote forms camps and calls up grievances as a real one does. Camps last until the next vote, so
whoever looks at them in between, as delegates do who strike names from a slate, shall find the real ones.
"""

from apparat.world.kernel import kernel
from apparat.world.state import World


@kernel
def keep(world: World) -> None:
    """Note every figure's camp and every class's grievance."""
    for f in range(world.n.figures):
        figure = world.figures[f]
        world.stood[0, f] = figure.leaning
        world.stood[1, f] = figure.side
        world.stood[2, f] = figure.pull
    for c in range(world.n.classes):
        world.blamed[c] = world.blame[c]


@kernel
def put_back(world: World) -> None:
    """Restore them."""
    for f in range(world.n.figures):
        figure = world.figures[f]
        figure.leaning = world.stood[0, f]
        figure.side = int(world.stood[1, f])
        figure.pull = world.stood[2, f]
    for c in range(world.n.classes):
        world.blame[c] = world.blamed[c]
