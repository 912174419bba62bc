"""The model of a scenario: months, members of regions, hash."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apparat import scenario
from apparat.ground.dates import Month

TOWNS = Path(__file__).parent / "fixtures" / "three-towns.yaml"


@pytest.fixture(scope="module")
def towns() -> scenario.Scenario:
    return scenario.load(TOWNS)


def test_months_count_the_first_and_the_last(towns):
    assert towns.months == 24
    assert towns.month(Month.of(1922, 4)) == 0
    assert towns.month(Month.of(1924, 3)) == 23


def test_the_hash_does_not_depend_on_layout_or_variants_not_chosen(towns, tmp_path):
    text = TOWNS.read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text("# a comment\n" + text[: text.index("variants:")], encoding="utf-8")
    assert scenario.load(other).hash == towns.hash


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000_000))
def test_members_of_regions_add_up_to_the_last_person(towns, total):
    members = towns.membership.members.model_copy(update={"value": total})
    membership = towns.membership.model_copy(update={"members": members})
    changed = towns.model_copy(update={"membership": membership})
    found = changed.region_members()
    assert sum(found.values()) == total
    for name, region in changed.regions.items():
        assert abs(found[name] - region.share.value * total) < 1 + 0.001 * total


def test_a_scenario_cannot_be_changed(towns):
    with pytest.raises(ValueError, match="frozen"):
        towns.title = "another"
