"""Pieces are computed once each, on any number of threads, for as long as the budget lasts."""

import time
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from apparat.experiments.crew.threads import Threads
from apparat.experiments.resumable.folder import Folder, Piece
from apparat.experiments.resumable.workers import Drawn, Halt, OutOfTime, Workers
from apparat.experiments.seam import Progress


def workers(
    folder: Folder, heard: list[Progress], *, threads: int = 2, budget: float | None = None
) -> Workers:
    return Workers(folder, crew=Threads(threads), budget=budget, heard=heard.append, counted="eggs")


@pytest.mark.parametrize("threads", [1, 3])
def test_what_is_there_is_read_and_the_rest_computed(tmp_path: Path, threads: int) -> None:
    computed: list[int] = []
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        folder.keep("s", 1, {"n": np.array(10)})

        def one(number: int, drawn: Drawn) -> Piece:
            computed.append(number)
            drawn()
            return {"n": np.array(number)}

        crew = workers(folder, heard := [], threads=threads)
        pieces = crew.pieces("s", 4, one)
        assert crew.pieces("s", 4, one) is not None
    assert sorted(computed) == [0, 2, 3]
    assert [int(piece["n"]) for piece in pieces] == [0, 10, 2, 3]
    last = heard[-1]
    assert (last.stage, last.done, last.total, last.draws, last.counted) == ("s", 4, 4, 3, "eggs")


def test_when_the_budget_is_spent_the_finished_pieces_stay(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {}, resume=False) as folder:

        def slow(number: int, drawn: Drawn) -> Piece:
            for _ in range(1 if number == 0 else 1000):
                time.sleep(0.005)
                drawn()
            return {"n": np.array(number)}

        crew = workers(folder, [], budget=0.3)
        with pytest.raises(OutOfTime):
            crew.pieces("s", 50, slow)
        assert 1 <= folder.count("s") < 50


def test_a_reserve_is_left_to_others(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        crew = workers(folder, [], budget=100.0)
        with pytest.raises(OutOfTime):
            crew.pieces("s", 1, lambda number, drawn: {}, reserve=101.0)
        assert len(crew.pieces("s", 1, lambda number, drawn: {}, reserve=50.0)) == 1


def test_a_piece_that_fails_stops_the_others(tmp_path: Path) -> None:
    with Folder(tmp_path / "f", {}, resume=False) as folder:
        halted: list[int] = []
        begun = Event()

        def one(number: int, drawn: Drawn) -> Piece:
            if number == 0:
                begun.wait(10)
                raise ValueError("no such egg")
            begun.set()
            try:
                while True:
                    time.sleep(0.002)
                    drawn()
            except Halt:
                halted.append(number)
                raise

        crew = workers(folder, [])
        with pytest.raises(ValueError, match="no such egg"):
            crew.pieces("s", 2, one)
    assert halted == [1]
