"""The whole contrast: what the combinations are, what is kept, what is refused."""

from pathlib import Path

import pytest

import apparat
from apparat.experiments.contrast.asked import Asked, Staging
from apparat.experiments.contrast.staged import Stage
from apparat.experiments.seam import Request
from apparat.ground.errors import UsageError
from apparat.results.contrast import ContrastResult
from apparat.results.kept import read

MOTION = "plenum-1964:remove-khrushchev-plenum-1964"
AS_RECORDED = {"reforms": "as-recorded"}


def ask(**asked: object) -> ContrastResult:
    given = {"causes": ("insecurity", "interests"), "runs": 4, "seed": 1, "sets": "uncalibrated"} | asked
    return apparat.contrast(MOTION, **given)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ContrastResult:
    return ask(out=tmp_path_factory.mktemp("contrast"))


def test_with_all_causes_the_vote_is_that_of_the_plain_run(found: ContrastResult) -> None:
    asked = Asked(
        stagings=(Staging.read(MOTION),),
        request=Request(scenario="", seed=1, choice="uncalibrated"),
        causes=("insecurity", "interests"),
    )
    stage = Stage.of(asked, asked.stagings[0])
    votes = stage.play(1, lambda: None)
    plain = stage.engine.block(1, 1).tables()["probes"]
    place = list(plain["probe"]).index(stage.probe)
    assert votes[-1].tolist() == [int(plain[name][place]) for name in ("for", "against", "abstained")]
    assert len(votes) == 4


def test_effects_add_up_to_what_all_causes_do_against_none(found: ContrastResult) -> None:
    for measure, column in (("share for", "share"), ("carried", "carried")):
        singles = [row.value for row in found.effects if row.measure == measure and len(row.causes) == 1]
        first, last = (getattr(found.combinations[place], column) for place in (0, -1))
        assert sum(singles) == pytest.approx(last - first)
    assert found.combinations[0].present == ()
    assert found.combinations[-1].present == ("insecurity", "interests")


def test_stopped_and_resumed_it_says_the_same(found: ContrastResult, tmp_path: Path) -> None:
    ask(runs=2, out=tmp_path / "a")
    again = apparat.contrast(
        MOTION,
        causes=("insecurity", "interests"),
        runs=4,
        sets="uncalibrated",
        out=tmp_path / "a",
        resume=True,
        threads=2,
    )
    assert again.digest == found.digest
    assert read(tmp_path / "a").model_dump() == again.model_dump()


def test_reforms_that_come_on_their_dates_move_votes_where_interests_count() -> None:
    shares = [
        [row.share for row in ask(causes=("interests",), runs=24, variants=variants).combinations]
        for variants in ({}, AS_RECORDED)
    ]
    assert shares[0] != shares[1]
    assert shares[1][0] != shares[1][1]


@pytest.mark.parametrize(
    ("motion", "causes", "said"),
    [
        ("plenum-1964", (), "write SCENARIO:MOTION"),
        ("plenum-1964:remove-krushchev-plenum-1964", (), "Did you mean remove-khrushchev-plenum-1964"),
        (MOTION, ("fillings",), "Did you mean filling"),
        ("succession-1922:condemn-october-1923", ("war-scare",), "only after the motion is put"),
    ],
)
def test_what_cannot_be_staged_is_refused_with_what_to_do(
    motion: str, causes: tuple[str, ...], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        apparat.contrast(motion, causes=causes, runs=2, seed=1, sets="uncalibrated")


def test_a_motion_named_twice_or_too_many_causes_are_refused() -> None:
    request = Request(scenario="", seed=1)
    staging = Staging.read(MOTION)
    with pytest.raises(UsageError, match="named twice"):
        Asked(stagings=(staging, staging), request=request)
    with pytest.raises(UsageError, match="1 to 5 causes"):
        Asked(stagings=(staging,), request=request, causes=())
