"""Calendar: what happens from outside, and when the party's assemblies meet.

Signals of the timeline set health, prices, procurement, threat and unrest; they never decide who wins.
Whoever sets the agenda may put off a congress that he expects to lose, month by month, up to `delay_limit`:

delay with chance  sigmoid(delay_slope * (delay_below - expected control of the congress))   [ours]

Reads: signals, sessions, figures, regions, rules
Writes: figures.capacity, figures.recovers, line.*, documents.written, sessions.month
Draws: delay (OPPORTUNITY)
Facts: lenin-illness-triggers-struggle, lenin-first-stroke-1922-05, lenin-speechless-1923,
gensec-drafts-agenda, party-secretary-agenda-001, party-congress-yearly
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.mechanisms.assemblies import assembly_share, temper_regions
from apparat.mechanisms.coalition import take_sides
from apparat.mechanisms.doctrine import mourn
from apparat.mechanisms.leanings import Question
from apparat.mechanisms.steps import CALENDAR
from apparat.world import codes, luck
from apparat.world.journal import entry, write
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.places import figure_of, holder_of_chief_post, key_of, leave_everything
from apparat.world.rows import Signal
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """How far the agenda-setter can move the calendar."""

    delay_limit: float = parameter(
        10.0,
        "longest delay of a congress",
        unit="months",
        low=0,
        high=18,
        source="congress/14; congress/15; party-congress-yearly",
    )
    delay_below: float = parameter(
        0.5,
        "control of the congress below which delay pays",
        unit="share",
        low=0.3,
        high=0.7,
        source="assumed",
    )
    delay_slope: float = parameter(
        8.0,
        "how sharply delay answers to expected control",
        unit="logits per share",
        low=0,
        high=20,
        source="assumed",
    )
    delay_drift: float = parameter(
        0.25,
        "chance a month that a due assembly slips for other reasons",
        unit="1/month",
        low=0,
        high=0.6,
        source="assumed; party-congress-yearly",
    )


@kernel
def step(world: World, prm: Parameters) -> None:
    """Apply this month's signals, let the sick recover, move the calendar."""
    clock = world.clock
    for s in range(world.n.signals):
        if world.signals[s].month == clock.month:
            _apply(world, prm, s)
    for f in range(world.n.figures):
        figure = world.figures[f]
        if figure.person >= 0 and figure.recovers == clock.month:
            figure.capacity = 1.0
            figure.recovers = -1
    _delay(world, prm)


@kernel
def _apply(world: World, prm: Parameters, s: int) -> None:
    signal = world.signals[s]
    kind = signal.kind
    line = world.line
    actor = -1
    if signal.figure >= 0:
        actor = world.figures[signal.figure].person
    write(world, codes.E_SIGNAL, actor, -1, entry(CALENDAR, -1, kind, -1, 0, 0, 0, 0, signal.value))
    if kind == codes.TERMS_OF_TRADE:
        line.terms = signal.value
    elif kind == codes.PROCUREMENT:
        line.procurement = signal.value
    elif kind == codes.FOREIGN_THREAT:
        line.threat = signal.value
    elif kind == codes.UNREST:
        line.unrest = signal.value
    elif kind == codes.ENROLMENT_POSSIBLE:
        world.rules.enrolment_possible = 1
    elif kind == codes.DOCUMENT_WRITTEN:
        world.documents[signal.document].written = world.clock.month
    else:
        _befall(world, prm, signal, actor)


@kernel
def _befall(world: World, prm: Parameters, signal: Signal, actor: int) -> None:
    """Illness, death, and the funeral of a founder, which starts his cult."""
    if actor < 0:
        return
    if signal.kind == codes.FUNERAL:
        mourn(world, prm)
        return
    if world.people[actor].state == codes.DEAD:
        return
    if signal.kind == codes.ILLNESS:
        figure = world.figures[signal.figure]
        figure.capacity = 1.0 - signal.value
        figure.recovers = signal.until
    elif signal.kind == codes.DEATH:
        leave_everything(world, actor, codes.DEAD)
        world.figures[signal.figure].capacity = 0.0
        write(world, codes.E_DEATH, actor, -1, entry(CALENDAR))


@kernel
def _delay(world: World, prm: Parameters) -> None:
    """Put off the assembly due this month, by the chief's interest or by ordinary slippage."""
    own = prm.calendar
    clock = world.clock
    for s in range(world.n.sessions):
        session = world.sessions[s]
        if session.held == 1 or session.month != clock.month:
            continue
        if session.month - session.planned >= own.delay_limit:
            continue
        chief = holder_of_chief_post(world)
        figure = figure_of(world, chief)
        chance = own.delay_drift
        u = luck.draw(clock, luck.OPPORTUNITY, key_of(world, chief), 1000 + s)[0]
        rival = strongest_rival(world, figure)
        if figure >= 0 and rival >= 0 and world.rules.agenda_on == 1:
            take_sides(world, prm, figure, rival, codes.POLICY, 0.0)
            means = (1.0 - chance) * world.figures[figure].skill
            if chance <= u < chance + means:  # otherwise it is settled, whatever the assembly would say
                temper_regions(world, prm, codes.POLICY, 4000)
                expected = assembly_share(world, prm, Question(figure, rival, codes.POLICY, 0.0, -1))
                fear = luck.sigmoid(own.delay_slope * (own.delay_below - expected))
                chance += (1.0 - chance) * fear * world.figures[figure].skill
        if u < chance:
            _push_back(world, s)
            write(
                world,
                codes.E_DELAY,
                chief,
                -1,
                entry(CALENDAR, session.body, -1, -1, 0, 0, 0, 0, session.number),
            )


@kernel
def strongest_rival(world: World, figure: int) -> int:
    """The most powerful other active figure; -1 for none."""
    best = codes.NOBODY
    for k in range(world.tally.active):
        f = world.active[k]
        if f != figure and (best < 0 or world.figures[f].power > world.figures[best].power):
            best = f
    return best


@kernel
def _push_back(world: World, s: int) -> None:
    """One month later; later assemblies of the same month give way too."""
    world.sessions[s].month += 1
    for other in range(s + 1, world.n.sessions):
        if world.sessions[other].month <= world.sessions[other - 1].month:
            world.sessions[other].month = world.sessions[other - 1].month + 1
