"""Inspection: the stick beside the carrot; whom the inspector spares is his, others leave a gap."""

import pytest

from apparat.mechanisms import inspection
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab

INSPECTED = 1
"""The class that the family's second authority may inspect; its chief holds the second office."""


def visited(seed: int, strict: float, months: int = 12) -> tuple[Lab, int]:
    """A world after some months of inspection alone, and the inspector's row."""
    found = lab(seed)
    chief = int(found.table("posts")["holder"][1])
    found.table("figures")["organiser"][found.table("people")["figure"][chief]] = 1.0
    found.sets["inspection"]["strict"] = strict
    found.single("clock")["journal"] = codes.J_FULL
    for _ in range(months):
        found.single("clock")["month"] += 1
        inspection.step(*found.both)
    return found, chief


def owed(found: Lab, chief: int) -> float:
    """All ties of holders of the inspected class to the inspector."""
    posts = found.table("posts")[: int(found.single("n")["posts"][0])]
    holders = posts["holder"][(posts["kind"] == INSPECTED) & (posts["holder"] >= 0)]
    people = found.table("people")[holders]
    return float(people["tie"][people["patron"] == chief].sum())


@pytest.mark.parametrize("seed", SEEDS)
def test_without_the_power_to_dismiss_visits_bind_nobody(seed: int) -> None:
    before = lab(seed)
    idle, chief = visited(seed, 0.0)
    feared, _ = visited(seed, 0.4)
    assert owed(idle, chief) <= owed(before, chief)
    assert owed(feared, chief) > owed(idle, chief)


def test_dismissals_rise_with_strictness_and_fall_on_the_inspected_alone() -> None:
    empty = []
    for strict in (0.0, 0.2, 0.6):
        found, chief = visited(1, strict)
        posts = found.table("posts")[: int(found.single("n")["posts"][0])]
        vacant = posts["holder"] < 0
        empty.append(int((vacant & (posts["kind"] == INSPECTED)).sum()))
        assert not (
            vacant & (posts["kind"] == 0) & ~(lab(1).table("posts")["holder"][: len(posts)] < 0)
        ).any()
        assert posts["holder"][1] == chief
    assert empty[0] < empty[1] < empty[2]


def test_who_is_loyal_to_the_inspector_is_safe() -> None:
    found = lab(1)
    chief = int(found.table("posts")["holder"][1])
    figure = int(found.table("people")["figure"][chief])
    posts = found.table("posts")[: int(found.single("n")["posts"][0])]
    holders = posts["holder"][(posts["kind"] == INSPECTED) & (posts["holder"] >= 0)]
    for column, value in (("patron", chief), ("root", figure), ("tie", 1.0), ("loyal", 1.0)):
        found.table("people")[column][holders] = value
    found.sets["inspection"]["strict"] = 0.8
    found.sets["inspection"]["visits"] = 30.0
    inspection.step(*found.both)
    assert (found.table("posts")["holder"][: len(posts)] == posts["holder"]).all()


def test_an_inspectorate_without_a_figure_in_charge_is_idle() -> None:
    found = lab(1)
    found.table("posts")["holder"][1] = codes.NOBODY
    before = found.state.tobytes()
    inspection.step(*found.both)
    assert found.state.tobytes() == before
