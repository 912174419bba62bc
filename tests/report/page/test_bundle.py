"""What draws a page's figures: allowed by its hash, and shut in."""

import base64
import hashlib
import json
import re

from apparat.report.page.bundle import Bundle, as_json, built
from apparat.report.page.charts import Bar, Bars
from apparat.report.page.told import Figure

FIGURE = Figure("Title", "Says.", Bars([Bar("</script><!--", (0, 1), "1")], "x"))


def test_the_policy_allows_this_script_and_no_other() -> None:
    front = Bundle("let a = 1", "")
    digest = base64.b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in front.policy
    assert front.policy.startswith("default-src 'none'")
    assert "<script>let a = 1</script>" in front.drawing([FIGURE])


def test_without_a_front_end_nothing_may_run_and_nothing_does() -> None:
    assert "script-src" not in Bundle().policy
    assert Bundle().drawing([FIGURE]) == ""


def test_figures_are_data_that_ends_no_element() -> None:
    written = Bundle("1", "").drawing([FIGURE])
    held = re.findall(r'<script type="application/json" id="drawings">(.*?)</script>', written)
    assert json.loads(held[0]) == json.loads(as_json([FIGURE]))
    assert json.loads(held[0])[0]["chart"]["rows"][0]["label"] == "</script><!--"


def test_the_script_as_built_ends_no_element_and_asks_nobody() -> None:
    front = built()
    assert not re.search(r"</script|<!--", front.script)
    assert not re.search(r"https?://(?!www\.w3\.org/)", front.script + front.style)
    assert not re.search(r"@import|url\(", front.style)
    assert len(front.script) + len(front.style) < 100_000
