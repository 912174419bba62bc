"""What must hold at the end of every month of every run, as functions that say what does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apparat.engine.runs import Run
from apparat.world import codes

Rows = NDArray[np.void]
ROLL_CALLED = (codes.TOP, codes.COMMITTEE, codes.JOINT)
GONE = (codes.VACANT, codes.FALLEN, codes.EXPELLED, codes.DEAD)
FIXED = ("kind", "organ", "boss", "region", "office")
NEW_THIS_MONTH = (codes.E_APPOINTMENT, codes.E_ELECTED)


@dataclass(frozen=True)
class Month:
    """The end of a month: the state before and after it, and what the journal says of it."""

    before: Rows
    after: Rows
    events: Rows
    rolls: Rows

    @property
    def number(self) -> int:
        """The month that has just been played."""
        return int(self.after["clock"]["month"][0]) - 1

    def happened(self, kind: int) -> Rows:
        """Events of a kind."""
        return self.events[self.events["kind"] == kind]


def first_faults(run: Run, until: int) -> list[str]:
    """Play a run month by month up to `until`; what broke in the first month in which something did."""
    found: list[str] = []
    while run.month < until and not found:
        before, events, ballots, written = run.world.copy(), len(run.events), len(run.rolls), run.written
        run.advance(run.month + 1)
        happened = np.concatenate([before["events"][0][:0], *run.events[events:]])
        called = np.concatenate([before["rolls"][0][:0], *run.rolls[ballots:]])
        called["event"] -= written
        found = broken(Month(before, run.world, happened, called))
    return found


def rows(world: Rows, table: str) -> Rows:
    """The rows of a table that a world uses."""
    found = world[table][0]
    if table in world["n"].dtype.names:
        found = found[: int(world["n"][table][0])]
    return found


def members(world: Rows, body: int) -> NDArray[np.int64]:
    """Who sits in a body, as rows of people."""
    b = world["bodies"][0][body]
    return world["seats"][0]["person"][int(b["first"]) : int(b["first"] + b["size"])]


def keys(world: Rows, body: int) -> set[int]:
    """Who sits in a body, by key."""
    return set(world["people"][0]["key"][members(world, body)].tolist())


def broken(month: Month) -> list[str]:
    """Every law that the month broke, with what broke it."""
    laws = (
        numbers, seats, posts, records, ties, figures, bounds, membership,
        majorities, rolls, elections, appointments, statutes, silence, conservation,
    )  # fmt: skip
    return [f"month {month.number}, {law.__name__}: {fault}" for law in laws for fault in law(month)]


def numbers(month: Month) -> Iterator[str]:
    """No number anywhere in the state is undefined or infinite."""
    for table in month.after.dtype.names or ():
        if table not in ("events", "rolls"):
            yield from _undefined(table, rows(month.after, table))


def _undefined(name: str, values: Any) -> Iterator[str]:
    if values.dtype.names:
        for column in values.dtype.names:
            yield from _undefined(f"{name}.{column}", values[column])
    elif values.dtype.kind == "f" and not np.isfinite(values).all():
        yield f"{name} holds {np.count_nonzero(~np.isfinite(values))} undefined numbers"


def seats(month: Month) -> Iterator[str]:
    """Seats are packed, in order of key, within the body's capacity, held by living members of the party."""
    people, bench = rows(month.after, "people"), month.after["seats"][0]["person"]
    for body, b in enumerate(month.after["bodies"][0]):
        if b["size"] > b["capacity"] and b["capacity"] > 0:
            yield f"body {body} has {b['size']} members for {b['capacity']} seats"
        sitting = members(month.after, body)
        if (sitting < 0).any():
            yield f"body {body} has a gap"
            continue
        if (bench[b["first"] + b["size"] : b["first"] + b["capacity"]] >= 0).any():
            yield f"body {body} has a member beyond its size"
        if not (np.diff(people["key"][sitting].astype(np.int64)) > 0).all():
            yield f"body {body} is not in order of key"
        for person in sitting[np.isin(people["state"][sitting], GONE)]:
            yield f"body {body} seats key {people['key'][person]}, {_state(people, person)}"
    if both := keys(month.after, codes.COMMITTEE) & keys(month.after, codes.CONTROL):
        yield f"keys {both} sit on the committee and on the commission that votes with it"


