"""The whole of it, with the engine."""

import pytest

from apparat import theories
from apparat.experiments.face import ensemble
from apparat.experiments.sets import Chosen
from apparat.experiments.validation import face
from apparat.experiments.validation.forecasters import GIVEN, MODEL
from apparat.ground.errors import Interrupted, UsageError
from apparat.mechanisms.month import defaults
from apparat.results.validation import ValidationResult
from apparat.targets.baselines import BASELINES
from apparat.theories import commitment

NAME = "succession-1922"


@pytest.fixture(scope="module")
def card() -> ValidationResult:
    return face.validate(NAME, runs=6, seed=3, threads=2, theories=False)


def test_threads_decide_nothing(card: ValidationResult) -> None:
    assert face.validate(NAME, runs=6, seed=3, threads=1, theories=False) == card


def test_the_runs_are_those_of_an_ensemble(card: ValidationResult) -> None:
    assert card.digests[NAME] == ensemble(NAME, runs=6, seed=3, threads=1).digest


def test_every_target_of_the_scenario_is_told_and_inputs_arrive_as_they_were_put_in(
    card: ValidationResult,
) -> None:
    rows = {row.target: row for row in card.targets}
    assert {row.role for row in card.targets} == {"calibration", "validation", "shown"}
    for name in ("committee-size-1923", "committee-size-1927", "delegates-1925", "top-body-size-1926"):
        assert rows[name].verdict == "inside", name
    assert rows["kalinin-head-of-state-1929"].measured == 1


def test_uncalibrated_parameters_are_said_to_be_so(card: ValidationResult) -> None:
    uncalibrated = face.validate(NAME, runs=2, seed=3, sets="uncalibrated", theories=False)
    assert not uncalibrated.calibrated
    assert "not fitted to the historical record" in uncalibrated.conclusion
    assert len(card.left_out) == 1
    assert card.left_out[0].scenario == NAME


def test_a_struggle_is_predicted_with_parameters_that_were_fitted_to_the_others(
    monkeypatch: pytest.MonkeyPatch, card: ValidationResult
) -> None:
    sets = defaults(1)
    sets["nomenklatura"]["transfer"] = 1.0
    chosen = Chosen(sets, calibrated=True, origin="the parameters are fitted to one and two")
    monkeypatch.setattr(
        "apparat.experiments.validation.validate.fitted_without", lambda scenario: (chosen, ("one", "two"))
    )
    predicted = face.validate(NAME, runs=6, seed=3, theories=False)
    (row,) = predicted.left_out
    assert row.fitted_to == ("one", "two")
    assert row.calibrated
    assert row.said == "the parameters are fitted to one and two"
    assert row.crps != card.left_out[0].crps
    others = [each for each in predicted.scores if each.forecaster == "the model, fitted to the others"]
    assert {each.role for each in others} == {"validation", "calibration"}


def test_a_calibrated_model_stands_beside_the_uncalibrated_one(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Chosen(defaults(1), calibrated=True, origin="the parameters are fitted")
    monkeypatch.setattr("apparat.experiments.seam.choose", lambda file, choice: chosen)
    made = face.validate(NAME, runs=4, seed=3, theories=False)
    assert made.calibrated
    assert "The parameters are fitted." in made.conclusion
    assert "the model, uncalibrated" in {row.forecaster for row in made.scores}


def test_a_model_given_votes_held_back_stands_beside_and_is_silent_on_them(
    monkeypatch: pytest.MonkeyPatch, card: ValidationResult
) -> None:
    chosen = Chosen(defaults(1), calibrated=True, origin="the parameters are fitted, given more")
    known = [row.target for row in card.targets if row.role == "validation"]
    monkeypatch.setattr(
        "apparat.experiments.validation.validate.fitted_to_more", lambda: (chosen, tuple(known[:-1]))
    )
    beside = face.validate(NAME, runs=4, seed=3, theories=False)
    held = [row for row in beside.scores if row.forecaster == GIVEN and row.role == "validation"]
    assert sum(row.targets for row in held) <= 1


def test_an_uncalibrated_model_does_not_stand_beside_itself() -> None:
    alone = face.validate(NAME, runs=2, seed=3, sets="uncalibrated", theories=False)
    beside = {row.forecaster for row in alone.scores} - {"the model, fitted to the others", GIVEN}
    assert beside == {"the model", *BASELINES}


def test_rival_theories_stand_beside_the_model_and_leave_its_runs_alone(card: ValidationResult) -> None:
    beside = face.validate(NAME, runs=6, seed=3, threads=2)
    rivals = {*theories.names(), commitment.NAME}
    assert {row.forecaster for row in beside.wins} == {row.forecaster for row in card.wins} | rivals
    assert beside.targets == card.targets
    assert beside.digests == card.digests
    scores = {row.forecaster: row for row in beside.scores if row.role == "validation"}
    assert len({scores[name].crps for name in rivals}) == len(rivals)
    assert scores[commitment.NAME].targets < scores[MODEL].targets


@pytest.mark.parametrize("runs", [0, -1, 10**9])
def test_an_impossible_number_of_runs_is_refused(runs: int) -> None:
    with pytest.raises(UsageError, match="Runs must be a whole number from 1 to"):
        face.validate(NAME, runs=runs)


def test_an_interrupt_says_that_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **keywords: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("apparat.experiments.validation.validate.play", interrupt)
    with pytest.raises(Interrupted, match="Nothing is kept"):
        face.validate(NAME, runs=2, seed=3, theories=False)
