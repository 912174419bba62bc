"""How fast does a plain Mesa 3 model of the circular flow of power run, and where does it end?

The loop of nomenklatura, patronage and congress at full size: 5,500 posts, 80 regions, 93 months. A chief
sees the most important appointments; whoever owes him a post sends delegates; delegates elect a committee.
Every rule is one method of `PartyState`, every number a field of `Rules`. Prints one JSON object.

    python bench/mesa_nomenklatura.py --runs 20 --seed 1
"""

import argparse
import json
import math
import platform
import statistics
import sys
import time
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from typing import Any, NamedTuple

import mesa


class PostClass(NamedTuple):
    """Posts of one kind, most important kinds first. `scope`: regional posts are dealt to regions in turn."""

    name: str
    scope: str
    size: int
    turnover: float
    """Share of the posts emptied in a month."""
    entitlement: float
    """Claim to a committee seat that the post gives; none at 0."""


CLASSES = (
    PostClass("regional secretaries", "regional", 80, 0.082, 0.35),
    PostClass("central apparatus", "central", 160, 0.05, 0.08),
    PostClass("agency heads", "central", 400, 0.04, 0.08),
    PostClass("regional departments", "regional", 480, 0.07, 0.02),
    PostClass("central staff", "central", 1980, 0.05, 0.0),
    PostClass("district posts", "regional", 2400, 0.06, 0.0),
)
REGIONS = 80
MONTHS = 93
CONGRESSES = {12: 40, 25: 53, 44: 63, 68: 71}
"""Month of a congress: size of the committee that it elects."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Every number of the rules below."""

    attention: int = 83
    """Appointments a month that the centre looks at in person."""
    candidates: int = 3
    competence: float = 1.0
    loyalty: float = 1.5
    noise: float = 0.5
    favour: float = 0.57
    """Tie made by an appointment that the centre looked at."""
    local_favour: float = 0.45
    """Tie made to the local boss by any other."""
    neglect: float = 0.012
    renewal: float = 0.018
    pass_on: float = 0.5
    """Strength left when a tie passes to the fallen patron's own patron."""
    depth: int = 4
    """Links of a chain of ties that count."""
    deference: float = 0.6
    """Weight of the secretary against the members in a region's choice of delegates."""
    tie_vote: float = 4.2
    """Logits by which a tie of strength 1 moves a secretary toward the chief."""
    mood: float = 0.35
    """Spread of the members' mood between regions and congresses, in logits."""
    stages: float = 3.9
    """Amplification by stages of indirect election, as an exponent."""
    slate: float = 0.6
    incumbent: float = 0.9
    rank: float = 0.25


class Official(mesa.Agent):
    """Somebody who holds a post, with one patron and the strength of that tie."""

    model: "PartyState"

    def __init__(self, model: "PartyState", competence: float) -> None:
        super().__init__(model)
        self.competence = competence
        self.patron: Official | None = None
        self.tie = 0.0
        self.post = -1
        self.seated = False

    def tend(self) -> None:
        """A month of one tie: tie (1 - neglect), and + renewal tie (1 - tie) while the patron fills posts."""
        patron, rules = self.patron, self.model.rules
        if patron is None:
            return
        if patron.post < 0 and patron is not self.model.chief:
            self.patron, self.tie = patron.patron, self.tie * rules.pass_on
            return
        grown = rules.renewal * self.tie * (1.0 - self.tie) if self.model.has_say(patron, self.post) else 0.0
        self.tie += grown - rules.neglect * self.tie

    def oblige(self, patron: "Official", favour: float) -> None:
        """A favour received: a tie to whoever gave it, if it outweighs the tie there was."""
        tie = min(favour * (0.6 + 0.8 * self.model.random.random()), 0.95)
        if patron is self:
            return
        if self.patron is patron:
            self.tie += (1.0 - self.tie) * tie * 0.5
        elif tie > self.tie:
            self.patron, self.tie = patron, tie
        else:
            self.tie *= 1.0 - 0.5 * tie

    def loyalty_to(self, leader: "Official") -> float:
        """Product of ties along the chain of patrons from here to a leader; 0 if it does not lead there."""
        strength, here = 1.0, self
        for _ in range(self.model.rules.depth):
            strength *= here.tie
            if here.patron is None or strength <= 0.0:
                return 0.0
            here = here.patron
            if here is leader:
                return strength
        return 0.0