def _state(people: Rows, person: int) -> str:
    return codes.STATE_WORDS[people["state"][person]]


def posts(month: Month) -> Iterator[str]:
    """Who holds a post is alive, in the party, and his own record knows it; with one post below an office."""
    people, found = rows(month.after, "people"), rows(month.after, "posts")
    for post in np.flatnonzero(found["holder"] >= 0):
        person = found["holder"][post]
        if people["state"][person] != codes.ACTIVE:
            yield f"post {post} is held by key {people['key'][person]}, {_state(people, person)}"
        own = people["post"][person]
        if own < 0 or found["holder"][own] != person:
            yield f"post {post}: its holder's record says post {own}"
        if found["office"][post] < 0 and own != post:
            yield f"post {post}: its holder also holds post {own}"
    classes = rows(month.after, "classes")
    unheld = np.bincount(found["kind"][found["holder"] < 0], minlength=len(classes))
    if (classes["empty"] != unheld).any():
        yield "a class counts other posts as empty than those that nobody holds"


def records(month: Month) -> Iterator[str]:
    """A person's record of his post agrees with the post; keys are unique; figures and persons agree."""
    people, found, summit = (rows(month.after, t) for t in ("people", "posts", "figures"))
    used = people["state"] != codes.VACANT
    if len(np.unique(people["key"][used])) != np.count_nonzero(used):
        yield "two persons share a key"
    for person in np.flatnonzero(used & (people["state"] != codes.FALLEN) & (people["post"] >= 0)):
        if found["holder"][people["post"][person]] != person:
            yield f"key {people['key'][person]} believes he holds post {people['post'][person]}"
    idle = used & (people["state"] == codes.ACTIVE) & (people["post"] < 0)
    if idle.any():
        yield f"keys {people['key'][idle].tolist()} are in post without one"
    for f in np.flatnonzero(summit["person"] >= 0):
        if people["figure"][summit["person"][f]] != f:
            yield f"figure {f} and its person disagree"
    if np.count_nonzero(used & (people["figure"] >= 0)) != np.count_nonzero(summit["person"] >= 0):
        yield "persons and figures are not one to one"


def ties(month: Month) -> Iterator[str]:
    """Ties lie in -1..1 and lead to somebody who exists; relations are mutual and bounded."""
    people = rows(month.after, "people")
    used = (people["state"] != codes.VACANT) & (people["state"] != codes.FALLEN)
    if (np.abs(people["tie"][used]) > 1).any() or (np.abs(people["loyal"][used]) > 1).any():
        yield "a tie is stronger than one"
    bound = np.flatnonzero(used & (people["patron"] >= 0))
    if (people["patron"][bound] >= len(people)).any() or (people["patron"][bound] == bound).any():
        yield "a patron is nobody or oneself"
    for client in bound[people["state"][people["patron"][bound]] == codes.VACANT]:
        yield f"key {people['key'][client]} depends on a row that nobody fills"
    relations = month.after["relations"][0]
    if (relations != relations.T).any() or (np.abs(relations) > 1).any():
        yield "a relation is not mutual, or beyond -1..1"


def figures(month: Month) -> Iterator[str]:
    """A figure counts as seated exactly while he sits; the dead and the expelled do nothing."""
    people, summit = rows(month.after, "people"), rows(month.after, "figures")
    real = np.flatnonzero(summit["person"] >= 0)
    top = set(members(month.after, codes.TOP).tolist())
    for f in real:
        if (summit["seated"][f] >= 0) != (int(summit["person"][f]) in top):
            yield f"figure {f}: seated {summit['seated'][f]}, but the bench says otherwise"
    state = people["state"][summit["person"][real]]
    if (np.isin(state, GONE) & (summit["active"][real] == 1) & (summit["expelled"][real] < 0)).any():
        yield "somebody dead takes part"
    out = summit["expelled"][real] >= 0
    if (out & ~np.isin(state, (codes.EXPELLED, codes.DEAD)) | ~out & (state == codes.EXPELLED)).any():
        yield "expulsion and state disagree"


