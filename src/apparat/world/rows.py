"""The rows of the tables: every column of the state, with unit and meaning.

Indices point into other tables (-1: none). Months count from the scenario's first month (0).
"""

from apparat.world.table import Vector, column


class Used:
    """How many rows of each table a scenario uses."""

    people: int = column("i8", "persons")
    figures: int = column("i8", "figures, spare rows included")
    posts: int = column("i8", "posts, offices included")
    classes: int = column("i8", "post classes")
    organs: int = column("i8", "appointing authorities")
    seats: int = column("i8", "seats")
    regions: int = column("i8", "regions")
    documents: int = column("i8", "documents")
    signals: int = column("i8", "signals of the timeline")
    sessions: int = column("i8", "assemblies of the calendar")
    probes: int = column("i8", "recorded motions")
    appeals: int = column("i8", "cases that can wait")
    statutes: int = column("i8", "rules that may change")
    amendments: int = column("i8", "dated changes of the constitution")
    pool: int = column("i8", "claims an election can weigh")
    events: int = column("i8", "events the journal can hold")
    rolls: int = column("i8", "roll entries the journal can hold")


class Clock:
    """Where a run stands: the address of its luck."""

    seed_low: int = column("u4", "lower half of the seed")
    seed_high: int = column("u4", "upper half of the seed")
    run: int = column("u4", "number of the run in its ensemble")
    turn_low: int = column("u4", "lower half of what a branch changes in its luck from month to month")
    turn_high: int = column("u4", "upper half of it; both 0 for luck of the run's own")
    month: int = column("i8", "months since the scenario's first", unit="months")
    start: int = column("i8", "calendar number of the first month", unit="months since year 0")
    months: int = column("i8", "length of the scenario", unit="months")
    parameters: int = column("i8", "row of the parameter table in use")
    journal: int = column("i8", "level of the journal")
    digest: int = column("u8", "hash of the trajectory so far")
    redrawn: int = column("u4", "month and decision of the address drawn anew; 0 for none")
    redrawn_key: int = column("u4", "first key of that address")
    redraw: int = column("u4", "which of its other draws is taken; 0 for its own")


class Person:
    """A party member who holds, held or may hold a post."""

    key: int = column("u4", "address of his luck; travels with him, never an index")
    born: int = column("i2", "birth, in months before the start as a negative number", unit="months")
    dies: int = column("i2", "month of natural death, drawn ahead", unit="months")
    post: int = column("i2", "post held")
    patron: int = column("i2", "person he depends on")
    figure: int = column("i2", "his row among the figures")
    root: int = column("i2", "nearest figure up his chain of ties")
    state: int = column("i1", "vacant row, active, outside, fallen, expelled, dead")
    cohort: int = column("i1", "cohort of party entry")
    seats: int = column("i1", "seats held, in bodies of any kind")
    competence: float = column("f4", "ability to do a post's work", unit="0..1")
    tie: float = column("f8", "strength of dependence on the patron; negative for a grudge", unit="-1..1")
    loyal: float = column("f8", "product of ties from him to the nearest figure", unit="-1..1")
    authority: float = column("f8", "standing in the party's eyes that no office gives", unit="0..1")
    ideal: Vector = column("f4", "ideal point: economy, world, rule", unit="-1..1", shape=(3,))
    lead: int = column("i2", "scratch for followings: a leader's place among the heads; 0 for others")


