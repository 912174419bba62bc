"""The Explorer by keyboard alone: all that can be used is reached, seen and left, and does what it says."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.report import samples
from tests.web.barriers import none_in
from tests.web.test_explorer import HOUSE, OUTCOME, RUN, VIEWS

# All that a key may stop at, numbered as it stands on the page; of choices, the one that is made.
STOPS = """
() => {
  const kinds = 'a[href], button, input, select, summary, [tabindex]';
  const shown = e => e.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll(kinds)].filter(
    e => e.tabIndex >= 0 && !e.disabled && shown(e) && !(e.type === 'radio' && !e.checked));
  all.forEach((e, i) => { e.dataset.stop = i; });
  return all.map(e => (e.getAttribute('aria-label') ?? e.textContent ?? e.tagName).slice(0, 60));
}
"""
# Where one is: the stop, whether it shows itself to be the one, and whether it is within the window.
HERE = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const ringed = of => {
    const style = of && getComputedStyle(of);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const box = (e.closest('.segments label') ?? e).getBoundingClientRect();
  return {
    stop: e.dataset.stop === undefined ? null : Number(e.dataset.stop),
    said: e.outerHTML.slice(0, 120),
    ringed: !!(ringed(e) || ringed(e.closest('.segments label'))),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
"""


@pytest.mark.parametrize(("path", "sight"), VIEWS.items(), ids=VIEWS)
def test_every_stop_is_reached_in_order_shown_and_left(page: Any, path: str, sight: str) -> None:
    page.goto(path)
    page.locator(sight).first.wait_for()
    page.wait_for_load_state("networkidle")
    stops = page.evaluate(STOPS)
    assert len(stops) > 8
    seen = []
    for _ in range(2 * len(stops) + 10):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        assert here["ringed"], here
        assert here["inside"], here
        seen.append(here["stop"])
    else:
        raise AssertionError(f"no way out: {[stops[stop] for stop in seen[-5:] if stop is not None]}")
    numbered = [stop for stop in seen if stop is not None]
    assert numbered == sorted(numbered)
    # What the toy names as its sources stands in no record.
    page.complaints[:] = [said for said in page.complaints if "404" not in said]
    missed = [stops[stop] for stop in set(range(len(stops))) - set(numbered)]
    assert missed == []


def test_the_first_key_leads_past_the_menu_to_the_content(page: Any) -> None:
    page.goto("/")
    page.locator(".story").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Play it 500 times").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("A toy succession")
    expect(page.locator("main")).to_be_focused()


def test_an_outcome_is_read_down_to_the_run(page: Any) -> None:
    page.goto(OUTCOME)
    page.get_by_role("slider", name="Month").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("month=1922-06"))
    row = page.locator(".shares button").nth(1)
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    page.get_by_role("radio", name="Stacked").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("as=lines"))
    page.locator(".chips a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/run\?"))


def test_a_menu_is_opened_walked_and_put_away(page: Any) -> None:
    page.goto(OUTCOME)
    menu = page.locator("summary", has_text="Share and save").first
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the address of this view")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(page.get_by_role("button", name="Copy the address of this view")).to_be_hidden()


def test_a_term_explains_itself_and_is_put_away(page: Any) -> None:
    page.goto(OUTCOME)
    term = page.locator(".term").first
    term.focus()
    meaning = term.get_by_role("tooltip")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("leads by conduct")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.keyboard.press("Tab")
    term.focus()
    expect(meaning).to_be_visible()


def test_an_explanation_stays_within_a_telephone(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(OUTCOME)
    for term in page.locator(".term").all():
        term.focus()
        box = term.get_by_role("tooltip").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_history_is_played_opened_asked_about_and_left(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apparat.web.work.answers.why_played", lambda *_, **__: samples.WHY)
    page.goto(RUN)
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Space")
    vote = page.locator(".vote summary").first
    vote.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Roll")).to_be_visible()
    page.locator("button.ask").first.focus()
    page.keyboard.press("Enter")
    answer = page.get_by_role("region", name="Why?")
    expect(answer.get_by_role("heading", name="The smallest change that undoes it")).to_be_visible()
    expect(answer.get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Escape")
    expect(answer).to_be_hidden()
    expect(page.locator("button.ask").first).to_be_focused()
    tree = page.get_by_role("group", name="Leaders and those who depend on them").get_by_role("button").first
    tree.focus()
    page.keyboard.press("Space")
    expect(tree).to_have_attribute("aria-pressed", "true")


def test_the_house_is_walked_seat_by_seat(page: Any) -> None:
    page.goto(HOUSE)
    room = page.get_by_role("button", name="Politburo")
    room.focus()
    page.keyboard.press("ArrowRight")
    caption = page.locator(".caption")
    expect(caption).to_contain_text("Politburo")
    first = caption.text_content()
    page.keyboard.press("ArrowRight")
    expect(caption).not_to_have_text(first or "")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Politburo")).to_be_visible()
    page.get_by_role("radio", name="In practice").focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("as=theory"))


def test_levers_and_numbers_are_set(page: Any) -> None:
    page.goto("/what-if?scenario=succession-1922")
    lever = page.get_by_role("switch").first
    lever.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Play both futures")).to_be_enabled()
    expect(lever).to_be_checked()
    number = page.get_by_role("slider", name="Trotsky: menace")
    number.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".dial", has=number).locator("output")).not_to_have_text("as it was")


def test_nobody_meets_a_barrier_in_what_opens(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apparat.web.work.answers.why_played", lambda *_, **__: samples.WHY)
    page.goto(RUN)
    page.locator(".vote summary").first.click()
    expect(page.get_by_role("region", name="Roll")).to_be_visible()
    page.locator("button.ask").first.click()
    answer = page.get_by_role("region", name="Why?")
    expect(answer.get_by_role("heading", name="The smallest change that undoes it")).to_be_visible()
    page.locator("summary", has_text="Share and save").first.click()
    none_in(page)
