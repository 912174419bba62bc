"""What a reader of the Explorer waits for: first paint, use, a month moved; and how much is loaded.

    python -m bench.explorer

Needs Chromium. One run of `succession-1922` is played first, so that every page has its answer; what is
compiled for it is told meanwhile. Takes a minute more. Whatever else the machine does makes a visit longer
and never shorter, so the smallest figure is the page's own.
"""

import gzip
import json
import shutil
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import uvicorn

from apparat.web import pages
from apparat.web.application import create
from apparat.web.serve import listen
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop
from apparat.world.kernel import cache_root
from bench import frames
from bench.timing import show, summary

VISITS = 5
SITTINGS = 3
MOST_MS = 120_000
ORDER = {"kind": "run", "scenario": "succession-1922", "seed": 1, "run": 0}
STORY = "scenario=succession-1922&seed=1"
RUN = f"/run?{STORY}&run=0&month=1922-04"
# Each view, and what is in sight once it can be used.
SIGHTS = {
    "/": ".story .table circle",
    f"/outcome?{STORY}": ".over-time svg",
    RUN: ".journal section",
    f"/house?{STORY}&run=0&as=practice": ".room circle",
    f"/what-if?{STORY}": ".lever",
    "/record?q=testament&entry=testament-vote-1924": ".uses",
}
HOUSE = f"/house?{STORY}&run=0&month=1922-04&as="
SCRUBBED = {
    "run": (RUN, SIGHTS[RUN]),
    "house in practice": (f"{HOUSE}practice", ".room circle"),
    "house on paper": (f"{HOUSE}theory", ".room circle"),
}
WINDOW = {"width": 1280, "height": 900}
# On a busy machine a page can be used before its first painting has been entered.
PAINT = """
() => new Promise(done => new PerformanceObserver(seen => {
  const [first] = seen.getEntriesByName('first-contentful-paint');
  if (first) done(first.startTime);
}).observe({ type: 'paint', buffered: true }))
"""
# The page itself looks at every frame whether it can be used, so that nobody's asking is measured.
SEEN = """
sight => window.used = new Promise(done => requestAnimationFrame(function look() {
  if (document.querySelector(sight)) done(performance.now());
  else requestAnimationFrame(look);
}))
"""


def main() -> None:
    """Measure, and print the figures: times in milliseconds."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("bench.explorer needs Chromium.")
    with served() as address, sync_playwright() as playwright:
        played(address)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        views = {
            path.partition("?")[0]: visited(browser, address + path, sight) for path, sight in SIGHTS.items()
        }
        scrubs = {name: moved(browser, address + path, sight) for name, (path, sight) in SCRUBBED.items()}
        scrubs["an empty page"] = moved(browser, frames.EMPTY)
        browser.close()
    show(
        loaded_bytes=loaded(),
        visits=VISITS,
        views=views,
        sittings=SITTINGS,
        month_moved=scrubs,
    )


def played(address: str) -> None:
    """Wait until the run has its story, saying how far the program is."""
    told = ""
    while True:
        asked = urllib.request.Request(
            f"{address}/api/jobs", json.dumps(ORDER).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(asked) as answer:
            job = json.load(answer)
        if job["state"] == "done":
            return
        if job["state"] in {"failed", "stopped"}:
            raise SystemExit(job["message"])
        said = f"{job['stage']} {job['done']} of {job['total']}"
        if said != told:
            print(said, file=sys.stderr)
            told = said
        time.sleep(1)


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
    context.set_default_timeout(MOST_MS)
    page = context.new_page()
    page.add_init_script(f"({SEEN})({json.dumps(sight)})")
    page.goto(address, wait_until="commit")
    # Waiting for a function would have the page evaluate text, which its policy forbids.
    use = float(page.evaluate("window.used"))
    paint = float(page.evaluate(PAINT))
    context.close()
    return paint, use


def moved(browser: Any, address: str, sight: str | None = None) -> dict[str, object]:
    """How a month moves on a page: the best of some sittings, and what a month costs."""
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(MOST_MS)
    page = context.new_page()
    page.goto(address)
    if sight is not None:
        page.wait_for_selector(sight)
    # What is seen for the first time is compiled; nobody waits for that twice.
    frames.sitting(browser, page)
    found = [frames.sitting(browser, page) for _ in range(SITTINGS)]
    best = max(found, key=lambda one: one.frames_a_second)
    spent = frames.costs(browser, page)
    context.close()
    return asdict(best) | {
        "all_rates": [round(one.frames_a_second, 1) for one in found],
        "milliseconds": spent,
    }


if __name__ == "__main__":
    main()