class Figure:
    """A person who may act at the summit: traits, stated line, record, and what others see of him."""

    person: int = column("i8", "his row among persons; -1 for a free row")
    skill: float = column("f8", "judging and timing of moves", unit="0..1")
    organiser: float = column("f8", "use made of an office's powers over people", unit="0..1")
    flexibility: float = column("f8", "how cheaply a stated position is changed", unit="0..1")
    ambition: float = column("f8", "weight of rising against staying safe", unit="0..1")
    menace: float = column("f8", "how dangerous visible strength looks in this person", unit="ratio to 1")
    capacity: float = column("f8", "health: ability to act", unit="0..1")
    recovers: int = column("i8", "month in which capacity returns", unit="months")
    stated: Vector = column("f8", "publicly stated position", unit="-1..1", shape=(3,))
    strikes: float = column("f8", "remembered condemnations", unit="condemnations")
    charges: float = column("f8", "remembered charges of factionalism", unit="charges")
    insecurity: float = column("f8", "recent dismissals of his own clients", unit="share a month")
    praise: float = column("f8", "praise of him while he is the chief whom nobody matches", unit="0..1")
    revealed: float = column("f8", "how much of his machine others have come to see", unit="0..1")
    office: float = column("f8", "visible rank of the posts and seats held", unit="0..1")
    following: float = column("f8", "share of posts, weighted, whose chain of ties ends in him", unit="0..1")
    tree: float = column("f8", "following while it is being added up", unit="0..1")
    shift: float = column("f8", "change of his following under the rule at issue", unit="share")
    power: float = column("f8", "authority, office and following together, without fog")
    leaning: float = column("f8", "inclination in the contest at hand", unit="logits")
    feared: int = column("i8", "the active figure who looks strongest to him; -1 for none")
    active: int = column("i8", "takes part in the contest this month")
    side: int = column("i8", "camp in the contest at hand: -1, 0, 1")
    pull: float = column("f8", "camp felt by his clients through the chain", unit="-1..1")
    seated: int = column("i8", "month in which he entered the top body; -1 outside it")
    lost_top: int = column("i8", "month in which he last lost a top seat; -1 never", unit="months")
    expelled: int = column("i8", "month of expulsion; -1 never", unit="months")
    won: int = column("i8", "contests won as mover or target")
    lost: int = column("i8", "contests lost as mover or target")
    last_move: int = column("i8", "month of the last motion put by him", unit="months")
    favour: float = column("f8", "share of members who would follow him in a free vote", unit="0..1")
    control: Vector = column(
        "f8", "share of congress, committee and top body with him", unit="0..1", shape=(3,)
    )


class Post:
    """One of the nomenklatura's places, or an office."""

    kind: int = column("i2", "its post class")
    organ: int = column("i2", "appointing authority that fills it")
    boss: int = column("i2", "post whose holder recommends and is deferred to; -1 for none")
    region: int = column("i2", "region; -1 for the centre")
    holder: int = column("i2", "person in it; -1 when vacant")
    since: int = column("i2", "month of appointment", unit="months")
    office: int = column("i2", "unique office of the constitution; -1 for a rank-and-file post")
    attended: int = column("i1", "1 if its filling was looked at in person from above")


class Head:
    """What the clients of a leader inherit of his own chain of ties."""

    root: int = column("i8", "figure in whom it ends; -1 for none")
    passed: float = column("f8", "part of a client's tie that reaches him", unit="0..1")


class PostClass:
    """What posts of a class share."""

    tier: int = column("i8", "1 summit apparatus .. 4 local")
    institution: int = column("i8", "party, state, army, police, economy, ...")
    regional: int = column("i8", "1 if it stands in a region")
    listed: int = column("i8", "nomenklatura list 1 or 2; 0 for offices")
    weight: float = column("f8", "weight in a following, under the rules in force", unit="posts")
    visible: float = column("f8", "visible rank of the office", unit="0..1")
    turnover: float = column("f8", "share of holders moved a month", unit="1/month")
    canon: int = column("i8", "1 if its holder edits the canon or the press")
    first: int = column("i8", "first post of the class")
    count: int = column("i8", "number of posts of the class")
    seat: float = column("f8", "entitlement to a seat on the committee", unit="0..1")
    inspector: int = column("i8", "authority whose chief may inspect its posts; -1 for none")
    plain: float = column("f8", "weight in a following, reforms apart", unit="posts")
    churn: float = column("f8", "share of holders moved beside, by the rules in force", unit="1/month")
    below: int = column("i8", "first class whose holders may be promoted into it")
    empty: int = column("i8", "posts of the class that nobody holds", unit="posts")
    moves: int = column("i8", "moves among its holders this month", unit="moves")


