"""The page of targets is what the files of targets say."""

import runpy

from apparat import targets
from apparat.targets.baselines import BASELINES
from apparat.targets.statistic import known
from tests.docs.pages import DOCS
from tests.house.tree import ROOT


def test_the_page_is_what_the_script_writes() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "targets"))["page"]()
    assert (DOCS / "targets.md").read_text(encoding="utf-8") == written, "run scripts/targets"


def test_every_target_statistic_and_omission_is_on_the_page() -> None:
    page = (DOCS / "targets.md").read_text(encoding="utf-8")
    for target in targets.load():
        assert f"`{target.id}`" in page
    for name in known():
        assert f"| `{name}` |" in page
    for omission in targets.omissions():
        assert omission.why in page


def test_every_baseline_is_explained() -> None:
    page = (DOCS / "validation.md").read_text(encoding="utf-8")
    for name in BASELINES:
        assert f"| {name} |" in page