class PartyState(mesa.Model):
    """Posts in a list, their holders as agents; `step` is one month."""

    def __init__(self, rules: Rules, seed: int) -> None:
        super().__init__(seed=seed)
        self.rules = rules
        self.month = 0
        self.attention = 0
        self.kinds = [k for k, kind in enumerate(CLASSES) for _ in range(kind.size)]
        self.firsts = [self.kinds.index(k) for k in range(len(CLASSES))]
        self.chief = Official(self, 1.0)
        self.holders: list[Official] = []
        self.since = [0] * len(self.kinds)
        self.appointments = self.secretaries_moved = 0
        self.congress_share = self.committee_tie = 0.0
        for post in range(len(self.kinds)):
            self.holders.append(Official(self, self.random.random()))
            self.holders[post].post = post
        for post, holder in enumerate(self.holders):
            holder.oblige(self.boss_of(post), 0.5 * rules.local_favour)

    def step(self) -> None:
        """One month, in order."""
        self.month += 1
        self.move_people()
        self.agents.do("tend")
        if self.month in CONGRESSES:
            self.hold_congress(CONGRESSES[self.month])

    def region_of(self, post: int) -> int:
        """The region of a regional post; -1 for central ones."""
        kind = self.kinds[post]
        return (post - self.firsts[kind]) % REGIONS if CLASSES[kind].scope == "regional" else -1

    def boss_of(self, post: int) -> Official:
        """Who recommends for a post: a region's secretary, an agency's head, or the chief."""
        kind = self.kinds[post]
        if CLASSES[kind].name == "central staff":
            return self.holders[self.firsts[2] + (post - self.firsts[kind]) % CLASSES[2].size]
        region = self.region_of(post)
        return self.holders[region] if region >= 0 and kind > 0 else self.chief

    def has_say(self, patron: Official, post: int) -> bool:
        """Whether a patron still has the say over a post: the chief over all, a boss over his own."""
        return patron is self.chief or (post >= 0 and self.boss_of(post) is patron)

    def move_people(self) -> None:
        """Each class loses a share of its holders; important classes come first: attention is scarce."""
        self.attention = self.rules.attention
        for k, kind in enumerate(CLASSES):
            for _ in range(int(kind.turnover * kind.size + self.random.random())):
                post = self.firsts[k] + self.random.randrange(kind.size)
                if self.since[post] == self.month:
                    continue
                self.holders[post].post = -1
                self.holders[post].remove()
                self.secretaries_moved += k == 0
                self.fill(post)

    def fill(self, post: int) -> None:
        """The best of a few candidates takes a vacant post; a promoted one leaves a post to fill in turn."""
        boss, rules = self.boss_of(post), self.rules
        attended = self.attention > 0
        self.attention -= attended
        controller = self.chief if attended else boss
        promoted = self.promotion(post)
        best, best_score = None, -math.inf
        if promoted is not None:
            best, best_score = promoted, self.score(promoted.competence, promoted.loyalty_to(controller))
        talent = 0.0
        for _ in range(rules.candidates - (promoted is not None)):
            competence = self.random.random()
            score = self.score(competence, 0.0)
            if score > best_score:
                best, best_score, talent = None, score, competence
        left = -1 if best is None else best.post
        person = best if best is not None else Official(self, talent)
        self.holders[post], self.since[post], person.post = person, self.month, post
        self.appointments += 1
        person.oblige(controller, rules.favour if attended else rules.local_favour)
        if left >= 0:
            self.fill(left)

    def score(self, competence: float, loyalty: float) -> float:
        """A candidate's score: competence * c + loyalty * l + noise, the noise logistic."""
        u = min(max(self.random.random(), 1e-12), 1.0 - 1e-12)
        noise = math.log(u / (1.0 - u))
        return self.rules.competence * competence + self.rules.loyalty * loyalty + self.rules.noise * noise

    def promotion(self, post: int) -> Official | None:
        """A holder of a post of the next lower class of the same scope, and of the same region."""
        kind = self.kinds[post]
        for lower in range(kind + 1, len(CLASSES)):
            if CLASSES[lower].scope == CLASSES[kind].scope:
                place = self.random.randrange(CLASSES[lower].size)
                region = self.region_of(post)
                if region >= 0:
                    place += region - place % REGIONS
                holder = self.holders[self.firsts[lower] + place]
                return None if self.since[holder.post] == self.month else holder
        return None

    def hold_congress(self, size: int) -> None:
        """Regions send delegates; the congress elects a committee from a prepared slate."""
        shares = [self.delegates_for_chief(region) for region in range(REGIONS)]
        self.congress_share = statistics.fmean(shares)
        self.elect_committee(size)

    def delegates_for_chief(self, region: int) -> float:
        """Share s = d b + (1 - d) g of secretary and members, through the stages: s^g / (s^g + (1 - s)^g)."""
        rules = self.rules
        secretary = _sigmoid(rules.tie_vote * self.holders[region].loyalty_to(self.chief))
        members = _sigmoid(rules.mood * self.random.gauss())
        share = rules.deference * secretary + (1.0 - rules.deference) * members
        passed, held = math.pow(share, rules.stages), math.pow(1.0 - share, rules.stages)
        return passed / (passed + held)

    def elect_committee(self, size: int) -> None:
        """Seat the strongest claims: post, incumbency, favour of a slate-maker who holds the congress."""
        slate = self.rules.slate * self.congress_share
        claims = []
        for post, holder in enumerate(self.holders):
            entitlement = CLASSES[self.kinds[post]].entitlement
            if entitlement > 0.0:
                claim = entitlement + self.rules.incumbent * holder.seated
                claim += slate * holder.loyalty_to(self.chief) + self.rules.rank * self.random.gauss()
                claims.append((claim, post))
        elected = [self.holders[post] for _, post in sorted(claims, reverse=True)[:size]]
        for holder in self.holders:
            holder.seated = False
        for member in elected:
            member.seated = True
        self.committee_tie = statistics.fmean(member.loyalty_to(self.chief) for member in elected)


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))


