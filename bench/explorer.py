"""What a reader of the Explorer waits for: first paint, use, a month moved; and how much is loaded.

    python -m bench.explorer

Needs Chromium. One run of `succession-1922` is played first, so that every page has its answer.
"""

import gzip
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from apparat.web import pages
from apparat.web.application import create
from apparat.web.serve import listen
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop
from apparat.world.kernel import cache_root
from bench.timing import show, summary

VISITS = 5
MOST_MS = 300_000
RUN = "/run?scenario=succession-1922&seed=1&run=0&month=1922-04"
SIGHTS = {"/": ".story .table circle", RUN: ".journal section"}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
# Each frame moves the month once, as a hand on the slider would; a frame's work is all that its key causes.
SCRUB = """
async () => {
  const slider = document.querySelector('input[type=range]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const frame = () => new Promise(requestAnimationFrame);
  const work = [];
  await frame();
  const began = performance.now();
  for (let at = Number(slider.min); at <= Number(slider.max); at++) {
    const from = performance.now();
    set.call(slider, String(at));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    document.body.getBoundingClientRect();
    work.push(performance.now() - from);
    await frame();
  }
  return { work, seconds: (performance.now() - began) / 1000 };
}
"""


def main() -> None:
    """Measure, and print the figures: times in milliseconds."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("bench.explorer needs Chromium.")
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        views = {
            path.partition("?")[0]: visited(browser, address + path, sight) for path, sight in SIGHTS.items()
        }
        work, rate = scrubbed(browser, address + RUN)
        browser.close()
    show(
        loaded_bytes=loaded(),
        visits=VISITS,
        views=views,
        month_moved={"work": summary(work), "frames_a_second": rate},
    )


def visited(browser: Any, address: str, sight: str) -> dict[str, dict[str, float]]:
    """First paint and use over some visits, the first of which is not counted."""
    seen = [visit(browser, address, sight) for _ in range(VISITS + 1)][1:]
    paint, use = ([float(value) for value in each] for each in zip(*seen, strict=True))
    return {"first_paint": summary(paint), "in_use": summary(use)}


def loaded() -> int:
    """Bytes of script, style and type as they go to a browser; type is packed already."""
    files = [path for path in (pages.built() / "assets").iterdir() if path.is_file()]
    return sum(
        path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 4))
        for path in files
    )


@contextmanager
def served() -> Iterator[str]:
    """The Explorer on this machine."""
    listening = listen(0)
    server = uvicorn.Server(uvicorn.Config(create(Workshop(Shelf(cache_root()))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def visit(browser: Any, address: str, sight: str) -> tuple[float, float]:
    """Milliseconds to the first paint and to what can be used, nothing cached."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(sight, timeout=MOST_MS)
    use = float(page.evaluate("performance.now()"))
    paint = float(page.evaluate(PAINT))
    context.close()
    return paint, use


def scrubbed(browser: Any, address: str) -> tuple[list[float], float]:
    """Milliseconds of work for each month of a whole run, and frames a second."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(SIGHTS[RUN], timeout=MOST_MS)
    found = page.evaluate(SCRUB)
    context.close()
    work: list[float] = found["work"]
    return work, len(work) / found["seconds"]


if __name__ == "__main__":
    main()
