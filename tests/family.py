"""A family of small invented worlds: what must hold in every world is tried on them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.world import codes
from apparat.world.state import APPEALS, POOL, new_world

OFFICES = 6  # chief secretary, premier, army, police, unions, press


@dataclass(frozen=True)
class Plan:
    """What a world of the family is like; every field small enough to draw at random."""

    seed: int = 1
    figures: int = 10
    spare: int = 4
    regions: int = 6
    locals_per_region: int = 12
    months: int = 36
    committee: int = 9
    top: int = 5
    ban: bool = True
    secret: bool = False
    lists: bool = True
    appeals: bool = True
    document: bool = True
    health_drawn: bool = False
    death: bool = False
    """Whether the second person dies, with a funeral from which the third is kept by illness."""
    condemned: bool = False
    """Whether the fourth person has been condemned more than once before."""
    motions: bool = False
    """Whether leaders may move that rules be changed; one hits secretaries, and some change by date."""
    police: bool = False
    """Whether the police answers to its chief alone, leaders may be arrested, and the defeated are spared."""
    troubles: bool = False
    """Whether the first person is half ill from the sixth month on, and prices turn bad."""
    camps: bool = False
    """Whether there are prisoners, whom the document clears."""
    joined: bool = False
    """Whether the first person holds the premiership too, though members expect two hands."""
    exile: bool = False
    """Whether the expelled are sent away."""


def rows_of(world: NDArray[np.void], name: str) -> Any:
    """A table of a world as an array of rows, or a nested record as an array of one."""
    part = world[name]
    return part[0] if part.ndim > 1 else part


def keys_of(plan: Plan) -> "np.ndarray[Any, Any]":
    """Keys of the named figures: distinct, in no order of rank."""
    return np.random.default_rng(plan.seed).choice(np.arange(1, 900), plan.figures, replace=False)


def build(plan: Plan, *, events: int = 1024, rolls: int = 1024) -> NDArray[np.void]:
    """A template world: named person k is figure k, in row k."""
    rng = np.random.default_rng(plan.seed)
    posts = OFFICES + plan.regions * (1 + plan.locals_per_region)
    world = new_world()
    used = world["n"]
    used["people"] = plan.figures + posts + 80
    used["figures"] = plan.figures + plan.spare
    used["posts"] = posts
    used["classes"] = 2 + OFFICES
    used["organs"] = 2 + plan.regions
    used["seats"] = 240
    used["regions"] = plan.regions
    used["documents"], used["signals"], used["sessions"], used["probes"] = 1, 3, 3, 2
    used["appeals"], used["pool"] = APPEALS, POOL
    used["statutes"], used["amendments"] = (7, 6) if plan.motions else (0, 0)
    used["events"], used["rolls"] = events, rolls
    _clock_and_rules(world, plan)
    _people(world, plan, rng)
    _posts(world, plan)
    _bodies(world, plan)
    _regions(world, plan, rng)
    _calendar(world, plan)
    _statutes(world, plan)
    return world


def _clock_and_rules(world: NDArray[np.void], plan: Plan) -> None:
    clock, rules, line = rows_of(world, "clock"), rows_of(world, "rules"), rows_of(world, "line")
    clock["start"] = 1922 * 12 + 3
    clock["months"] = plan.months
    clock["seed_low"] = plan.seed
    rules["chief"] = 0
    rules["ban"] = plan.ban
    rules["lists"] = plan.lists
    rules["list_start"] = 6
    rules["list_share"] = 0.3
    rules["list_growth"] = 0.1
    rules["enrolment_size"] = 5000
    rules["enrolment_months"] = 12
    rules["intake"] = 40
    rules["open_cohort"], rules["settles"] = 3, 1
    for switch in ("attention_on", "slate_on", "agenda_on", "dependence_on", "authority_on"):
        rules[switch] = 1
    rules["appeals"] = plan.appeals
    rules["premier"], rules["army"], rules["police"] = 1, 2, 3
    rules["autonomy"], rules["arrests"], rules["plenum"] = 0.8 * plan.police, plan.police, plan.police
    rules["mercy"] = plan.police
    rules["exile"], rules["custom"] = plan.exile, plan.joined
    line["imprisoned"] = line["prisoners"] = 1e6 * plan.camps
    rules["health_drawn"] = plan.health_drawn
    line["salience"] = 1 / 3
    spread = rows_of(world, "spread")
    spread["ideal"], spread["authority"], spread["tie"], spread["relation"] = 0.1, 0.05, 0.08, 0.1
    spread["official_ideal"], spread["official_authority"] = 0.35, 0.06
    spread["official_age"], spread["official_age_spread"] = 35, 7
    line["terms"] = 1.0
    line["procurement"] = 1.0
    rows_of(world, "priors")["mean"] = [0.5, 0.5, 0.5, 0.5, 0.9]
    rows_of(world, "priors")["spread"] = 0.2
    rows_of(world, "priors")["high"] = [1, 1, 1, 1, 1.6]


def _people(world: NDArray[np.void], plan: Plan, rng: "np.random.Generator") -> None:
    people, figures = rows_of(world, "people"), rows_of(world, "figures")
    keys = keys_of(plan)
    n = plan.figures
    authority = rng.uniform(0.2, 0.9, n)
    ideal = rng.uniform(-0.8, 0.8, (n, 3))
    for f in range(n):
        p = people[f]
        p["key"] = keys[f]
        p["born"] = -12 * 42
        p["dies"] = 32000
        p["figure"] = f
        p["state"] = codes.OUTSIDE
        p["authority"] = authority[f]
        p["competence"] = 0.6
        p["ideal"] = ideal[f]
        figures[f]["person"] = f
    for trait in ("skill", "organiser", "flexibility", "ambition", "menace"):
        figures[trait][:n] = np.nan
    figures["capacity"] = 1.0
    if plan.condemned:
        figures["strikes"][3] = 4.0
    figures["recovers"] = -1
    relations = rng.uniform(-0.5, 0.5, (n, n))
    world["relations"][0, :n, :n] = (relations + relations.T) / 2
    np.fill_diagonal(world["relations"][0], 0.0)
    for client in range(n // 2, n):
        patron = int(rng.integers(0, n // 2))
        people[client]["patron"] = patron
        people[client]["tie"] = rng.uniform(0.1, 0.7)


def _posts(world: NDArray[np.void], plan: Plan) -> None:
    posts, classes, organs, people = (
        rows_of(world, name) for name in ("posts", "classes", "organs", "people")
    )
    first = OFFICES
    classes[0] = (1, 0, 1, 1, 5.0, 0.0, 0.05, 0, first, plan.regions, 0.6, -1, 5.0, 0.0, 0, 0, 0)
    first += plan.regions
    locals_ = plan.regions * plan.locals_per_region
    classes[1] = (3, 0, 1, 2, 1.0, 0.0, 0.04, 0, first, locals_, 0.0, 1, 1.0, 0.0, 0, 0, 0)
    for o in range(OFFICES):
        classes[2 + o] = (
            0,
            o,
            0,
            0,
            2.0,
            0.9 - 0.1 * o,
            0.0,
            int(o == OFFICES - 1),
            o,
            1,
            1.0,
            -1,
            2.0,
            0.0,
            0,
            0,
            0,
        )
        posts[o]["kind"] = 2 + o
        posts[o]["office"] = o
        posts[o]["holder"] = o
        people[o]["post"] = o
        people[o]["state"] = codes.ACTIVE
    if plan.joined:
        posts[1]["holder"] = 0
        people[1]["post"], people[1]["state"] = codes.NOBODY, codes.OUTSIDE
    organs["chief"] = -1
    organs[0] = (0, codes.BUREAU, 0, 8.0, 1, 0.0)
    organs[1] = (1, -1, -1, 3.0, 0, 0.0)
    for r in range(plan.regions):
        secretary = OFFICES + r
        posts[secretary]["kind"], posts[secretary]["organ"], posts[secretary]["region"] = 0, 0, r
        organs[2 + r] = (secretary, -1, -1, 2.0, 0, 0.0)
        start = OFFICES + plan.regions + r * plan.locals_per_region
        for j in range(start, start + plan.locals_per_region):
            posts[j]["kind"], posts[j]["organ"], posts[j]["boss"], posts[j]["region"] = 1, 2 + r, secretary, r


def _bodies(world: NDArray[np.void], plan: Plan) -> None:
    bodies, seats = rows_of(world, "bodies"), rows_of(world, "seats")
    capacity = {
        codes.TOP: (plan.top + 2, range(plan.top)),
        codes.TOP_CANDIDATES: (3, range(plan.top, min(plan.top + 2, plan.figures))),
        codes.COMMITTEE: (plan.committee + 12, range(plan.committee)),
        codes.COMMITTEE_CANDIDATES: (10, ()),
        codes.CONTROL: (12, ()),
        codes.BUREAU: (5, range(3)),
        codes.SECRETARIAT: (3, range(2)),
        codes.CABINET: (6, range(1, 4)),
    }
    first = 0
    bodies["denominator"] = 2
    bodies["numerator"] = 1
    bodies["meets"] = 2
    bodies["secret"] = plan.secret
    bodies["numerator"][codes.JOINT], bodies["denominator"][codes.JOINT] = 2, 3
    for body, (size, members) in capacity.items():
        bodies[body]["first"], bodies[body]["capacity"] = first, size
        bodies[body]["quota"], bodies[body]["size"] = max(len(members), size - 3), len(members)
        keys = rows_of(world, "people")["key"]
        seats["person"][first : first + len(members)] = sorted(members, key=lambda row: int(keys[row]))
        first += size
    rows_of(world, "figures")["seated"][: plan.top] = 0


def _regions(world: NDArray[np.void], plan: Plan, rng: "np.random.Generator") -> None:
    regions, cohorts = rows_of(world, "regions"), rows_of(world, "cohorts")
    for r in range(plan.regions):
        regions[r]["secretary"] = OFFICES + r
        regions[r]["hold"] = 0.8 if r == 0 else 0.1
        regions[r]["industrial"] = rng.uniform(0.2, 0.8)
        regions[r]["mood"] = rng.uniform(-0.3, 0.3, 3)
        regions[r]["members"] = rng.integers(10, 3000, codes.COHORTS)
        regions[r]["members"][4] = 0
    cohorts["deference"] = [0.2, 0.3, 0.4, 0.5, 0.8]
    cohorts["engagement"] = [0.9, 0.8, 0.6, 0.5, 0.2]


def _calendar(world: NDArray[np.void], plan: Plan) -> None:
    signals, sessions, documents = (
        rows_of(world, "signals"),
        rows_of(world, "sessions"),
        rows_of(world, "documents"),
    )
    signals["month"][:3] = [3, 8, 9]
    signals["kind"][:3] = [codes.ILLNESS, codes.ENROLMENT_POSSIBLE, codes.PROCUREMENT]
    signals["figure"][0] = 1
    signals["value"][:3] = [0.7, 1.0, 0.7]
    signals["until"][:3] = [7, 0, 0]
    if plan.death:
        world["n"]["signals"] += 3
        signals[3] = (13, codes.DEATH, 1, codes.NOBODY, 0.0, codes.NOBODY)
        signals[4] = (13, codes.ILLNESS, 2, codes.NOBODY, 0.7, 17)
        signals[5] = (14, codes.FUNERAL, 1, codes.NOBODY, 0.0, codes.NOBODY)
    if plan.troubles:
        n = int(world["n"]["signals"][0])
        world["n"]["signals"] += 2
        signals[n] = (5, codes.ILLNESS, 0, codes.NOBODY, 0.5, 60)
        signals[n + 1] = (4, codes.TERMS_OF_TRADE, codes.NOBODY, codes.NOBODY, 0.6, codes.NOBODY)
    sessions["body"][:3] = [codes.CONGRESS, codes.CONFERENCE, codes.CONGRESS]
    sessions["number"][:3] = [1, 1, 2]
    sessions["month"][:3] = sessions["planned"][:3] = [10, 17, 24]
    sessions["delegates"] = 300
    sessions["committee"][:3] = [plan.committee + 3, 0, plan.committee + 6]
    sessions["candidates"] = 5
    sessions["control"][[0, 2]] = 9
    if plan.document:
        documents["author"][0], documents["written"][0] = 1, 2
        documents["handed"][0], documents["body"][0] = 12, codes.COMMITTEE
        documents["clears"][0] = plan.camps
        world["effects"][0, 0, :4] = [-0.3, 0.0, -0.1, -0.05]
    probes = rows_of(world, "probes")
    probes["month"][:2], probes["body"][:2] = [14, 20], [codes.COMMITTEE, codes.CONGRESS]
    probes["motion"], probes["target"][:2] = codes.CONDEMN, [2, 3]


def _statutes(world: NDArray[np.void], plan: Plan) -> None:
    """Seven rules: ban, lists, committee's ballot, separate offices, plenums, no arrests, a reform."""
    statutes, amendments = rows_of(world, "statutes"), rows_of(world, "amendments")
    rules = rows_of(world, "rules")
    kinds = (codes.BAN, codes.LISTS, codes.BALLOT, codes.OFFICES, codes.PLENUM, codes.SPARING, codes.REFORM)
    decides = (codes.CONGRESS, codes.CONFERENCE, *[codes.COMMITTEE] * 4, codes.TOP)
    in_force = (plan.ban, plan.lists, plan.secret, True, plan.police, not plan.police, False)
    if not plan.motions:
        return
    for s, (kind, body, on) in enumerate(zip(kinds, decides, in_force, strict=True)):
        statutes[s]["kind"], statutes[s]["decides"], statutes[s]["in_force"] = kind, body, on
        statutes[s]["open"], statutes[s]["level"] = 1, 1.0
    statutes["body"][2] = codes.COMMITTEE
    rules["separate"] = 1
    world["turning"][0, 6, 0], world["lightening"][0, 6, 3], world["harm"][0, 6, :4] = 0.05, -0.5, 0.7
    for a, row in enumerate(
        (
            (5, codes.CHANGES_QUOTA, codes.TOP_CANDIDATES, 1.0, 0.0, 0),
            (6, codes.CHANGES_MAJORITY, codes.COMMITTEE, 3.0, 5.0, 0),
            (9, codes.CHANGES_RULE, 6, 1.0, 0.0, 1),
            (15, codes.CHANGES_RHYTHM, codes.COMMITTEE, 3.0, 0.0, 0),
            (18, codes.CHANGES_BALLOT, codes.COMMITTEE, float(not plan.secret), 0.0, 0),
            (20, codes.DISSOLVES, codes.BUREAU, 0.0, 0.0, 0),
        )
    ):
        amendments[a] = row
