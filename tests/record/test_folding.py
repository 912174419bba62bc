"""Folding: rival spellings meet, and a word cut short still finds the whole."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.record.folding import fold, has_word

STEMS = st.text("abdegklmnoprstuvz", min_size=2, max_size=8)
WORDS = st.text(string.ascii_letters + "'", min_size=1, max_size=14).filter(lambda word: fold(word) != "")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Trotskii", "Trotsky", "trotski", "TROTZKY", "Trotskij"),
        ("Mikoian", "Mikoyan"),
        ("Dzerzhinskii", "Dzerzhinsky"),
        ("Piatakov", "Pyatakov", "Pjatakov"),
        ("Ezhov", "Yezhov"),
        ("Iaroslavskii", "Yaroslavsky"),
        ("Zinov'ev", "Zinoviev", "Zinovyev"),
        ("Khrushchëv", "Khrushchev"),
        ("Podgornyi", "Podgorny"),
        ("Andreev", "Andreyev"),
        ("Iurii", "Yury"),
    ],
)
def test_rival_transliterations_fold_to_one(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Kamenev", "Kalinin"), ("Ignatev", "Ignatov"), ("Kirilenko", "Kirichenko")]
)
def test_different_people_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_figures_are_found_with_and_without_separators():
    assert fold("1,225 votes") == "1225 votes"


@given(STEMS)
def test_the_adjective_endings_of_names_are_one(stem):
    assert len({fold(stem + ending) for ending in ("skii", "sky", "ski", "skiy", "skij")}) == 1


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(string.printable, max_size=40))
def test_case_does_not_matter(text):
    assert fold(text.upper()) == fold(text.lower())


@given(WORDS, st.data())
def test_the_beginning_of_a_word_finds_it(word, data):
    cut = data.draw(st.integers(1, len(word)))
    beginning = fold(word[:cut])
    assert beginning == "" or has_word(beginning, fold(word))


def test_a_word_cut_after_yo_finds_the_whole():
    assert has_word(fold("ayo"), fold("ayoa"))
    assert not has_word(fold("ayo"), fold("aya"))


def test_the_middle_of_a_word_does_not():
    assert not has_word(fold("art"), fold("the party"))
    assert has_word(fold("part"), fold("the party"))
