"""The rank and file: an enrolment adds its recruits exactly and changes what the branches are."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from apparat.mechanisms import membership
from apparat.world import codes
from tests.mechanisms.laboratory import Lab, lab, rising

SIZE, MONTHS = 12_000, 6


def enrolled(size: float, *, exits: float = 0.0, months: int = 12) -> Lab:
    """Some months after a mass enrolment of a size began; there is no other intake."""
    here = lab()
    here.sets["membership"]["exits"] = exits
    rules = here.single("rules")
    rules["intake"] = 0.0
    rules["enrolment_since"] = here.single("clock")["month"][0]
    rules["enrolment_size"], rules["enrolment_months"] = size, MONTHS
    here.table("regions")["carry"] = 0.0
    for _ in range(months):
        membership.step(*here.both)
        here.single("clock")["month"] += 1
    return here


def regions(here: Lab) -> NDArray[Any]:
    """The regions in use."""
    used: NDArray[Any] = here.table("regions")[: here.single("n")["regions"][0]]
    return used


def test_an_enrolment_adds_exactly_its_recruits() -> None:
    before, here = regions(lab()), regions(enrolled(SIZE))
    carried = here["carry"].sum()
    assert 0 <= carried < len(here)
    gained = here["members"].sum() - before["members"].sum()
    assert gained + carried == pytest.approx(SIZE)
    assert gained == (here["admitted"] - before["admitted"]).sum()
    assert (here["left"] == before["left"]).all()
    assert (here["members"][:, : membership.NEWEST_COHORT] == before["members"][:, :-1]).all()


def test_recruits_come_over_the_enrolment_s_months_and_not_after() -> None:
    counts = [regions(enrolled(SIZE, months=m))["members"].sum() for m in (0, 3, 6, 9)]
    assert counts[1] - counts[0] == pytest.approx(SIZE / 2, abs=10)
    assert counts[2] - counts[1] == pytest.approx(SIZE / 2, abs=10)
    assert counts[3] == counts[2]


def test_the_larger_the_enrolment_the_more_members_defer_and_the_less_ideas_weigh() -> None:
    sizes = (0.0, 3_000.0, 12_000.0, 40_000.0)
    found = [regions(enrolled(size)) for size in sizes]
    for r in range(len(found[0])):
        assert rising([float(f["deference"][r]) for f in found])
        assert rising([-float(f["engagement"][r]) for f in found])


def test_recruits_go_where_the_workers_are() -> None:
    here = lab()
    plain, bent = (
        [membership.intake_weight(here.world, r, bend) for r in range(len(regions(here)))]
        for bend in (0.0, 0.5)
    )
    ratio = np.array(bent) / np.array(plain)
    assert (np.argsort(ratio) == np.argsort(regions(here)["industrial"])).all()


def test_the_more_leave_the_fewer_stay() -> None:
    counts = [-regions(enrolled(0.0, exits=exits))["members"].sum() for exits in (0.0, 0.01, 0.02)]
    assert rising(counts)


def launched(organiser: float) -> int:
    """In how many of many runs a chief launches a possible enrolment within a month."""
    count = 0
    for run in range(300):
        here = lab()
        here.single("clock")["run"] = run
        here.single("rules")["enrolment_possible"] = 1
        here.single("rules")["enrolment_since"] = codes.NOBODY
        here.table("figures")["organiser"] = organiser
        membership.step(*here.both)
        count += int(here.single("rules")["enrolment_since"][0] >= 0)
    return count


def test_a_chief_who_uses_his_office_for_people_launches_the_enrolment() -> None:
    counts = [launched(organiser) for organiser in (0.0, 0.4, 1.0)]
    assert counts[0] == 0
    assert rising(counts)
