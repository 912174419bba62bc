"""A contrast as text."""

from io import StringIO

from rich.console import Console

from apparat.report.contrast import report
from tests.report.samples import CONTRAST


def test_the_report_says_every_combination_and_effect_within_the_width() -> None:
    console = Console(file=StringIO(), width=80)
    for part in report(CONTRAST):
        console.print(part)
    said = console.file.getvalue()
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for part in ("none of them", "insecurity", "1957-06", "1964-10", "The second struggle less the first"):
        assert part in said
    assert CONTRAST.digest in said
