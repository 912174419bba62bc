"""Disagreements: every variant stands on something, and says what that says."""

import pytest

from apparat import record

VARIANTS = [(dispute, variant) for dispute in record.disagreements() for variant in dispute.variants]


def test_the_whole_list_is_kept():
    assert len(record.disagreements()) == 39
    assert len({dispute.id for dispute in record.disagreements()}) == 39


@pytest.mark.parametrize("dispute", record.disagreements(), ids=lambda dispute: dispute.id)
def test_a_disagreement_has_rival_variants_and_one_default(dispute):
    assert len({variant.id for variant in dispute.variants}) == len(dispute.variants) >= 2
    assert sum(variant.default for variant in dispute.variants) == 1
    assert dispute.default in dispute.variants


@pytest.mark.parametrize(("dispute", "variant"), VARIANTS)
def test_a_variant_names_facts_or_rows_that_exist(dispute, variant):
    assert variant.references
    assert [name for name in variant.references if not record.known(name)] == []


@pytest.mark.parametrize(
    ("dispute", "variant"), [pair for pair in VARIANTS if pair[1].low is not None and pair[1].unit != "year"]
)
def test_a_figure_is_the_one_its_references_give(dispute, variant):
    for reference in variant.references:
        entry = record.entry(reference)
        if isinstance(entry, record.Fact):
            assert (entry.value_low, entry.value_high) == (variant.low, variant.high)
            assert entry.unit == variant.unit
        else:
            assert entry.value == variant.low
            assert entry.unit == variant.unit


@pytest.mark.parametrize(
    ("dispute", "variant"), [pair for pair in VARIANTS if pair[1].low is not None and pair[1].unit == "year"]
)
def test_a_year_lies_in_the_dates_of_its_references(dispute, variant):
    for reference in variant.references:
        entry = record.entry(reference)
        years = {date[:4] for date in entry.span if date} | birthdays(entry)
        assert {f"{variant.low:.0f}", f"{variant.high:.0f}"} & years, reference


def birthdays(entry):
    """The year a member of the Politburo turned seventy."""
    return {str(entry.born + 70)} if isinstance(entry, record.PolitburoSpell) else set()


def test_a_disputed_entry_leads_to_its_dispute():
    (dispute,) = record.disagreements_over("gensec-appointed-1921")
    assert dispute.id == "general-secretary-since"
    assert record.disagreements_over("congress/13") == ()
