"""Posts: offices, classes of the nomenklatura, the authorities that fill them, and regions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from apparat.constitution import Constitution
from apparat.constitution.model import PostClass
from apparat.scenario.schema import Scenario
from apparat.world import codes

SECRETARIES = "regional-secretaries"
LAYERS = ("party", "state", "control", "police", "army", "unions", "comintern", "economy", "press", "people")


@dataclass(frozen=True)
class Places:
    """Where offices, classes, organs and regions went: ids to rows."""

    offices: dict[str, int]
    classes: dict[str, int]
    organs: dict[str, int]
    colleges: dict[str, int]
    """Place of each organ that a body shares among those."""
    regions: dict[str, int]
    first: dict[str, int]
    """First post of each class; regional classes run region by region."""
    counts: dict[str, int]
    count: int


def set_posts(world: NDArray[np.void], scenario: Scenario, law: Constitution, places: Places) -> None:
    """Write offices and posts, organs and regions in their places; nobody holds anything yet."""
    for name, row in places.offices.items():
        _set_office(world, law, places, name, row)
    for name in places.first:
        _set_class(world, law, places, name)
    for name, row in places.organs.items():
        organ = law.organs[name]
        entry = world["organs"][0][row]
        entry["chief"] = places.offices.get(organ.chief or "", codes.NOBODY)
        entry["collegial"] = codes.BODY_IDS.index(organ.collegial) if organ.collegial else codes.NOBODY
        entry["attention"], entry["central"] = organ.attention.value, organ.central
        entry["college"] = places.colleges.get(name, codes.NOBODY)
    _set_regions(world, scenario, places)


def lay_out(scenario: Scenario, law: Constitution) -> Places:
    """Give offices and posts, organs and regions their places."""
    offices = {name: k for k, name in enumerate(law.offices)}
    ordered = sorted(law.post_classes, key=lambda name: (name != SECRETARIES, law.post_classes[name].tier))
    classes = {name: k for k, name in enumerate(ordered)}
    classes.update({f"office/{name}": len(ordered) + k for k, name in enumerate(offices)})
    counts = _counts(law, len(scenario.regions))
    first: dict[str, int] = {}
    place = len(offices)
    for name in ordered:
        first[name] = place
        place += counts[name]
    return Places(
        offices,
        classes,
        {name: k for k, name in enumerate(law.organs)},
        {name: k for k, name in enumerate(name for name, organ in law.organs.items() if organ.collegial)},
        {name: k for k, name in enumerate(scenario.regions)},
        first,
        counts,
        place,
    )


def _counts(law: Constitution, regions: int) -> dict[str, int]:
    """Posts of each class. Every region has one secretary; the largest class gives way to keep the sum."""
    counts = {name: round(post_class.count.value) for name, post_class in law.post_classes.items()}
    if SECRETARIES in counts:
        largest = max(counts, key=lambda name: counts[name])
        counts[largest] -= regions - counts[SECRETARIES]
        counts[SECRETARIES] = regions
    return counts


def _set_office(world: NDArray[np.void], law: Constitution, places: Places, name: str, row: int) -> None:
    office = law.offices[name]
    kind = places.classes[f"office/{name}"]
    post = world["posts"][0][row]
    post["kind"], post["office"] = kind, row
    entry = world["classes"][0][kind]
    entry["weight"], entry["visible"], entry["seat"] = (
        1.0 + 4.0 * office.weight.value,
        office.weight.value,
        1.0,
    )
    entry["canon"] = office.canon is not None
    entry["first"], entry["count"] = row, 1
    entry["institution"] = LAYERS.index(law.bodies[office.body].layer)


def _set_class(world: NDArray[np.void], law: Constitution, places: Places, name: str) -> None:
    post_class = law.post_classes[name]
    count, first = places.counts[name], places.first[name]
    entry = world["classes"][0][places.classes[name]]
    entry["tier"] = post_class.tier
    entry["institution"] = LAYERS.index(post_class.institution)
    entry["regional"] = post_class.scope == "regional"
    entry["listed"] = post_class.list_number
    entry["weight"], entry["turnover"] = post_class.weight.value, post_class.turnover.value
    entry["seat"] = post_class.entitlement.value
    entry["visible"] = 0.0
    entry["first"], entry["count"] = first, count
    regions = _spread(count, len(places.regions)) if post_class.scope == "regional" else None
    for k in range(count):
        post = world["posts"][0][first + k]
        post["kind"] = places.classes[name]
        post["region"] = regions[k] if regions is not None else codes.NOBODY
        post["organ"] = places.organs.get(post_class.filled_by or "", codes.NOBODY)
        post["boss"] = _boss(law, places, post_class, int(post["region"]))


def _spread(count: int, regions: int) -> Sequence[int]:
    """A region for each post, as evenly as whole numbers allow, region by region."""
    return [k * regions // count for k in range(count)]


def _boss(law: Constitution, places: Places, post_class: PostClass, region: int) -> int:
    """The post whose holder recommends. The filling authority's own chief is no local boss."""
    organ = law.organs.get(post_class.filled_by or "")
    if post_class.boss == SECRETARIES:
        return places.first[SECRETARIES] + region
    if post_class.boss in places.offices and (organ is None or organ.chief != post_class.boss):
        return places.offices[post_class.boss]
    return codes.NOBODY


def _set_regions(world: NDArray[np.void], scenario: Scenario, places: Places) -> None:
    cohorts = scenario.membership.cohorts.values()
    oldest = codes.COHORTS - len(cohorts)
    total = scenario.membership.members.value
    members = scenario.region_members()
    for name, row in places.regions.items():
        written = scenario.regions[name]
        region = world["regions"][0][row]
        region["secretary"] = places.first[SECRETARIES] + row
        region["hold"], region["industrial"] = written.hold.value, written.industrial.value
        region["mood"] = scenario.membership.mood.vector
        exact = np.array([members[name] * cohort.members.value / total for cohort in cohorts])
        whole = np.floor(exact)
        whole[np.argsort(whole - exact)[: members[name] - int(whole.sum())]] += 1
        region["members"][oldest:] = whole
    for row, cohort in enumerate(cohorts, oldest):
        world["cohorts"][0][row]["deference"] = cohort.deference.value
        world["cohorts"][0][row]["engagement"] = cohort.engagement.value
