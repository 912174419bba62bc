"""The steps of a month, in the order in which they run, each with its reason."""

STEPS = (
    ("releases", "what the police loses with its camps is taken from its posts in the month itself"),
    ("reform", "rules that change by date bind everything that follows in the month"),
    ("calendar", "what comes from outside comes first, so that everybody can answer it"),
    ("demography", "the dead leave their posts before posts are filled"),
    ("membership", "admissions change what the branches are before they choose delegates"),
    ("inspection", "inspectors empty posts before posts are filled"),
    ("nomenklatura", "posts are emptied and filled with the ties of last month"),
    ("patronage", "new ties count at once, and followings are added up for the contests below"),
    ("doctrine", "the question of the day is set before anybody takes sides on it"),
    ("coalition", "leaders look around before they move"),
    ("documents", "a paper that is due is put before new business"),
    ("agenda", "at most one contest a month; its votes, penalties and appeals follow within it"),
    ("discipline", "the defeated campaign or recant after the month's vote"),
    ("congress", "assemblies meet last, with all that the month has brought"),
    ("venue", "routine business goes where power is by now"),
    ("voting", "not a step of its own: the rule by which every body above decides"),
)
STEP_WORDS = tuple(name for name, _ in STEPS)
(
    RELEASES,
    REFORM,
    CALENDAR,
    DEMOGRAPHY,
    MEMBERSHIP,
    INSPECTION,
    NOMENKLATURA,
    PATRONAGE,
    DOCTRINE,
    COALITION,
    DOCUMENTS,
    AGENDA,
    DISCIPLINE,
    CONGRESS,
    VENUE,
    VOTING,
) = range(len(STEPS))
