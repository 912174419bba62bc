"""The Mesa side of the benchmark keeps its books and obeys the law of ties that it states."""

import math

import pytest

pytest.importorskip("mesa", reason="Mesa comes with requirements-dev.lock only")

from bench.mesa_nomenklatura import CLASSES, Official, PartyState, Rules, measure, run


@pytest.fixture(scope="module")
def year() -> PartyState:
    """A year of history, the first congress included."""
    state = PartyState(Rules(), seed=3)
    for _ in range(12):
        state.step()
    return state


def test_there_are_as_many_posts_as_the_lists_of_1923_name() -> None:
    assert sum(kind.size for kind in CLASSES) == 5500


def test_every_post_has_one_holder_who_is_alive_and_knows_it(year: PartyState) -> None:
    assert [holder.post for holder in year.holders] == list(range(5500))
    assert set(year.holders) | {year.chief} == set(year.agents)


def test_a_congress_seats_as_many_as_it_should(year: PartyState) -> None:
    assert sum(holder.seated for holder in year.holders) == 40


def test_regional_posts_stay_in_their_region(year: PartyState) -> None:
    departments = [p for p, kind in enumerate(year.kinds) if CLASSES[kind].name == "regional departments"]
    bosses = [year.boss_of(post) for post in departments]
    assert bosses == [year.holders[post % 80] for post in range(len(departments))]


def test_a_tie_follows_its_law() -> None:
    state = PartyState(Rules(), seed=3)
    client, secretary = state.holders[-1], state.boss_of(5499)
    client.patron, client.tie = secretary, 0.5
    client.tend()
    assert math.isclose(client.tie, 0.5 * (1 - 0.012) + 0.018 * 0.5 * 0.5)
    client.patron, client.tie = Official(state, 0.5), 0.5
    client.patron.post = 100
    client.tend()
    assert math.isclose(client.tie, 0.5 * (1 - 0.012))


def test_a_tie_passes_to_the_next_patron_when_one_falls() -> None:
    state = PartyState(Rules(), seed=3)
    fallen, client = Official(state, 0.5), state.holders[0]
    fallen.patron = state.chief
    client.patron, client.tie = fallen, 0.8
    client.tend()
    assert client.patron is state.chief
    assert math.isclose(client.tie, 0.4)


def test_loyalty_is_the_product_of_the_ties_on_the_way() -> None:
    state = PartyState(Rules(), seed=3)
    low, high = state.holders[5000], state.holders[5]
    low.patron, low.tie, high.patron, high.tie = high, 0.5, state.chief, 0.6
    assert math.isclose(low.loyalty_to(state.chief), 0.3)
    assert low.loyalty_to(state.holders[6]) == 0.0


@pytest.mark.slow
def test_without_favours_nobody_is_tied_and_the_same_seed_gives_the_same_history() -> None:
    unbought = run(2, Rules(favour=0.0, local_favour=0.0))
    assert unbought.secretaries_tie == 0.0
    assert unbought == run(2, Rules(favour=0.0, local_favour=0.0))


@pytest.mark.slow
def test_a_measurement_says_what_was_run() -> None:
    said = measure(runs=2, seed=5)
    assert said["runs_per_second"] > 0
    assert said["outcomes"]["secretaries_tie"]["mean"] > 0.2
