"""A run of a stored ensemble on a page: told as any run, with what its digest was held against."""

from dataclasses import replace

from apparat.report.page.kinds import run
from apparat.report.page.told import Told
from apparat.results.replay import ReplayResult


def told(result: ReplayResult) -> Told:
    """What a replayed run says of itself."""
    tale = run.told(result)
    held = "equals" if result.equal else "differs from"
    checked = f"The run was played again from its ensemble: its digest {held} the one stored there, "
    return replace(tale, method=(*tale.method, f"{checked}{result.stored_digest}."))
