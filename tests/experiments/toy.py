"""A toy engine: seconds of Soviet history drawn from a hat, in the shape of the real engine's seam."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from apparat.ground.dates import Month
from apparat.ground.errors import unknown_name
from apparat.world import codes
from apparat.world.kept import Event, Roll
from apparat.world.table import dtype_of

MONTHS = 12
PEOPLE = {1: "Lenin V.I.", 2: "Trotsky L.D.", 3: "Stalin I.V.", 4: "Zinoviev G.E."}


class ToyDirectory:
    title = "A toy succession"
    start = Month.of(1922, 4)
    months = MONTHS
    figures = tuple(PEOPLE.items())
    assumptions = ("Months are drawn from a hat.",)
    recorded = SimpleNamespace(
        losses=(SimpleNamespace(person=2, body=codes.TOP, month=9, source="a list of members"),),
        probes=(
            SimpleNamespace(
                title="condemn the opposition",
                month=6,
                body=codes.COMMITTEE,
                votes_for=102,
                votes_against=2,
                abstained=10,
                source="minutes",
            ),
        ),
    )

    def person(self, key: int) -> str:
        return PEOPLE.get(key, f"official no. {key}")

    def short(self, key: int) -> str:
        return PEOPLE[key].split()[0] if key in PEOPLE else f"no. {key}"

    def post(self, index: int) -> str:
        return f"secretary of region {index}"

    def tier(self, index: int) -> int:
        return 2 if index < 10 else 4

    def region(self, index: int) -> str:
        return f"region {index}"

    def body(self, kind: int) -> str:
        return codes.BODY_IDS[kind].replace("-", " ").title()


@dataclass
class ToyEngine:
    seed: int = 1
    variants: dict[str, str] = field(default_factory=dict)
    traits: str = "recorded"
    journal: str = "none"
    scenario: str = "toy"
    parameters: Path | None = None
    pause = 0.0
    version = "e1"
    directory = ToyDirectory()

    @property
    def identity(self):
        return {
            "scenario": self.scenario,
            "scenario_hash": "s1",
            "engine": self.version,
            "parameters": "p1",
            "calibrated": False,
            "origin": "the parameters are a toy's",
            "seed": self.seed,
            "variants": self.variants,
            "traits": self.traits,
            "journal": self.journal,
        }

    def warm(self, progress):
        for done, name in enumerate(("appoint", "vote"), start=1):
            progress(name, done, 2)

    def _leaders(self, run: int) -> np.ndarray:
        return np.random.default_rng([self.seed, run]).choice([0, 3, 4], MONTHS, p=[0.2, 0.5, 0.3])

    def _digest(self, run: int, leaders: np.ndarray) -> int:
        return hash((self.seed, run, *leaders.tolist())) & 0xFFFF_FFFF_FFFF_FFFF

    def block(self, first: int, count: int):
        time.sleep(self.pause * count)
        runs = np.arange(first, first + count, dtype=np.uint32)
        leaders = np.array([self._leaders(int(run)) for run in runs])
        digests = np.array(
            [self._digest(int(r), row) for r, row in zip(runs, leaders, strict=True)], np.uint64
        )
        each = np.repeat(runs, MONTHS)
        tables = {
            "runs": {
                "run": runs,
                "digest": digests,
                "parameters": (runs % 3).astype(np.int32),
                "leader_conduct": leaders[:, -1],
                "leader_power": leaders[:, -2],
                "leader_unanimity": np.zeros(count, np.int64),
                "chief": leaders[:, 0],
            },
            "months": {
                "run": each,
                "month": np.tile(np.arange(MONTHS, dtype=np.int16), count),
                "leader": leaders.reshape(-1),
                "leader_power": leaders.reshape(-1),
                "chief": leaders.reshape(-1),
            },
            "seats": {
                "run": runs[runs % 2 == 0],
                "month": (runs[runs % 2 == 0] % MONTHS).astype(np.int16),
                "person": np.full((runs % 2 == 0).sum(), 2, np.uint32),
                "body": np.full((runs % 2 == 0).sum(), codes.TOP, np.int16),
                "cause": np.full((runs % 2 == 0).sum(), codes.E_SEAT_LOST, np.int16),
            },
            "votes": {
                "run": runs,
                "month": np.full(count, 3, np.int16),
                "body": np.full(count, codes.TOP, np.int16),
                "motion": np.full(count, codes.CONDEMN, np.int16),
                "actor": np.full(count, 3, np.uint32),
                "target": np.full(count, 2, np.uint32),
                "for": np.full(count, 5, np.int32),
                "against": np.full(count, 2, np.int32),
                "abstained": np.zeros(count, np.int32),
                "carried": np.ones(count, np.int16),
            },
            "probes": {
                "run": runs,
                "probe": np.zeros(count, np.int16),
                "for": 90 + (runs % 11).astype(np.int32),
                "against": 10 - (runs % 11).astype(np.int32),
                "abstained": np.zeros(count, np.int32),
            },
        }
        return SimpleNamespace(digests=digests, tables=lambda: tables)

    def history(self, run: int, *, until: int | None):
        last = MONTHS if until is None else until + 1
        leaders = self._leaders(run)
        events = toy_events()
        events = events[events["month"] < last]
        rolls = np.zeros(2, dtype_of(Roll))
        rolls["event"], rolls["voter"], rolls["choice"] = 2, (3, 4), (codes.FOR, codes.AGAINST)
        rolls["region"] = codes.NOBODY
        rolls["chance"], rolls["reasons"] = (0.9, 0.2), np.arange(6) / 10
        return SimpleNamespace(
            events=events,
            rolls=rolls if last > 6 else rolls[:0],
            digest=self._digest(run, leaders),
            leaders=np.stack([leaders, leaders, np.zeros(MONTHS, int)], axis=1)[:last].astype(np.int32),
            chiefs=np.full(last, 3, np.int32),
        )


def toy_events() -> np.ndarray:
    """(month, kind, rule, body, motion, post, carried, actor, target, for, against, abstained, value)"""
    from apparat.mechanisms import steps

    none = -1
    rows = [
        (0, codes.E_SIGNAL, steps.CALENDAR, none, codes.ILLNESS, none, 0, 1, 0, 0, 0, 0, 0.8),
        (1, codes.E_APPOINTMENT, steps.NOMENKLATURA, none, none, 5, 1, 3, 4821, 0, 0, 0, 0.0),
        (3, codes.E_VOTE, steps.VOTING, codes.TOP, codes.CONDEMN, none, 1, 3, 2, 5, 2, 1, 0.0),
        (3, codes.E_CONDEMNED, steps.DISCIPLINE, none, none, none, 0, 3, 2, 0, 0, 0, 0.0),
        (3, codes.E_APPOINTMENT, steps.NOMENKLATURA, none, none, 50, 0, 4821, 5000, 0, 0, 0, 0.0),
        (5, codes.E_CONTROL, steps.VOTING, codes.CONGRESS, none, none, 0, 3, 0, 0, 0, 0, 0.55),
        (5, codes.E_CONTROL, steps.VOTING, codes.CONGRESS, none, none, 0, 4, 0, 0, 0, 0, 0.30),
        (5, codes.E_CONTROL, steps.VOTING, codes.TOP, none, none, 0, 3, 0, 0, 0, 0, 0.40),
        (9, codes.E_DEATH, steps.CALENDAR, none, none, none, 0, 1, 0, 0, 0, 0, 0.0),
        (9, codes.E_SEAT_LOST, steps.DISCIPLINE, codes.TOP, none, none, 0, 3, 2, 0, 0, 0, 0.0),
        (10, codes.E_LEADER, steps.VENUE, none, none, none, 0, 3, 0, 0, 0, 0, 0.0),
        (11, codes.E_DEATH, steps.DEMOGRAPHY, none, none, none, 0, 4900, 0, 0, 0, 0, 0.0),
    ]
    names = ("month", "kind", "rule", "body", "motion", "post", "carried", "actor", "target")
    events = np.zeros(len(rows), dtype_of(Event))
    for column, name in enumerate((*names, "votes_for", "votes_against", "abstained", "value")):
        events[name] = [row[column] for row in rows]
    return events


def toy_watched(engine, run):
    """The toy's `watched`: Stalin makes a secretary, who is dismissed; Zinoviev leaves the Politburo."""
    from apparat.results.standing import Filled, Following, Known, Posted, Seated, Standing, Tied

    official = "official no. 4821"
    secretary, post = 4821, "Regional secretaries, Perm"
    people = [(1, "Lenin"), (2, "Trotsky"), (3, "Stalin"), (4, "Zinoviev")]
    counts = [0, 30, *[40] * 8, 10, 10]
    standing = Standing(
        months=MONTHS,
        people=(
            *(Known(key=key, name=name, figure=True) for key, name in people),
            Known(key=secretary, name=official, figure=False),
        ),
        seats=(
            *(Seated(body="politburo", full=True, key=key, since=0, until=12) for key in (1, 2, 3)),
            Seated(body="politburo", full=True, key=4, since=0, until=6),
            Seated(body="secretariat", full=True, key=3, since=0, until=12),
        ),
        posts=(
            Posted(key=3, post="General Secretary", place="general-secretary", since=0, until=12),
            Posted(key=secretary, post=post, place="regional-secretaries", since=1, until=10),
        ),
        ties=(
            Tied(
                client=secretary, patron=3, since=1, until=10, strength=0.5, post=post, end="dismissed", by=4
            ),
        ),
        followings=(
            Following(patron=3, clients=counts, made=[0, 30, 10, *[0] * 9], cut=[*[0] * 10, 30, 0]),
            Following(patron=secretary, clients=[0, *[20] * 9, 0, 0], made=[0] * 12, cut=[0] * 12),
        ),
        filled=(
            Filled(
                who="secretariat",
                does="appoints",
                whom="regional-secretaries",
                on_the_spot=False,
                places=[0, 3, *[1] * 10],
            ),
        ),
    )
    return engine.history(run, until=None), standing


def build(scenario, *, variants, traits, seed, journal, parameters, calibrated=False, origin=""):
    """The toy's `engine.build`."""
    if scenario != "toy":
        raise unknown_name("scenario", scenario, ["toy"])
    return ToyEngine(seed, variants, traits, journal, scenario, parameters)
