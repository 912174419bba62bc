"""Pieces of work by a crew, within a budget of time."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeAlias

from apparat.experiments.crew.crew import Crew, each
from apparat.experiments.resumable.folder import Folder, Piece, Pieces
from apparat.experiments.seam import Progress

Drawn: TypeAlias = Callable[[], None]
"""To be called by a piece for each set that it tries (or what it counts). Raises Halt when the work stops."""
Compute: TypeAlias = Callable[[int, Drawn], Piece]
"""What computes a piece out of its number, in any process."""


class OutOfTime(Exception):
    """The budget is spent; finished pieces are kept."""


class Halt(Exception):
    """A piece is given up because nobody waits for it."""


@dataclass(frozen=True)
class Finish:
    """The job: a piece computed and stored."""

    pieces: Pieces
    stage: str
    compute: Compute
    halted: Callable[[], bool]

    def __call__(self, number: int) -> tuple[Piece, int]:
        """A piece, and how much was drawn for it."""
        draws = 0

        def drawn() -> None:
            nonlocal draws
            draws += 1
            if self.halted():
                raise Halt

        piece = self.compute(number, drawn)
        self.pieces.keep(self.stage, number, piece)
        return piece, draws


class Workers:
    """A crew that computes pieces and stores each as soon as it is done.

    `budget` is in seconds, None for none. `heard` is told how far it has come, in what is `counted`.
    """

    def __init__(
        self,
        folder: Folder,
        *,
        crew: Crew,
        budget: float | None,
        heard: Callable[[Progress], None],
        counted: str = "sets",
    ) -> None:
        self.folder = folder
        self._counted = counted
        self._crew = crew
        self._began = time.monotonic()
        self._ends = None if budget is None else self._began + budget
        self._heard = heard
        self.draws = 0

    @property
    def left(self) -> float | None:
        """Seconds left of the budget."""
        return None if self._ends is None else self._ends - time.monotonic()

    @property
    def rate(self) -> float:
        """Sets tried a second so far, by pieces that are finished; 0 while unknown."""
        spent = time.monotonic() - self._began
        return self.draws / spent if spent > 0 else 0.0

    def pieces(self, stage: str, count: int, compute: Compute, *, reserve: float = 0.0) -> list[Piece]:
        """Pieces 0 to `count - 1` of a stage: those on disk read, the others computed and stored.

        `reserve` is how many seconds of the budget shall be left to others. Raises OutOfTime when the rest is
        spent, KeyboardInterrupt on Ctrl-C; pieces in flight are then given up.
        """
        found = [self.folder.piece(stage, number) for number in range(count)]
        missing = [number for number, piece in enumerate(found) if piece is None]
        if missing:
            self._spend(reserve)
            job = Finish(self.folder.pieces, stage, compute, self._crew.halted)
            began, left = time.monotonic(), len(missing)

            def look() -> None:
                spent, done = time.monotonic() - began, len(missing) - left
                still = spent / done * left if done else None
                told = (stage, count - left, count, self.draws, self.rate, still, self.left, self._counted)
                self._heard(Progress(*told))
                if left:
                    self._spend(reserve)

            with closing(each(self._crew, job, missing, folder=self.folder.path, look=look)) as work:
                for number, (piece, draws) in work:
                    found[number] = piece
                    self.draws += draws
                    left -= 1
        return [piece for piece in found if piece is not None]

    def _spend(self, reserve: float) -> None:
        left = self.left
        if left is not None and left <= reserve:
            raise OutOfTime
