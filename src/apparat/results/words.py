"""Events as sentences."""

from collections.abc import Callable, Sequence

from apparat.ground.dates import Month
from apparat.results.run import Happening
from apparat.world.codes import MOTION_WORDS, POLICY

_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def month_name(written: str) -> str:
    """`1922-04` as `April 1922`."""
    month = Month.parse(written)
    return f"{_NAMES[month.month - 1]} {month.year}"


def sentence(event: Happening) -> str:
    """What happened, in a sentence without the mechanism that caused it."""
    said = _SENTENCES[event.kind](event)
    return said[0].upper() + said[1:]


def decision(kind: str, motion: str | None, body: str | None) -> str:
    """A kind of decision, whoever makes it: `vote to expel somebody, Politburo`."""
    said = _DECISIONS[kind]
    said = f"{said} to {_PROPOSALS[motion].format('somebody')}" if motion else said
    return f"{said}, {body}" if body else said


_DECISIONS = {
    "vote": "vote",
    "condemned": "condemnation",
    "post-lost": "loss of a post",
    "seat-lost": "loss of a seat",
    "expelled": "expulsion",
    "arrested": "arrest",
    "line": "another line of the party",
    "recanted": "recantation",
    "campaign": "campaign after a defeat",
    "appeal": "appeal to a larger body",
    "document": "document made known",
    "enrolment": "mass enrolment",
    "delay": "assembly put off",
    "rule": "rule changed",
}


def _signal(e: Happening) -> str:
    signals = {
        "illness": f"{e.actor} falls ill; {1 - e.value:.0%} of his strength is left",
        "death": f"{e.actor} is struck down",
        "document-written": "A document that judges leaders by name is written",
        "funeral": f"The funeral of {e.actor or 'the founder'}",
        "enrolment-possible": "A mass enrolment into the party becomes possible",
        "terms-of-trade": f"Farm goods buy {e.value:.2f} of what would be even in factory goods",
        "procurement": f"Grain procured: {e.value:.0%} of plan",
        "foreign-threat": f"Fear of war stands at {e.value:.1f} of 1",
        "unrest": f"Unrest stands at {e.value:.1f} of 1",
    }
    return signals[e.motion or ""] + "."


def _vote(e: Happening) -> str:
    count = f"{e.votes_for} for, {e.votes_against} against"
    if e.abstained:
        count += f", {e.abstained} abstained"
    mover = f"on {e.actor}'s motion to" if e.actor else "on the motion to"
    outcome = "Carried" if e.carried else "Rejected"
    return f"{e.body}, {mover} {_proposal(e)}: {count}. {outcome}."


_PROPOSALS = dict(
    zip(
        MOTION_WORDS,
        (
            "condemn the line of {}",
            "remove {} from his post",
            "put {} out of the body",
            "expel {}",
            "adopt his line against that of {}",
            "make known the document against {}",
            "change a rule against {}",
            "arrest {}",
        ),
        strict=True,
    )
)


def _proposal(e: Happening) -> str:
    if e.motion == MOTION_WORDS[POLICY] and not e.target:
        return "adopt his line"
    proposal = _PROPOSALS[e.motion or ""].format(e.target or "others")
    return f"{proposal}: {_quoted(e)}" if e.subject else proposal


def _quoted(e: Happening) -> str:
    return f"'{e.subject}'"


def _rule_changed(e: Happening) -> str:
    rule = f"The rule {_quoted(e)}" if e.subject else "A rule"
    now = "now in force" if e.carried else "no longer in force"
    return f"{rule} is {now}" + (f", at {e.actor}'s instance." if e.actor else ".")


def fillings(appointer: str | None, posts: Sequence[str]) -> str:
    """Many appointments by one person in a month, told together: each title with its places or its number."""
    places: dict[str, list[str]] = {}
    for post in posts:
        title, _, place = post.rpartition(", ") if ", " in post else (post, "", "")
        places.setdefault(title, []).append(place)
    told = [_filled(title, where) for title, where in places.items()]
    by = f"{appointer} fills" if appointer else "Filled by those below"
    return f"{by}: {'; '.join(told)}."


def _filled(title: str, places: Sequence[str]) -> str:
    named = [place for place in places if place]
    if named:
        return f"{title} in {', '.join(named)}"
    return f"{title} ({len(places)})" if len(places) > 1 else title


def _appointment(e: Happening) -> str:
    by = f" by {e.actor}" if e.actor else ""
    return f"{e.target} is appointed{by}: {e.post}."


def _removal(e: Happening) -> str:
    if e.actor:
        return f"{e.actor} has {e.target} put out of the {e.body}."
    return f"{e.target} loses his seat in the {e.body}."


def _session(e: Happening) -> str:
    return f"{e.body} no. {e.value:.0f}"


def _campaign(e: Happening) -> str:
    return f"{e.actor}, defeated, goes on campaigning among the members."


_SENTENCES: dict[str, Callable[[Happening], str]] = {
    "signal": _signal,
    "appointment": _appointment,
    "dismissal": lambda e: f"{e.target} is dismissed" + (f" by {e.actor}." if e.actor else "."),
    "transfer": lambda e: f"{e.target} is moved: {e.post}.",
    "vote": _vote,
    "condemned": lambda e: f"{e.target} is condemned" + (f" at {e.actor}'s instance." if e.actor else "."),
    "post-lost": lambda e: f"{e.target} loses a post: {e.post}.",
    "seat-lost": _removal,
    "expelled": lambda e: f"{e.target} is expelled from the party.",
    "elected": lambda e: f"{e.target} is elected: {e.post or e.body}.",
    "session": lambda e: f"{_session(e)} meets.",
    "line": lambda e: f"{e.actor}'s line is adopted as the party's.",
    "reposition": lambda e: f"{e.actor} shifts his stated position.",
    "pact": lambda e: f"{e.actor} and {e.target} draw together against a common rival.",
    "breach": lambda e: f"{e.actor} breaks with {e.target}.",
    "recanted": lambda e: f"{e.actor} recants.",
    "campaign": _campaign,
    "appeal": lambda e: f"{e.actor} takes the question to the {e.body}.",
    "document": lambda e: f"The document{' of ' + e.actor if e.actor else ''} becomes known.",
    "enrolment": lambda e: f"{e.actor} launches a mass enrolment of {e.value:,.0f} members.",
    "delay": lambda e: f"{_session(e)} is put off.",
    "death": lambda e: f"{e.actor} dies.",
    "leader": lambda e: f"{e.actor} comes to lead." if e.actor else "Nobody leads alone any more.",
    "control": lambda e: f"{e.actor} could count on {e.value:.0%} of the {e.body}.",
    "rule": _rule_changed,
    "arrested": lambda e: f"{e.target} is arrested at {e.actor}'s instance and loses everything.",
}
