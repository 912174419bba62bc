"""Whether everybody can use a page: no serious barrier by axe, and no scrolling sideways on a telephone."""

import json
import os
from typing import Any

import pytest

from tests.house.tree import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# What darkness changes is colours alone.
_COLOURS = "{runOnly: ['color-contrast']}"
_WAYS = (("light", 1200, ""), ("light", 360, ""), ("dark", 1200, _COLOURS), ("dark", 360, _COLOURS))


def left_out(why: str) -> None:
    """Skips a test for want of a tool; where every tool must be there, fails it."""
    assert "CI" not in os.environ, why
    pytest.skip(f"left out: {why}")


def none_in(page: Any) -> None:
    """Fails where a page that is all there has a barrier."""
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_function("document.documentElement.scrollWidth <= 360")
    if not AXE.is_file():
        left_out("axe-core is not installed (scripts/frontend install)")
    # The policy lets no page load a script from elsewhere, so the checker is handed over as text.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for theme, width, rules in _WAYS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found = page.evaluate(
            f"axe.run({rules}).then(r => r.violations.map(v => [v.impact, v.id, v.nodes[0].html]))"
        )
        serious = [one for one in found if one[0] in {"serious", "critical"}]
        assert serious == [], f"{theme}, {width} pixels: {json.dumps(serious, indent=1)}"
