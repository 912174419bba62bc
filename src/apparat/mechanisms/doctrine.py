"""Doctrine: an orthodoxy that moves, costs authority to leave, and is bent by those who pay little for it.

line <- line + canon * (editor's stated position - line)
authority <- authority * (1 - heresy * strength * (1 + cult) * max(0, distance - tolerance))
salience of the question of the day follows prices, procurement, the threat of war and the agenda-setter.
A leader restates his position towards where it pays with chance  restate * flexibility.            [ours]

Reads: line, rules, figures.stated, regions, posts of the canon
Writes: line.line, line.salience, line.failure, line.shock, line.strength, regions.mood, figures.stated,
people.authority
Draws: restating (SPEECH)
Facts: orthodoxy-from-true-leninist-claim, trotskyite-label, stalin-ideological-mobility,
vague-policy-advantage, stalin-adopts-majority-policies, bukharin-pravda-editor,
lenin-institute-stalin-control, true-leninist-contest, grain-procurement-crisis-1927-28,
attacking-nep-attacks-right
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.steps import DOCTRINE
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import distance, figure_of, holder_of_chief_post
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Doctrine:
    """How doctrine moves and what it costs."""

    canon: float = parameter(
        0.01,
        "pull of the press and the canon on the line",
        unit="1/month",
        low=0.0,
        high=0.05,
        source="assumed; lenin-institute-selective-use",
    )
    heresy: float = parameter(
        0.02,
        "authority lost per unit of distance over the tolerance",
        unit="1/month",
        low=0.0,
        high=0.06,
        source="assumed",
    )
    tolerance: float = parameter(
        0.6, "distance from the line that costs nothing", unit="policy", low=0.3, high=1.0, source="assumed"
    )
    hardening: float = parameter(
        0.012,
        "growth of the orthodoxy's strictness",
        unit="1/month",
        low=0.0,
        high=0.04,
        source="assumed: from diverse beliefs in 1922 to a fixed doctrine by 1928; two-orthodox-ideas-1928",
    )
    restate: float = parameter(
        0.06,
        "chance that a fully flexible leader restates his position",
        unit="1/month",
        low=0.0,
        high=0.2,
        source="assumed; stalin-ideological-mobility",
    )
    stride: float = parameter(
        0.25,
        "share of the way covered in one restatement",
        unit="share",
        low=0.05,
        high=0.8,
        source="assumed",
    )
    signal: float = parameter(
        1.5,
        "weight of a crisis in the question of the day",
        unit="ratio",
        low=0.0,
        high=4.0,
        source="assumed",
    )
    oath: float = parameter(
        0.06,
        "authority won by arranging a founder's funeral",
        unit="authority",
        low=0.0,
        high=0.15,
        source="stalin-organises-funeral; stalin-funeral-speech; assumed",
    )
    absence: float = parameter(
        0.05,
        "authority lost by a leader who stays away",
        unit="authority",
        low=0.0,
        high=0.15,
        source="funeral-absence-hurts-trotsky; assumed",
    )
    alarm: float = parameter(
        0.15,
        "speed with which a failing line is noticed",
        unit="1/month",
        low=0.03,
        high=0.5,
        source="assumed",
    )
    scissors: float = parameter(
        0.5, "weight of unfavourable prices in failure", unit="ratio", low=0.0, high=1.0, source="assumed"
    )
    shortfall: float = parameter(
        2.0, "weight of missing grain in failure", unit="ratio", low=0.0, high=4.0, source="assumed"
    )
    soothing: float = parameter(
        0.1,
        "unrest for what has come out about leaders that subsides",
        unit="1/month",
        low=0.02,
        high=0.5,
        source="assumed: most of it within a year; secret-speech-shock; moscow-student-protests-1957",
    )
    baseline: float = parameter(
        0.8,
        "salience of world and rule in quiet times, against the economy",
        unit="ratio",
        low=0.3,
        high=1.5,
        source="assumed",
    )
    emphasis: float = parameter(
        0.4,
        "salience that a skilled agenda-setter adds where his rival is weakest",
        unit="ratio",
        low=0.0,
        high=1.0,
        source="assumed; gensec-drafts-agenda",
    )
    host: float = parameter(
        0.3, "claim to arrange a funeral without any office", unit="rank", low=0.0, high=1.0, source="assumed"
    )
    mood_drift: float = parameter(
        0.04,
        "movement of members' mood against a failing economic line",
        unit="policy/month",
        low=0.0,
        high=0.1,
        source="assumed; grain-procurement-crisis-1927-28; stagnation-justifies-force",
    )
    mood_follow: float = parameter(
        0.01,
        "movement of members' mood towards the line",
        unit="1/month",
        low=0.0,
        high=0.05,
        source="assumed",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Move the question of the day, the line, the members' mood, stated positions and authority."""
    own = prm.doctrine
    line = world.line
    line.strength = min(line.strength + own.hardening * (1.0 - line.strength), 1.0)
    _question_of_the_day(world, prm)
    _canon(world, prm)
    _mood(world, prm)
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0 or world.people[figure.person].state == codes.DEAD:
            continue
        _restate(world, prm, f)
        p = world.people[figure.person]
        gap = distance(figure.stated, line.line, line.salience)
        if gap > own.tolerance:
            loss = own.heresy * line.strength * (1.0 + line.cult) * (gap - own.tolerance)
            p.authority = p.authority * (1.0 - min(loss, 1.0))


