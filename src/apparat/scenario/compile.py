"""Compile: a scenario and its constitution become a `World`.

Persons stand in order of key, so that the order of the file cannot matter; offices come first among the
posts, then the classes of the nomenklatura, the most important first. What the record says happened later
(`recorded`) stays outside: the compiled world is the same without it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat import constitution
from apparat.constitution import Constitution
from apparat.ground.errors import UsageError
from apparat.scenario.compile_bodies import set_bodies
from apparat.scenario.compile_people import set_people
from apparat.scenario.compile_posts import Places, lay_out, set_posts
from apparat.scenario.compile_rules import set_rules
from apparat.scenario.compile_time import set_calendar
from apparat.scenario.schema import Scenario
from apparat.world import codes, state

SPARE_FIGURES = 24
"""Rows for newcomers who rise to the summit during a run."""
SPARE_PEOPLE = 1150
"""Rows for those who fell this quarter and whose clients have not yet moved on."""


@dataclass(frozen=True)
class Compiled:
    """A scenario ready to run: the template world, and where each named thing went."""

    scenario: Scenario
    constitution: Constitution
    template: NDArray[np.void]
    persons: tuple[str, ...]
    """Ids of the named persons in order of key: figure k is person k."""
    places: Places
    rules: tuple[str, ...]
    """Ids of the rules that may change: rule k of the world."""


def compile_scenario(scenario: Scenario) -> Compiled:
    """The world of a scenario at its first month. Raises UsageError if it is larger than a world can hold."""
    law = constitution.load(scenario.constitution, variants=scenario.answers).at(scenario.from_)
    world = state.new_world()
    persons = tuple(sorted(scenario.persons, key=lambda name: scenario.persons[name].key))
    places = lay_out(scenario, law)
    _set_sizes(world, scenario, len(persons), places)
    set_posts(world, scenario, law, places)
    _set_chief(world, scenario, law, places)
    rules = set_rules(world, scenario, law, places)
    set_people(world, scenario, persons, places)
    set_bodies(world, scenario, law, persons, places)
    set_calendar(world, scenario, persons)
    return Compiled(scenario, law, world, persons, places, tuple(rules))


def _set_sizes(world: NDArray[np.void], scenario: Scenario, persons: int, places: Places) -> None:
    used = world["n"]
    sizes = {
        "people": (persons + places.count + SPARE_PEOPLE, state.PEOPLE),
        "figures": (persons + SPARE_FIGURES, state.FIGURES),
        "posts": (places.count, state.POSTS),
        "classes": (len(places.classes), state.CLASSES),
        "organs": (len(places.organs), state.ORGANS),
        "organs that a body shares": (len(places.colleges), state.COLLEGES),
        "seats": (state.SEATS, state.SEATS),
        "regions": (len(scenario.regions), state.REGIONS),
        "documents": (len(scenario.documents), state.DOCUMENTS),
        "sessions": (len(scenario.congresses), state.SESSIONS),
        "probes": (len(scenario.motions), state.PROBES),
        "appeals": (state.APPEALS, state.APPEALS),
        "pool": (state.POOL, state.POOL),
        "events": (state.EVENTS, state.EVENTS),
        "rolls": (state.ROLLS, state.ROLLS),
        "months": (scenario.months, state.MONTHS),
        "offices": (len(places.offices), state.OFFICES),
    }
    for name, (size, room) in sizes.items():
        if size > room:
            raise UsageError(
                f"The scenario '{scenario.scenario}' needs {size:,} {name}; a world has room for {room:,}. "
                f"Use fewer, or raise the capacity in apparat/world/state.py."
            )
        if name in (used.dtype.names or ()):
            used[name] = size


def _set_chief(world: NDArray[np.void], scenario: Scenario, law: Constitution, places: Places) -> None:
    clock, rules, line = world["clock"], world["rules"], world["line"]
    clock["start"] = scenario.from_.number
    clock["months"] = scenario.months
    rules["chief"] = codes.NOBODY
    for name, office in law.offices.items():
        if office.bundle is not None:
            rules["chief"] = places.offices[name]
            for switch in ("attention", "slate", "agenda", "dependence", "authority"):
                rules[f"{switch}_on"] = getattr(office.bundle, switch)
    rules["intake"] = scenario.membership.intake.value
    rules["open_cohort"] = codes.COHORTS - 1 - int(_expects_enrolment(scenario))
    rules["settles"] = law.rule("new-apparatus") is not None
    line["line"] = scenario.doctrine.line.vector
    line["strength"] = scenario.doctrine.strength.value
    salience = scenario.doctrine.salience
    line["salience"] = (salience.economy, salience.world, salience.rule)
    if scenario.prisoners is not None:
        line["imprisoned"] = line["prisoners"] = scenario.prisoners.value
    line["terms"] = 1.0
    line["procurement"] = 1.0


def _expects_enrolment(scenario: Scenario) -> bool:
    """Whether the newest cohort waits for a mass enrolment, so that ordinary recruits join the one before."""
    return len(scenario.membership.cohorts) > 1 and any(
        happening.event == "enrolment-possible" for happening in scenario.timeline.values()
    )
