"""Norms: how much a penalty goes against what is done among comrades, whoever asks.

norm = norm * severity * (1 + rank * office) - strike * w * min(strikes, 4) (1.2 severity + 0.12)
       - charge * ban * min(charges, 6) * severity                                                   [ours]

Who was never condemned is protected, the more the higher he stands; condemnations and charges wear that down,
fully under the ban on factions. A police that answers to its chief alone is beyond custom, and so is he: the
norm protects him by 1 - autonomy only. The parameters are those of `voting`.

Reads: figures, rules
Writes: nothing
Draws: none
Facts: lenin-no-terror-in-party, faction-ban-penalty, faction-ban-strengthens-leader, coup-no-terror-norm,
rivals-still-fear-beria
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apparat.world import codes
from apparat.world.kernel import kernel
from apparat.world.state import World

if TYPE_CHECKING:
    from apparat.mechanisms.month import Parameters


@kernel
def norm_of(world: World, prm: Parameters, target: int, motion: int) -> float:
    """The norm against a punishment: severity and rank, less what the target is already condemned for."""
    own = prm.voting
    figure = world.figures[target]
    severity = 0.2
    if motion == codes.REMOVE_POST:
        severity = 0.5
    elif motion == codes.REMOVE_BODY:
        severity = 0.9
    elif motion == codes.EXPEL:
        severity = 1.3
    elif motion == codes.ARREST:
        severity = own.arrest
    weight = own.unbanned
    if world.rules.ban == 1:
        weight = 1.0
    ranked = severity * (1.0 + own.rank * figure.office)
    if world.rules.mercy == 1 and severity >= 1.3:
        ranked *= 1.0 + own.mercy
    if world.rules.police >= 0 and world.posts[world.rules.police].holder == figure.person:
        ranked *= 1.0 - world.rules.autonomy
    relief = own.strike * weight * min(figure.strikes, 4.0) * (1.2 * severity + 0.12)
    relief += own.charge * world.rules.ban * min(figure.charges, 6.0) * severity
    return own.norm * ranked - relief
