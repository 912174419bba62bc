"""What ruling coalitions say of a struggle's targets, and where they are silent."""

from dataclasses import replace

import numpy as np
import pytest

from apparat import engine, scenario, targets
from apparat.ground.dates import Month
from apparat.targets import Opening
from apparat.theories.commitment import TIMES, bench_of, expected, falling
from tests.targets.tables import NAMES

OPENING = Opening(
    names=replace(NAMES, persons={"ada": 1, "bela": 2, "cora": 3, "dora": 4}),
    seated=("ada", "bela", "cora", "dora"),
    waiting=(),
    holders={"general-secretary": "dora"},
    chief="general-secretary",
    premier="premier",
    fame={},
    dies={},
)
START = float(NAMES.start.number)


def test_the_strongest_falls_to_three_who_hold_together() -> None:
    falls = falling({1: 3.0, 2: 4.0, 3: 5.0, 4: 10.0}, OPENING)
    assert falls == {1: np.inf, 2: np.inf, 3: np.inf, 4: START}


def test_a_death_breaks_a_coalition_of_three() -> None:
    mortal = replace(OPENING, dies={"ada": Month.parse("1922-07")})
    falls = falling({1: 3.0, 2: 4.0, 3: 5.0}, mortal)
    assert falls == {1: np.inf, 2: float(Month.parse("1922-07").number), 3: np.inf}


def test_the_death_of_one_who_has_fallen_changes_nothing() -> None:
    mortal = replace(OPENING, dies={"dora": Month.parse("1922-07")})
    assert falling({1: 3.0, 2: 4.0, 3: 5.0, 4: 10.0}, mortal) == falling(
        {1: 3.0, 2: 4.0, 3: 5.0, 4: 10.0}, OPENING
    )


@pytest.fixture(scope="module")
def said() -> dict[str, np.ndarray]:
    """Target to what the theory says of it, in four runs of 1922."""
    opening = Opening.read(scenario.load("succession-1922"))
    held = targets.of("succession-1922")
    values = expected(engine.build("succession-1922", seed=1), opening, held, 4)
    assert values.shape == (4 * TIMES, len(held))
    return {target.name: column for target, column in zip(held, values.T, strict=True)}


def test_it_speaks_of_those_who_sit_at_the_opening_and_of_the_chief(said: dict[str, np.ndarray]) -> None:
    for name in ("trotsky-loses-seat", "rykov-keeps-seat", "stalin-chief-1929", "seats-lost-by-1929"):
        assert not np.isnan(said[name]).any(), name


def test_it_is_silent_on_votes_cadres_those_who_rise_and_who_leads(said: dict[str, np.ndarray]) -> None:
    for name in (
        "opposition-october-1923",
        "members-1925",
        "molotov-wins-seat",
        "bukharin-loses-seat",
        "stalin-leads-1929",
        "rykov-premier-1929",
        "seats-lost-by-1926",
    ):
        assert np.isnan(said[name]).all(), name


def test_what_it_says_of_seats_and_of_their_number_agrees(said: dict[str, np.ndarray]) -> None:
    seats = ("trotsky", "zinoviev", "kamenev", "stalin", "rykov", "tomsky")
    names = [f"{p}-{'keeps' if p in ('stalin', 'rykov', 'tomsky') else 'loses'}-seat" for p in seats]
    lost = sum(np.isfinite(said[name]).astype(int) for name in names)
    # Lenin sits too; he may fall, and no target asks about his seat.
    assert ((said["seats-lost-by-1929"] - lost) <= 1).all()
    assert ((said["seats-lost-by-1929"] - lost) >= 0).all()


def test_no_recorded_outcome_is_looked_at() -> None:
    opening = Opening.read(scenario.load("succession-1922"))
    held = targets.of("succession-1922")
    other = [replace(target, low=0.0, high=0.0) for target in held]
    built = engine.build("succession-1922", seed=1)
    np.testing.assert_array_equal(expected(built, opening, held, 1), expected(built, opening, other, 1))


def test_the_bench_is_the_top_body_with_the_powers_of_its_members() -> None:
    built = engine.build("succession-1922", seed=1)
    run = built.open(0)
    run.advance(1)
    bench = bench_of(run.world)
    opening = Opening.read(scenario.load("succession-1922"))
    assert set(bench.powers) == {opening.names.persons[name] for name in opening.seated}
    assert bench.chief == opening.names.persons["stalin"]
    assert all(0 < power < 4 for power in bench.powers.values())
