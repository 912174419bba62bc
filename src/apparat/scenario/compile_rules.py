"""Rules: what is in force at the opening, what may be moved, and what the constitution changes by date."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from apparat import constitution
from apparat.constitution import Constitution
from apparat.constitution.model import Body, Rule
from apparat.constitution.parts import Majority
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError
from apparat.scenario.compile_posts import LAYERS, Places
from apparat.scenario.events import RuleChange
from apparat.scenario.schema import Scenario
from apparat.world import codes, state

Turn = tuple[int, Constitution, Constitution]
"""A month in which the constitution changes, and how it stands before and in it."""
Row = tuple[int, int, int, float, float, int]
"""An amendment: month, kind, subject, value, denominator, whether the chief answers for it."""
FILLED = (codes.TOP, codes.TOP_CANDIDATES, codes.BUREAU, codes.SECRETARIAT)
"""Bodies whose seats the constitution dates; a congress brings the sizes of those it elects."""


def known_rules(law: Constitution, scenario: Scenario) -> list[str]:
    """Ids of the rules that kernels know, by name or by effects, within the scenario's months."""
    ids = dict.fromkeys(
        rule.id
        for rule in law.rules
        if (rule.id in codes.RULE_IDS or rule.effects)
        and rule.since <= scenario.until
        and (rule.until is None or scenario.from_ < rule.until)
    )
    return list(ids)


def set_rules(world: NDArray[np.void], scenario: Scenario, law: Constitution, places: Places) -> list[str]:
    """Set rules, offices that rules speak of, and dated changes; returns the rules' ids in order."""
    full = constitution.load(scenario.constitution, variants=scenario.answers)
    ids = known_rules(full, scenario)
    if len(ids) > state.STATUTES:
        raise UsageError(f"The constitution has {len(ids)} rules to change; a world holds {state.STATUTES}.")
    world["n"]["statutes"] = len(ids)
    classes = world["classes"][0]
    classes["plain"] = classes["weight"]
    opening = full.at(scenario.from_)
    for s, name in enumerate(ids):
        # The spell in force at the opening, as amended by then; one that begins later where there is none.
        standing = opening.rule(name)
        spells = [standing] if standing else [rule for rule in full.rules if rule.id == name]
        _set_statute(world, scenario, opening, s, spells[0])
        for rule in spells:
            _set_effects(world, places, s, rule)
    _answer_for_reforms(world, scenario, full, ids)
    _set_switches(world, scenario, opening, law, places)
    _set_inspectors(world, law, places)
    turns = list(_turns(scenario, full))
    _set_amendments(world, [*_of_rules(turns, ids), *_of_bodies(turns), *_of_timeline(scenario, ids)])
    return ids


def _turns(scenario: Scenario, full: Constitution) -> Iterator[Turn]:
    """The months in which the constitution changes; none where its changes were the struggle's own moves."""
    if scenario.amendments == "none":
        return
    for month in full.turning_points():
        if scenario.from_ < month <= scenario.until:
            yield scenario.month(month), full.at(month + -1), full.at(month)


def _level(law: Constitution, name: str) -> float:
    rule = law.rule(name)
    return float(rule.value) if rule is not None and not isinstance(rule.value, str) else 0.0


def _set_statute(
    world: NDArray[np.void], scenario: Scenario, opening: Constitution, s: int, rule: Rule
) -> None:
    statute = world["statutes"][0][s]
    level = _level(opening, rule.id)
    statute["in_force"], statute["level"] = level > 0, level or 1.0
    statute["kind"] = codes.RULE_IDS.index(rule.id) if rule.id in codes.RULE_IDS else codes.REFORM
    statute["body"] = _kind(rule.concerns)
    statute["decides"] = _kind(rule.decided_by)
    statute["open"] = any(opened.rule == rule.id for opened in scenario.open_rules)
    if statute["kind"] == codes.BALLOT:
        statute["in_force"] = conduct(opening, int(statute["body"]))[1]


