"""What a run keeps for those who look at it: counts of each month, and the rows of its journal.

Nothing that happens in a run reads them.
"""

from apparat.world.table import Vector, column


class Count:
    """What an observer counts at the end of a month; nothing else reads it."""

    appointments: int = column("i4", "posts filled since the start")
    attended: int = column("i4", "of these looked at in person by the party's own office")
    secretaries_moved: int = column("i4", "regional secretaries moved since the start")
    secretaries: int = column("i4", "regional secretaries in office")
    secretaries_from_above: int = column("i4", "of these appointed in person by the party's own office")
    secretaries_remaining: int = column("i4", "of these in the same post since the opening")
    members: int = column("i4", "full members of the party", unit="persons")
    prisoners: int = column("i4", "prisoners of the camps at the opening who are still held", unit="persons")


class Event:
    """One line of the journal. Persons by key, so that names can be put to them later."""

    month: int = column("i4", "when", unit="months")
    kind: int = column("i2", "what happened")
    rule: int = column("i2", "step of the month that caused it")
    body: int = column("i2", "kind of body; -1 for none")
    motion: int = column("i2", "kind of motion or signal; -1 for none")
    post: int = column("i2", "post concerned; -1 for none")
    carried: int = column("i2", "1 if a motion was carried")
    actor: int = column("u4", "key of the one who acted; 0 for none")
    target: int = column("u4", "key of the one acted on; 0 for none")
    votes_for: int = column("i4", "votes for", unit="votes")
    votes_against: int = column("i4", "votes against", unit="votes")
    abstained: int = column("i4", "abstained or absent", unit="votes")
    value: float = column("f8", "size, where the kind has one")


class Roll:
    """One ballot of a roll: the choice and the reasons behind it, in logits towards `for`.

    An assembly's delegates have no names: its roll holds, for each region, how its secretary and its members
    lean, who together decide what delegates it sends.
    """

    event: int = column("i4", "event it belongs to")
    voter: int = column("u4", "key of the voter, or of a region's secretary; 0 for its members")
    choice: int = column("i4", "for, against, abstained; of a region, the side leaned to")
    region: int = column("i4", "region whose delegates are decided; -1 for a person's own ballot")
    chance: float = column("f8", "chance of voting for", unit="0..1")
    weight: float = column(
        "f8", "share of the assembly on which this leaning bears; 0 for a person", unit="0..1"
    )
    sent: float = column("f8", "share of the region's delegates that is for; 0 for a person", unit="0..1")
    reasons: Vector = column(
        "f8", "policy, tie, authority, dependence, fear, herd", unit="logits", shape=(6,)
    )
