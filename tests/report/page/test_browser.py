"""Pages in a browser: nothing sticks out on a telephone or a projector, and light and dark can be read."""

import re
from typing import Any

import pytest

from tests.results.browser import of_page
from tests.results.test_charts import luminance

MEASURE = """
const shown = e => e.getClientRects().length && e.closest('.scroll, .unseen') === null;
const letters = [...document.querySelectorAll('h1, h2, h3, p, th, td, li, span, summary')].filter(shown);
const out = [...document.querySelectorAll('main *, header *')].filter(shown).filter(
  e => e.getBoundingClientRect().right > innerWidth + 1);
const style = getComputedStyle(document.documentElement);
return {
  wide: innerWidth, scrolls: document.documentElement.scrollWidth,
  out: out.map(e => e.outerHTML.slice(0, 90)),
  smallest: Math.min(...letters.map(e => parseFloat(getComputedStyle(e).fontSize))),
  plots: [...document.querySelectorAll('.plot svg, table.rows .track')].filter(shown).map(e => e.clientWidth),
  ground: style.backgroundColor, ink: style.color,
  shades: ['--faint', '--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--neither'].map(
    name => style.getPropertyValue(name).trim())
}
"""


@pytest.fixture(scope="module")
def seen(pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, bool], Any]:
    folder = tmp_path_factory.mktemp("browser")
    ways = [(360, False), (1920, True)]
    return {
        (width, dark): of_page(pages["what-if"], MEASURE, folder, width=width, dark=dark)
        for width, dark in ways
    }


def contrast(one: float, other: float) -> float:
    light, dark = sorted([one, other], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(said: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", said)[:3])


@pytest.mark.slow
def test_nothing_sticks_out_and_letters_stay_large(seen: dict[tuple[int, bool], Any]) -> None:
    for (width, _), found in seen.items():
        assert found["wide"] == width
        assert found["scrolls"] <= width, found["out"]
        assert found["out"] == []
        assert found["smallest"] >= 11
        assert min(found["plots"]) > 90
    assert seen[1920, True]["smallest"] > seen[360, False]["smallest"]


@pytest.mark.slow
def test_letters_and_lines_stand_out_from_light_and_dark_grounds(seen: dict[tuple[int, bool], Any]) -> None:
    grounds = []
    for found in seen.values():
        ground = luminance(rgb(found["ground"]))
        grounds.append(ground)
        faint, *shades = (luminance(shade) for shade in found["shades"])
        assert contrast(luminance(rgb(found["ink"])), ground) > 12
        assert contrast(faint, ground) > 4.5
        assert min(contrast(shade, ground) for shade in shades) > 4.5
    assert grounds[0] > 0.9 > 0.1 > grounds[1]
