"""The sentence says what the numbers say, and no more."""

from apparat.experiments.explain.sentence import listed, sentence
from apparat.results.explain import ContributionRow, EndRow, InteractionRow


def contribution(name: str, value: float, half: float, yardstick: str = "conduct") -> ContributionRow:
    given = {"yardstick": yardstick, "cause": name, "name": f"the {name}", "value": value}
    return ContributionRow(
        **given, low=value - half, high=value + half, error=half / 1.96, alone=None, last=None
    )


def end(yardstick: str, everything: float, nothing: float) -> EndRow:
    same = {"difference": everything - nothing, "low": 0.0, "high": 1.0}
    ends = {"everything_low": 0, "everything_high": 1, "nothing_low": 0, "nothing_high": 1}
    return EndRow(yardstick=yardstick, everything=everything, nothing=nothing, **ends, **same)


def pair(one: str, other: str, value: float, half: float) -> InteractionRow:
    return InteractionRow(
        yardstick="conduct", one=one, other=other, value=value, low=value - half, high=value + half
    )


ENDS = [end("conduct", 0.5, 0.1), end("power", 0.3, 0.1), end("no alternative left", 0.2, 0.2)]
OTHERS = [
    *(contribution(name, 0.02, 0.03, "no alternative left") for name in ("office", "list", "luck", "mood")),
    contribution("office", 0.01, 0.02, "power"),
    contribution("list", 0.2, 0.05, "power"),
]


def said(rows: list[ContributionRow], pairs: list[InteractionRow], *, alone: bool = True) -> str:
    return sentence(
        [*rows, *OTHERS],
        pairs,
        ENDS,
        person="Stalin",
        alone=alone,
        runs=500,
        end="1929-12",
        calibrated=False,
    )


def test_causes_for_against_and_unknown_are_told_apart() -> None:
    rows = [contribution("office", 0.35, 0.04), contribution("list", 0.1, 0.03)]
    rows += [contribution("luck", -0.06, 0.02), contribution("mood", 0.01, 0.03)]
    text = said(rows, [pair("office", "list", 0.08, 0.03), pair("luck", "mood", 0.05, 0.04)])
    assert text == " ".join(
        [
            "Uncalibrated: judged by conduct, Stalin leads in December 1929 in 50 % of 500 runs as causes",
            "were, and in 10 % with all 4 of them at their neutral level. That is owed above all to the",
            "office (+35 ± 4), then to the list (+10 ± 3), in points of the share of runs. The luck (-6 ±",
            "2) stood in its way. Of the mood it cannot be told from these runs whether anything came of",
            "it. The office and the list did more together than apart (+8 ± 3). By power (30 % against 10",
            "%), first place goes to the list (+20 ± 5). With no alternative left (20 % against 20 %), no",
            "cause is known to have helped.",
        ]
    )


def test_a_pair_that_luck_explains_among_so_many_is_not_told() -> None:
    rows = [contribution("office", 0.35, 0.04), contribution("list", 0.1, 0.03)]
    assert "together" not in said(rows, [pair("office", "list", 0.05, 0.04)])
    assert "stood in for one another (-8 ± 4)" in said(rows, [pair("office", "list", -0.08, 0.04)])


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    text = said([contribution("office", 0.01, 0.04), contribution("list", -0.01, 0.03)], [], alone=False)
    assert "nobody leads alone" in text
    assert "Of no cause can it be told" in text
    assert "owed" not in text


def test_causes_only_against_have_their_unit() -> None:
    assert "The office (-10 ± 4) stood in its way, in points of the share of runs." in said(
        [contribution("office", -0.1, 0.04)], []
    )


def test_lists_are_lists() -> None:
    assert [listed(list(letters)) for letters in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
