from pathlib import Path

import pytest

from apparat import record, scenario, targets
from apparat.ground.errors import DocumentError, UsageError
from apparat.targets.names import names_of

GOOD = """scenario: succession-1922
targets:
  one:
    {date: 1923-10, statistic: opposed, with: {motion: condemn-october-1923, of: present},
     recorded: {count: 2, of: 114}, unit: share, confidence: high, role: calibration,
     because: vote/1923-10-25/joint-cc-ccc-plenum, why: as good as any}
"""


def problems(folder: Path, old: str, new: str) -> str:
    file = folder / "mine.yaml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        targets.load(file)
    return str(caught.value).replace(str(file), "mine.yaml")


def test_every_shipped_target_can_be_loaded_and_names_are_unique() -> None:
    names = [(target.scenario, target.name) for target in targets.load()]
    assert names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "statistic: opposed",
            "statistic: oposed",
            "there is no statistic called 'oposed'",
        ),
        ("condemn-october-1923, of", "condemn-october-1932, of", "did you mean 'condemn-october-1923'"),
        ("of: present}", "of: all}", "'all' is not allowed here: write 'cast' or 'present'"),
        (", of: present}", "}", "the statistic 'opposed' also needs 'of'"),
        (", of: present}", ", of: cast, by: x}", "there is no argument of 'opposed' called 'by'"),
        ("{count: 2, of: 114}", "{count: 2}", "a share is written as a count and, in 'of'"),
        ("{count: 2, of: 114}", "{count: 2, of: 114, value: 3}", "a recorded figure has one form"),
        ("{count: 2, of: 114}", "{low: 2, high: 1}", "the range from 2 to 1 is empty"),
        ("confidence: high", "confidence: low", "a figure of low confidence is never fitted"),
        ("vote/1923-10-25/", "vote/1923-10-26/", "mine.yaml:6:15: There is no fact or row called"),
        ("date: 1923-10", "date: 1921-10", "1921-10 lies before the scenario, which goes from 1922-04"),
        ("role: calibration", "role: fitted", "mine.yaml:5:"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_is_allowed(tmp_path, old, new, said) -> None:
    found = problems(tmp_path, old, new)
    assert said in found
    assert found.startswith("mine.yaml:")


def test_a_target_cannot_be_surer_than_the_row_that_it_rests_on(tmp_path: Path) -> None:
    low = "vote/1926-01-20/leningrad-organisation"
    assert "is of low confidence, so a target that rests on it cannot be of high nor be fitted" in problems(
        tmp_path, "vote/1923-10-25/joint-cc-ccc-plenum", low
    )


def test_a_reading_is_taken_only_where_its_question_is_answered() -> None:
    name = "opposition-april-1929"
    default = next(t for t in targets.of("succession-1922") if t.id == name)
    other = {"right-deviation-vote": "10-and-3"}
    chosen = next(t for t in targets.of("succession-1922", readings=other) if t.id == name)
    assert (default.reading, chosen.reading) == ("", "10-and-3")
    assert chosen.low < default.low
    assert targets.questions(targets.load())["right-deviation-vote"] == ["10-and-3"]


def test_a_role_selects_and_an_unknown_scenario_is_met_with_the_nearest() -> None:
    every = targets.of("succession-1922")
    by_role = [targets.of("succession-1922", role=role) for role in ("calibration", "validation", "shown")]
    assert sum(map(len, by_role)) == len(every)
    assert all(t.role == "calibration" for t in by_role[0])
    with pytest.raises(UsageError, match="succession-1922"):
        targets.of("succession-1923")


def test_what_a_target_asks_is_known_to_its_scenario() -> None:
    for target in targets.load():
        if target.scenario in scenario.names():
            names = names_of(target.scenario)
            for name, argument in target.measured_by.arguments.items():
                assert argument.mistake(target.arguments[name], names) is None, target.name


def test_no_figure_of_low_confidence_and_no_fate_of_a_person_is_fitted() -> None:
    for target in targets.load():
        if target.role == "calibration":
            assert target.confidence != "low", target.name
            assert target.measured_by.scale not in {"months", "yes or no"}, target.name
            assert "person" not in target.measured_by.arguments, target.name


def test_every_figure_of_these_years_is_a_target_or_left_out_with_a_reason() -> None:
    years = {"succession-1922": ("1922", "1929")}
    named = {source for target in targets.load() for source in target.because}
    named |= {source for omission in targets.omissions() for source in omission.because}
    figures = [f for f in record.facts() if f.value_low is not None or f.value_high is not None]
    rows = [*record.votes(), *record.appointments(), *record.flows(), *record.membership(), *figures]
    for scenario_name, (first, last) in years.items():
        within = [row.id for row in rows if row.span[0] and first <= row.span[0][:4] <= last]
        assert within
        assert sorted(set(within) - named) == [], scenario_name
