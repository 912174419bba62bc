"""What is not given is taken from earlier work; whoever stops hears what is kept."""

from pathlib import Path

import pytest

from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.resumption import Earlier, seconds, stopped
from apparat.ground.errors import StoreError, UsageError


def test_nothing_is_taken_from_work_that_is_not_gone_on_with(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {"seed": 1, "runs": 2}, resume=False, request={"runs": 5}):
        pass
    assert Earlier.of(tmp_path / "f", resume=True) == Earlier(tmp_path / "f", {"seed": 1, "runs": 5})
    assert Earlier.of(str(tmp_path / "f"), resume=False) == Earlier(tmp_path / "f", {})
    assert Earlier.of(tmp_path / "nowhere", resume=True) == Earlier(tmp_path / "nowhere", {})
    assert Earlier.of(None, resume=True) == Earlier(None, {})


def test_what_is_given_goes_before_what_was_and_the_rest_is_left_to_defaults() -> None:
    earlier = Earlier(None, {"seed": 1, "runs": 2})
    assert earlier.numbers(seed=7, runs=None, top=None) == {"seed": 7, "runs": 2}
    assert earlier.numbers(seed=0) == {"seed": 0}


def test_a_budget_is_minutes() -> None:
    assert (seconds(None), seconds(0.5)) == (None, 30.0)
    for wrong in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(UsageError, match="greater than 0"):
            seconds(wrong)


def test_whoever_stops_hears_what_is_kept_and_what_to_type() -> None:
    assert str(stopped("runs", "apparat explain s", None)).endswith(
        "Nothing is kept; give --out DIR to keep finished runs and to go on later."
    )
    kept = str(stopped("pairs", "apparat what-if s", Path("my work"), there="3 of 9 pairs"))
    assert kept == (
        "Stopped. 3 of 9 pairs are kept in my work. Go on with:\n  apparat what-if s --out 'my work' --resume"
    )
    assert "Finished runs are kept in d." in str(stopped("runs", "apparat explain s", Path("d")))


@pytest.mark.parametrize("number", ["7", 1.5, True, [1]])
def test_earlier_work_with_damaged_numbers_or_names_is_refused(number: object) -> None:
    with pytest.raises(StoreError, match=r"'runs' is .*no whole number"):
        Earlier(None, {"runs": number}).numbers(runs=None)
    with pytest.raises(StoreError, match="no list of names"):
        Earlier(None, {"causes": number}).names("causes")
    assert Earlier(None, {"causes": ["a"]}).names("causes") == ("a",)
    assert Earlier(None, {}).names("causes") == ()