def bounds(month: Month) -> Iterator[str]:
    """Shares, standing, health and moods stay within their scales."""
    world = month.after
    used = rows(world, "people")["state"] != codes.VACANT
    unit = {
        "authority": rows(world, "people")["authority"][used],
        "competence": rows(world, "people")["competence"][used],
        **{c: rows(world, "figures")[c] for c in ("capacity", "office", "following", "revealed", "favour")},
        **{c: rows(world, "regions")[c] for c in ("share", "deference", "engagement")},
        **{c: world["line"][c] for c in ("strength", "cult", "failure", "salience")},
    }
    for name, values in unit.items():
        if (values < 0).any() or (values > 1 + 1e-9).any():
            yield f"{name} runs from {values.min()} to {values.max()}"
    for name in ("strikes", "charges", "insecurity", "power"):
        if (rows(world, "figures")[name] < 0).any():
            yield f"{name} is negative"
    if (np.abs(rows(world, "regions")["mood"]) > 1).any():
        yield "a mood lies beyond -1..1"
    if (
        abs(world["line"]["salience"].sum() - 1) > 1e-9
        or abs(rows(world, "regions")["share"].sum() - 1) > 1e-9
    ):
        yield "shares do not sum to one"


def membership(month: Month) -> Iterator[str]:
    """Members this month are those of last month, plus admitted, less those who left: whole persons."""
    before, after = rows(month.before, "regions"), rows(month.after, "regions")
    if (after["members"] != np.floor(after["members"])).any() or (after["members"] < 0).any():
        yield "members are not whole, or fewer than none"
    flow = (after["admitted"] - before["admitted"]) - (after["left"] - before["left"])
    for r in np.flatnonzero(after["members"].sum(axis=1) - before["members"].sum(axis=1) != flow):
        yield f"region {r} does not add up"
    if (after["admitted"] < before["admitted"]).any() or (after["left"] < before["left"]).any():
        yield "admissions or losses were taken back"


def majorities(month: Month) -> Iterator[str]:
    """A motion is carried exactly when its counts meet the body's majority."""
    bodies = month.after["bodies"][0]
    for vote in month.happened(codes.E_VOTE):
        ayes, noes = int(vote["votes_for"]), int(vote["votes_against"])
        numerator, denominator = (int(bodies[vote["body"]][c]) for c in ("numerator", "denominator"))
        needed = (
            ayes > noes if numerator * 2 == denominator else ayes * denominator >= (ayes + noes) * numerator
        )
        if bool(vote["carried"]) != (needed and ayes > 0):
            yield f"body {vote['body']}: {ayes} to {noes}, {numerator}/{denominator}: {vote['carried']}"
        if min(ayes, noes, int(vote["abstained"])) < 0:
            yield "a count is negative"


def rolls(month: Month) -> Iterator[str]:
    """Every ballot counted is on the roll, once, cast by somebody who sat; assemblies are complete."""
    for place, vote in enumerate(month.events):
        if vote["kind"] != codes.E_VOTE:
            continue
        counts = [int(vote[c]) for c in ("abstained", "votes_for", "votes_against")]
        if vote["body"] not in ROLL_CALLED:
            held = rows(month.after, "sessions")
            if sum(counts) not in held["delegates"][held["month"] == month.number]:
                yield f"an assembly counted {sum(counts)} delegates"
            continue
        roll = month.rolls[month.rolls["event"] == place]
        if [int((roll["choice"] == c).sum()) for c in (codes.ABSTAIN, codes.FOR, codes.AGAINST)] != counts:
            yield f"roll and count differ in body {vote['body']}"
        if len(set(roll["voter"].tolist())) != len(roll):
            yield f"somebody voted twice in body {vote['body']}"
        if strangers := set(roll["voter"].tolist()) - _electorate(month.before, int(vote["body"])):
            yield f"keys {strangers} voted in body {vote['body']} without a seat"


def _electorate(world: Rows, body: int) -> set[int]:
    if body == codes.JOINT:
        return keys(world, codes.COMMITTEE) | keys(world, codes.CONTROL)
    return keys(world, body)


