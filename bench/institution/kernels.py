"""The declared loop as Apparat writes its mechanisms: a record of tables, kernels, addressed luck.

Each rule of README.md is one kernel. Nothing in a month allocates, and nothing depends on the order of rows.
All kernels stand in this one file, since the compiler's cache notices no edit in another.
"""

import math
from typing import cast

import numpy as np
from numpy.typing import NDArray

from apparat.world import luck
from apparat.world.kernel import kernel
from apparat.world.parameters import record_dtype
from apparat.world.table import Vector
from bench.institution.loop import NOBODY, Loop, new_loop, outcome, posts_of
from bench.institution.rules import DEPTH, KINDS, QUARTER, YEAR, Outcome, Rules


@kernel
def play(loop: Loop, rules: Rules, months: int, following: Vector) -> None:
    """One run. `following` receives the chief's following at the end of each quarter."""
    _open(loop, rules)
    for month in range(months):
        loop.clock.month = month
        _remove(loop)
        _fill_all(loop, rules)
        _tend_all(loop, rules)
        if month % QUARTER == QUARTER - 1:
            _add_up(loop)
            following[month // QUARTER] = loop.tally.following
        if month % YEAR == YEAR - 1:
            _congress(loop, rules)


@kernel
def _open(loop: Loop, rules: Rules) -> None:
    """Every post filled by somebody with half a local tie to the holder of the post above."""
    t = loop.tally
    t.fallen = t.appointments = t.secretaries = t.chiefs = 0
    t.congress_share = t.committee_tie = 0.0
    t.vacant = 0
    for row in range(loop.n.rows - 1, loop.n.posts - 1, -1):
        loop.officials[row].post = NOBODY
        loop.officials[row].patron = NOBODY
        loop.vacant[t.vacant] = row
        t.vacant += 1
    for post in range(loop.n.posts):
        ability, u, _, _ = luck.once(loop.clock, luck.TRAITS, post, 0)
        loop.posts[post].holder = post
        _enter(loop, post, post, ability)
        if post > 0:
            loop.officials[post].patron = loop.posts[post].boss
            loop.officials[post].tie = 0.5 * rules.local_favour * (0.6 + 0.8 * u)
    _add_up(loop)


@kernel
def _enter(loop: Loop, row: int, post: int, ability: float) -> None:
    """A newcomer in a row."""
    o = loop.officials[row]
    o.post = post
    o.patron = NOBODY
    o.seated = 0
    o.tie = 0.0
    o.loyal = 0.0
    o.competence = ability


@kernel
def _remove(loop: Loop) -> None:
    """Rule 1: each class loses a share of its holders."""
    for c in range(1, len(KINDS)):
        kind = loop.kinds[c]
        u = luck.draw(loop.clock, luck.VACANCY, c, 0)[0]
        for k in range(int(kind.turnover * kind.count + u)):
            v = luck.draw(loop.clock, luck.VACANCY, c, k + 1)[0]
            post = kind.first + int(v * kind.count)
            row = int(loop.posts[post].holder)
            if row >= 0:
                loop.posts[post].holder = NOBODY
                _fall(loop, row)
                if c == 1:
                    loop.tally.secretaries += 1


@kernel
def _fall(loop: Loop, row: int) -> None:
    """Out of office; his row stays until ties have passed on."""
    loop.officials[row].post = NOBODY
    loop.officials[row].seated = 0
    loop.fallen[loop.tally.fallen] = row
    loop.tally.fallen += 1


@kernel
def _fill_all(loop: Loop, rules: Rules) -> None:
    """Rule 2: vacant posts are filled in order, the most important first; the chief's attention runs out."""
    loop.tally.left = loop.n.attention
    for c in range(1, len(KINDS)):
        kind = loop.kinds[c]
        for post in range(kind.first, kind.first + kind.count):
            if loop.posts[post].holder < 0:
                _fill(loop, rules, kind.below, post, post - kind.first, kind.count)


@kernel
def _fill(loop: Loop, rules: Rules, below: int, post: int, place: int, count: int) -> None:
    """The best of a subordinate and two newcomers takes the post and owes it to whoever decided."""
    attended = 1 if loop.tally.left > 0 else 0
    loop.tally.left -= attended
    maker, favour = int(loop.posts[0].holder), rules.favour
    if attended == 0:
        maker, favour = int(loop.posts[loop.posts[post].boss].holder), rules.local_favour
    choice, luck_of_score, luck_of_tie, _ = luck.draw(loop.clock, luck.CANDIDATE, post, 0)
    first, first_luck, second, second_luck = luck.draw(loop.clock, luck.ENTRANT, post, 0)
    ability = first
    score = rules.competence * first + rules.noise * luck.tent(first_luck)
    other = rules.competence * second + rules.noise * luck.tent(second_luck)
    if other > score:
        ability = second
        score = other
    row = _subordinate(loop, below, place, count, choice)
    if row >= 0 and _merit(loop, rules, row, maker, attended, luck_of_score) >= score:
        loop.posts[loop.officials[row].post].holder = NOBODY
        loop.officials[row].post = post
    else:
        loop.tally.vacant -= 1
        row = int(loop.vacant[loop.tally.vacant])
        _enter(loop, row, post, ability)
    loop.posts[post].holder = row
    loop.tally.appointments += 1
    _oblige(loop, row, maker, favour * (0.6 + 0.8 * luck_of_tie))


@kernel
def _subordinate(loop: Loop, below: int, place: int, count: int, u: float) -> int:
    """The holder of one of the posts under a post; -1 if there is none."""
    if below < 0:
        return NOBODY
    kind = loop.kinds[below]
    chosen = int(u * (kind.count // count))
    return int(loop.posts[kind.first + place + chosen * count].holder)


@kernel
def _merit(loop: Loop, rules: Rules, row: int, maker: int, attended: int, u: float) -> float:
    """A subordinate's score: ability, and loyalty to the chief or the word of the local boss."""
    o = loop.officials[row]
    score = rules.competence * o.competence + rules.noise * luck.tent(u)
    if attended == 1:
        return score + rules.loyalty * o.loyal
    if maker >= 0 and o.patron == maker:
        return score + rules.recommendation
    return score


@kernel
def _oblige(loop: Loop, row: int, maker: int, tie: float) -> None:
    """A favour received strengthens the tie to its maker, replaces a weaker tie, or loosens a stronger."""
    o = loop.officials[row]
    if maker < 0:
        return
    if o.patron == maker:
        o.tie = o.tie + (1.0 - o.tie) * tie * 0.5
    elif tie > o.tie:
        o.patron = maker
        o.tie = tie
    else:
        o.tie = o.tie * (1.0 - 0.5 * tie)


@kernel
def _tend_all(loop: Loop, rules: Rules) -> None:
    """Rule 3: a month of every tie; then the rows of the fallen are free."""
    chief = int(loop.posts[0].holder)
    for row in range(loop.n.rows):
        if loop.officials[row].patron >= 0 and loop.officials[row].post >= 0:
            _tend(loop, rules, row, chief)
    for k in range(loop.tally.fallen):
        row = int(loop.fallen[k])
        loop.officials[row].patron = NOBODY
        loop.vacant[loop.tally.vacant] = row
        loop.tally.vacant += 1
    loop.tally.fallen = 0


@kernel
def _tend(loop: Loop, rules: Rules, row: int, chief: int) -> None:
    """Ties wear off, are renewed by a patron who has the say over the post, and pass on when he falls."""
    o = loop.officials[row]
    patron = int(o.patron)
    tie = o.tie
    if loop.officials[patron].post < 0:
        patron = int(loop.officials[patron].patron)
        tie *= rules.pass_on
        if patron < 0 or patron == row or loop.officials[patron].post < 0:
            tie = 0.0
    else:
        kept = tie * (1.0 - rules.neglect)
        if patron == chief or patron == loop.posts[loop.posts[o.post].boss].holder:
            kept += rules.renewal * tie * (1.0 - tie)
        tie = kept
    if tie < rules.broken:
        patron = NOBODY
        tie = 0.0
    o.patron = patron
    o.tie = tie


@kernel
def _add_up(loop: Loop) -> None:
    """Rule 4: everybody's loyalty to the chief, the product of ties on the way to him, and its mean."""
    chief = int(loop.posts[0].holder)
    total = 0.0
    loop.officials[chief].loyal = 0.0
    for post in range(1, loop.n.posts):
        row = int(loop.posts[post].holder)
        if row < 0:
            continue
        loyal = _loyalty(loop, row, chief)
        loop.officials[row].loyal = loyal
        total += loyal
    loop.tally.following = total / (loop.n.posts - 1)


@kernel
def _loyalty(loop: Loop, row: int, chief: int) -> float:
    """Product of at most DEPTH ties from an official to the chief; 0 if they do not lead there."""
    strength = 1.0
    here = row
    for _ in range(DEPTH):
        strength *= loop.officials[here].tie
        here = int(loop.officials[here].patron)
        if here == chief:
            return strength
        if here < 0:
            return 0.0
    return 0.0


@kernel
def _congress(loop: Loop, rules: Rules) -> None:
    """Rules 5 to 7: regions send delegates, they elect a committee, it votes on the chief."""
    loop.tally.congress_share = _delegates(loop, rules)
    _elect(loop, rules)
    if 2 * _votes_for_chief(loop, rules) < loop.n.seats:
        _replace_chief(loop)
        _add_up(loop)


@kernel
def _lean(x: float) -> float:
    """A share from 0 to 1 that grows with x."""
    return 0.5 + 0.5 * x / (1.0 + abs(x))


@kernel
def _delegates(loop: Loop, rules: Rules) -> float:
    """Rule 5: the mean over regions of the delegates' share for the chief."""
    total = 0.0
    for region in range(loop.n.regions):
        secretary = int(loop.posts[1 + region].holder)
        loyal = loop.officials[secretary].loyal if secretary >= 0 else 0.0
        members = _lean(rules.mood * luck.bell(luck.draw(loop.clock, luck.REGION, region, 0)))
        share = rules.deference * _lean(rules.tie_vote * loyal) + (1.0 - rules.deference) * members
        there, away = share * share, (1.0 - share) * (1.0 - share)
        there, away = there * there, away * away
        total += there / (there + away)
    return total / loop.n.regions


@kernel
def _elect(loop: Loop, rules: Rules) -> None:
    """Rule 6: the strongest claims are seated; of equal ones the lower post's."""
    size = _claims(loop, rules)
    loop.ranked[:size] = loop.claims[1 : size + 1]
    bar = _at_rank(loop, size - 1, size - loop.n.seats)
    for post in range(1, loop.n.posts):
        row = int(loop.posts[post].holder)
        if row >= 0:
            loop.officials[row].seated = 0
    left = loop.n.seats
    total = 0.0
    for post in range(1, size + 1):
        if left > 0 and loop.claims[post] >= bar:
            o = loop.officials[loop.posts[post].holder]
            o.seated = 1
            total += o.loyal
            left -= 1
    loop.tally.committee_tie = total / loop.n.seats


@kernel
def _at_rank(loop: Loop, high: int, rank: int) -> float:
    """The value at an index if the ranked claims stood in order (Hoare's selection; they are moved)."""
    x = loop.ranked
    low = 0
    while low < high:
        pivot = x[low + (high - low) // 2]
        i, j = low, high
        while i <= j:
            while x[i] < pivot:
                i += 1
            while x[j] > pivot:
                j -= 1
            if i <= j:
                x[i], x[j] = x[j], x[i]
                i += 1
                j -= 1
        if rank <= j:
            high = j
        elif rank >= i:
            low = i
        else:
            low = high
    return float(x[rank])


@kernel
def _claims(loop: Loop, rules: Rules) -> int:
    """Each holder's claim, of posts that give one; these come first. Returns how many there are."""
    slate = rules.slate * loop.tally.congress_share
    post = 1
    for c in range(1, len(KINDS)):
        kind = loop.kinds[c]
        if kind.entitlement <= 0.0:
            break
        for _ in range(kind.count):
            noise = luck.bell(luck.draw(loop.clock, luck.SLATE, post, 0))
            row = int(loop.posts[post].holder)
            claim = -math.inf
            if row >= 0:
                o = loop.officials[row]
                claim = kind.entitlement + rules.incumbent * o.seated + slate * o.loyal + rules.rank * noise
            loop.claims[post] = claim
            post += 1
    return post - 1


@kernel
def _votes_for_chief(loop: Loop, rules: Rules) -> int:
    """Rule 7: each member's chance to vote for the chief grows with his loyalty and with the times."""
    votes = 0
    times = rules.confidence + rules.crisis * luck.bell(luck.draw(loop.clock, luck.BALLOT, 0, 0))
    for post in range(1, loop.n.posts):
        row = int(loop.posts[post].holder)
        if row >= 0 and loop.officials[row].seated == 1:
            u = luck.draw(loop.clock, luck.BALLOT, post, 0)[0]
            votes += u < _lean(times + rules.tie_vote * loop.officials[row].loyal)
    return votes


@kernel
def _replace_chief(loop: Loop) -> None:
    """The member with most clients, of equals the one with the lower post, takes the place of the chief."""
    for row in range(loop.n.rows):
        loop.officials[row].clients = 0
    for row in range(loop.n.rows):
        o = loop.officials[row]
        if o.post >= 0 and o.patron >= 0:
            loop.officials[o.patron].clients += 1
    heir, most = NOBODY, -1
    for post in range(1, loop.n.posts):
        row = int(loop.posts[post].holder)
        if row >= 0 and loop.officials[row].seated == 1 and loop.officials[row].clients > most:
            heir, most = row, int(loop.officials[row].clients)
    _fall(loop, int(loop.posts[0].holder))
    loop.posts[loop.officials[heir].post].holder = NOBODY
    loop.posts[0].holder = heir
    o = loop.officials[heir]
    o.post = 0
    o.patron = NOBODY
    o.seated = 0
    o.tie = 0.0
    loop.tally.chiefs += 1


def parameters(rules: Rules) -> NDArray[np.void]:
    """The rules as a record that kernels read."""
    return np.array([rules.row()], record_dtype(Rules))


class Kernels:
    """Runs of one size, one after the other."""

    def __init__(self, regions: int, seed: int, rules: Rules | None = None) -> None:
        self.rules = rules or Rules()
        self.loop = new_loop(regions, seed, self.rules)
        self._record = cast(Loop, self.loop[0])
        self._parameters = cast(Rules, parameters(self.rules)[0])

    def run(self, number: int, months: int) -> NDArray[np.float64]:
        """Play a run; returns the chief's following at the end of each quarter."""
        following = np.zeros(months // QUARTER)
        self.loop["clock"]["run"] = number
        play(self._record, self._parameters, months, following)
        return following

    def outcome(self) -> Outcome:
        """Where the last run ended."""
        return outcome(self.loop)

    def posts(self) -> NDArray[np.float64]:
        """Who holds the posts at the end of the last run, see `posts_of`."""
        return posts_of(self.loop)
