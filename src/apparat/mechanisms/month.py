"""A month, in order: the parameters of all mechanisms, and the steps as `steps` lists them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from apparat.mechanisms import (
    agenda,
    calendar,
    coalition,
    congress,
    demography,
    discipline,
    doctrine,
    documents,
    membership,
    nomenklatura,
    opening,
    patronage,
    venue,
    voting,
)
from apparat.world.kernel import kernel
from apparat.world.parameters import Parameter, described, record_of
from apparat.world.state import World
from apparat.world.table import Table

class Parameters(NamedTuple):
    """One row of parameters for each mechanism."""

    opening: Table[opening.Opening]
    calendar: Table[calendar.Calendar]
    demography: Table[demography.Demography]
    membership: Table[membership.Membership]
    nomenklatura: Table[nomenklatura.Nomenklatura]
    patronage: Table[patronage.Patronage]
    doctrine: Table[doctrine.Doctrine]
    documents: Table[documents.Documents]
    coalition: Table[coalition.Coalition]
    agenda: Table[agenda.Agenda]
    voting: Table[voting.Voting]
    discipline: Table[discipline.Discipline]
    congress: Table[congress.Congress]
    venue: Table[venue.Venue]


CLASSES: dict[str, type] = {
    "opening": opening.Opening,
    "calendar": calendar.Calendar,
    "demography": demography.Demography,
    "membership": membership.Membership,
    "nomenklatura": nomenklatura.Nomenklatura,
    "patronage": patronage.Patronage,
    "doctrine": doctrine.Doctrine,
    "documents": documents.Documents,
    "coalition": coalition.Coalition,
    "agenda": agenda.Agenda,
    "voting": voting.Voting,
    "discipline": discipline.Discipline,
    "congress": congress.Congress,
    "venue": venue.Venue,
}


def defaults(rows: int = 1) -> Parameters:
    """Parameter tables of `rows` rows, every one at its default."""
    return Parameters(**{name: record_of(cls, rows) for name, cls in CLASSES.items()})  # type: ignore[arg-type]


def all_parameters() -> list[Parameter]:
    """Every parameter of every mechanism, in the order of the month."""
    return [p for name, cls in CLASSES.items() for p in described(name, cls)]


def as_arrays(parameters: Parameters) -> dict[str, NDArray[np.void]]:
    """The structured arrays behind a parameter tuple."""
    return dict(zip(Parameters._fields, parameters, strict=True))  # type: ignore[arg-type]


@kernel
def month(world: World, prm: Parameters) -> None:
    """One month: every step, in order."""
    calendar.step(world, prm)
    demography.step(world, prm)
    membership.step(world, prm)
    nomenklatura.step(world, prm)
    patronage.step(world, prm)
    doctrine.step(world, prm)
    coalition.step(world, prm)
    documents.step(world, prm)
    agenda.step(world, prm)
    discipline.step(world, prm)
    congress.step(world, prm)
    venue.step(world, prm)
