"""One run alone."""

import pytest

from apparat.experiments.seam import Request
from apparat.experiments.single import run
from apparat.ground.errors import UsageError

pytestmark = pytest.mark.usefixtures("toy")
TOY = Request(scenario="toy", seed=5)


def test_a_run_is_known_by_seed_and_number() -> None:
    assert run(TOY, run=3) == run(TOY, run=3)
    assert run(TOY, run=3).digest != run(TOY, run=4).digest
    assert (run(TOY, run=3).seed, run(TOY, run=3).run) == (5, 3)


def test_until_names_the_last_month_told() -> None:
    assert run(TOY, until="1922-07").end == "1922-07"
    assert run(TOY).end == run(TOY, until="1923-03").end == "1923-03"


@pytest.mark.parametrize("until", ["1922-03", "1923-04", "July", "1922-13"])
def test_a_date_outside_the_scenario_is_refused(until: str) -> None:
    with pytest.raises(UsageError, match=until):
        run(TOY, until=until)


@pytest.mark.parametrize("number", [-1, 2**31])
def test_a_number_that_no_run_has_is_refused(number: int) -> None:
    with pytest.raises(UsageError, match=str(number)):
        run(TOY, run=number)
