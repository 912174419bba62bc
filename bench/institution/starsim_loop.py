"""The declared loop in Starsim: officials are agents, their states its arrays, a module's step a month.

Whatever can be done for a whole class of posts at once is, as Starsim's own modules do. What a profile led to
is told in README.md. Luck comes from Starsim's distributions.
"""

import math
from typing import Any

import numpy as np
import starsim as ss  # type: ignore[import-not-found, unused-ignore]
from numpy.typing import NDArray

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

# Luck need not be common between scenarios here, and is drawn several times faster where it is not.
ss.options(crn=False)

ROOT3, ROOT6 = math.sqrt(3.0), math.sqrt(6.0)
NOBODY = -1
Rows = NDArray[np.int64]
Values = NDArray[np.float64]


class PartyState(ss.Module):
    """Posts as an array of holders; officials' states as arrays over Starsim's people."""

    def __init__(self, regions: int, rules: Rules) -> None:
        super().__init__(name="party")
        self.rules, self.regions = rules, regions
        self.luck = ss.random(name="luck")
        self.define_states(
            ss.IntArr("post", default=NOBODY),
            ss.IntArr("patron", default=NOBODY),
            ss.FloatArr("tie", default=0.0),
            ss.FloatArr("loyal", default=0.0),
            ss.FloatArr("competence", default=0.0),
            ss.BoolArr("seated", default=False),
        )
        self.boss = np.array(bosses(regions))
        self.first, self.count = firsts(regions), counts(regions)
        self.size, self.attention = seats(regions), attention(regions, rules)
        self.moved = self.filled = self.chiefs = 0
        self.following = self.congress_share = self.committee_tie = 0.0

    def draw(self, *shape: int) -> Values:
        """Uniforms in (0, 1)."""
        found: Values = self.luck.rvs(int(np.prod(shape))).reshape(shape)
        return found

    def init_post(self) -> None:
        """Every post filled by somebody with half a local tie to the holder of the post above."""
        super().init_post()
        posts = np.arange(len(self.boss))
        self.holder = posts.copy()
        self.post.raw[posts] = posts
        self.competence.raw[posts] = self.draw(len(posts))
        self.patron.raw[posts[1:]] = self.boss[1:]
        self.tie.raw[posts[1:]] = 0.5 * self.rules.local_favour * (0.6 + 0.8 * self.draw(len(posts) - 1))
        self.add_up()

    def step(self) -> None:
        """One month, in the order of the rules."""
        self.remove_holders()
        self.fill_all()
        self.tend()
        if self.ti % QUARTER == QUARTER - 1:
            self.add_up()
        if self.ti % YEAR == YEAR - 1:
            self.hold_congress()

    def remove_holders(self) -> None:
        """Rule 1: each class loses a share of its holders."""
        most = sum(int(kind.turnover * count) + 1 for kind, count in zip(KINDS, self.count, strict=True))
        u, used = self.draw(len(KINDS) + most), len(KINDS)
        for c, kind in enumerate(KINDS[1:], start=1):
            moves = int(kind.turnover * self.count[c] + u[c])
            picked = np.unique(self.first[c] + (u[used : used + moves] * self.count[c]).astype(int))
            used += moves
            held = picked[self.holder[picked] >= 0]
            self.fall(self.holder[held])
            self.holder[held] = NOBODY
            self.moved += len(held) * (c == 1)

    def fall(self, rows: Rows) -> None:
        """Out of office and, at the end of the month, of the population."""
        self.post.raw[rows] = NOBODY
        self.seated.raw[rows] = False
        self.sim.people.request_removal(ss.uids(rows))

    def fill_all(self) -> None:
        """Rule 2: vacant posts are filled class by class, the most important first."""
        left = self.attention
        for c in range(1, len(KINDS)):
            first = self.first[c]
            posts = first + np.flatnonzero(self.holder[first : first + self.count[c]] < 0)
            if len(posts):
                self.fill(c, posts, attended=np.arange(len(posts)) < left)
                left -= len(posts)

    def fill(self, c: int, posts: Rows, *, attended: NDArray[np.bool_]) -> None:
        """The best of a subordinate and two newcomers takes each post and owes it to whoever decided."""
        rules, n = self.rules, len(posts)
        u = self.draw(10, n)
        maker = np.where(attended, self.holder[0], self.holder[self.boss[posts]])
        scores = rules.competence * u[0:2] + self.noise(u[2:4], u[4:6])
        better = scores[1] > scores[0]
        score, ability = np.where(better, scores[1], scores[0]), np.where(better, u[1], u[0])
        rows = self.subordinates(c, posts, u[6])
        merit = self.merit(rows, maker, attended=attended) + self.noise(u[7], u[8])
        promoted = (rows >= 0) & (merit >= score)
        self.holder[self.post.raw[rows[promoted]]] = NOBODY
        entering = ss.uids(self.sim.people.grow(int(n - promoted.sum())))
        rows[~promoted] = entering
        self.competence[entering] = ability[~promoted]
        self.post.raw[rows] = posts
        self.holder[posts] = rows
        self.filled += n
        favour = np.where(attended, rules.favour, rules.local_favour)
        self.oblige(rows, maker, favour * (0.6 + 0.8 * u[9]))

    def noise(self, u: Values, v: Values) -> Values:
        """Scores' noise: triangular."""
        return self.rules.noise * (u + v - 1.0) * ROOT6

    def bell(self, n: int) -> Values:
        """Four uniforms added up, with mean 0 and standard deviation 1."""
        total: Values = self.draw(4, n).sum(axis=0)
        return (total - 2.0) * ROOT3

    def subordinates(self, c: int, posts: Rows, u: Values) -> Rows:
        """For each post the holder of one of the posts under it; -1 if there is none."""
        lower = below(c)
        if lower < 0:
            return np.full(len(posts), NOBODY)
        chosen = (u * (self.count[lower] // self.count[c])).astype(int)
        found: Rows = self.holder[self.first[lower] + posts - self.first[c] + chosen * self.count[c]]
        return found

    def merit(self, rows: Rows, maker: Rows, *, attended: NDArray[np.bool_]) -> Values:
        """Subordinates' scores less noise: ability, and loyalty to the chief or the local boss's word."""
        rules = self.rules
        word = rules.recommendation * ((maker >= 0) & (self.patron.raw[rows] == maker))
        favour = np.where(attended, rules.loyalty * self.loyal.raw[rows], word)
        score: Values = rules.competence * self.competence.raw[rows] + favour
        return score

    def oblige(self, rows: Rows, maker: Rows, made: Values) -> None:
        """A favour received strengthens the tie to its maker, replaces a weaker, or loosens a stronger."""
        rows, made, maker = rows[maker >= 0], made[maker >= 0], maker[maker >= 0]
        tie, patron = self.tie.raw[rows], self.patron.raw[rows]
        same, turned = patron == maker, made > tie
        kept = np.where(same, tie + (1.0 - tie) * made * 0.5, tie * (1.0 - 0.5 * made))
        self.tie.raw[rows] = np.where(turned & ~same, made, kept)
        self.patron.raw[rows] = np.where(turned, maker, patron)

    def tend(self) -> None:
        """Rule 3: a month of every tie."""
        rules = self.rules
        rows = self.holder[self.holder >= 0]
        rows = rows[self.patron.raw[rows] >= 0]
        patron, tie = self.patron.raw[rows], self.tie.raw[rows]
        sway = (patron == self.holder[0]) | (patron == self.holder[self.boss[self.post.raw[rows]]])
        kept = tie * (1.0 - rules.neglect) + sway * rules.renewal * tie * (1.0 - tie)
        fell = np.flatnonzero(self.post.raw[patron] < 0)
        heir = self.patron.raw[patron[fell]]
        lost = (heir < 0) | (heir == rows[fell]) | (self.post.raw[heir] < 0)
        patron[fell] = heir
        kept[fell] = np.where(lost, 0.0, tie[fell] * rules.pass_on)
        broken = kept < rules.broken
        self.patron.raw[rows] = np.where(broken, NOBODY, patron)
        self.tie.raw[rows] = np.where(broken, 0.0, kept)

    def add_up(self) -> None:
        """Rule 4: everybody's loyalty to the chief, the product of ties on the way to him, and its mean."""
        chief = self.holder[0]
        rows = self.holder[self.holder >= 0]
        self.loyal.raw[rows] = 0.0
        start, here, strength = rows, rows, np.ones(len(rows))
        for _ in range(DEPTH):
            strength, here = strength * self.tie.raw[here], self.patron.raw[here]
            arrived = here == chief
            self.loyal.raw[start[arrived]] = strength[arrived]
            on = ~arrived & (here >= 0)
            start, here, strength = start[on], here[on], strength[on]
        self.loyal.raw[chief] = 0.0
        self.following = float(self.loyal.raw[rows].sum()) / (len(self.holder) - 1)

    def hold_congress(self) -> None:
        """Rules 5 to 7: regions send delegates, they elect a committee, it votes on the chief."""
        rules = self.rules
        self.congress_share = self.delegates()
        committee = self.elect()
        times = rules.confidence + rules.crisis * self.bell(1)[0]
        support = _lean(times + rules.tie_vote * self.loyal.raw[committee])
        if 2 * int((self.draw(len(committee)) < support).sum()) < self.size:
            self.replace_chief(committee)

    def delegates(self) -> float:
        """Rule 5: the mean over regions of the delegates' share for the chief."""
        rules, secretaries = self.rules, self.holder[1 : 1 + self.regions]
        loyal = np.where(secretaries >= 0, self.loyal.raw[secretaries], 0.0)
        share = rules.deference * _lean(rules.tie_vote * loyal)
        share += (1.0 - rules.deference) * _lean(rules.mood * self.bell(self.regions))
        return float((share**4 / (share**4 + (1.0 - share) ** 4)).mean())

    def elect(self) -> Rows:
        """Rule 6: the strongest claims are seated. Returns the committee in order of posts."""
        entitlement = np.repeat([kind.entitlement for kind in KINDS], self.count)
        posts = np.flatnonzero((entitlement > 0.0) & (self.holder >= 0))
        rows = self.holder[posts]
        claims = entitlement[posts] + self.rules.incumbent * self.seated.raw[rows]
        claims += self.rules.slate * self.congress_share * self.loyal.raw[rows]
        claims += self.rules.rank * self.bell(len(rows))
        self.seated.raw[self.holder[self.holder >= 0]] = False
        committee: Rows = rows[np.sort(np.argpartition(-claims, self.size - 1)[: self.size])]
        self.seated.raw[committee] = True
        self.committee_tie = float(self.loyal.raw[committee].mean())
        return committee

    def replace_chief(self, committee: Rows) -> None:
        """Rule 7: the member with most clients takes the place of the chief, who falls."""
        patrons = self.patron.raw[self.holder[self.holder >= 0]]
        clients = np.bincount(patrons[patrons >= 0], minlength=len(self.post.raw))
        heir = committee[np.argmax(clients[committee])]
        self.fall(self.holder[:1])
        self.holder[self.post.raw[heir]], self.holder[0] = NOBODY, heir
        self.post.raw[heir], self.patron.raw[heir] = 0, NOBODY
        self.tie.raw[heir], self.seated.raw[heir] = 0.0, False
        self.chiefs += 1
        self.add_up()


def _lean(x: Values) -> Values:
    return 0.5 + 0.5 * x / (1.0 + np.abs(x))


class Starsim:
    """Runs of one size, one after the other. The same face as `kernels.Kernels`, less the posts."""

    def __init__(self, regions: int, seed: int, rules: Rules | None = None) -> None:
        self.regions, self.seed, self.rules = regions, seed, rules or Rules()
        self.party: Any = None

    def run(self, number: int, months: int) -> None:
        """Play a run."""
        party = PartyState(self.regions, self.rules)
        sim = ss.Sim(
            n_agents=len(party.boss),
            modules=[party],
            dt=ss.month,
            dur=ss.months(months - 1),
            use_aging=False,
            rand_seed=self.seed * 1009 + number,
            verbose=0,
            copy_inputs=False,
        )
        sim.run()
        self.party = party

    def outcome(self) -> Outcome:
        """Where the last run ended."""
        party = self.party
        return Outcome(
            following=party.following,
            congress_share=party.congress_share,
            committee_tie=party.committee_tie,
            chiefs=float(party.chiefs),
            secretaries_moved=party.moved / self.regions,
            appointments=party.filled / (POSTS_PER_REGION * self.regions),
        )