def elections(month: Month) -> Iterator[str]:
    """Only a congress chooses the committee; only who sits on the committee is sent up, by a recorded act."""
    held = month.happened(codes.E_SESSION)
    congress = (held["body"] == codes.CONGRESS).any()
    committee = keys(month.after, codes.COMMITTEE)
    for body in (codes.COMMITTEE, codes.COMMITTEE_CANDIDATES, codes.CONTROL):
        new = keys(month.after, body) - keys(month.before, body)
        if new and not congress:
            yield f"keys {new} joined body {body} without a congress"
    elected = month.happened(codes.E_ELECTED)
    for body in (codes.TOP, codes.TOP_CANDIDATES, codes.BUREAU, codes.SECRETARIAT):
        new = keys(month.after, body) - keys(month.before, body)
        if new - committee:
            yield f"keys {new - committee} joined body {body} from outside the committee"
        if new - set(elected["target"][(elected["body"] == body) & (elected["post"] < 0)].tolist()):
            yield f"body {body} has a new member whom nobody elected"
    if congress and (lost := keys(month.after, codes.TOP) - committee):
        yield f"keys {lost} sit at the top after a congress that did not elect them"


def appointments(month: Month) -> Iterator[str]:
    """A post has a new holder only by a recorded appointment or election."""
    before, after = rows(month.before, "posts"), rows(month.after, "posts")
    key_before, key_after = (_holders(w) for w in (month.before, month.after))
    acts = {(int(e["post"]), int(e["target"])) for kind in NEW_THIS_MONTH for e in month.happened(kind)}
    for post in np.flatnonzero((key_before != key_after) & (after["holder"] >= 0)):
        if (int(post), int(key_after[post])) not in acts:
            yield f"post {post} passed to key {key_after[post]} without an act"
    if any((before[c] != after[c]).any() for c in FIXED):
        yield "a post changed its nature"


def _holders(world: Rows) -> NDArray[np.int64]:
    holder = rows(world, "posts")["holder"].astype(np.int64)
    return np.where(holder >= 0, world["people"][0]["key"][holder].astype(np.int64), 0)


def statutes(month: Month) -> Iterator[str]:
    """A rule changes by date, or by a carried vote of the body that decides on it; its switch follows."""
    before, after = rows(month.before, "statutes"), rows(month.after, "statutes")
    dated = rows(month.after, "amendments")
    due = dated["subject"][(dated["month"] == month.number) & (dated["kind"] == codes.CHANGES_RULE)]
    votes = month.happened(codes.E_VOTE)
    won = votes[(votes["motion"] == codes.RULE_CHANGE) & (votes["carried"] == 1)]
    ballots = dated["month"][dated["kind"] == codes.CHANGES_BALLOT]
    for s in np.flatnonzero(before["in_force"] != after["in_force"]):
        decided = won[(won["value"] == s) & (won["body"] == after["decides"][s])]
        by_date = s in due or (after["kind"][s] == codes.BALLOT and month.number in ballots)
        if not by_date and (len(decided) == 0 or after["open"][s] == 0):
            yield f"rule {s} changed without date or vote"
    rules = month.after["rules"][0]
    switches = {codes.BAN: "ban", codes.LISTS: "lists", codes.OFFICES: "separate", codes.PLENUM: "plenum"}
    for s, statute in enumerate(after):
        switch = switches.get(int(statute["kind"]))
        if switch is not None and rules[switch] != statute["in_force"]:
            yield f"rule {s} is in force: {statute['in_force']}, but its switch says {rules[switch]}"


def silence(month: Month) -> Iterator[str]:
    """Who was dead or expelled before this month has no ballot in it and moves nothing."""
    people = rows(month.before, "people")
    gone = set(people["key"][np.isin(people["state"], (codes.EXPELLED, codes.DEAD))].tolist())
    if voted := gone & set(month.rolls["voter"].tolist()):
        yield f"keys {voted} voted after they had gone"
    moved = month.events[np.isin(month.events["kind"], (codes.E_VOTE, codes.E_APPOINTMENT, codes.E_CAMPAIGN))]
    if acted := gone & set(moved["actor"].tolist()):
        yield f"keys {acted} acted after they had gone"


def conservation(month: Month) -> Iterator[str]:
    """Tallies only grow, nothing that happened is lost from the journal, and no table changes its size."""
    for name in ("appointments", "attended", "secretaries", "contests", "carried", "deaths"):
        if month.after["tally"][name][0] < month.before["tally"][name][0]:
            yield f"{name} fell"
    if month.after["tally"]["lost_events"][0]:
        yield "the journal lost events"
    if month.after["n"] != month.before["n"]:
        yield "a table changed its size"
    made = len(month.happened(codes.E_APPOINTMENT))
    if month.after["tally"]["appointments"][0] - month.before["tally"]["appointments"][0] != made:
        yield "appointments and their tally differ"
