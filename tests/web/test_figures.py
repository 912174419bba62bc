"""What answers show: report cards and causes, in a real browser and over the interface."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import expect
from pydantic import BaseModel

from apparat.experiments.seam import Watcher
from apparat.web.work.answers import answer
from apparat.web.work.orders import ExplainOrder, Order, ValidateOrder
from tests.experiments.validation.cards import the_record, whole
from tests.report.samples import EXPLANATION
from tests.web.barriers import none_in
from tests.web.conftest import Served

CARD = whole(lambda target: the_record(target) + 1)


def invented(order: Order, folder: Path, watcher: Watcher) -> BaseModel:
    """Answers that take minutes, invented; the others by the toy engine."""
    match order:
        case ValidateOrder():
            return CARD
        case ExplainOrder():
            return EXPLANATION
        case _:
            return answer(order, folder, watcher)


@pytest.fixture(scope="module")
def served(toy: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    started = Served(tmp_path_factory.mktemp("served"), invented)
    yield started
    started.stop()


def test_the_model_is_held_to_the_record_when_asked(page: Any) -> None:
    page.goto("/outcome?scenario=succession-1922&runs=20&seed=1")
    card = page.get_by_role("region", name="Report card")
    card.get_by_role("button", name="Hold it to the record").click()
    expect(page).to_have_url("/outcome?card=1&runs=20&scenario=succession-1922&seed=1")
    expect(card).to_contain_text(CARD.failures[0])
    expect(card.locator(".chart").first).to_be_visible()
    card.get_by_text("figures, one by one").click()
    row = CARD.targets[0]
    expect(card.get_by_role("row", name=row.target).first).to_contain_text(row.recorded)


def test_causes_fall_like_water_when_they_are_weighed(page: Any) -> None:
    page.goto("/what-if?causes=1&scenario=succession-1922")
    part = page.get_by_role("region", name="What each cause contributed")
    expect(part).to_contain_text("the machine contributed 30")
    fall = part.get_by_role("table", name="Judged by conduct, the share of runs goes from 10 % with no cause")
    expect(fall.get_by_role("row", name="the doctrine")).to_contain_text("-5")
    ends = fall.locator(".span").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    nothing, machine, luck, doctrine, everything = ends
    assert machine[0] == pytest.approx(nothing[1], abs=2)
    assert luck[0] == pytest.approx(machine[1], abs=2)
    assert doctrine[1] == pytest.approx(luck[1], abs=2)
    assert everything[1] == pytest.approx(doctrine[0], abs=2)


@pytest.mark.parametrize(
    ("path", "sight"),
    [
        ("/outcome?card=1&runs=20&scenario=succession-1922&seed=1", "[aria-labelledby=card] .chart"),
        ("/what-if?causes=1&scenario=succession-1922", "[aria-labelledby=causes] .chart"),
    ],
    ids=["card", "causes"],
)
def test_nobody_meets_a_barrier_in_figures(page: Any, path: str, sight: str) -> None:
    page.goto(path)
    page.locator(sight).first.wait_for()
    none_in(page)
    assert page.locator(sight).first.is_visible()


def test_figures_are_data(served: Served) -> None:
    order = {"kind": "explain", "scenario": "succession-1922"}
    job = httpx2.post(f"{served.address}/api/jobs", json=order).json()
    with httpx2.stream("GET", f"{served.address}/api/jobs/{job['id']}/events", timeout=60) as events:
        events.read()
    figures = httpx2.get(f"{served.address}/api/jobs/{job['id']}/figures").json()
    assert {figure["chart"]["kind"] for figure in figures} == {"bars"}
    assert figures[0]["chart"]["rows"][0]["label"] == "no cause"
