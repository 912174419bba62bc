"""Summaries of a store small enough to count by hand."""

import numpy as np
import pytest
from toy import ToyDirectory

from apparat.results.conclusion import conclusion, percent
from apparat.results.summary import Summary, quantiles
from apparat.store.store import Store
from apparat.world.codes import COMMITTEE, TOP

# Ten runs: leader at the end, parameter set, month in which key 2 lost his top seat (None: never).
RUNS = [
    (3, 0, 4),
    (3, 0, 4),
    (3, 0, 4),
    (3, 0, 8),
    (0, 0, None),
    (3, 1, None),
    (4, 1, 2),
    (4, 1, 5),
    (4, 1, 6),
    (0, 1, 7),
]


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory):
    run = np.arange(10, dtype=np.uint32)
    leader, sets = (np.array([row[i] for row in RUNS], np.int32) for i in (0, 1))
    lost = np.array([[i, row[2]] for i, row in enumerate(RUNS) if row[2] is not None], np.int32)
    again = np.array([[0, 11]], np.int32)
    lost = np.concatenate([lost, again])
    tables = {
        "runs": {
            "run": run,
            "digest": run.astype(np.uint64),
            "parameters": sets,
            "leader_conduct": leader,
            "leader_power": np.full(10, 3),
            "leader_unanimity": np.zeros(10, int),
        },
        "months": {
            "run": np.tile(run, 2),
            "month": np.repeat([0, 11], 10).astype(np.int16),
            "leader": np.concatenate([np.zeros(10, np.int32), leader]),
            "leader_power": np.full(20, 3),
        },
        "seats": {
            "run": lost[:, 0],
            "month": lost[:, 1],
            "person": np.full(len(lost), 2),
            "body": np.full(len(lost), TOP),
        },
        "votes": {
            "run": np.zeros(4, int),
            "body": np.array([TOP, TOP, TOP, COMMITTEE]),
            "for": np.array([6, 3, 0, 50]),
            "against": np.array([2, 5, 0, 0]),
            "carried": np.array([1, 0, 0, 1]),
        },
        "probes": {
            "run": run,
            "probe": np.zeros(10, int),
            "for": np.arange(10) * 10,
            "against": 100 - np.arange(10) * 10,
        },
    }
    folder = tmp_path_factory.mktemp("s") / "store"
    with Store.create(folder, identity={}, request={}, runs=10) as store:
        store.write_block(0, tables, run.astype(np.uint64))
    with store.connect() as connection:
        yield Summary(connection, ToyDirectory())


def test_leaders_are_counted_and_the_parameter_sets_compared(summary: Summary) -> None:
    stalin, zinoviev, nobody = [row for row in summary.leaders() if row.yardstick == "conduct"]
    assert (stalin.person, stalin.runs, stalin.share) == ("Stalin", 5, 0.5)
    assert (stalin.low, stalin.high) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert (zinoviev.runs, nobody.runs, nobody.person) == (3, 2, "collective leadership")
    # Shares by set are 0.8 and 0.2; variance 0.18, of which luck (0.04 + 0.04) / 2.
    reach = 0.3 * (1 - 0.04 / 0.18) ** 0.5 * 0.9
    assert (stalin.sets_low, stalin.sets_high) == pytest.approx((0.5 - reach, 0.5 + reach))


def test_every_yardstick_has_its_leaders(summary: Summary) -> None:
    power, unanimity = [row for row in summary.leaders() if row.yardstick != "conduct"]
    assert (power.yardstick, power.person, power.share) == ("power", "Stalin", 1.0)
    assert (unanimity.yardstick, unanimity.key) == ("no alternative left", 0)


def test_shares_over_time_add_up_to_one_each_month(summary: Summary) -> None:
    rows = [row for row in summary.over_time() if row.yardstick == "conduct"]
    assert [row.month for row in rows] == ["1922-04", "1923-03", "1923-03", "1923-03"]
    assert sum(row.share for row in rows if row.month == "1923-03") == pytest.approx(1)


def test_the_first_loss_of_a_seat_counts_and_stands_beside_the_record(summary: Summary) -> None:
    (loss,) = summary.losses()
    assert (loss.person, loss.body, loss.runs, loss.share) == ("Trotsky", "Politburo", 8, 0.8)
    assert (loss.early, loss.median, loss.late) == ("1922-06", "1922-08", "1922-12")
    assert (loss.recorded, loss.source) == ("1923-01", "a list of members")


def test_recorded_motions_stand_beside_the_models_answer(summary: Summary) -> None:
    (motion,) = summary.motions()
    assert motion.recorded_share == pytest.approx(102 / 104)
    assert (motion.low, motion.median, motion.high) == (0.0, 0.4, 0.9)
    assert motion.carried == pytest.approx(0.4)


def test_margins_leave_out_votes_in_which_nobody_voted(summary: Summary) -> None:
    top, committee = summary.margins()
    assert (top.body, top.contests, top.carried, top.low, top.high) == ("Politburo", 2, 0.5, 0.375, 0.75)
    assert (committee.contests, committee.per_run, committee.median) == (1, 0.1, 1.0)


def test_the_conclusion_says_who_how_sure_and_what_is_assumed(summary: Summary) -> None:
    for traits, word in (("recorded", "recorded traits"), ("exchangeable", "exchangeable traits")):
        text = conclusion(
            summary.leaders(), runs=10, end="1923-03", traits=traits, calibrated=False, origin="a guess"
        )
        assert text.startswith(
            "Uncalibrated: judged by conduct, Stalin led in 1923-03 in 50 % of 10 runs (luck"
        )
        assert "24 to 76 %" in text
        assert "parameter sets range from" in text
        assert word in text
        assert text.endswith("a guess.")


def test_a_calibrated_conclusion_says_so_and_what_it_was_fitted_to(summary: Summary) -> None:
    origin = "the parameters are fitted to the record of three struggles"
    text = conclusion(
        summary.leaders(), runs=10, end="1923-03", traits="recorded", calibrated=True, origin=origin
    )
    assert text.startswith("Calibrated: judged")
    assert text.endswith(f"{origin}.")


def test_percentages_are_whole_but_small_ones_are_not_called_nothing() -> None:
    shares = (0.0, 0.0004, 0.004, 0.126, 0.996, 0.9996, 1.0)
    said = ["0 %", "under 0.1 %", "0.4 %", "13 %", "99.6 %", "over 99.9 %", "100 %"]
    assert [percent(share) for share in shares] == said


def test_quantiles_of_a_histogram_are_values_that_occur() -> None:
    assert quantiles({1: 90, 5: 9, 9: 1}, (0.05, 0.5, 0.95, 1.0)) == [1, 1, 5, 9]
    assert quantiles({}) == []
