"""The whole question: arrows, indices, what is expected, what is refused."""

import pytest

import apparat
from apparat.ground.errors import UsageError
from apparat.results.flows import ALL, PARTY_LINE, FlowsResult

SHIFTED = ("members", "general-secretary")


def ask(**asked: object) -> FlowsResult:
    given = {"levels": SHIFTED, "runs": 6, "months": 3, "seed": 2, "sets": "uncalibrated"} | asked
    return apparat.flows("succession-1922", **given)


@pytest.fixture(scope="module")
def result() -> FlowsResult:
    """Two levels shifted, followed for a quarter."""
    return ask()


def ask_later(**asked: object) -> FlowsResult:
    given = {"levels": "politburo", "runs": 6, "months": 3, "seed": 1, "sets": "uncalibrated"} | asked
    return apparat.flows("collective-1953", **given)


@pytest.fixture(scope="module")
def later() -> FlowsResult:
    """A struggle under a constitution without a congress of soviets."""
    return ask_later()


def test_there_is_an_arrow_from_every_shifted_level_to_every_level_and_the_line(result: FlowsResult) -> None:
    rows = [row for row in result.flows if (row.powers, row.year) == ("paper", ALL)]
    assert {row.source for row in rows} == set(SHIFTED)
    for source in SHIFTED:
        targets = [row.target for row in rows if row.source == source]
        assert targets == [*(level.level for level in result.levels), PARTY_LINE]


def test_arrows_go_up_down_or_across_by_height(result: FlowsResult) -> None:
    height = {row.level: row.height for row in result.levels}
    for row in result.flows:
        if row.target in height and row.source != row.target:
            up = height[row.target] - height[row.source]
            assert row.direction == ("rise" if up > 0 else "fall" if up < 0 else "across")


def test_a_number_lies_in_its_interval_or_is_missing_with_it(result: FlowsResult) -> None:
    for row in result.flows:
        for value, low, high in (
            (row.votes, row.votes_low, row.votes_high),
            (row.stands, row.stands_low, row.stands_high),
        ):
            if value is None:
                assert low is high is None
            else:
                assert low <= value <= high
    assert {row.target for row in result.flows if row.votes is None} >= {"people", PARTY_LINE}


def test_the_index_of_a_direction_is_the_mean_of_its_arrows(result: FlowsResult) -> None:
    for powers in ("paper", "practice"):
        index = next(r for r in result.index if (r.powers, r.year, r.measure) == (powers, ALL, "votes"))
        for direction, value in (("rise", index.rise), ("fall", index.fall)):
            arrows = [
                row.votes
                for row in result.flows
                if (row.powers, row.year, row.direction) == (powers, ALL, direction) and row.votes is not None
            ]
            assert value == pytest.approx(sum(arrows) / len(arrows))


def test_a_verdict_follows_from_its_interval(result: FlowsResult) -> None:
    assert len(result.expected) == 10
    for row in result.expected:
        sure = row.low > 0 or row.high < 0
        assert row.verdict == ("undecided" if not sure else "held" if row.difference > 0 else "reversed")


def test_threads_decide_nothing_and_the_seed_does(later: FlowsResult) -> None:
    assert ask_later(threads=1) == later
    assert ask_later(seed=2).digest != later.digest


def test_levels_are_shifted_in_every_january_that_can_be_followed(result: FlowsResult) -> None:
    assert result.years == tuple(str(year) for year in range(1923, 1930))


def test_levels_are_named_as_their_constitution_names_them(result: FlowsResult, later: FlowsResult) -> None:
    early, late = ({row.level: row.title for row in each.levels} for each in (result, later))
    assert (early["sovnarkom"], late["sovnarkom"]) == ("Sovnarkom", "Council of Ministers")
    assert (early["politburo"], late["politburo"]) == ("Politburo", "Presidium of the Central Committee")
    assert (early["general-secretary"], late["general-secretary"][:6]) == ("General Secretary", "Senior")
    assert (early["members"], late["members"]) == ("Party members", "Party members")


def test_where_soviets_send_no_delegates_nothing_is_made_up_for_them(
    result: FlowsResult, later: FlowsResult
) -> None:
    votes = {row.target for row in later.flows if row.votes is not None}
    assert votes == {row.level for row in later.levels} - {"people", "congress-of-soviets"}
    lacking = next(row for row in later.levels if row.level == "congress-of-soviets")
    assert (lacking.title, lacking.votes, lacking.shifted) == ("Supreme Soviet", None, None)
    gone = {row.what for row in result.formal} - {row.what for row in later.formal}
    assert len(gone) == 1
    assert "Congress of Soviets elects" in gone.pop()


def test_what_sources_expect_of_other_years_is_not_held_against_these(
    result: FlowsResult, later: FlowsResult
) -> None:
    because = [{row.because for row in each.expected} for each in (result, later)]
    assert because[0] - because[1] == {"party-democracy-weakens-1921-28"}


def test_an_unknown_level_is_refused_before_any_work() -> None:
    with pytest.raises(UsageError, match="politburo"):
        ask(levels="polit-buro")