def _answer_for_reforms(
    world: NDArray[np.void], scenario: Scenario, full: Constitution, ids: list[str]
) -> None:
    """Reforms in force as the scenario opens: whoever held the chief's post when one came answers for it."""
    chief = _chief(scenario, full.at(scenario.from_))
    if chief is None:
        return
    row, since = chief
    for s, name in enumerate(ids):
        statute = world["statutes"][0][s]
        if statute["kind"] != codes.REFORM or not statute["in_force"]:
            continue
        came = _came(full, name, scenario.from_)
        if since <= came:
            statute["author"], statute["since"] = row, scenario.month(came)


def _chief(scenario: Scenario, opening: Constitution) -> tuple[int, Month] | None:
    """The named holder of the chief's post at the opening, as a row of figures, and since when."""
    persons = sorted(scenario.persons.values(), key=lambda person: person.key)
    posts = [name for name, office in opening.offices.items() if office.bundle is not None]
    for row, person in enumerate(persons):
        for post in posts:
            if post in person.offices:
                return row, person.offices[post].since
    return None


def _came(full: Constitution, name: str, month: Month) -> Month:
    """When a rule in force in a month came into force."""
    came = month
    for turn in reversed([turn for turn in full.turning_points() if turn <= month]):
        if _level(full.at(turn), name) <= 0:
            break
        came = turn
    return came


def _kind(body: str | None) -> int:
    return codes.BODY_IDS.index(body) if body in codes.BODY_IDS else codes.NOBODY


def _set_effects(world: NDArray[np.void], places: Places, s: int, rule: Rule) -> None:
    institutions = world["classes"][0]["institution"][: len(places.classes)]
    for effect in rule.effects:
        if effect.on in LAYERS:
            rows: Sequence[int] = np.flatnonzero(institutions == LAYERS.index(effect.on)).tolist()
        else:
            rows = [places.classes[n] for n in (effect.on, f"office/{effect.on}") if n in places.classes]
        world["turning"][0][s, rows] = effect.turnover
        world["lightening"][0][s, rows] = effect.weight
        world["harm"][0][s, rows] = effect.harm


def _set_switches(
    world: NDArray[np.void], scenario: Scenario, opening: Constitution, law: Constitution, places: Places
) -> None:
    """The rules as they stand at the opening, and the posts that rules speak of."""
    rules = world["rules"]
    rules["ban"] = _level(opening, "faction-ban") > 0
    rules["separate"] = rules["custom"] = _level(opening, "separate-top-offices") > 0
    rules["plenum"] = _level(opening, "plenum-on-demand") > 0
    rules["arrests"] = opening.rule("police-spares-party") is not None and not _level(
        opening, "police-spares-party"
    )
    rules["confirms"] = _level(opening, "committee-removes-leader") > 0
    rules["mercy"] = _level(opening, "defeated-are-spared") > 0
    rules["exile"] = _level(opening, "expelled-are-exiled") > 0
    rules["autonomy"] = _level(opening, "police-autonomy")
    rules["list_share"] = _level(opening, "approved-list-share")
    rules["list_growth"] = _level(opening, "approved-list-growth")
    lists = opening.rule("approved-lists")
    rules["lists"] = lists is not None and bool(lists.value)
    if lists is not None:
        rules["list_start"] = scenario.month(lists.since)
    cabinet = opening.bodies.get(codes.BODY_IDS[codes.CABINET])
    chair = cabinet.chair if cabinet is not None else None
    rules["premier"] = places.offices.get(chair or "", codes.NOBODY)
    rules["police"], rules["army"] = _armed(law, places, "police"), _armed(law, places, "army")
    top = opening.bodies.get(codes.BODY_IDS[codes.TOP])
    rules["appeals"] = top is not None and top.appeals_to is not None


def _set_inspectors(world: NDArray[np.void], law: Constitution, places: Places) -> None:
    """Which authority may inspect the posts of a class: one whose body supervises a body of their layer."""
    classes = world["classes"][0]
    for name, row in places.organs.items():
        body = law.organs[name].body
        whom = [e.whom for e in law.edges if (e.who, e.does) == (body, "supervises")]
        seen = {law.bodies[name].layer for name in whom if name in law.bodies}
        for layer in seen:
            listed = (classes["institution"] == LAYERS.index(layer)) & (classes["listed"] > 0)
            classes["inspector"][listed] = row


