"""The loop keeps its books in every month, and its rules do what they say."""

import numpy as np
import pytest

from bench.institution.kernels import Kernels
from bench.institution.loop import NOBODY
from bench.institution.rules import KINDS, MONTHS, Rules, bosses, counts, firsts, seats

pytestmark = pytest.mark.slow  # compiles


@pytest.fixture(scope="module")
def played() -> Kernels:
    kernels = Kernels(12, 9)
    kernels.run(0, MONTHS)
    return kernels


def in_use(kernels: Kernels) -> tuple[np.ndarray, np.ndarray]:
    """Its posts and officials, less the rows that a larger loop would use."""
    n = kernels.loop["n"][0]
    return kernels.loop["posts"][0][: n["posts"]], kernels.loop["officials"][0][: n["rows"]]


def test_holders_and_posts_know_each_other_and_no_other_row_is_in_office(played: Kernels) -> None:
    posts, officials = in_use(played)
    held = np.flatnonzero(posts["holder"] >= 0)
    assert len(held) > 550
    assert np.array_equal(officials["post"][posts["holder"][held]], held)
    assert np.count_nonzero(officials["post"] >= 0) == len(held)


def test_every_row_is_in_office_vacant_or_fallen(played: Kernels) -> None:
    tally, officials = played.loop["tally"][0], in_use(played)[1]
    outside = np.flatnonzero(officials["post"] < 0)
    vacant, fallen = (played.loop[name][0][: int(tally[name])] for name in ("vacant", "fallen"))
    assert sorted([*vacant, *fallen]) == sorted(outside)


def test_ties_lie_between_nothing_and_one_and_lead_to_somebody(played: Kernels) -> None:
    officials = in_use(played)[1]
    clients = officials[(officials["post"] >= 0) & (officials["patron"] >= 0)]
    assert ((clients["tie"] > 0.0) & (clients["tie"] < 1.0)).all()
    free = officials[(officials["post"] >= 0) & (officials["patron"] == NOBODY)]
    assert (free["tie"] == 0.0).all()


def test_a_congress_seats_a_full_committee_of_entitled_holders() -> None:
    kernels = Kernels(12, 9)
    kernels.run(0, 12)
    officials = in_use(kernels)[1]
    seated = officials[officials["seated"] == 1]
    entitled = firsts(12)[4]
    assert len(seated) in {seats(12), seats(12) - 1}  # less the one who has become chief
    assert (seated["post"] < entitled).all()


def test_without_favours_nobody_is_tied_and_no_chief_is_followed() -> None:
    kernels = Kernels(12, 9, Rules(favour=0.0, local_favour=0.0))
    following = kernels.run(0, MONTHS)
    assert np.count_nonzero(following) == 0
    assert kernels.outcome().committee_tie == 0.0


def test_more_attention_ties_more_officials_to_the_chief() -> None:
    ends = [
        np.mean([Kernels(12, 1, Rules(attention=share)).run(run, 24)[-1] for run in range(20)])
        for share in (0.0, 0.015, 0.04)
    ]
    assert ends == sorted(ends)
    assert ends[-1] > ends[0]


def test_every_post_hangs_on_one_of_the_class_above() -> None:
    above, starts, sizes = np.array(bosses(12)), firsts(12), counts(12)
    for kind, first, count in zip(KINDS[1:], starts[1:], sizes[1:], strict=True):
        top = above[first : first + count]
        assert (top >= starts[kind.above]).all()
        assert (top < starts[kind.above] + sizes[kind.above]).all()
        assert len(set(np.bincount(top)[starts[kind.above] :])) == 1


def test_more_regions_than_there_is_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="there is room for 100001"):
        Kernels(2001, 1)
