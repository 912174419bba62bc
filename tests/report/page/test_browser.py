"""Pages in a browser: the front end draws their figures, shut in by the page's own policy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apparat.report.page.bundle import built
from tests.results.test_charts import luminance

MEASURE = """
() => {
  const shown = e => e.getClientRects().length && e.closest('.scroll, .unseen') === null;
  const all = 'h1, h2, h3, p, th, td, li, span, summary, text';
  const letters = [...document.querySelectorAll(all)].filter(shown);
  const out = [...document.querySelectorAll('main *, header *')].filter(shown).filter(
    e => e.getBoundingClientRect().right > innerWidth + 1);
  const style = getComputedStyle(document.body);
  const hex = part => Number(part).toString(16).padStart(2, '0');
  const rgb = color => color.match(/[0-9]+/g).slice(0, 3).map(hex);
  return {
    scrolls: document.documentElement.scrollWidth,
    out: out.map(e => e.outerHTML.slice(0, 90)),
    smallest: Math.min(...letters.map(e => parseFloat(getComputedStyle(e).fontSize))),
    ground: '#' + rgb(getComputedStyle(document.documentElement).backgroundColor).join(''),
    ink: '#' + rgb(style.color).join(''),
  };
}
"""


class Tabs:
    """Pages of results, each opened from a file as a reader would."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self._folder = folder
        self.window = browser.new_context()

    def of(self, text: str, *, width: int = 1200, dark: bool = False) -> Any:
        file = self._folder / f"page-{len(self.window.pages)}.html"
        file.write_text(text, encoding="utf-8")
        tab, complaints = self.window.new_page(), []
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme="dark" if dark else "light")
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        tab.on("request", lambda asked: complaints.append(asked.url) if asked.url != file.as_uri() else None)
        tab.goto(file.as_uri())
        tab.complaints = complaints
        return tab


@pytest.fixture(scope="module")
def tabs(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tabs]:
    if not built().script:
        pytest.skip("left out: the front end was not built (APPARAT_WITHOUT_WEB=1, or no install)")
    made = Tabs(browser, tmp_path_factory.mktemp("pages"))
    yield made
    made.window.close()


def contrast(one: float, other: float) -> float:
    light, dark = sorted([one, other], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "dark"), [(360, False), (1920, True)])
def test_nothing_sticks_out_and_letters_can_be_read(
    tabs: Tabs, pages: dict[str, str], width: int, dark: bool
) -> None:
    tab = tabs.of(pages["what-if"], width=width, dark=dark)
    tab.locator(".fan svg").first.wait_for()
    found = tab.evaluate(MEASURE)
    assert tab.complaints == []
    assert (found["scrolls"], found["out"]) == (width, [])
    assert found["smallest"] >= 11
    assert contrast(luminance(found["ink"]), luminance(found["ground"])) > 12
    assert (luminance(found["ground"]) < 0.1) is dark


@pytest.mark.slow
def test_every_figure_of_every_kind_is_drawn(tabs: Tabs, pages: dict[str, str]) -> None:
    for kind, text in pages.items():
        tab = tabs.of(text)
        places = tab.locator("[data-figure]")
        drawn = tab.evaluate("[...document.querySelectorAll('[data-figure]')].map(e => e.childElementCount)")
        assert drawn == [count for count in drawn if count], kind
        assert len(drawn) == places.count()
        assert tab.complaints == [], kind


@pytest.mark.slow
def test_bars_are_as_long_as_their_numbers(tabs: Tabs, pages: dict[str, str]) -> None:
    tab = tabs.of(pages["ensemble"])
    rows = tab.evaluate(
        """[...document.querySelectorAll('[data-figure="1"] .bars tbody tr')].flatMap(row => {
          const bar = row.querySelector('.track .span');
          return bar ? [[row.lastChild.textContent, bar.getBoundingClientRect().width]] : [];
        })"""
    )
    shares = [float(said.split(" %")[0]) for said, _ in rows]
    long = max(width for _, width in rows) / max(shares)
    assert [width for _, width in rows] == pytest.approx([share * long for share in shares], abs=0.8 * long)


@pytest.mark.slow
def test_a_month_is_moved_by_keys(tabs: Tabs, pages: dict[str, str]) -> None:
    tab = tabs.of(pages["ensemble"])
    slider = tab.get_by_role("slider", name="Month")
    slider.press("Home")
    assert slider.get_attribute("aria-valuenow") == "0"
    assert "April 1922" in tab.locator(".at-hand").first.inner_text()


@pytest.mark.slow
def test_without_scripts_text_and_numbers_remain(
    tabs: Tabs, browser: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "still.html"
    file.write_text(pages["ensemble"], encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.get_by_text("The numbers").first.click()
    assert "December 1929" in tab.locator("figure details").first.inner_text()
    context.close()