class Organ:
    """An appointing authority."""

    chief: int = column("i8", "post of its chief")
    collegial: int = column("i8", "body that shares its attention; -1 for a single chief")
    college: int = column("i8", "its place among the authorities that a body shares; -1 for a single chief")
    attention: float = column("f8", "appointments it can look at in person", unit="1/month")
    central: int = column("i8", "1 if it is the party's own appointing office")
    left: float = column("f8", "appointments it can still look at this month", unit="appointments")


class Body:
    """A body that votes."""

    first: int = column("i8", "first seat in the seat table")
    capacity: int = column("i8", "seats it can have")
    size: int = column("i8", "seats filled, packed to the front in order of key")
    quota: int = column("i8", "seats to be filled", unit="seats")
    numerator: int = column("i8", "majority needed: numerator")
    denominator: int = column("i8", "majority needed: denominator")
    secret: int = column("i8", "1 if ballots are secret")
    meets: int = column("i8", "months between ordinary sessions", unit="months")
    staffed: int = column("i8", "1 if seats that nobody named holds go to officials when a run opens")


class Seat:
    """A seat of a body."""

    person: int = column("i8", "holder")
    since: int = column("i8", "month of election", unit="months")


class Region:
    """A province, republic or city with its party organisation."""

    secretary: int = column("i8", "post of its first secretary")
    hold: float = column("f8", "how far its boss fills his own posts", unit="0..1")
    industrial: float = column("f8", "workers among its members", unit="0..1")
    mood: Vector = column("f8", "members' mean ideal point", unit="-1..1", shape=(3,))
    members: Vector = column("f8", "full members by cohort (whole numbers)", unit="persons", shape=(5,))
    carry: Vector = column("f8", "fraction of a person carried to next month", unit="persons", shape=(5,))
    admitted: float = column("f8", "admitted since the start (whole number)", unit="persons")
    left: float = column("f8", "purged, left or died since the start (whole number)", unit="persons")
    share: float = column("f8", "share of congress delegates", unit="0..1")
    deference: float = column("f8", "members' deference to the secretary, by their cohorts", unit="0..1")
    engagement: float = column("f8", "weight of ideas in members' votes, by their cohorts", unit="0..1")


class Cohort:
    """What members who joined in the same years share."""

    deference: float = column("f8", "share of the vote that follows the secretary", unit="0..1")
    engagement: float = column("f8", "weight of ideas in the vote", unit="0..1")


class Rules:
    """Rules in force and switches of the chief's office."""

    chief: int = column("i8", "post of the party's chief secretary")
    ban: int = column("i8", "1 while factions are banned")
    lists: int = column("i8", "1 while approved lists of delegates may be issued")
    separate: int = column("i8", "1 while nobody may hold both the chief's post and the premier's")
    custom: float = column("f8", "how firmly members expect that nobody holds both", unit="0..1")
    plenum: int = column("i8", "1 while members may demand a plenum out of turn")
    arrests: int = column("i8", "1 while leaders may be arrested")
    confirms: int = column("i8", "1 while only the committee can take the chief's post from him")
    mercy: int = column("i8", "1 while those defeated are to keep their party card and their freedom")
    exile: int = column("i8", "1 while those expelled may be sent away")
    autonomy: float = column("f8", "how far the police answers to its chief alone", unit="0..1")
    premier: int = column("i8", "post of the head of government; -1 for none")
    police: int = column("i8", "post of the chief of the political police; -1 for none")
    army: int = column("i8", "post of the army's chief; -1 for none")
    harmful: int = column("i8", "1 while somebody answers for a rule that harms holders of posts")
    at_issue: int = column("i8", "rule that the vote at hand would change; -1 for none")
    list_start: int = column("i8", "month of the first approved list", unit="months")
    list_share: float = column("f8", "share of delegates from the first list", unit="0..1")
    list_growth: float = column("f8", "growth of that share", unit="1/year")
    enrolment_possible: int = column("i8", "1 once a mass enrolment may be launched")
    enrolment_size: float = column("f8", "recruits a launched enrolment brings", unit="persons")
    enrolment_months: float = column("f8", "months over which they come", unit="months")
    enrolment_since: int = column("i8", "month of the launch; -1 never", unit="months")
    intake: float = column("f8", "ordinary admissions", unit="persons/month")
    open_cohort: int = column("i8", "cohort that ordinary admissions and new officials join")
    settles: int = column("i8", "1 while the apparatus is new and turnover falls as it settles")
    attention_on: int = column("i8", "1 if the chief's office looks at appointments in person")
    slate_on: int = column("i8", "1 if the chief prepares slates")
    agenda_on: int = column("i8", "1 if the chief sets agendas")
    dependence_on: int = column("i8", "1 if office-holders depend on the chief in open votes")
    authority_on: int = column("i8", "1 if the chief's post itself lends authority")
    health_drawn: int = column("i8", "1 if natural deaths of figures are drawn, not taken from the timeline")
    appeals: int = column("i8", "1 if a lost contest may be carried to the next congress")


