"""Random small worlds, and what there is to compare of their runs."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from apparat.engine.runs import Run
from apparat.mechanisms.month import defaults
from apparat.world import codes
from tests.family import Plan, build


@st.composite
def plans(draw: st.DrawFn, *, months: int = 30) -> Plan:
    """A plan of the family: sizes, rules and calendar at random."""
    figures = draw(st.integers(7, 14))
    top = draw(st.integers(3, 6))
    return Plan(
        seed=draw(st.integers(0, 2**31)),
        figures=figures,
        spare=draw(st.integers(0, 5)),
        regions=draw(st.integers(2, 7)),
        locals_per_region=draw(st.integers(2, 12)),
        months=months,
        top=top,
        committee=draw(st.integers(top, figures)),
        **{
            rule: draw(st.booleans())
            for rule in (
                "ban",
                "secret",
                "lists",
                "appeals",
                "document",
                "health_drawn",
                "death",
                "condemned",
                "motions",
                "police",
                "troubles",
            )
        },
    )


@st.composite
def orders(draw: st.DrawFn) -> tuple[Plan, list[int], list[int]]:
    """A plan, an order of its persons' rows and an order of its figures' rows."""
    plan = draw(plans(months=26))
    people = draw(st.permutations(range(plan.figures)))
    figures = draw(st.permutations(range(plan.figures)))
    return plan, people, figures


@dataclass(frozen=True)
class Outcome:
    """All that a run shows, persons by key."""

    digest: int
    leaders: NDArray[np.int32]
    chiefs: NDArray[np.int32]
    events: NDArray[np.void]
    rolls: NDArray[np.void]

    def same_as(self, other: "Outcome") -> list[str]:
        """The parts in which two outcomes differ."""
        names = ("digest", "leaders", "chiefs", "events", "rolls")
        return [n for n in names if not np.array_equal(getattr(self, n), getattr(other, n))]


def opened(
    plan: Plan,
    *,
    run: int = 0,
    journal: int = codes.J_FULL,
    observed: bool = True,
    parameters: NDArray[np.void] | None = None,
    world: NDArray[np.void] | None = None,
) -> Run:
    """A run of a plan at its opening."""
    if world is None:
        world = build(plan)
    world["clock"]["run"] = run
    world["clock"]["journal"] = journal
    begun = Run(world, defaults() if parameters is None else parameters, observed)
    begun.begin()
    return begun


def outcome(run: Run) -> Outcome:
    """What a run shows so far."""
    world = run.world
    return Outcome(
        run.digest,
        world["leaders"][0][: run.month].copy(),
        world["chiefs"][0][: run.month].copy(),
        np.concatenate([world["events"][0][:0], *run.events]),
        np.concatenate([world["rolls"][0][:0], *run.rolls]),
    )


def played(
    plan: Plan, *, run: int = 0, journal: int = codes.J_FULL, world: NDArray[np.void] | None = None
) -> Outcome:
    """A plan's run from beginning to end."""
    begun = opened(plan, run=run, journal=journal, world=world)
    begun.advance(plan.months)
    return outcome(begun)