def _armed(law: Constitution, places: Places, layer: str) -> int:
    """The most visible office of the bodies of a layer."""
    offices = [name for name, office in law.offices.items() if law.bodies[office.body].layer == layer]
    if not offices:
        return codes.NOBODY
    return places.offices[max(offices, key=lambda name: law.offices[name].weight.value)]


def _set_amendments(world: NDArray[np.void], rows: Sequence[Row]) -> None:
    if len(rows) > state.AMENDMENTS:
        raise UsageError(
            f"The constitution changes {len(rows)} times in the scenario; a world holds {state.AMENDMENTS}."
        )
    world["n"]["amendments"] = len(rows)
    for a, row in enumerate(sorted(rows)):
        world["amendments"][0][a] = row


def _of_rules(turns: Iterable[Turn], ids: Sequence[str]) -> Iterator[Row]:
    """Rules that the constitution changes by date."""
    levels = {"approved-list-share": codes.CHANGES_SHARE, "approved-list-growth": codes.CHANGES_GROWTH}
    for month, before, after in turns:
        for s, name in enumerate(ids):
            if _level(before, name) != _level(after, name):
                yield month, codes.CHANGES_RULE, s, _level(after, name), 0.0, 0
        for name, kind in levels.items():
            if _level(before, name) != _level(after, name):
                yield month, kind, codes.NOBODY, _level(after, name), 0.0, 0


def _of_timeline(scenario: Scenario, ids: Sequence[str]) -> Iterator[Row]:
    """Policies by date, for which the chief answers."""
    for event in scenario.timeline.values():
        if isinstance(event, RuleChange):
            yield (
                scenario.month(event.date),
                codes.CHANGES_RULE,
                ids.index(event.rule),
                float(event.value),
                0.0,
                1,
            )


def _of_bodies(turns: Iterable[Turn]) -> Iterator[Row]:
    """Bodies that the constitution changes by date: seats, majority, ballot, rhythm, end."""
    for month, before, after in turns:
        for kind, name in enumerate(codes.BODY_IDS):
            for change, value, over in _differences(kind, conduct(before, kind), conduct(after, kind)):
                yield month, change, kind, value, over, 0
            if name in before.bodies and name not in after.bodies:
                yield month, codes.DISSOLVES, kind, 0.0, 0.0, 0


Conduct = tuple[tuple[int, int], int, int, float | None]
"""How a body decides: majority, secret ballot, months between sessions, seats."""


def _differences(kind: int, before: Conduct, after: Conduct) -> Iterator[tuple[int, float, float]]:
    if before[0] != after[0]:
        yield codes.CHANGES_MAJORITY, float(after[0][0]), float(after[0][1])
    if before[1] != after[1]:
        yield codes.CHANGES_BALLOT, float(after[1]), 0.0
    if before[2] != after[2]:
        yield codes.CHANGES_RHYTHM, float(after[2]), 0.0
    if kind in FILLED and after[3] is not None and before[3] != after[3]:
        yield codes.CHANGES_QUOTA, float(after[3]), 0.0


def conduct(law: Constitution, kind: int) -> Conduct:
    """How a body of this kind decides; by plain majority, openly, monthly, where nothing is said."""
    name = codes.BODY_IDS[kind]
    written = law.bodies.get(name.removesuffix("-candidates"))
    majority = written.majority if written is not None else None
    if kind == codes.JOINT:
        majority = _to_expel(law, majority)
    share = (majority.numerator, majority.denominator) if majority is not None else (1, 2)
    if written is None:
        return share, 0, 1, None
    interval = written.meets_every.value if written.meets_every is not None else 1.0
    return share, int(written.ballot == "secret"), max(round(interval), 1), _seats(written, name)


def _to_expel(law: Constitution, otherwise: Majority | None) -> Majority | None:
    """The majority that expels a member: of the joint plenum while there is one, then of the committee."""
    for name in (codes.BODY_IDS[codes.JOINT], codes.BODY_IDS[codes.COMMITTEE]):
        if name in law.bodies:
            return law.bodies[name].special_majorities.get("expel", law.bodies[name].majority)
    return otherwise


def _seats(written: Body, name: str) -> float | None:
    seats = written.candidate_seats if name.endswith("-candidates") else written.seats
    return seats.value if seats is not None else None