class Line:
    """Doctrine, the question of the day, and the signals from outside."""

    line: Vector = column("f8", "the party's orthodox position", unit="-1..1", shape=(3,))
    salience: Vector = column(
        "f8", "weight of each dimension in the question of the day", unit="sums to 1", shape=(3,)
    )
    strength: float = column("f8", "how strictly the orthodoxy is held", unit="0..1")
    cult: float = column("f8", "devotion to the dead founder", unit="0..1")
    terms: float = column("f8", "terms of trade between farm and factory goods, 1 = even", unit="ratio")
    procurement: float = column("f8", "grain procured against plan", unit="ratio")
    threat: float = column("f8", "danger of war as felt", unit="0..1")
    unrest: float = column("f8", "unrest as felt", unit="0..1")
    shock: float = column("f8", "unrest for what has come out about leaders; it fades", unit="0..1")
    imprisoned: float = column("f8", "prisoners of the camps at the opening", unit="persons")
    prisoners: float = column("f8", "of these still held", unit="persons")
    shed: float = column(
        "f8", "part of the weight of its posts that the police lost with its camps", unit="share"
    )
    failure: float = column("f8", "how badly the economic line in force is doing", unit="0..1")


class Document:
    """A paper whose contents shift the standing of the persons named in it."""

    author: int = column("i8", "figure who wrote it")
    written: int = column("i8", "month of writing; -1 before", unit="months")
    handed: int = column("i8", "month in which it must be put to the addressed body", unit="months")
    body: int = column("i8", "kind of body it is put to")
    public: int = column("i8", "month in which it became public; -1 never", unit="months")
    settled: int = column("i8", "1 once the addressed body has decided")
    clears: int = column("i8", "1 if it says that prisoners are held without guilt")


class Signal:
    """An exogenous event of the timeline."""

    month: int = column("i8", "when", unit="months")
    kind: int = column("i8", "which kind of signal")
    figure: int = column("i8", "whom it concerns")
    document: int = column("i8", "which document it concerns")
    value: float = column("f8", "how much")
    until: int = column("i8", "when it ends", unit="months")


class Session:
    """A congress or conference of the calendar."""

    month: int = column("i8", "when it meets, delays included", unit="months")
    planned: int = column("i8", "when it should meet", unit="months")
    body: int = column("i8", "congress or conference")
    number: int = column("i8", "its number")
    delegates: int = column("i8", "voting delegates", unit="persons")
    committee: int = column("i8", "full members to elect; 0: this congress elects no committee", unit="seats")
    candidates: int = column("i8", "candidate members to elect", unit="seats")
    control: int = column("i8", "control commission to elect", unit="seats")
    held: int = column("i8", "1 once it has met")
    listed: float = column("f8", "share of its delegates named by the approved list", unit="0..1")
    former: int = column("i8", "full members elected by the congress before, or sitting at the opening")
    kept: int = column("i8", "of these elected again as full members")
    elected: int = column("i8", "full members elected")


class Appeal:
    """A contest lost in one body and carried to the next congress."""

    mover: int = column("i8", "figure who carries it")
    target: int = column("i8", "figure it is against")
    motion: int = column("i8", "kind of motion")
    statute: int = column("i8", "rule it would change; -1 for none")
    since: int = column("i8", "month of the first defeat; -1 for a free row", unit="months")


