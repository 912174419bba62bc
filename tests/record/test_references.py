"""References: whatever is in the record can be cited, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat import record
from apparat.ground.errors import UsageError

IDS = [entry.id for entry in (*record.facts(), *record.rows())]


def test_every_entry_is_found_under_its_own_id():
    for entry in (*record.facts(), *record.rows()):
        citation = record.cite(entry.id)
        assert (citation.reference, citation.text, citation.source) == (
            entry.id,
            entry.summary,
            entry.source,
        )
        assert record.known(entry.id)


@pytest.mark.parametrize(
    "reference",
    [
        "office/premier/rykov-a-i/1924-02-02",
        "politburo/full/trotsky-l-d/1919-03-25",
        "congress/12",
        "vote/1923-10-25/joint-cc-ccc-plenum",
        "cc/12/stalin",
        "membership/1924-01-01",
        "composition/1924/workers",
        "flow/1924/lenin-levy-admitted",
        "appointments/1923-12/appointed-from-above",
    ],
)
def test_ids_that_other_files_rely_on_stay(reference):
    assert record.known(reference)


def test_a_citation_carries_the_confidence_of_its_row():
    assert record.cite("membership/1917-10").confidence == "low"
    assert record.cite("congress/12").confidence == "high"
    assert record.cite("gensec-appointed-1922").confidence == "unrated"


def test_an_assumption_is_cited_with_its_reason():
    assert record.cite("assumed: no count survives").text == "no count survives"
    assert record.cite("assumed").confidence == "assumed"
    assert not record.known("assumed:")
    assert not record.known("assumedly")


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("congress/112", "congress/12"),
        ("office/premier/rykov", "office/premier/rykov-a-i/1924-02-02"),
        ("gensec-apointed-1922", "gensec-appointed-1922"),
        ("politburo/full/trotskii-l-d/1919-03-25", "politburo/full/trotsky-l-d/1919-03-25"),
        ("assumed:", "assumed: "),
    ],
)
def test_an_unknown_reference_is_answered_with_the_nearest(wrong, offered):
    with pytest.raises(UsageError) as caught:
        record.cite(wrong)
    assert offered in str(caught.value)
    assert caught.value.exit_code == 2


@given(st.text(max_size=40))
def test_known_and_cite_agree_on_any_text(text):
    if record.known(text):
        assert record.cite(text).reference == text
    else:
        with pytest.raises(UsageError):
            record.cite(text)


@given(st.sampled_from(IDS), st.data())
def test_one_slip_of_the_pen_is_not_known_and_finds_the_way_back(id_, data):
    position = data.draw(st.integers(0, len(id_) - 1))
    slip = id_[:position] + "#" + id_[position + 1 :]
    assert not record.known(slip)
    assert record.nearest(slip) != []
