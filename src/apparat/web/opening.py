"""Who sits where, and holds what, when a scenario begins."""

from apparat.scenario import Scenario
from apparat.scenario.land import Seat
from apparat.web.models import Member, Opening, OpeningBody


def opening(scenario: Scenario) -> Opening:
    """The named members of every body, full ones first, and the holders of offices."""
    return Opening(
        bodies=tuple(
            OpeningBody(
                body=name,
                members=(
                    *(_member(scenario, seat, full=True) for seat in bench.full),
                    *(_member(scenario, seat, full=False) for seat in bench.candidate),
                ),
            )
            for name, bench in scenario.bodies.items()
        ),
        offices={
            office: Member(
                key=person.key,
                name=person.short_name,
                full=True,
                since=str(held.since),
                because=held.because,
            )
            for person in scenario.persons.values()
            for office, held in person.offices.items()
        },
    )


def _member(scenario: Scenario, seat: Seat, *, full: bool) -> Member:
    person = scenario.persons[seat.person]
    return Member(
        key=person.key, name=person.short_name, full=full, since=str(seat.since), because=seat.because
    )
