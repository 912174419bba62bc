"""What a reform does to its author and to those it hits: opposition after a lag, and bases in proportion."""

import numpy as np
import pytest

from apparat.engine import Engine
from apparat.experiments.seam import Request
from apparat.mechanisms import patronage, reform
from apparat.world import codes
from apparat.world.state import record
from tests.mechanisms.laboratory import Lab, rising
from tests.mechanisms.test_claims_reform import REFORM, against, here

LOCALS = 1
"""Class of the family's lower posts."""
STEPS = (0.0, 0.3, 0.6, 0.9)


def opposed(step: float, months: int, seed: int) -> float:
    """Share of the committee against the author of a reform, some months after a step of a size."""
    found = here(seed)
    strongest, author = found.figures()[:2]
    found.single("harm")[0, REFORM, :8] = step
    reform.enact(found.world, REFORM, 1, author, codes.TOP)
    for _ in range(months):
        reform.step(*found.both)
    return against(found, author, strongest)


@pytest.mark.parametrize("seed", range(4))
def test_a_larger_step_meets_a_larger_backlash_but_not_at_once(seed: int) -> None:
    at_once = {opposed(step, 0, seed) for step in STEPS}
    assert len(at_once) == 1
    for months in (6, 24):
        assert rising([opposed(step, months, seed) for step in STEPS])


@pytest.mark.parametrize("seed", range(4))
def test_the_backlash_grows_for_years(seed: int) -> None:
    assert rising([opposed(0.9, months, seed) for months in (0, 6, 12, 24, 36)])


def base_of(found: Lab, figure: int) -> float:
    """Weight of the posts that follow a figure, each by its holder's loyalty."""
    found.single("clock")["month"] = patronage.QUARTER - 1
    patronage.step(*found.both)
    classes = found.table("classes")
    total = float((classes["weight"] * classes["count"]).sum())
    return float(found.table("figures")["following"][figure]) * total


def bases(lightened: float, seed: int) -> tuple[float, float]:
    """Bases of a leader who has lower posts alone and of one who has none, when these are lightened."""
    found = here(seed)
    heads = found.figures()[:2]
    posts, people = found.table("posts"), found.table("people")
    people["patron"] = codes.NOBODY
    for figure, kind in zip(heads, (LOCALS, 0), strict=True):
        holders = posts["holder"][posts["kind"] == kind]
        holders = holders[holders >= 0]
        holders = holders[people["figure"][holders] < 0]
        people["patron"][holders], people["tie"][holders] = found.person(figure), 0.5
    found.single("lightening")[0, REFORM, LOCALS] = -lightened
    reform.enact(found.world, REFORM, 1, codes.NOBODY, codes.TOP)
    first, second = (base_of(found, figure) for figure in heads)
    return first, second


@pytest.mark.parametrize("seed", range(3))
def test_cutting_posts_lowers_the_base_of_whoever_has_them_in_proportion_and_nobody_elses(seed: int) -> None:
    whole, other = bases(0.0, seed)
    assert whole > 0 < other
    for part in (0.2, 0.4, 0.8):
        cut, untouched = bases(part, seed)
        assert cut == pytest.approx((1 - part) * whole, rel=1e-6)
        assert untouched == pytest.approx(other, rel=1e-6)


def test_councils_and_cut_ministries_shift_weight_from_the_centre_of_the_state_to_regional_secretaries() -> (
    None
):
    built = Request(scenario="collective-1953", seed=1, choice="uncalibrated").build("none")
    assert isinstance(built, Engine)
    rows = built.compiled.places.classes
    centre = [row for name, row in rows.items() if name == "ministers" or name.startswith("commissariat-")]
    for name in ("ministries-cut", "economic-councils"):
        world = built.open(0).world
        shares = []
        for on in (0, 1):
            reform.enact(record(world), built.compiled.rules.index(name), on, codes.NOBODY, codes.COMMITTEE)
            classes = world["classes"][0]
            weight = classes["weight"] * classes["count"] / (classes["weight"] * classes["count"]).sum()
            shares.append((weight[centre].sum(), weight[rows["regional-secretaries"]]))
        before, after = np.array(shares)
        assert after[0] < before[0]
        assert after[1] > before[1]
