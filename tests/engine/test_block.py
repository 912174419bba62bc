import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from apparat.engine import Engine
from apparat.engine.block import spells_of
from apparat.world import codes


@given(arrays.arrays(np.int32, st.tuples(st.integers(1, 12), st.integers(1, 4)), elements=st.integers(0, 3)))
def test_spells_tell_exactly_who_held_what_when(holders: np.ndarray) -> None:
    told = np.zeros_like(holders)
    for column, first, end in zip(*spells_of(holders), strict=True):
        key = holders[first, column]
        assert (holders[first:end, column] == key).all()
        assert first == 0 or holders[first - 1, column] != key
        assert end == len(holders) or holders[end, column] != key
        told[first:end, column] = key
    np.testing.assert_array_equal(told, holders)


def test_tenures_say_who_was_chief_and_how_many_sat_in_the_top_body(succession: Engine) -> None:
    block = succession.block(2, 2).tables()
    tenures, months = block["tenures"], block["months"]
    chief = int(succession.compiled.template["rules"]["chief"][0])
    for run in (2, 3):
        own = tenures["run"] == run
        told = np.zeros(succession.compiled.scenario.months, np.int64)
        for row in np.flatnonzero(own & (tenures["office"] == chief)):
            told[tenures["first"][row] : tenures["end"][row]] = tenures["person"][row]
        np.testing.assert_array_equal(told, months["chief"][months["run"] == run])
        at_first = own & (tenures["office"] == codes.NOBODY) & (tenures["first"] == 0)
        assert at_first.sum() == succession.compiled.template["bodies"][0][codes.TOP]["size"]


def test_expulsions_are_those_that_the_journal_tells_of(succession: Engine) -> None:
    expelled = 0
    for run in range(4):
        told = succession.history(run, until=None).events
        told = told[told["kind"] == codes.E_EXPELLED]
        kept = succession.block(run, 1).tables()["expulsions"]
        pairs = sorted(zip(told["month"].tolist(), told["target"].tolist(), strict=True))
        assert sorted(zip(kept["month"].tolist(), kept["person"].tolist(), strict=True)) == pairs
        expelled += len(pairs)
    assert expelled


def test_a_row_stands_for_each_congress_that_met_with_the_size_of_its_committee(succession: Engine) -> None:
    congresses = succession.block(0, 1).tables()["congresses"]
    assert congresses["congress"].tolist() == [12, 13, 14, 15]
    assert (congresses["elected"][:-1] == congresses["former"][1:]).all()
    assert (congresses["kept"] <= congresses["former"]).all()
