"""A month, in order: the parameters of all mechanisms, and the steps as `steps` lists them."""

import numpy as np
from numpy.typing import NDArray

from apparat.mechanisms import (
    agenda,
    assemblies,
    calendar,
    coalition,
    congress,
    contests,
    demography,
    discipline,
    doctrine,
    documents,
    elections,
    inspection,
    membership,
    motions,
    nomenklatura,
    norms,
    opening,
    patronage,
    plans,
    reform,
    releases,
    venue,
    voting,
)
from apparat.world.kernel import kernel
from apparat.world.parameters import Parameter, described, fill_defaults, record_dtype
from apparat.world.state import World

CLASSES: dict[str, type] = {
    "opening": opening.Opening,
    "reform": reform.Reform,
    "releases": releases.Releases,
    "calendar": calendar.Calendar,
    "demography": demography.Demography,
    "membership": membership.Membership,
    "inspection": inspection.Inspection,
    "nomenklatura": nomenklatura.Nomenklatura,
    "patronage": patronage.Patronage,
    "doctrine": doctrine.Doctrine,
    "documents": documents.Documents,
    "coalition": coalition.Coalition,
    "agenda": agenda.Agenda,
    "plans": plans.Plans,
    "motions": motions.Motions,
    "contests": contests.Contests,
    "voting": voting.Voting,
    "norms": norms.Norms,
    "assemblies": assemblies.Assemblies,
    "discipline": discipline.Discipline,
    "congress": congress.Congress,
    "elections": elections.Elections,
    "venue": venue.Venue,
}


PARAMETERS = np.dtype([(name, record_dtype(cls)) for name, cls in CLASSES.items()])


class Parameters:
    """One set of all parameters: a record for each mechanism, addressed `mechanism.parameter`."""

    opening: opening.Opening
    reform: reform.Reform
    releases: releases.Releases
    calendar: calendar.Calendar
    demography: demography.Demography
    membership: membership.Membership
    inspection: inspection.Inspection
    nomenklatura: nomenklatura.Nomenklatura
    patronage: patronage.Patronage
    doctrine: doctrine.Doctrine
    documents: documents.Documents
    coalition: coalition.Coalition
    agenda: agenda.Agenda
    plans: plans.Plans
    motions: motions.Motions
    contests: contests.Contests
    voting: voting.Voting
    norms: norms.Norms
    assemblies: assemblies.Assemblies
    discipline: discipline.Discipline
    congress: congress.Congress
    elections: elections.Elections
    venue: venue.Venue


def defaults(rows: int = 1) -> NDArray[np.void]:
    """(rows,) parameter sets, every parameter at its default."""
    sets = np.zeros(rows, PARAMETERS)
    for name, cls in CLASSES.items():
        fill_defaults(sets[name], cls)
    return sets


def all_parameters() -> list[Parameter]:
    """Every parameter of every mechanism, in the order of the month."""
    return [p for name, cls in CLASSES.items() for p in described(name, cls)]


@kernel
def month(world: World, prm: Parameters) -> None:
    """One month: every step, in order."""
    releases.step(world, prm)
    reform.step(world, prm)
    calendar.step(world, prm)
    demography.step(world, prm)
    membership.step(world, prm)
    inspection.step(world, prm)
    nomenklatura.step(world, prm)
    patronage.step(world, prm)
    doctrine.step(world, prm)
    coalition.step(world, prm)
    documents.step(world, prm)
    agenda.step(world, prm)
    discipline.step(world, prm)
    congress.step(world, prm)
    venue.step(world, prm)
