"""The formal graph holds the two chains, and the circle closes when secretaries are appointed."""

from itertools import pairwise

import networkx as nx
import pytest

from apparat.constitution import Constitution, cycles, graph, load
from apparat.constitution.graph import View
from apparat.ground.dates import Month
from tests.constitution.conftest import EVERY_MONTH, Spoil

SOVIET_CHAIN = ["voters", "local-soviets", "congress-of-soviets", "cec"]
SOVIET_CHAIN_OF_1936 = ["voters", "supreme-soviet", "sovnarkom"]
PARTY_CHAIN = ["party-members", "local-branches", "party-congress", "central-committee", "politburo"]
CIRCLE = ("central-committee", "secretariat", "regional-secretaries", "party-congress")
CLOSES = Month.of(1922, 4)
LAYERS: tuple[View, ...] = ("theory", "practice", "all")


@pytest.mark.parametrize("month", EVERY_MONTH[::24], ids=str)
def test_the_soviet_chain_rises_from_people_to_government(soviet: Constitution, month: Month) -> None:
    theory = graph(soviet, month, "theory")
    chain = SOVIET_CHAIN if month < Month.of(1938, 1) else SOVIET_CHAIN_OF_1936
    assert all({"elects", "appoints"} & set(theory[who][whom]) for who, whom in pairwise(chain))
    assert nx.has_path(theory, "voters", "sovnarkom")


def test_the_sovnarkom_is_elected_by_the_congress_then_by_its_committee(soviet: Constitution) -> None:
    first, later = (graph(soviet, Month.of(*when), "theory") for when in ((1918, 1), (1924, 1)))
    assert "elects" in first["congress-of-soviets"]["sovnarkom"]
    assert "elects" not in later["congress-of-soviets"]["sovnarkom"]
    assert "elects" in later["cec"]["sovnarkom"]


@pytest.mark.parametrize(
    "month", [month for month in EVERY_MONTH if month >= Month.of(1919, 3)][::24], ids=str
)
def test_the_party_chain_rises_from_members_to_politburo(soviet: Constitution, month: Month) -> None:
    theory = graph(soviet, month, "theory")
    assert all("elects" in theory[who][whom] for who, whom in pairwise(PARTY_CHAIN))


@pytest.mark.parametrize("month", EVERY_MONTH[::9], ids=str)
def test_the_circle_is_closed_only_once_secretaries_are_appointed(soviet: Constitution, month: Month) -> None:
    assert (CIRCLE in cycles(soviet, month)) is (month >= CLOSES)
    assert bool(cycles(soviet, month)) is (month >= CLOSES)


def test_without_the_appointments_only_the_approved_list_closes_a_circle(spoil: Spoil) -> None:
    folder = spoil(
        "posts.yaml", "set: {filled-by: cadres, boss: general-secretary}", "set: {boss: general-secretary}"
    )
    mine = load(folder)
    assert cycles(mine, Month.of(1922, 12)) == []
    assert cycles(mine, Month.of(1923, 1)) == [("central-committee", "secretariat", "party-congress")]


def test_theory_and_practice_together_are_all(soviet: Constitution) -> None:
    theory, practice, both = (
        set(graph(soviet, Month.of(1924, 4), layer).edges(keys=True)) for layer in LAYERS
    )
    assert theory | practice == both
    assert ("secretariat", "party-congress", "prepares-slate") in practice - theory


def test_in_theory_alone_there_is_no_circle(soviet: Constitution) -> None:
    theory = graph(soviet, Month.of(1924, 4), "theory")
    choosing = nx.DiGraph(
        (who, whom) for who, whom, power in theory.edges(keys=True) if power in ("elects", "appoints")
    )
    assert nx.is_directed_acyclic_graph(choosing)


def test_nodes_and_arrows_carry_names_and_sources(soviet: Constitution) -> None:
    drawn = graph(soviet, Month.of(1924, 4))
    assert drawn.nodes["politburo"] == {"name": "Politburo", "layer": "party", "kind": "body"}
    assert drawn.nodes["general-secretary"]["kind"] == "office"
    assert "politburo-chosen-by-cc" in drawn["central-committee"]["politburo"]["elects"]["because"]
