"""The police as a base of power: the freer it is, the sooner others move; a smaller one frightens less."""

from apparat.mechanisms import coalition, plans
from apparat.mechanisms.plans import best_plan
from apparat.mechanisms.reform import hold_to_account
from apparat.world import codes
from tests.mechanisms.laboratory import Lab, rising
from tests.mechanisms.test_claims_arrest import POLICE, here, holder

MONTHS = range(1, 13)


def moves_against(autonomy: float, seeds: range = range(4)) -> int:
    """In how many of a year's months each other leader would move against the chief of the police."""
    count = 0
    for seed in seeds:
        found = here(seed)
        found.single("rules")["autonomy"] = autonomy
        feared = holder(found, POLICE)
        for month in MONTHS:
            found.single("clock")["month"] = month
            coalition.step(*found.both)
            chosen = [best_plan(*found.both, f) for f in found.figures() if f != feared]
            count += sum(plan.target == feared for plan in chosen)
    return count


def test_the_more_the_police_answers_to_its_chief_alone_the_sooner_others_move_against_him() -> None:
    assert rising([moves_against(autonomy) for autonomy in (0.0, 0.5, 1.0)])


def support(found: Lab, mover: int, target: int) -> float:
    """A mover's estimate of the standing on his side, if he has somebody arrested."""
    hold_to_account(found.world, mover, target)
    total = plans._weigh_camps(*found.both, mover, target)
    return float(plans._expect(*found.both, mover, target, codes.ARREST, total))


def expected(seed: int, following: float) -> tuple[float, float]:
    """What the chief of the police can count on against a rival, and the rival against him."""
    found = here(seed)
    found.sets["coalition"]["fog"], found.sets["plans"]["error"] = 0.0, 0.0
    chief = holder(found, POLICE)
    found.table("figures")["following"][chief] = following
    coalition.step(*found.both)
    rival = next(f for f in found.figures() if f != chief)
    return support(found, chief, rival), support(found, rival, chief)


def test_a_police_chief_whose_base_shrinks_can_count_on_less_and_others_unite_less_against_him() -> None:
    for seed in range(4):
        his, theirs = zip(*(expected(seed, following) for following in (0.1, 0.2, 0.4)), strict=True)
        assert rising(his)
        assert rising(theirs)
