"""Jobs of every command travel, and come out as they went in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from apparat.experiments.calibration.priors import prior_of, simulation
from apparat.experiments.calibration.struggles import Struggles
from apparat.experiments.crew.terms import Terms
from apparat.experiments.crew.threads import Threads
from apparat.experiments.explain.asked import Asked as Explained
from apparat.experiments.explain.explain import explain
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.seam import Request
from apparat.experiments.what_if.asked import Asked
from apparat.experiments.what_if.what_if import what_if
from apparat.ground.errors import ClusterError
from tests.experiments.calibration.toys import fit, towards

parcel = pytest.importorskip("apparat.experiments.crew.parcel")

NAME = "plenum-1964"
REQUEST = Request(scenario=NAME, seed=3, choice="uncalibrated")


class Abroad(Threads):
    """Threads whose job went through the post."""

    @contextmanager
    def at(self, job: Callable[[Any], Any], folder: Path | None) -> Iterator[Callable[[Any], Any]]:
        content = parcel.packed(job)
        with super().at(parcel._unpacked(content, Terms.here(folder)), folder) as give:
            yield give


def never() -> bool:
    return False


@pytest.fixture
def abroad(monkeypatch: pytest.MonkeyPatch) -> Abroad:
    crew = Abroad(1)
    crew.halted = never
    return crew


def test_pairs_and_their_levers_travel(abroad: Abroad, tmp_path: Path) -> None:
    asked = Asked(settings={"persons.khrushchev.ambition": (0.11,)}, from_="1957-09")
    here, there = (
        what_if(REQUEST, asked, runs=1, crew=crew, out=tmp_path / name)
        for name, crew in (("here", Threads(1)), ("there", abroad))
    )
    assert here == there
    assert len(list((tmp_path / "there").glob("pieces/pairs/*.npz"))) == 1


def test_trees_of_causes_travel(abroad: Abroad) -> None:
    asked = Explained(request=REQUEST, causes=("machine",), runs=2)
    here, there = (
        explain(asked, None, crew=crew, budget=None, resume=False) for crew in (Threads(1), abroad)
    )
    assert here.digest == there.digest


def test_fits_travel(abroad: Abroad, tmp_path: Path) -> None:
    found = []
    for name, crew in (("here", Threads(1)), ("there", abroad)):
        with Folder(tmp_path / name, {}, resume=False) as folder:
            found.append(fit(folder, towards(0.4, 0.1), points=60, crew=crew).run())
    assert np.array_equal(found[0].points.line, found[1].points.line)


def test_struggles_travel() -> None:
    struggles = Struggles([NAME], seed=1, runs=1, held_to=None)
    prior = prior_of(())
    simulate = simulation(struggles, prior)
    rest = prior.draw_rest(np.random.default_rng(1))
    there = parcel._unpacked(parcel.packed(simulate), Terms.here(None))(np.zeros(0), rest)
    assert np.array_equal(there.outcomes, simulate(np.zeros(0), rest).outcomes)


def test_a_job_is_not_unpacked_where_the_terms_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "place", lambda: "The worker here")
    terms = Terms(program=(("Apparat", "another"),), folder=None, manifest=None)
    with pytest.raises(ClusterError, match="The worker here cannot take part: it has Apparat"):
        parcel._unpacked(b"not even read", terms)
