"""A run played month by month and looked at after each: its history, and who stood where."""

import numpy as np

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.engine.runs import Run
from apparat.experiments import seam
from apparat.experiments.standing.filled import Places
from apparat.experiments.standing.seats import Seats
from apparat.experiments.standing.ties import Ties
from apparat.results.standing import Known, Standing


def watched(engine: seam.Engine, run: int) -> tuple[History, Standing]:
    """One run of an engine whose journal is full, and who stood where in it. Looking changes nothing."""
    if not isinstance(engine, Engine):
        raise TypeError("states are looked at in the engine itself")
    played, directory = engine.open(run), engine.directory
    seats, ties, places = Seats(engine), Ties(), Places(engine)
    places.opening(played.world)
    for month in range(directory.months):
        played.advance(month + 1)
        seats.look(played.world)
        ties.look(played.world)
        places.look(played.world, month)
    history = _history(played, directory.months)
    places.read(history.events)
    figures = {key for key, _ in directory.figures}
    of = seats.keys() | ties.patrons() | figures
    tied = tuple(ties.tied(of, history.events, directory))
    named = of | {tie.by for tie in tied if tie.by}
    standing = Standing(
        months=directory.months,
        people=tuple(
            Known(key=key, name=directory.short(key), figure=key in figures) for key in sorted(named)
        ),
        seats=tuple(seats.seated()),
        posts=tuple(seats.posted(of)),
        ties=tied,
        followings=tuple(ties.followings()),
        filled=tuple(places.filled()),
    )
    return history, standing


def _history(played: Run, months: int) -> History:
    world = played.world
    return History(
        np.concatenate([world["events"][0][:0], *played.events]),
        np.concatenate([world["rolls"][0][:0], *played.rolls]),
        played.digest,
        world["leaders"][0][:months].copy(),
        world["chiefs"][0][:months].copy(),
    )
