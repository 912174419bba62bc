"""Names break at their joints."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.measure import Measurement

from apparat.report.names import Name

NAME = st.text("ab1._- ", max_size=40)


def lines(name: str, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width)
    console.print(Name(name))
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, ["central-committee-vote-on-testament"]),
        (19, ["central-committee-", "vote-on-testament"]),
        (12, ["central-", "committee-", "vote-on-", "testament"]),
        (5, ["centr", "al-", "commi", "ttee-", "vote-", "on-", "testa", "ment"]),
    ],
)
def test_a_line_ends_at_a_joint_unless_a_part_is_too_wide_for_it(width: int, shown: list[str]) -> None:
    assert lines("central-committee-vote-on-testament", width) == shown


@given(NAME, st.integers(3, 50))
def test_nothing_is_lost_and_no_line_is_too_long(name: str, width: int) -> None:
    shown = lines(name, width)
    assert "".join(shown).replace(" ", "") == name.replace(" ", "")
    assert all(len(line) <= width for line in shown)


def test_a_name_asks_for_no_less_than_its_longest_part() -> None:
    console = Console(width=80)
    assert Measurement.get(console, console.options, Name("nomenklatura.settling")) == (13, 21)
