"""From what the user wrote to an event: a number, a person who fell, or a month with one question in it."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from apparat.engine.directory import Directory
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError, nearest, unknown_name
from apparat.record.folding import fold
from apparat.results.run import Narrator
from apparat.results.why import ASKABLE, EXPULSIONS, FALLS
from apparat.results.words import sentence
from apparat.world import codes

_FALL = "fall:"
_SHOWN = 8


class Asked:
    """The events of a run that can be asked about."""

    def __init__(self, narrator: Narrator, events: NDArray[np.void], directory: Directory, run: int) -> None:
        self._narrator, self._events, self._directory, self._run = narrator, events, directory, run

    def numbers(self) -> list[int]:
        """Places of all events that can be asked about, in order of time."""
        return [int(place) for place in np.flatnonzero(np.isin(self._events["kind"], ASKABLE))]

    def find(self, written: str) -> int:
        """The event that is meant. Raises UsageError for one that does not exist or cannot be asked about."""
        text = written.strip()
        if re.fullmatch(r"#?[\d,]+", text):
            return self._numbered(int(re.sub(r"\D", "", text)))
        if re.fullmatch(r"\d{4}-\d{1,2}", text):
            return self._dated(text)
        return self._fallen(text.removeprefix(_FALL).strip())

    def _numbered(self, number: int) -> int:
        if not 0 <= number < len(self._events):
            raise UsageError(
                f"Run {self._run} has no event {number}: its journal numbers them from 0 to "
                f"{len(self._events) - 1}. Leave the event out to see those that can be asked about."
            )
        kind = int(self._events[number]["kind"])
        if kind not in ASKABLE:
            raise UsageError(self._unaskable(number, kind))
        return number

    def _unaskable(self, number: int, kind: int) -> str:
        said = f"Event {number} is none that anybody voted on: {self.sentence(number)}"
        if kind in (codes.E_DEATH, codes.E_SIGNAL):
            return f"{said} It comes from outside, or from nature: nothing in the run brought it about."
        numbers = np.array(self.numbers())
        if not len(numbers):
            return said
        near = int(numbers[np.argmin(np.abs(numbers - number))])
        return f"{said} The nearest that can be asked about is {near}: {self.sentence(near)}"

    def _dated(self, text: str) -> int:
        try:
            month = Month.parse(text) - self._directory.start
        except ValueError as error:
            raise UsageError(str(error)) from error
        votes = [n for n in self.numbers() if int(self._events[n]["month"]) == month]
        votes = [n for n in votes if self._events[n]["kind"] == codes.E_VOTE]
        if len(votes) == 1:
            return votes[0]
        if votes:
            raise UsageError(
                f"There are {len(votes)} votes in {text}. Give the number of one:\n" + self.list(votes)
            )
        raise UsageError(
            f"There is no vote in {text} in run {self._run}. Leave the event out to see all of them."
        )

    def _fallen(self, name: str) -> int:
        known = self._names()
        found = known.get(fold(name))
        if found is None:
            close = nearest(fold(name), known) or known
            raise unknown_name("person", name, {self._directory.short(known[each]) for each in close})
        for kinds in ((FALLS[0],), EXPULSIONS, *((kind,) for kind in FALLS[3:])):
            places = self._losses(found, kinds)
            if places:
                return places[-1]
        fell = sorted({self._directory.short(int(self._events[n]["target"])) for n in self._all_losses()})
        who = f" Who does: {', '.join(fell[:_SHOWN])}." if fell else ""
        raise UsageError(f"{self._directory.short(found)} does not fall in run {self._run}.{who}")

    def _names(self) -> dict[str, int]:
        """Folded names of everybody who may act at the summit, and of everybody who falls, to keys."""
        keys = [key for key, _ in self._directory.figures]
        keys += [int(self._events[n]["target"]) for n in self._all_losses()]
        return {fold(name): key for key in keys for name in self._called(key)}

    def _called(self, key: int) -> Iterable[str]:
        full = self._directory.person(key)
        return full, self._directory.short(key), full.split()[0].rstrip(",")

    def _all_losses(self) -> list[int]:
        return [n for n in self.numbers() if self._events[n]["kind"] in FALLS]

    def _losses(self, key: int, kinds: tuple[int, ...]) -> list[int]:
        events = self._events
        mine = np.isin(events["kind"], kinds) & (events["target"] == key)
        top = mine & (events["body"] == codes.TOP)
        return [int(n) for n in np.flatnonzero(top if kinds[0] == FALLS[0] else mine)]

    def sentence(self, number: int) -> str:
        """An event in words."""
        return sentence(self._narrator.happening(number))

    def list(self, numbers: Iterable[int]) -> str:
        """Events with their numbers, one in a line."""
        return "\n".join(f"  {n}  {self.sentence(n)}" for n in numbers)