@kernel
def _question_of_the_day(world: World, prm: Parameters) -> None:
    """Salience: prices and procurement raise the economy, war scares the world."""
    line = world.line
    own = prm.doctrine
    scissors = max(1.0 - line.terms, 0.0)
    shortfall = max(1.0 - line.procurement, 0.0)
    line.failure = line.failure + own.alarm * (
        min(own.scissors * scissors + own.shortfall * shortfall + line.unrest + line.shock, 1.0)
        - line.failure
    )
    line.shock *= 1.0 - own.soothing
    economy = 1.0 + own.signal * line.failure
    abroad = own.baseline + own.signal * line.threat
    rule = own.baseline
    chief = figure_of(world, holder_of_chief_post(world))
    if chief >= 0 and world.rules.agenda_on == 1 and world.figures[chief].skill > 0.0:
        emphasis = own.emphasis * world.figures[chief].skill
        dimension = _rival_far_from_line(world, chief)
        if dimension == codes.ECONOMY:
            economy += emphasis
        elif dimension == codes.WORLD:
            abroad += emphasis
    total = economy + abroad + rule
    line.salience[0] = economy / total
    line.salience[1] = abroad / total
    line.salience[2] = rule / total


@kernel
def _rival_far_from_line(world: World, chief: int) -> int:
    """Dimension on which the strongest other active figure stands farthest from the line."""
    rival = -1
    most = 0.0
    for k in range(world.tally.active):
        f = world.active[k]
        if f != chief and world.figures[f].power > most:
            most = world.figures[f].power
            rival = f
    best = codes.RULE
    widest = 0.0
    if rival >= 0:
        for d in range(3):
            gap = abs(world.figures[rival].stated[d] - world.line.line[d])
            if gap > widest:
                widest = gap
                best = d
    return best


@kernel
def _canon(world: World, prm: Parameters) -> None:
    """Whoever edits the canon or the press pulls the line towards his own stated position."""
    line = world.line
    for j in range(world.n.posts):
        if world.posts[j].office < 0:
            break
        if world.classes[world.posts[j].kind].canon == 0:
            continue
        editor = figure_of(world, int(world.posts[j].holder))
        if editor >= 0:
            for d in range(3):
                pull = (
                    prm.doctrine.canon * (1.0 + line.cult) * (world.figures[editor].stated[d] - line.line[d])
                )
                line.line[d] += pull


@kernel
def _mood(world: World, prm: Parameters) -> None:
    """Members drift towards the line, and away from an economic line that fails."""
    line = world.line
    own = prm.doctrine
    away = 1.0
    if line.line[0] > 0.3:
        away = -1.0
    for r in range(world.n.regions):
        mood = world.regions[r].mood
        for d in range(3):
            mood[d] += own.mood_follow * (line.line[d] - mood[d])
        mood[0] = min(max(mood[0] + own.mood_drift * line.failure * away, -1.0), 1.0)


@kernel
def _restate(world: World, prm: Parameters, f: int) -> None:
    """Move the stated position towards the members' mood: cheap for the flexible, never for the fixed."""
    figure = world.figures[f]
    if figure.active == 0 or figure.capacity < 0.5:
        return
    own = prm.doctrine
    u, v, _, _ = luck.draw(world.clock, luck.SPEECH, int(world.people[figure.person].key), 0)
    if u >= own.restate * figure.flexibility * 2.0:
        return
    region = min(int(v * world.n.regions), world.n.regions - 1)
    moved = 0.0
    ideal = world.people[figure.person].ideal
    for d in range(3):
        goal = figure.flexibility * world.regions[region].mood[d] + (1.0 - figure.flexibility) * ideal[d]
        shift = own.stride * (goal - figure.stated[d])
        figure.stated[d] += shift
        moved += abs(shift)
    if moved > 0.15:
        write(world, codes.E_REPOSITION, figure.person, -1, entry(DOCTRINE, -1, -1, -1, 0, 0, 0, 0, moved))


@kernel
def mourn(world: World, prm: Parameters) -> None:
    """A founder's funeral: his cult begins; who arranges it gains, a leader who cannot come loses.

    The commission falls to the seated figure who makes most of offices over people.
    """
    own = prm.doctrine
    world.line.cult = 1.0
    host = codes.NOBODY
    most = 0.0
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person < 0 or figure.seated < 0:
            continue
        if figure.capacity < 0.5:
            p = world.people[figure.person]
            p.authority = max(p.authority - own.absence, 0.01)
            continue
        claim = figure.organiser * (own.host + figure.office)
        if claim > most:
            most = claim
            host = f
    if host >= 0:
        p = world.people[world.figures[host].person]
        p.authority = min(p.authority + own.oath, 1.0)


@kernel
def adopt(world: World, mover: int, weight: float) -> None:
    """A resolution moves the line towards the position of the figure who carried it."""
    line = world.line
    for d in range(3):
        line.line[d] += weight * (world.figures[mover].stated[d] - line.line[d])
    write(
        world, codes.E_LINE, world.figures[mover].person, -1, entry(DOCTRINE, -1, -1, -1, 1, 0, 0, 0, weight)
    )
