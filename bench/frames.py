"""Months moved in a browser, one in each frame: which frames were shown, and what a month costs.

Chromium's own trace tells both. A frame counts as shown when the moved month was in it
(`STATE_PRESENTED_ALL`), and as dropped when Chromium says that it was, and that whoever looks would notice.
"""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

# Told in every sitting, and what costs a little time to be told.
_FRAMES = ["benchmark", "blink.user_timing"]
_COSTS = [*_FRAMES, "cc", "devtools.timeline", "viz"]
# What is summed up as which part of the cost; parts of the first run on one thread, in this order.
_PHASES = {
    "script": ("FireAnimationFrame", "EventDispatch"),
    "style": ("UpdateLayoutTree",),
    "layout": ("Layout",),
    "paint": ("PrePaint", "Paint", "Layerize"),
    "page in all": ("ProxyMain::BeginMainFrame",),
    "raster": ("RasterTask",),
    "composite": ("Display::DrawAndSwap",),
}
EMPTY = "data:text/html,<title>empty</title><body>0"
# On an empty page a number changes instead, which is as little as a frame can show.
_SCRUB = """
async () => {
  const slider = document.querySelector('input[type=range]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const first = Number(slider?.min ?? 0), last = Number(slider?.max ?? 92);
  const frame = () => new Promise(requestAnimationFrame);
  for (let i = 0; i < 20; i++) await frame();
  performance.mark('scrub-begins');
  const times = [];
  for (let at = first; at <= last; at++) {
    if (slider) {
      set.call(slider, String(at));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    } else document.body.textContent = String(at);
    times.push(await frame());
  }
  performance.mark('scrub-ends');
  return times;
}
"""


@dataclass(frozen=True)
class Sitting:
    """One run of months from first to last."""

    months: int
    frames_a_second: float
    shown: int
    dropped: int


def sitting(browser: Any, page: Any) -> Sitting:
    """Move the page's month through all of its months, with as little told as can be."""
    times, events = _scrubbed(browser, page, _FRAMES)
    reports = [event["args"] for event in events if event["name"] == "PipelineReporter" and "args" in event]
    told = [
        found
        for args in reports
        if (found := args.get("chrome_frame_reporter") or args.get("frame_reporter"))
    ]
    states = Counter((one["state"], one.get("affects_smoothness", False)) for one in told)
    return Sitting(
        months=len(times),
        frames_a_second=1000 * (len(times) - 1) / (times[-1] - times[0]),
        shown=sum(count for (state, _), count in states.items() if state == "STATE_PRESENTED_ALL"),
        dropped=states["STATE_DROPPED", True],
    )


def costs(browser: Any, page: Any) -> dict[str, float]:
    """Milliseconds of a processor's time that a month takes, by what they are spent on."""
    times, events = _scrubbed(browser, page, _COSTS)
    spent: Counter[str] = Counter()
    for event in events:
        if event["ph"] == "X":
            spent[event["name"]] += event.get("tdur", event["dur"])
    return {
        phase: round(sum(spent[name] for name in names) / 1000 / len(times), 2)
        for phase, names in _PHASES.items()
    }


def _scrubbed(browser: Any, page: Any, categories: list[str]) -> tuple[list[float], list[dict[str, Any]]]:
    """When each frame came, and what the trace says of the time between the first and the last."""
    browser.start_tracing(page=page, categories=categories)
    times: list[float] = page.evaluate(_SCRUB)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    marks = {
        event["name"]: event["ts"] for event in events if event["name"] in {"scrub-begins", "scrub-ends"}
    }
    begin, end = marks["scrub-begins"], marks["scrub-ends"]
    return times, [event for event in events if begin <= event["ts"] <= end]
