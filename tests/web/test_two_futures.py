"""Two futures in a real browser: they need the engine itself."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.barriers import none_in
from tests.web.conftest import Served

# The model is compiled once, which takes a minute and longer on a machine that is busy.
_COMPILED_MS = 300_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    started = Served(tmp_path_factory.mktemp("served"))
    yield started
    started.stop()


@pytest.mark.slow
def test_a_switch_leads_to_what_differs(page: Any) -> None:
    page.goto("/what-if?scenario=succession-1922&pairs=2")
    page.get_by_role("switch", name="The General Secretary's office has no powers of its own").check()
    page.get_by_role("button", name="Play both futures").click()
    expect(page.get_by_role("slider", name="Month, with the change")).to_be_visible(timeout=_COMPILED_MS)
    expect(page.get_by_role("heading", name="One history and its twin")).to_be_visible()
    expect(page).to_have_url(re.compile("levers=no-general-secretary"))
    none_in(page)


@pytest.mark.slow
def test_a_slider_leads_to_what_differs(page: Any) -> None:
    page.goto("/what-if?scenario=succession-1922&pairs=2")
    page.get_by_role("slider", name="Trotsky: menace").press("End")
    page.get_by_role("searchbox", name="Find a number").fill("bukharin ambition")
    page.get_by_role("button", name="Bukharin: ambition").click()
    page.get_by_role("button", name="Bukharin: ambition: as it was").click()
    page.get_by_role("button", name="Play both futures").click()
    expect(page.get_by_role("slider", name="Month, with the change")).to_be_visible(timeout=_COMPILED_MS)
    assert page.url.endswith("/what-if?pairs=2&scenario=succession-1922&set=persons.trotsky.menace%3A2")
