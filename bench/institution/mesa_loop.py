"""The declared loop in Mesa 3, written as Mesa's own examples are: officials are agents, a step is a month.

What a profile led to is told in README.md. Luck comes from the model's own generator.
"""

import math
from typing import Any

import mesa

from bench.institution.rules import (
    DEPTH,
    KINDS,
    POSTS_PER_REGION,
    QUARTER,
    YEAR,
    Outcome,
    Rules,
    attention,
    below,
    bosses,
    counts,
    firsts,
    seats,
)

ROOT3, ROOT6 = math.sqrt(3.0), math.sqrt(6.0)


class Official(mesa.Agent):
    """Holder of a post, with one patron and the strength of that tie. `post` is -1 for one who fell."""

    model: "PartyState"

    def __init__(self, model: "PartyState", post: int, competence: float) -> None:
        super().__init__(model)
        self.competence = competence
        self.patron: Official | None = None
        self.tie = self.loyal = 0.0
        self.post = post
        self.seated = False

    def tend(self) -> None:
        """Rule 3: a month of one tie."""
        patron = self.patron
        if patron is None:
            return
        model = self.model
        rules, tie = model.rules, self.tie
        if patron.post < 0:
            patron = patron.patron
            tie = 0.0 if patron is None or patron is self or patron.post < 0 else tie * rules.pass_on
        else:
            kept = tie * (1.0 - rules.neglect)
            if patron.post == 0 or patron.post == model.bosses[self.post]:
                kept += rules.renewal * tie * (1.0 - tie)
            tie = kept
        if tie < rules.broken:
            patron, tie = None, 0.0
        self.patron, self.tie = patron, tie

    def oblige(self, maker: "Official | None", tie: float) -> None:
        """A favour received strengthens the tie to its maker, replaces a weaker, or loosens a stronger."""
        if maker is None:
            return
        if self.patron is maker:
            self.tie += (1.0 - self.tie) * tie * 0.5
        elif tie > self.tie:
            self.patron, self.tie = maker, tie
        else:
            self.tie *= 1.0 - 0.5 * tie

    def add_up(self) -> None:
        """Rule 4: the product of ties on the way to the chief."""
        strength, here = 1.0, self
        self.loyal = 0.0
        for _ in range(DEPTH):
            strength *= here.tie
            if here.patron is None:
                return
            here = here.patron
            if here.post == 0:
                self.loyal = strength
                return

    def fall(self) -> None:
        """Out of office and of the model; clients still know him until their ties have passed on."""
        self.post = -1
        self.seated = False
        self.remove()


