"""Doctrine: an orthodoxy that costs, a press that pulls, positions that the flexible move."""

import numpy as np
import pytest

from apparat.mechanisms import doctrine
from apparat.mechanisms.month import defaults
from apparat.world import codes
from tests.mechanisms.laboratory import SEEDS, Lab, lab, rising


def deviating(here: Lab, gap: float) -> int:
    """The strongest figure, placed at a distance from a line on which everybody else stands."""
    figure, *_ = here.figures()
    figures, line = here.table("figures"), here.single("line")
    line["line"] = 0.0
    figures["stated"], figures["stated"][figure] = 0.0, gap
    figures["flexibility"] = 0.0
    return figure


def kept(gap: float, *, strength: float = 0.5, cult: float = 0.0, months: int = 12) -> float:
    """Share of authority that a deviating figure keeps over some months."""
    here = lab()
    figure = deviating(here, gap)
    line = here.single("line")
    before = float(here.table("people")["authority"][here.person(figure)])
    for _ in range(months):
        line["line"], line["strength"], line["cult"] = 0.0, strength, cult
        doctrine.step(*here.both)
        here.single("clock")["month"] += 1
    return float(here.table("people")["authority"][here.person(figure)]) / before


def test_a_stricter_orthodoxy_punishes_the_same_deviation_more() -> None:
    assert rising([-kept(0.9, strength=strength) for strength in (0.1, 0.5, 0.9)])


def test_the_founder_s_cult_makes_deviation_dearer() -> None:
    assert rising([-kept(0.9, cult=cult) for cult in (0.0, 0.5, 1.0)])


def test_deviation_costs_by_its_distance_and_nothing_within_tolerance() -> None:
    assert kept(0.3) == kept(0.0) == 1.0
    assert rising([-kept(gap) for gap in (0.6, 0.75, 0.9)])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_press_pulls_the_line_towards_its_editor(seed: int) -> None:
    here = lab(seed)
    posts, line = here.table("posts"), here.single("line")["line"][0]
    paper = int(np.flatnonzero(here.table("classes")["canon"][posts["kind"]] & (posts["office"] >= 0))[0])
    posts["holder"][paper] = here.person(0)
    stated = here.table("figures")["stated"][0]
    before = stated - line
    doctrine._canon(*here.both)
    assert (np.abs(stated - line) < np.abs(before)).all()


def restated(flexibility: float) -> float:
    """How far the members' mood draws a figure's stated position in a month, mean over many runs."""
    moves = []
    for run in range(300):
        here = lab()
        here.single("clock")["run"] = run
        figure, *_ = here.figures()
        figures = here.table("figures")
        figures["flexibility"][figure] = flexibility
        here.table("people")["ideal"][here.person(figure)] = figures["stated"][figure] = -0.5
        here.table("regions")["mood"] = 0.5
        doctrine.step(*here.both)
        moves.append(float(figures["stated"][figure].mean()) + 0.5)
    return float(np.mean(moves))


def test_the_flexible_move_to_where_it_pays_and_the_fixed_stay() -> None:
    moves = [restated(flexibility) for flexibility in (0.0, 0.4, 1.0)]
    assert moves[0] == pytest.approx(0.0, abs=1e-6)
    assert rising(moves)


def salience(**signals: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Weights in the question of the day after half a year of a signal."""
    here = lab()
    line = here.single("line")
    for name, value in signals.items():
        line[name] = value
    for _ in range(6):
        doctrine._question_of_the_day(*here.both)
    weights: np.ndarray[tuple[int], np.dtype[np.float64]] = line["salience"][0].copy()
    return weights


def test_a_grain_crisis_puts_the_economy_on_the_agenda_and_a_war_scare_the_world() -> None:
    calm = {"procurement": 1.0, "terms": 1.0, "unrest": 0.0, "threat": 0.0}
    quiet = salience(**calm)
    hungry, scared = salience(**{**calm, "procurement": 0.6}), salience(**{**calm, "threat": 0.9})
    assert hungry[codes.ECONOMY] > quiet[codes.ECONOMY] + 0.02
    assert scared[codes.WORLD] > quiet[codes.WORLD] + 0.02
    assert all(weights.sum() == pytest.approx(1.0) for weights in (quiet, hungry, scared))


def test_members_turn_from_an_economic_line_that_fails() -> None:
    moods = []
    for failure in (0.0, 0.5, 1.0):
        here = lab()
        here.single("line")["line"] = here.table("regions")["mood"] = 0.0
        here.single("line")["failure"] = failure
        doctrine._mood(*here.both)
        moods.append(float(here.table("regions")["mood"][0, codes.ECONOMY]))
    assert moods[0] == 0.0
    assert rising(moods)


def mourned(*, ill: int) -> tuple[Lab, Lab, list[int]]:
    """A world before and after a founder's funeral for which one seated figure is too ill, and the seated."""
    before, after = lab(), lab()
    seated = [f for f in after.figures() if after.table("figures")["seated"][f] >= 0]
    for here in (before, after):
        here.table("figures")["capacity"][seated] = 1.0
        here.table("figures")["capacity"][seated[ill]] = 0.2
    doctrine.mourn(*after.both)
    return before, after, seated


def standing_won(before: Lab, after: Lab, figure: int) -> float:
    """How a figure's authority differs between two worlds."""
    row = before.person(figure)
    return float(after.table("people")["authority"][row] - before.table("people")["authority"][row])


def test_whoever_is_kept_from_the_funeral_loses_by_it_and_present_he_does_not() -> None:
    own = defaults()["doctrine"]
    before, after, seated = mourned(ill=0)
    assert standing_won(before, after, seated[0]) == pytest.approx(-own["absence"][0])
    before, after, _ = mourned(ill=1)
    assert standing_won(before, after, seated[0]) >= 0.0


def test_a_funeral_begins_the_cult_and_lifts_whoever_makes_most_of_offices_over_people() -> None:
    before, after, seated = mourned(ill=0)
    figures, without_office = before.table("figures"), defaults()["doctrine"]["host"][0]
    claims = {f: figures["organiser"][f] * (without_office + figures["office"][f]) for f in seated[1:]}
    host = max(claims, key=lambda f: claims[f])
    won = [f for f in seated if standing_won(before, after, f) > 0]
    assert won == [host]
    assert after.single("line")["cult"][0] == 1.0
