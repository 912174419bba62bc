"""Leaders: what is feared in them, what is not seen of them, and what defeat and recanting cost."""

import numpy as np
import pytest

from apparat.mechanisms import coalition, discipline, strength
from apparat.mechanisms.discipline import settle
from apparat.mechanisms.doctrine import adopt
from apparat.mechanisms.voting import Count
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab, rising
from tests.properties.laws import rows


def two(here: Lab) -> tuple[int, int]:
    """The strongest, and another who looks at him."""
    first, second, *_ = here.figures()
    return first, second


def seen(column: str, values: tuple[float, ...], seed: int, **fixed: float) -> list[float]:
    """How strong a figure looks to another under each value of one of his columns."""
    strengths = []
    for value in values:
        here = lab(seed)
        target, viewer = two(here)
        for name, other in {**fixed, column: value}.items():
            here.table("figures")[name][target] = other
        coalition._look_around(*here.both)
        strengths.append(float(here.table("perceived")[viewer, target]))
    return strengths


@pytest.mark.parametrize("seed", SEEDS)
def test_a_figure_looks_the_stronger_the_more_menacing_he_is(seed: int) -> None:
    assert rising(seen("menace", (0.3, 0.8, 1.3), seed, following=0.3))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_machine_not_yet_seen_hides_a_following(seed: int) -> None:
    assert rising(seen("revealed", (0.0, 0.2, 0.4), seed, following=0.3))
    hidden = np.diff(seen("following", (0.0, 0.3), seed, revealed=0.0))[0]
    open_to_all = np.diff(seen("following", (0.0, 0.3), seed, revealed=1.0))[0]
    assert hidden < open_to_all


def test_a_machine_in_use_comes_to_light() -> None:
    here = lab()
    figures = here.table("figures")
    figures["revealed"] = 0.0
    figures["following"][:2] = 0.0, 0.4
    coalition.step(*here.both)
    assert figures["revealed"][0] == 0.0 < figures["revealed"][1]


@pytest.mark.parametrize("seed", SEEDS)
def test_leaders_side_against_whom_they_fear(seed: int) -> None:
    here = lab(seed)
    mover, target, bystander, *_ = here.figures()
    leanings = []
    for threat in (0.0, 0.5, 1.0):
        here.table("perceived")[bystander, target] = threat
        leanings.append(coalition.inclination(*here.both, bystander, mover, target, 0.0))
    assert rising(leanings)


@pytest.mark.parametrize("seed", SEEDS)
def test_friends_side_with_friends(seed: int) -> None:
    here = lab(seed)
    mover, target, bystander, *_ = here.figures()
    leanings = []
    for affinity in (-0.8, 0.0, 0.8):
        here.table("relations")[bystander, mover] = affinity
        leanings.append(coalition.inclination(*here.both, bystander, mover, target, 0.0))
    assert rising(leanings)


def test_two_offices_in_one_hand_raise_rank_and_what_others_see() -> None:
    ranks, fears = [], []
    for merged in (False, True):
        here = lab()
        holder, viewer = two(here)
        person = here.person(holder)
        posts = here.table("posts")
        for office in np.flatnonzero(posts["holder"] == person):
            posts["holder"][office] = codes.NOBODY
        posts["holder"][4] = person
        if merged:
            posts["holder"][5] = person
        strength._offices(*here.both)
        coalition._look_around(*here.both)
        ranks.append(float(here.table("figures")["office"][holder]))
        fears.append(float(here.table("perceived")[viewer, holder]))
    assert ranks[0] < ranks[1]
    assert fears[0] < fears[1]


def settled(
    *, carried: bool, margin: int = 4, motion: int = codes.CONDEMN, ban: int = 1
) -> tuple[Lab, Lab, int, int]:
    """A world before and after a vote is settled, with its mover and target."""
    before, after = lab(), lab()
    mover, target = two(after)
    for here in (before, after):
        here.single("rules")["ban"] = ban
    ayes, noes = (margin, 1) if carried else (1, margin)
    coalition.take_sides(*after.both, mover, target, motion, 0.0)
    settle(*after.both, mover, target, motion, Count(ayes, noes, 0, carried), 1.0)
    return before, after, mover, target


