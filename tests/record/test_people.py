"""Persons joined across the tables."""

from itertools import pairwise

import pytest

from apparat import record
from apparat.ground.errors import UsageError


def test_everyone_in_a_table_is_somebody():
    known = {one.id for one in record.people()}
    named = {row.person for row in (*record.politburo(), *record.offices(), *record.committee_seats())}
    assert named <= known


def test_every_row_is_joined_to_exactly_one_person():
    joined = [spell.id for one in record.people() for spell in (*one.politburo, *one.offices)]
    assert sorted(joined) == sorted(row.id for row in (*record.politburo(), *record.offices()))
    assert sum(len(one.committees) for one in record.people()) == len(record.committee_seats())


def test_the_name_in_a_row_is_one_the_person_is_written_by():
    for row in (*record.politburo(), *record.offices(), *record.committee_seats()):
        assert row.name in record.person(row.person).written


def test_a_person_has_one_birth_and_one_death():
    for one in record.people():
        assert len({(spell.born, spell.died) for spell in one.politburo}) <= 1, one.id


def test_nobody_sits_in_two_seats_of_the_politburo_at_once():
    for one in record.people():
        spells = sorted(one.politburo, key=lambda spell: spell.start)
        assert all(earlier.end <= later.start for earlier, later in pairwise(spells)), one.id


def test_stalin_is_one_person_in_all_tables():
    stalin = record.person("stalin")
    assert (stalin.born, stalin.died) == (1878, 1953)
    assert {spell.role for spell in stalin.offices} == {"party_leader", "premier"}
    assert stalin.committees == (6, 7, 8, 9, 10, 11, 12)
    assert len(stalin.facts) == 343


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("Trotskii", "trotsky"),
        ("Mikoian A.I.", "mikoyan"),
        ("Ezhov N.I.", "yezhov"),
        ("Pyatakov", "piatakov"),
    ],
)
def test_a_person_is_found_in_any_transliteration(written, id_):
    assert record.person(written).id == id_


def test_namesakes_are_kept_apart():
    assert record.person("kuznetsov-a-a").offices
    assert record.person("kuznetsov-v-v").politburo
    with pytest.raises(UsageError, match="kuznetsov-a-a"):
        record.person("kuznetsov")


def test_an_unknown_person_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="zinoviev"):
        record.person("zinovief")