class PartyState(mesa.Model):
    """Posts in a list, their holders as agents; `step` is one month."""

    def __init__(self, regions: int, seed: int, rules: Rules) -> None:
        super().__init__(seed=seed)
        self.rules, self.regions, self.month = rules, regions, -1
        self.bosses = bosses(regions)
        self.firsts, self.counts = firsts(regions), counts(regions)
        self.lower = tuple(below(c) for c in range(len(KINDS)))
        self.seats, self.attention = seats(regions), attention(regions, rules)
        self.chiefs = self.secretaries_moved = self.appointments = 0
        self.following = self.congress_share = self.committee_tie = 0.0
        self.holders: list[Official | None] = []
        for post, boss in enumerate(self.bosses):
            official = Official(self, post, self.random.random())
            self.holders.append(official)
            if post > 0:
                official.patron = self.holders[boss]
                official.tie = 0.5 * rules.local_favour * (0.6 + 0.8 * self.random.random())
        self.add_up()

    def step(self) -> None:
        """One month, in the order of the rules."""
        self.month += 1
        self.remove_holders()
        self.fill_all()
        for holder in self.holders:
            if holder is not None:
                holder.tend()
        if self.month % QUARTER == QUARTER - 1:
            self.add_up()
        if self.month % YEAR == YEAR - 1:
            self.hold_congress()

    def add_up(self) -> None:
        """Rule 4: everybody's loyalty to the chief, and its mean over the posts."""
        for holder in self.holders:
            if holder is not None:
                holder.add_up()
        chief = self.holders[0]
        assert chief is not None
        chief.loyal = 0.0
        self.following = sum(h.loyal for h in self.holders if h) / (len(self.holders) - 1)

    def remove_holders(self) -> None:
        """Rule 1: each class loses a share of its holders."""
        draw = self.random.random
        for c, kind in enumerate(KINDS):
            first, count = self.firsts[c], self.counts[c]
            for _ in range(int(kind.turnover * count + draw()) if c else 0):
                post = first + int(draw() * count)
                holder = self.holders[post]
                if holder is not None:
                    self.holders[post] = None
                    holder.fall()
                    self.secretaries_moved += c == 1

    def fill_all(self) -> None:
        """Rule 2: vacant posts are filled in order, the most important first."""
        left = self.attention
        for c in range(1, len(KINDS)):
            first, count = self.firsts[c], self.counts[c]
            for post in range(first, first + count):
                if self.holders[post] is None:
                    self.fill(c, post, attended=left > 0)
                    left -= 1

    def fill(self, c: int, post: int, *, attended: bool) -> None:
        """The best of a subordinate and two newcomers takes the post and owes it to whoever decided."""
        rules, draw = self.rules, self.random.random
        maker = self.holders[0 if attended else self.bosses[post]]
        favour = rules.favour if attended else rules.local_favour
        competence, other = draw(), draw()
        score = rules.competence * competence + self.noise()
        second = rules.competence * other + self.noise()
        if second > score:
            competence, score = other, second
        official = self.subordinate(c, post)
        if official is not None and self.merit(official, maker, attended=attended) >= score:
            self.holders[official.post] = None
            official.post = post
        else:
            official = Official(self, post, competence)
        self.holders[post] = official
        self.appointments += 1
        official.oblige(maker, favour * (0.6 + 0.8 * draw()))

    def noise(self) -> float:
        """A score's noise: triangular."""
        tent: float = self.random.random() + self.random.random() - 1.0
        return self.rules.noise * tent * ROOT6

    def bell(self) -> float:
        """Four uniforms added up, with mean 0 and standard deviation 1."""
        draw = self.random.random
        total: float = draw() + draw() + draw() + draw()
        return (total - 2.0) * ROOT3

    def subordinate(self, c: int, post: int) -> Official | None:
        """The holder of one of the posts under a post, if there is one."""
        lower = self.lower[c]
        if lower < 0:
            return None
        count = self.counts[c]
        chosen = int(self.random.random() * (self.counts[lower] // count))
        return self.holders[self.firsts[lower] + post - self.firsts[c] + chosen * count]

    def merit(self, official: Official, maker: Official | None, *, attended: bool) -> float:
        """A subordinate's score: ability, and loyalty to the chief or the word of the local boss."""
        score = self.rules.competence * official.competence + self.noise()
        if attended:
            return score + self.rules.loyalty * official.loyal
        return score + self.rules.recommendation * (maker is not None and official.patron is maker)

    def hold_congress(self) -> None:
        """Rules 5 to 7: regions send delegates, they elect a committee, it votes on the chief."""
        shares = [self.delegates_for_chief(region) for region in range(self.regions)]
        self.congress_share = sum(shares) / self.regions
        committee = self.elect_committee()
        times = self.rules.confidence + self.rules.crisis * self.bell()
        ballots = (self.random.random() < _lean(times + self.rules.tie_vote * m.loyal) for m in committee)
        if 2 * sum(ballots) < self.seats:
            self.replace_chief(committee)

    def delegates_for_chief(self, region: int) -> float:
        """Rule 5: the share of a region's delegates for the chief."""
        rules, secretary = self.rules, self.holders[1 + region]
        loyal = secretary.loyal if secretary is not None else 0.0
        share = rules.deference * _lean(rules.tie_vote * loyal)
        share += (1.0 - rules.deference) * _lean(rules.mood * self.bell())
        return share**4 / (share**4 + (1.0 - share) ** 4)

    def elect_committee(self) -> list[Official]:
        """Rule 6: the strongest claims are seated."""
        rules, slate = self.rules, self.rules.slate * self.congress_share
        claims = []
        for c, kind in enumerate(KINDS):
            if kind.entitlement > 0.0:
                for holder in self.holders[self.firsts[c] : self.firsts[c] + self.counts[c]]:
                    if holder is not None:
                        claim = kind.entitlement + rules.incumbent * holder.seated + slate * holder.loyal
                        claims.append((claim + rules.rank * self.bell(), -holder.post, holder))
        claims.sort(reverse=True)
        for holder in self.holders:
            if holder is not None:
                holder.seated = False
        committee = [holder for _, _, holder in claims[: self.seats]]
        for member in committee:
            member.seated = True
        self.committee_tie = sum(member.loyal for member in committee) / self.seats
        return committee

    def replace_chief(self, committee: list[Official]) -> None:
        """Rule 7: the member with most clients takes the place of the chief, who falls."""
        clients = dict.fromkeys(committee, 0)
        for official in self.holders:
            if official is not None and official.patron in clients:
                clients[official.patron] += 1
        heir = max(committee, key=lambda member: (clients[member], -member.post))
        chief = self.holders[0]
        assert chief is not None
        chief.fall()
        self.holders[heir.post], self.holders[0] = None, heir
        heir.post, heir.patron, heir.tie, heir.seated = 0, None, 0.0, False
        self.chiefs += 1
        self.add_up()


def _lean(x: float) -> float:
    return 0.5 + 0.5 * x / (1.0 + abs(x))


class Mesa:
    """Runs of one size, one after the other. The same face as `kernels.Kernels`, less the posts."""

    def __init__(self, regions: int, seed: int, rules: Rules | None = None) -> None:
        self.regions, self.seed, self.rules = regions, seed, rules or Rules()
        self.state: Any = None

    def run(self, number: int, months: int) -> None:
        """Play a run."""
        self.state = PartyState(self.regions, self.seed * 1_000_003 + number, self.rules)
        for _ in range(months):
            self.state.step()

    def outcome(self) -> Outcome:
        """Where the last run ended."""
        state = self.state
        return Outcome(
            following=state.following,
            congress_share=state.congress_share,
            committee_tie=state.committee_tie,
            chiefs=float(state.chiefs),
            secretaries_moved=state.secretaries_moved / self.regions,
            appointments=state.appointments / (POSTS_PER_REGION * self.regions),
        )