def change(before: Lab, after: Lab, column: str, figure: int) -> float:
    """What settling did to a figure's, or his person's, column."""
    if column == "authority":
        people = [here.table("people")[column][here.person(figure)] for here in (before, after)]
        return float(people[1] - people[0])
    return float(after.table("figures")[column][figure] - before.table("figures")[column][figure])


@pytest.mark.parametrize("carried", [True, False])
def test_the_loser_loses_authority_and_the_winner_gains_it(carried: bool) -> None:
    before, after, mover, target = settled(carried=carried)
    winner, loser = (mover, target) if carried else (target, mover)
    assert change(before, after, "authority", loser) < 0 < change(before, after, "authority", winner)
    assert change(before, after, "strikes", loser) > 0 == change(before, after, "strikes", winner)


def test_a_clearer_defeat_costs_more() -> None:
    losses = []
    for margin in (2, 4, 20):
        before, after, _, target = settled(carried=True, margin=margin)
        losses.append(-change(before, after, "authority", target))
    assert rising(losses)


def test_losing_a_motion_is_charged_as_factionalism_under_the_ban_only() -> None:
    for ban in (0, 1):
        before, after, mover, _ = settled(carried=False, ban=ban)
        assert (change(before, after, "charges", mover) > 0) == bool(ban)


def test_allies_of_a_contest_come_closer_and_opponents_fall_out() -> None:
    before, after, *_ = settled(carried=True)
    figures = rows(after.state, "figures")
    moved = after.table("relations") - before.table("relations")
    camps = [np.flatnonzero((figures["active"] == 1) & (figures["side"] == side)) for side in (1, -1)]
    for camp in camps:
        inside = moved[np.ix_(camp, camp)][~np.eye(len(camp), dtype=bool)]
        assert (inside > 0).all()
    assert moved[np.ix_(*camps)].size > 0
    assert (moved[np.ix_(*camps)] < 0).all()


@pytest.mark.parametrize("weight", [0.1, 0.5])
def test_who_carries_a_resolution_moves_the_orthodoxy_towards_himself(weight: float) -> None:
    here = lab()
    mover, _ = two(here)
    stated = here.table("figures")["stated"][mover]
    before = stated - here.single("line")["line"][0]
    adopt(here.world, mover, weight)
    assert np.allclose(stated - here.single("line")["line"][0], (1 - weight) * before)


def after_defeat(ban: int = 1, **changed: float) -> list[tuple[float, float, float]]:
    """Authority, strikes and charges gained by a condemned leader in a month, over many runs."""
    moves = []
    for run in range(400):
        here = lab()
        here.single("clock")["run"] = run
        here.single("rules")["ban"] = ban
        figure, _ = two(here)
        here.table("figures")["strikes"], here.table("figures")["strikes"][figure] = 0.0, 2.0
        here.table("figures")["charges"] = 0.0
        for name, value in changed.items():
            here.table("figures")[name][figure] = value
        authority = float(here.table("people")["authority"][here.person(figure)])
        discipline.step(*here.both)
        moves.append(
            (
                float(here.table("people")["authority"][here.person(figure)]) / authority,
                float(here.table("figures")["strikes"][figure]),
                float(here.table("figures")["charges"][figure]),
            )
        )
    return moves


def test_recanting_lowers_authority_for_good_and_buys_off_condemnation() -> None:
    recanted = [m for m in after_defeat() if m[0] < 1]
    silent = [m for m in after_defeat() if m[0] == 1]
    assert 0 < len(recanted) < len(silent)
    assert all(share == pytest.approx(0.9) for share, _, _ in recanted)
    assert max(strikes for _, strikes, _ in recanted) < min(strikes for _, strikes, _ in silent)


def test_the_flexible_recant_and_the_fixed_do_not() -> None:
    bent, fixed = (sum(m[0] < 1 for m in after_defeat(flexibility=f)) for f in (1.0, 0.0))
    assert fixed == 0 < bent


def test_campaigning_on_is_a_charge_under_the_ban_only() -> None:
    banned, free = (sum(m[2] > 0 for m in after_defeat(ban, ambition=1.0)) for ban in (1, 0))
    assert free == 0 < banned
