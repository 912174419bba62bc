"""The small integers that stand for states, bodies, motions and events, and their words.

Plain integers compile fastest and read the same compiled or not; the `*_WORDS` tuples are for reports.
"""

NOBODY = -1

# A person's state.
VACANT, ACTIVE, OUTSIDE, FALLEN, EXPELLED, DEAD = range(6)
STATE_WORDS = (
    "vacant row",
    "in post",
    "in the party, without a post",
    "fallen this month",
    "expelled",
    "dead",
)

# Dimensions of policy.
ECONOMY, WORLD, RULE = range(3)
DIMENSION_WORDS = ("economy", "world", "rule")

# Kinds of body; a world has one row of each, in this order.
(
    TOP,
    TOP_CANDIDATES,
    COMMITTEE,
    COMMITTEE_CANDIDATES,
    CONTROL,
    BUREAU,
    SECRETARIAT,
    CABINET,
    JOINT,
    CONFERENCE,
    CONGRESS,
) = range(11)
BODY_KINDS = 11
BODY_IDS = (
    "politburo",
    "politburo-candidates",
    "central-committee",
    "central-committee-candidates",
    "control-commission",
    "orgburo",
    "secretariat",
    "sovnarkom",
    "joint-plenum",
    "party-conference",
    "party-congress",
)

# All members of the party: asked by a recorded motion only, so it has no row among the bodies.
MEMBERSHIP = 11

# Cohorts of party members, by year of entry: a scenario names its own, the newest comes last.
COHORTS = 5

# Motions.
CONDEMN, REMOVE_POST, REMOVE_BODY, EXPEL, POLICY, REVEAL, RULE_CHANGE, ARREST = range(8)
MOTION_WORDS = (
    "condemn the line of",
    "remove from his post",
    "remove from the body",
    "expel",
    "adopt the line of",
    "make the document known against",
    "change the rules against",
    "arrest",
)
WAIT = 8
"""What a leader does who puts no motion."""

# Rules that a motion or a date may change, by what they do; `REFORM` is any rule that hits holders of posts.
BAN, LISTS, BALLOT, OFFICES, PLENUM, POLICE, SPARING, CONFIRMING, MERCY, EXILE, REFORM = range(11)
RULE_IDS = (
    "faction-ban",
    "approved-lists",
    "secret-ballot",
    "separate-top-offices",
    "plenum-on-demand",
    "police-autonomy",
    "police-spares-party",
    "committee-removes-leader",
    "defeated-are-spared",
    "expelled-are-exiled",
)

# What a dated change of the constitution changes.
(
    CHANGES_RULE,
    CHANGES_QUOTA,
    CHANGES_MAJORITY,
    CHANGES_BALLOT,
    CHANGES_RHYTHM,
    CHANGES_SHARE,
    CHANGES_GROWTH,
    DISSOLVES,
) = range(8)

# Choices in a vote.
ABSTAIN, FOR, AGAINST = range(3)
CHOICE_WORDS = ("abstained", "for", "against")

# Exogenous signals of a scenario's timeline.
(
    ILLNESS,
    DEATH,
    DOCUMENT_WRITTEN,
    FUNERAL,
    ENROLMENT_POSSIBLE,
    TERMS_OF_TRADE,
    PROCUREMENT,
    FOREIGN_THREAT,
    UNREST,
) = range(9)
SIGNAL_WORDS = (
    "illness",
    "death",
    "document-written",
    "funeral",
    "enrolment-possible",
    "terms-of-trade",
    "procurement",
    "foreign-threat",
    "unrest",
)

# Kinds of event in the journal.
(
    E_SIGNAL,
    E_APPOINTMENT,
    E_DISMISSAL,
    E_TRANSFER,
    E_VOTE,
    E_CONDEMNED,
    E_POST_LOST,
    E_SEAT_LOST,
    E_EXPELLED,
    E_ELECTED,
    E_SESSION,
    E_LINE,
    E_REPOSITION,
    E_PACT,
    E_BREACH,
    E_RECANTED,
    E_CAMPAIGN,
    E_APPEAL,
    E_DOCUMENT,
    E_ENROLMENT,
    E_DELAY,
    E_DEATH,
    E_LEADER,
    E_CONTROL,
    E_RULE,
    E_ARRESTED,
) = range(26)
EVENT_WORDS = (
    "signal",
    "appointment",
    "dismissal",
    "transfer",
    "vote",
    "condemned",
    "post-lost",
    "seat-lost",
    "expelled",
    "elected",
    "session",
    "line",
    "reposition",
    "pact",
    "breach",
    "recanted",
    "campaign",
    "appeal",
    "document",
    "enrolment",
    "delay",
    "death",
    "leader",
    "control",
    "rule",
    "arrested",
)

# Levels of the journal.
J_NONE, J_DECISIONS, J_FULL = range(3)
JOURNAL_LEVELS = ("none", "decisions", "full")

# Reasons in a roll.
REASONS = 6
REASON_WORDS = ("policy", "tie", "authority", "dependence", "fear", "herd")

# Yardsticks: three definitions of leading.
BY_CONDUCT, BY_POWER, BY_UNANIMITY = range(3)
YARDSTICKS = 3
YARDSTICK_WORDS = ("conduct", "power", "no alternative left")
