"""A contrast as text."""

from io import StringIO

from rich.console import Console

import apparat
from apparat.report.contrast import report


def test_the_report_says_every_combination_and_effect_within_the_width() -> None:
    found = apparat.contrast(
        ("collective-1953:remove-khrushchev-plenum-1957", "plenum-1964:remove-khrushchev-plenum-1964"),
        causes=("insecurity",),
        runs=12,
        seed=1,
        sets="uncalibrated",
    )
    console = Console(file=StringIO(), width=80)
    for part in report(found):
        console.print(part)
    said = console.file.getvalue()
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for part in ("none of them", "insecurity", "1957-06", "1964-10", "The second struggle less the first"):
        assert part in said
    assert found.digest in said