class Statute:
    """A rule that a motion or a date may change."""

    kind: int = column("i8", "what it does")
    body: int = column("i8", "kind of body it concerns; -1 for none")
    decides: int = column("i8", "kind of body that may introduce or lift it; -1 for none")
    open: int = column("i8", "1 if a leader may move to change it")
    in_force: int = column("i8", "1 while it is in force")
    since: int = column("i8", "month of its last change; -1 for none", unit="months")
    author: int = column("i8", "figure who answers for it; -1 for nobody")
    level: float = column("f8", "its strength while it is in force", unit="0..1")
    felt: float = column("f8", "how far those whom it hits have come to feel it", unit="0..1")


class Amendment:
    """A change of the constitution by date."""

    month: int = column("i8", "when", unit="months")
    kind: int = column("i8", "what it changes")
    subject: int = column("i8", "kind of body, or rule, that it changes")
    value: float = column("f8", "new value; of a majority the numerator")
    over: float = column("f8", "denominator of a majority")
    policy: int = column("i8", "1 if whoever holds the chief post answers for it")


class Probe:
    """A recorded motion, put hypothetically on its date; it changes nothing."""

    month: int = column("i8", "when", unit="months")
    body: int = column("i8", "kind of body")
    motion: int = column("i8", "kind of motion")
    mover: int = column("i8", "figure who moves it; -1 for the majority's leader of the day")
    target: int = column("i8", "figure it is against")
    document: int = column("i8", "document it concerns; -1 for none")
    votes_for: int = column("i8", "answer: for", unit="votes")
    votes_against: int = column("i8", "answer: against", unit="votes")
    abstained: int = column("i8", "answer: abstained", unit="votes")


class Spread:
    """How far what the scenario states is drawn anew in each run, and what its unnamed officials are like."""

    ideal: float = column("f8", "standard deviation of a named person's ideal point", unit="policy")
    authority: float = column("f8", "standard deviation of his authority", unit="authority")
    tie: float = column("f8", "standard deviation of a stated tie", unit="tie")
    relation: float = column("f8", "standard deviation of a stated relation", unit="relation")
    official_ideal: Vector = column(
        "f8", "spread of officials around the party near them", unit="policy", shape=(3,)
    )
    official_authority: float = column("f8", "mean authority of an official", unit="authority")
    official_age: float = column("f8", "mean age at appointment", unit="years")
    official_age_spread: float = column("f8", "standard deviation of that age", unit="years")


class Prior:
    """The common prior of a trait (rows: skill, organiser, flexibility, ambition, menace)."""

    mean: float = column("f8", "mean")
    spread: float = column("f8", "standard deviation")
    low: float = column("f8", "lower bound")
    high: float = column("f8", "upper bound")


class Tally:
    """Counts of a run, for its summary and its conservation laws."""

    appointments: int = column("i8", "posts filled")
    attended: int = column("i8", "of these looked at in person by the party's own office")
    secretaries: int = column("i8", "regional secretaries moved")
    contests: int = column("i8", "motions against a figure put to a vote")
    carried: int = column("i8", "of these carried")
    routed_top: int = column("i8", "questions decided in the top body")
    routed_cabinet: int = column("i8", "questions decided in the cabinet")
    routed_committee: int = column("i8", "questions decided in the committee")
    last_contest: int = column("i8", "month of the last contest; -1 before", unit="months")
    active: int = column("i8", "figures who take part in contests this month")
    vacant: int = column("i8", "vacant rows of the people table")
    fallen: int = column("i8", "officials who left this month and whose clients still have to move on")
    backers: int = column("i8", "figures to whom anybody who elects is loyal")
    claims: int = column("i8", "claims left in the pool of an election")
    events: int = column("i8", "events written")
    rolls: int = column("i8", "roll entries written")
    lost_events: int = column("i8", "events that found the journal full")
    deaths: int = column("i8", "officials who died")
