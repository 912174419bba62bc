"""People: named persons, their traits, ties and relations, and the posts that they hold."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from apparat.scenario.compile_posts import SECRETARIES, Places
from apparat.scenario.people import Person
from apparat.scenario.schema import Scenario
from apparat.world import codes

TRAIT_ORDER = ("skill", "organiser", "flexibility", "ambition", "menace")
IMMORTAL = 32000
"""Figures die by the timeline; a rule in force may have their health drawn instead."""


def set_people(world: NDArray[np.void], scenario: Scenario, persons: Sequence[str], places: Places) -> None:
    """Named persons in order of key, figure k being person k; then what binds them."""
    for row, name in enumerate(persons):
        _set_person(world, scenario, scenario.persons[name], row)
    for row, name in enumerate(persons):
        _place(world, scenario, name, row, places)
    for name, region in scenario.regions.items():
        if region.secretary is not None:
            _hold(
                world,
                places.first[SECRETARIES] + places.regions[name],
                persons.index(region.secretary.person),
            )
    _set_priors(world, scenario)
    _set_spread(world, scenario)
    _bind(world, scenario, {name: row for row, name in enumerate(persons)})


def _set_person(world: NDArray[np.void], scenario: Scenario, written: Person, row: int) -> None:
    p, figure = world["people"][0][row], world["figures"][0][row]
    p["key"] = written.key
    p["born"] = (written.born.value - scenario.from_.year) * 12 - scenario.from_.month + 6
    p["dies"] = IMMORTAL
    p["figure"] = row
    p["state"] = codes.OUTSIDE
    p["cohort"] = _cohort(scenario, written.joined.value)
    p["authority"] = written.authority.value
    p["competence"] = scenario.officials.competence.mean
    p["ideal"] = written.ideal.vector
    figure["person"] = row
    figure["capacity"] = written.health.value if written.health is not None else 1.0
    figure["recovers"] = codes.NOBODY
    stated = written.traits.stated()
    for trait in TRAIT_ORDER:
        # NaN asks for a draw from the common prior.
        figure[trait] = stated[trait].value if trait in stated else np.nan


def _cohort(scenario: Scenario, joined: int) -> int:
    """The cohort of a year of entry: the first that was still open then; the newest is always open."""
    cohorts = scenario.membership.cohorts.values()
    oldest = codes.COHORTS - len(cohorts)
    closed = [cohort.joined_until for cohort in cohorts]
    return next(
        (k for k, until in enumerate(closed, oldest) if until is not None and joined <= until),
        codes.COHORTS - 1,
    )


def _place(world: NDArray[np.void], scenario: Scenario, name: str, row: int, places: Places) -> None:
    written = scenario.persons[name]
    for office in written.offices:
        if office in places.offices:
            _hold(world, places.offices[office], row)
    for holding in written.posts:
        if holding.class_ == SECRETARIES:
            continue
        first, count = places.first[holding.class_], places.counts[holding.class_]
        region = places.regions.get(holding.region or "", codes.NOBODY)
        for post in range(first, first + count):
            free = world["posts"][0][post]["holder"] == codes.NOBODY
            if free and region in (codes.NOBODY, world["posts"][0][post]["region"]):
                _hold(world, post, row)
                break


def _hold(world: NDArray[np.void], post: int, row: int) -> None:
    """Put a person in a post; of several the most visible is his principal one."""
    p, posts, classes = world["people"][0][row], world["posts"][0], world["classes"][0]
    posts[post]["holder"] = row
    p["state"] = codes.ACTIVE
    held = int(p["post"])
    rank = classes[posts[post]["kind"]]["visible"]
    if held == codes.NOBODY or rank > classes[posts[held]["kind"]]["visible"]:
        p["post"] = post


def _set_priors(world: NDArray[np.void], scenario: Scenario) -> None:
    for row, trait in enumerate(TRAIT_ORDER):
        drawn = getattr(scenario.prior, trait)
        world["priors"][0][row] = (drawn.mean, drawn.sd, drawn.low, drawn.high)


def _set_spread(world: NDArray[np.void], scenario: Scenario) -> None:
    spread, officials = world["spread"], scenario.officials
    for name in ("ideal", "authority", "tie", "relation"):
        spread[name] = getattr(scenario.uncertainty, name).value
    ideal = officials.ideal
    spread["official_ideal"] = (ideal.economy.sd, ideal.world.sd, ideal.rule.sd)
    spread["official_authority"] = officials.authority.mean
    spread["official_age"], spread["official_age_spread"] = officials.age.mean, officials.age.sd


def _bind(world: NDArray[np.void], scenario: Scenario, rows: dict[str, int]) -> None:
    for tie in scenario.ties:
        client = world["people"][0][rows[tie.client]]
        client["patron"], client["tie"] = rows[tie.patron], tie.value
    for relation in scenario.relations:
        a, b = (rows[name] for name in relation.between)
        world["relations"][0][a, b] = world["relations"][0][b, a] = relation.value
