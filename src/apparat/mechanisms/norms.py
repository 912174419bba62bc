"""Norms: how much a penalty goes against what is done among comrades, whoever asks.

norm = norm * severity * (1 + rank * office * standing)
       - strike * w * min(strikes, record) * (wear * severity + habit)
       - charge * ban * min(charges, dossier) * severity                                              [ours]
standing = (1 - answers * failure) * (1 - peril * threat) * (1 - vanity * praise)

Who was never condemned is protected, the more the higher he stands; condemnations and charges wear that down,
fully under the ban on factions. A police that answers to its chief alone is beyond custom, and so is he: the
norm protects him by 1 - autonomy only. High office answers for results: the protection by rank shrinks as
policy fails, while war is feared, and for a chief who has himself praised. Weights of the three terms are
parameters of `voting`.

norm against lifting a rule that sets the two top offices apart = norm * breach * custom             [ours]

Reads: figures, rules, statutes, line.failure, line.threat
Writes: nothing
Draws: none
Facts: lenin-no-terror-in-party, faction-ban-penalty, faction-ban-strengthens-leader, coup-no-terror-norm,
rivals-still-fear-beria, khrushchev-economy-fails, khrushchev-criticisms-1964,
collective-leadership-preferred-001
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.parameters import parameter
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@dataclass(frozen=True, kw_only=True)
class Norms:
    """How severe penalties are, and what wears the norm down."""

    condemning: float = parameter(
        0.2, "severity of condemning a line", unit="severity", low=0.05, high=0.4, source="assumed"
    )
    dismissing: float = parameter(
        0.5, "severity of taking a post", unit="severity", low=0.2, high=0.9, source="assumed"
    )
    unseating: float = parameter(
        0.9, "severity of taking a seat", unit="severity", low=0.5, high=1.3, source="assumed"
    )
    expelling: float = parameter(
        1.3,
        "severity of expulsion",
        unit="severity",
        low=0.8,
        high=2.0,
        source="assumed; faction-ban-penalty",
    )
    wear: float = parameter(
        1.2,
        "relief from a condemnation, growing with severity",
        unit="1",
        low=0.4,
        high=2.0,
        source="assumed",
    )
    habit: float = parameter(
        0.12,
        "relief from a condemnation, whatever the severity",
        unit="1",
        low=0.0,
        high=0.4,
        source="assumed",
    )
    answers: float = parameter(
        0.5,
        "part of the protection by rank that is lost while policy fails in full",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed; khrushchev-economy-fails; khrushchev-promises-unfulfilled",
    )
    peril: float = parameter(
        0.25,
        "part of the protection by rank that is lost while the danger of war is felt in full",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed; khrushchev-foreign-policy-rash; khrushchev-criticisms-1964",
    )
    vanity: float = parameter(
        0.25,
        "part of the protection by rank that a chief loses by the praise of himself at its height",
        unit="share",
        low=0.0,
        high=1.0,
        source="assumed; khrushchev-criticisms-1964; heirs-reject-cult",
    )
    breach: float = parameter(
        0.5,
        "severity of lifting a rule that two hands hold the top offices, while the wish for it is fresh",
        unit="severity",
        low=0.0,
        high=1.3,
        source="assumed; collective-leadership-preferred-001; no-double-office-prevents-dictator",
    )
    record: float = parameter(
        4.0,
        "condemnations beyond which no more count",
        unit="condemnations",
        low=2.0,
        high=8.0,
        source="assumed",
    )
    dossier: float = parameter(
        6.0,
        "charges of factionalism beyond which no more count",
        unit="charges",
        low=2.0,
        high=12.0,
        source="assumed",
    )


@kernel
def norm_of(world: World, prm: Parameters, target: int, motion: int) -> float:
    """The norm against a punishment: severity and rank, less what the target is already condemned for."""
    own = prm.voting
    figure = world.figures[target]
    severity = prm.norms.condemning
    if motion == codes.REMOVE_POST:
        severity = prm.norms.dismissing
    elif motion == codes.REMOVE_BODY:
        severity = prm.norms.unseating
    elif motion == codes.EXPEL:
        severity = prm.norms.expelling
    elif motion == codes.ARREST:
        severity = own.arrest
    weight = own.unbanned
    if world.rules.ban == 1:
        weight = 1.0
    rank = figure.office * (1.0 - prm.norms.answers * world.line.failure)
    rank *= 1.0 - prm.norms.peril * world.line.threat
    rank *= 1.0 - prm.norms.vanity * figure.praise
    ranked = severity * (1.0 + own.rank * rank)
    if world.rules.mercy == 1 and motion in (codes.EXPEL, codes.ARREST):
        ranked *= 1.0 + own.mercy
    if world.rules.police >= 0 and world.posts[world.rules.police].holder == figure.person:
        ranked *= 1.0 - world.rules.autonomy
    worn = prm.norms.wear * severity + prm.norms.habit
    relief = own.strike * weight * min(figure.strikes, prm.norms.record) * worn
    relief += own.charge * world.rules.ban * min(figure.charges, prm.norms.dossier) * severity
    return own.norm * ranked - relief


@kernel
def norm_of_rule(world: World, prm: Parameters, s: int) -> float:
    """The norm against changing a rule: what members expect where two hands should hold the top offices."""
    statute = world.statutes[s]
    if statute.kind != codes.OFFICES or statute.in_force == 0:
        return 0.0
    return float(prm.voting.norm * prm.norms.breach * world.rules.custom)
