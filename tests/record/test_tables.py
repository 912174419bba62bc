"""The shipped tables: complete, consistent, and what the record is known to say."""

import re
from collections import Counter

import pytest

from apparat import record
from apparat.ground.errors import UsageError
from apparat.record.spans import is_date


def test_all_facts_are_shipped_each_under_its_own_id():
    assert len(record.facts()) == 1140
    assert len({fact.id for fact in record.facts()}) == 1140


def test_every_row_of_every_table_is_shipped():
    sizes = Counter(row.table for row in record.rows())
    assert sizes == {
        "politburo": 188,
        "office": 59,
        "cc": 167,
        "congress": 22,
        "vote": 33,
        "membership": 72,
        "composition": 69,
        "flow": 19,
        "appointments": 40,
    }


def test_no_two_rows_share_an_id_and_none_looks_like_a_fact():
    ids = [row.id for row in record.rows()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(/[a-z0-9-]+)+", id_) for id_ in ids)
    assert not any("/" in fact.id for fact in record.facts())


def test_every_row_has_a_source():
    assert all(row.source for row in record.rows())


def test_every_date_is_one():
    dates = [date for entry in (*record.facts(), *record.rows()) for date in entry.span if date]
    assert len(dates) > 2000
    assert [date for date in dates if not is_date(date)] == []


def test_no_span_ends_before_it_begins():
    wrong = [
        entry.id
        for entry in (*record.facts(), *record.rows())
        for start, end in [entry.span]
        if start and end and not record.overlaps(start, end, start, end)
    ]
    assert wrong == []


def test_the_upper_figure_is_never_below_the_lower():
    pairs = [(fact.value_low, fact.value_high) for fact in record.facts() if fact.value_high is not None]
    assert len(pairs) > 80
    assert all(low is not None and low <= high for low, high in pairs)


def test_the_ids_follow_the_rows_they_name():
    for spell in record.politburo():
        assert spell.id.startswith(f"politburo/{spell.status.replace('_', '-')}/")
        assert spell.id.endswith(f"/{spell.start}")
    for office in record.offices():
        assert office.id.startswith(f"office/{office.role.replace('_', '-')}/")
        assert office.id.endswith(f"/{office.start}")
    assert [seat.id for seat in record.committee_seats()] == [
        f"cc/{seat.congress}/{seat.person}" for seat in record.committee_seats()
    ]
    assert all(vote.id.startswith(f"vote/{vote.date}/") for vote in record.votes())


def test_the_members_named_are_as_many_as_the_congress_elected_or_it_is_disputed():
    for congress in record.congresses()[:7]:
        named = sum(seat.congress == congress.number for seat in record.committee_seats())
        assert named == congress.cc_full or record.disagreements_over(congress.id), congress.id
    assert [one.id for one in record.disagreements_over("congress/12")] == ["twelfth-committee-size"]


def test_members_and_candidates_add_up_to_the_total():
    counted = [row for row in record.membership() if row.members is not None]
    assert len(counted) > 60
    assert all(row.members + row.candidates == row.total for row in counted)


def test_shares_of_the_classes_add_up_to_the_whole():
    by_year = Counter()
    for row in record.composition():
        by_year[row.year] += row.percent
    assert len(by_year) == 23
    assert all(abs(share - 100) < 0.5 for share in by_year.values())


def test_no_vote_counts_more_hands_than_were_present():
    for vote in record.votes():
        hands = sum(count or 0 for count in (vote.in_favour, vote.against, vote.abstained))
        assert vote.present is None or hands <= vote.present, vote.id


def test_known_answers():
    twelfth = next(one for one in record.congresses() if one.number == 12)
    assert (twelfth.voting_delegates, twelfth.cc_full) == (408, 40)
    assert record.fact("testament-vote-1924").value_low == 44
    assert record.fact("testament-vote-1924-minority").value_low == 10
    roll = next(one for one in record.votes() if one.date == "1925-12-23")
    assert roll.result == "559 for, 65 against, 41 abstained"


def test_an_open_count_keeps_that_it_is_a_lower_bound():
    vote = next(one for one in record.votes() if one.date == "1937-02-27")
    assert [(one.votes, one.at_least) for one in vote.options] == [(6, False), (8, False), (16, True)]


def test_a_date_from_context_is_marked():
    assert record.fact("testament-vote-1924").dates_inferred
    assert not record.fact("gensec-appointed-1922").dates_inferred


def test_an_unknown_fact_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="Did you mean testament-vote-1924"):
        record.fact("testament-vote-1925")