@dataclass(frozen=True)
class Outcome:
    """Where one run ended, in figures that another implementation can be compared with."""

    secretaries_tie: float
    """Mean loyalty of the regional secretaries to the chief in the last month, 0..1."""
    congress_share: float
    """Share of the last congress's delegates for the chief, 0..1."""
    committee_tie: float
    """Mean loyalty of the last committee to the chief, 0..1."""
    secretaries_moved: float
    """Regional secretaries removed, a year."""
    appointments: float
    """Posts filled, a year."""


def run(seed: int, rules: Rules | None = None) -> Outcome:
    """One history of 93 months."""
    state = PartyState(rules or Rules(), seed)
    for _ in range(MONTHS):
        state.step()
    secretaries = state.holders[:REGIONS]
    return Outcome(
        secretaries_tie=statistics.fmean(s.loyalty_to(state.chief) for s in secretaries),
        congress_share=state.congress_share,
        committee_tie=state.committee_tie,
        secretaries_moved=state.secretaries_moved * 12 / MONTHS,
        appointments=state.appointments * 12 / MONTHS,
    )


def measure(runs: int, seed: int) -> dict[str, Any]:
    """Time `runs` runs one by one on one core, after one that is not counted, and sum up where they ended."""
    run(seed)
    seconds, outcomes = [], []
    for k in range(runs):
        began = time.perf_counter()
        outcomes.append(run(seed + k))
        seconds.append(time.perf_counter() - began)
    figures = {}
    for f in fields(Outcome):
        values = [getattr(outcome, f.name) for outcome in outcomes]
        spread = statistics.stdev(values) if runs > 1 else 0.0
        figures[f.name] = {"mean": statistics.fmean(values), "sd": spread}
    return {
        "benchmark": "mesa_nomenklatura",
        "posts": sum(kind.size for kind in CLASSES),
        "regions": REGIONS,
        "months": MONTHS,
        "runs": runs,
        "seed": seed,
        "runs_per_second": 1.0 / statistics.median(seconds),
        "seconds_per_run": {"min": min(seconds), "median": statistics.median(seconds), "max": max(seconds)},
        "outcomes": figures,
        "rules": asdict(Rules()),
        "versions": {"python": platform.python_version(), "mesa": version("mesa")},
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=10, help="histories to run (default 10)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first (default 1)")
    asked = parser.parse_args()
    if asked.runs < 1:
        parser.error("--runs must be 1 or more")
    print(json.dumps(measure(asked.runs, asked.seed), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
