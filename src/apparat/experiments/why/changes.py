"""Single changes that might have undone an event, the smallest first, and what came of each.

A ballot falls otherwise by another draw of its own; a body votes in secret, or openly; one person is well,
or ill; one office has another holder, from the month itself, half a year or a year before; one lever of the
scenario is pulled on its date.
"""

from collections.abc import Iterator, Sequence

from apparat.engine.runs import Run
from apparat.experiments.seam import Request
from apparat.experiments.what_if.asked import Arm, Asked, arms
from apparat.experiments.what_if.pairs import branched
from apparat.experiments.why.case import Case
from apparat.experiments.why.draws import active, turned
from apparat.experiments.why.past import Past, told
from apparat.results.run import Ballot
from apparat.results.why import ChangeRow, Size
from apparat.scenario.levers import Paths, Value, read
from apparat.scenario.levers.offices import NOBODY
from apparat.world import codes

LEADS = (0, 6, 12)
"""Months before the event at which an office is given to another."""
MOST_DRAWS = 64
"""Other draws of a ballot that are tried until it falls otherwise."""
_ILL, _WELL = 0.2, 1.0
"""Strength left to one who falls ill, and of one who is well."""

Change = tuple[Size, Arm]


def changes(request: Request, case: Case, past: Past) -> Iterator[Change]:
    """All changes that edits make, the smallest first."""
    yield from _forms(case, past)
    yield from _health(case, past)
    yield from _offices(case, past)
    yield from _levers(request, case, past)


def _forms(case: Case, past: Past) -> Iterator[Change]:
    """The deciding body's ballots in secret, or openly, from the month of the event."""
    vote = case.decided
    if vote is None or vote["body"] >= codes.CONFERENCE:
        return
    secret = int(past.at(case.month).world["bodies"][0][vote["body"]]["secret"])
    name = codes.BODY_IDS[vote["body"]]
    for form in (name, "*"):
        where = past.engine.directory.body(int(vote["body"])) if form == name else "every body"
        said = f"{'open' if secret else 'secret'} ballots in {where}"
        yield "form of ballot", _arm(past, said, {f"bodies.{form}.ballot": _FORMS[1 - secret]}, case.month)


_FORMS = ("open", "secret")


def _health(case: Case, past: Past) -> Iterator[Change]:
    """One leader well who was ill, or ill who was well, from the month of the event."""
    figures = past.at(case.month).world["figures"][0]
    for row, name, said in _leaders(case, past):
        ill = figures[row]["capacity"] < _WELL
        change = f"{said} {'well' if ill else 'ill'}"
        settings: dict[str, Value] = {f"persons.{name}.capacity": _WELL if ill else _ILL}
        yield "one person's health", _arm(past, change, settings, case.month)


def _offices(case: Case, past: Past) -> Iterator[Change]:
    """Each office held by another leader, or by nobody."""
    law = past.engine.compiled.constitution
    holders = [*((name, said) for _, name, said in _leaders(case, past)), (NOBODY, NOBODY)]
    for lead in LEADS:
        if lead > case.month:
            continue
        for office in past.engine.compiled.places.offices:
            for name, said in holders:
                title = f"{law.offices[office].name}: {said}"
                yield (
                    "one office",
                    _arm(past, title, {f"offices.{office}.holder": name}, case.month - lead),
                )


def _leaders(case: Case, past: Past) -> Iterator[tuple[int, str, str]]:
    """Named persons who take part in the month's contests: row, id, name."""
    compiled = past.engine.compiled
    rows = {compiled.scenario.persons[name].key: row for row, name in enumerate(compiled.persons)}
    for key in active(past, case.month):
        if key in rows:
            yield rows[key], compiled.persons[rows[key]], past.engine.directory.short(key)


def _arm(past: Past, said: str, settings: dict[str, Value], month: int) -> Arm:
    return Arm(
        said, (), past.engine, tuple(Paths(past.engine.compiled).edits(settings, month)), opening=False
    )


def _levers(request: Request, case: Case, past: Past) -> Iterator[Change]:
    """Each lever of the scenario that is dated before the event, the latest first."""
    library = read(request.scenario)
    names = tuple(library.levers)
    if not names:
        return
    made = arms(Asked(levers=names, apart=True), request, past.engine, library)
    for arm in sorted(made, key=lambda arm: -arm.first):
        if arm.first <= case.month:
            yield "one lever", arm


def tried(size: Size, arm: Arm, case: Case, past: Past, number: int) -> ChangeRow:
    """A change, played through the month of the event; where it undoes it, on to the end."""
    trunk = past.at(0 if arm.opening else arm.first)
    run, applied = branched(trunk, arm, number)
    run.world["clock"]["journal"] = codes.J_DECISIONS
    took_hold = arm.opening or any(applied)
    if took_hold:
        run.advance(case.month + 1)
    return _row(size, arm, case, past, run if took_hold else None)


def turned_ballot(ballot: Ballot, case: Case, past: Past) -> ChangeRow:
    """One ballot of the deciding vote fallen otherwise."""
    run = turned(ballot, case, past, MOST_DRAWS)
    arm = Arm(f"{ballot.voter} votes otherwise", (), past.engine, (), opening=False)
    return _row("one ballot", arm, case, past, run)


def _row(size: Size, arm: Arm, case: Case, past: Past, run: Run | None) -> ChangeRow:
    """What came of a change; `run` has been played through the event's month, None if nothing changed."""
    start, first = past.engine.directory.start, arm.first if arm.edits or arm.opening else case.month
    outcome = case.outcome(told(run), first) if run is not None else "stands"
    later = None
    if run is not None and outcome != "stands":
        run.world["clock"]["journal"] = codes.J_DECISIONS
        run.advance(past.months)
        later = case.later(told(run))
    return ChangeRow(
        size=size,
        what=arm.name,
        path=arm.levers[0] if arm.levers else (arm.edits[0].path if arm.edits else None),
        from_=str(start + first),
        before=case.month - first,
        applied=run is not None,
        outcome=outcome,
        later=str(start + later) if later is not None else None,
    )


def deciding(ballots: Sequence[Ballot], case: Case) -> list[Ballot]:
    """The persons' ballots of the deciding vote."""
    last = case.votes[-1] if case.votes else -1
    return [ballot for ballot in ballots if ballot.event == last and ballot.region is None]
