"""The Mesa side keeps its books and obeys the rules that the declaration states."""

import math

import pytest

pytest.importorskip("mesa", reason="Mesa comes with requirements-dev.lock only")

from bench.institution.mesa_loop import Official, PartyState
from bench.institution.rules import Rules, counts


@pytest.fixture(scope="module")
def year() -> PartyState:
    """A year of history, the first congress included."""
    state = PartyState(12, 3, Rules(crisis=0.0, confidence=9.0))
    for _ in range(12):
        state.step()
    return state


def test_every_post_is_held_by_somebody_who_knows_it(year: PartyState) -> None:
    assert [holder.post for holder in year.holders if holder] == list(range(601))
    assert set(year.holders) == set(year.agents)


def test_a_congress_seats_as_many_as_it_should(year: PartyState) -> None:
    assert sum(holder.seated for holder in year.holders if holder) == 6


def test_subordinates_are_those_under_a_post(year: PartyState) -> None:
    for c, post in ((1, 5), (2, 15), (3, 60)):
        found = {year.subordinate(c, post) for _ in range(200)}
        assert {year.bosses[official.post] for official in found if official} == {post}
    assert year.subordinate(5, 400) is None


def test_a_tie_follows_its_law() -> None:
    state = PartyState(12, 3, Rules())
    client = state.holders[-1]
    boss = state.holders[state.bosses[-1]]
    assert client is not None
    client.patron, client.tie = boss, 0.5
    client.tend()
    assert math.isclose(client.tie, 0.5 * (1 - 0.012) + 0.018 * 0.5 * 0.5)
    client.patron, client.tie = state.holders[100], 0.5
    client.tend()
    assert math.isclose(client.tie, 0.5 * (1 - 0.012))


def test_a_tie_passes_to_the_next_patron_when_one_falls() -> None:
    state = PartyState(12, 3, Rules())
    fallen, client = Official(state, 100, 0.5), state.holders[1]
    fallen.patron = state.holders[0]
    fallen.fall()
    assert client is not None
    client.patron, client.tie = fallen, 0.8
    client.tend()
    assert client.patron is state.holders[0]
    assert math.isclose(client.tie, 0.4)


def test_loyalty_is_the_product_of_the_ties_on_the_way() -> None:
    state = PartyState(12, 3, Rules())
    low, high = state.holders[-1], state.holders[5]
    assert low is not None
    assert high is not None
    low.patron, low.tie, high.patron, high.tie = high, 0.5, state.holders[0], 0.6
    low.add_up()
    assert math.isclose(low.loyal, 0.3)
    high.patron = None
    low.add_up()
    assert low.loyal == 0.0


def test_a_chief_without_votes_falls_to_the_member_with_most_clients() -> None:
    state = PartyState(12, 3, Rules(crisis=0.0, confidence=-1e9))
    chief = state.holders[0]
    for _ in range(12):
        state.step()
    assert state.chiefs == 1
    assert state.holders[0] not in {chief, None}
    assert sum(counts(12)) - sum(holder is not None for holder in state.holders) == 1
