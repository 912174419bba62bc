"""Theories as data: the shipped ones hold, and mistakes in one are named with their place."""

import pytest

from apparat import theories
from apparat.ground.documents import read
from apparat.ground.errors import DocumentError, UsageError
from apparat.theories.library import parameters, parse

WHOLE = """
theory: mine
title: A theory of mine
says: Only ties decide, and nothing else does.
works: "assumed: nobody's but mine"
mechanisms:
  views:
    set: {voting.policy: none, voting.tie: 3.5}
    why: Views do not count here.
    because: "assumed: that is the theory"
"""


@pytest.mark.parametrize("name", theories.names())
def test_a_shipped_theory_sets_parameters_within_their_ranges_or_to_nothing(name: str) -> None:
    known = parameters()
    values = theories.load(name).values(known)
    assert values
    for address, value in values.items():
        assert value == 0 or known[address].low <= value <= known[address].high, address
    moved = [address for address, value in values.items() if value != known[address].default]
    assert moved == list(values), "every setting changes something"


def test_no_two_theories_are_the_same() -> None:
    every = [theories.load(name) for name in theories.names()]
    assert len({str(sorted(each.values(parameters()).items())) for each in every}) == len(every) == 3


def test_each_theory_keeps_what_it_holds_to_decide() -> None:
    values = {name: theories.load(name).values(parameters()) for name in theories.names()}
    assert "voting.tie" not in values["circular-flow"]
    assert values["circular-flow"]["voting.policy"] == 0
    assert "voting.policy" not in values["ideas-first"]
    assert values["ideas-first"]["voting.tie"] == 0
    assert values["accountability"]["voting.interest"] == parameters()["voting.interest"].high


def test_numbers_and_words_are_both_understood() -> None:
    values = parse(read(WHOLE.encode(), kind="theory", name="mine.yaml")).values(parameters())
    assert values == {"voting.policy": 0.0, "voting.tie": 3.5}


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("voting.tie: 3.5", "voting.ties: 3.5", "no parameter 'voting.ties': did you mean 'voting.tie'"),
        ("voting.tie: 3.5", "voting.tie: 9", "voting.tie = 9 lies outside its range, 2 to 7 logits per tie"),
        ("because: \"assumed: that is the theory\"", "because: as-is-known", "as-is-known"),
        ("works: \"assumed: nobody's but mine\"", "works: somebody", "somebody"),
        ("voting.tie: 3.5", "voting.tie: much", "mine.yaml:8"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(good: str, bad: str, message: str) -> None:
    assert good in WHOLE
    with pytest.raises(DocumentError) as caught:
        parse(read(WHOLE.replace(good, bad).encode(), kind="theory", name="mine.yaml"))
    assert message in str(caught.value)
    assert "mine.yaml:" in str(caught.value)


def test_a_parameter_is_set_for_one_reason_only() -> None:
    again = "set: {voting.tie: high}, why: Said again., because: 'assumed: again'"
    twice = f"{WHOLE}  ties: {{{again}}}\n"
    with pytest.raises(DocumentError, match=r"'voting\.tie' is set twice"):
        parse(read(twice.encode(), kind="theory", name="mine.yaml"))


def test_a_theory_that_does_not_exist_is_met_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no theory called 'circular'\. Did you mean circular-flow"):
        theories.load("circular")
