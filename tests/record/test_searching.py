"""Search over facts and rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat import record


def ids(words):
    return [entry.id for entry in record.search(words)]


def test_no_words_find_everything_facts_first():
    assert ids("") == [entry.id for entry in (*record.facts(), *record.rows())]


def test_every_word_must_occur():
    both = set(ids("testament Krupskaya"))
    assert both == set(ids("testament")) & set(ids("Krupskaya"))
    assert "krupskaya-delivers-testament-1924-05" in both


@pytest.mark.parametrize(
    ("one", "other"), [("Trotskii", "Trotsky"), ("MIKOIAN", "Mikoyan"), ("Pyatakov", "Piatakov")]
)
def test_the_spelling_of_a_name_does_not_matter(one, other):
    assert ids(one) == ids(other) != []


def test_words_may_come_as_a_list_or_as_one_text():
    assert ids(["Stalin", "1922"]) == ids("Stalin 1922")


def test_rows_are_found_by_the_common_name_of_the_person():
    assert "office/security-head/yezhov-n-i/1936-09-26" in ids("Yezhov NKVD")


@given(st.sampled_from(record.facts()))
def test_a_fact_is_found_by_all_its_own_words(fact):
    assert fact.id in ids(f"{fact.id} {fact.claim}")


def test_a_word_nobody_used_is_answered_with_near_ones():
    assert record.search("testamnet Lenin") == []
    assert "testament" in record.suggest("testamnet Lenin")["testamnet"]


def test_nothing_is_suggested_for_words_that_occur():
    assert record.suggest("Stalin Hungary") == {}
