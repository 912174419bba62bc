"""Months in a row are a spell."""

from hypothesis import given
from hypothesis import strategies as st

from apparat.experiments.standing.spells import Spells


def spells(months: list[set[int]]) -> list[tuple[int, int, int]]:
    told: Spells[int] = Spells()
    for month in months:
        told.tell(month)
    return list(told)


def test_what_comes_back_begins_a_spell_of_its_own() -> None:
    assert spells([{1}, {1, 2}, {2}, {1}]) == [(1, 0, 2), (2, 1, 3), (1, 3, 4)]


@given(st.lists(st.sets(st.integers(0, 3)), max_size=12))
def test_spells_hold_what_was_told_and_nothing_else(months: list[set[int]]) -> None:
    found = spells(months)
    for month, held in enumerate(months):
        assert {content for content, since, until in found if since <= month < until} == held
    assert all(since < until for _, since, until in found)
