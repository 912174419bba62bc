"""What `succession-1922` must contain, and what must not be in it."""

from apparat import record, scenario
from apparat.ground.dates import Month
from apparat.scenario.events import OUTCOMES, Death
from apparat.scenario.sources import is_assumption, is_work

NEEDED = {
    "lenin", "trotsky", "zinoviev", "kamenev", "stalin", "bukharin", "rykov", "tomsky", "molotov", "kalinin",
    "dzerzhinsky", "kuibyshev", "rudzutak", "kirov", "ordzhonikidze", "voroshilov", "mikoyan", "kaganovich",
    "frunze", "krupskaya", "sokolnikov", "radek", "preobrazhensky", "piatakov",
}  # fmt: skip

SUCCESSION = scenario.load("succession-1922")
OPENING = Month.of(1922, 4)


def surname(row: record.CommitteeSeat) -> str:
    return row.id.rsplit("/", 1)[1]


def test_it_runs_from_april_1922_to_december_1929():
    assert (SUCCESSION.from_, SUCCESSION.months) == (OPENING, 93)


def test_the_persons_who_matter_are_there():
    assert set(SUCCESSION.persons) >= NEEDED


def test_both_recorded_committees_are_there_as_persons_and_one_of_them_sits():
    eleventh, twelfth = (
        {surname(row) for row in record.committee_seats() if row.congress == number} for number in (11, 12)
    )
    assert len(eleventh) == 27
    assert twelfth <= set(SUCCESSION.persons)
    assert {seat.person for seat in SUCCESSION.bodies["central-committee"].full} == eleventh


def test_the_politburo_is_the_recorded_one():
    opening = "1922-04-03"
    for status, seats in (
        ("full", SUCCESSION.bodies["politburo"].full),
        ("candidate", SUCCESSION.bodies["politburo"].candidate),
    ):
        spells = [s for s in record.politburo() if s.status == status and s.start <= opening < s.end]
        assert {seat.person for seat in seats} == {spell.person for spell in spells}


def test_years_of_birth_agree_with_the_record():
    born = {person.id: person.born for person in record.people() if person.born}
    differing = {
        name: (person.born.value, born[name])
        for name, person in SUCCESSION.persons.items()
        if name in born and person.born.value != born[name]
    }
    assert not differing


def test_sizes_of_congresses_and_committees_are_the_recorded_ones():
    recorded = {row.number: row for row in record.congresses()}
    sessions = [s for s in SUCCESSION.congresses if s.body == "party-congress"]
    assert [s.number for s in sessions] == [12, 13, 14, 15]
    for session in sessions:
        row = recorded[session.number]
        assert session.committee is not None
        assert (session.delegates.value, session.committee.full, session.committee.candidate) == (
            row.voting_delegates,
            row.cc_full,
            row.cc_candidate,
        )
        assert str(session.date) == row.start[:7]


def test_recorded_votes_are_those_of_the_record():
    for motion in SUCCESSION.motions.values():
        rows = [record.entry(reference) for reference in motion.because]
        for row in rows:
            if isinstance(row, record.Vote):
                counts = (motion.recorded.for_, motion.recorded.against)
                assert counts == (row.in_favour, row.against)
                assert str(motion.date) == row.date[:7]


def test_recorded_losses_of_seats_are_those_of_the_record():
    for lost in SUCCESSION.recorded.seats_lost:
        (reference,) = lost.because
        row = record.entry(reference)
        assert isinstance(row, record.PolitburoSpell)
        assert (lost.person, str(lost.date)) == (row.person, row.end[:7])


def test_only_natural_deaths_and_no_outcomes_stand_in_the_timeline():
    assert not {event.event for event in SUCCESSION.timeline.values()} & set(OUTCOMES)
    dead = {event.person for event in SUCCESSION.timeline.values() if isinstance(event, Death)}
    for name in dead:
        spells = [spell for spell in record.politburo() if spell.person == name]
        assert not spells or spells[-1].exit_reason == "died"


def test_nothing_before_the_opening_is_younger_than_the_opening():
    for person in SUCCESSION.persons.values():
        assert all(tenure.since <= OPENING for tenure in person.offices.values())
        assert all(post.since <= OPENING for post in person.posts)
        assert all(departure.dated < OPENING for departure in person.traits.stated().values())


def test_departures_from_the_prior_are_few_and_rest_on_the_record():
    stated = [d for person in SUCCESSION.persons.values() for d in person.traits.stated().values()]
    assert 0 < len(stated) <= 5
    for departure in stated:
        assert not any(is_assumption(reference) or is_work(reference) for reference in departure.because)


def test_named_regions_are_as_many_as_were_counted():
    row = record.entry("appointments/1923-12/gubkom-and-obkom-secretaries-counted")
    assert isinstance(row, record.Appointment)
    assert len(SUCCESSION.regions) == row.value


def test_workers_among_members_come_to_the_recorded_share():
    (recorded,) = [row.percent for row in record.composition() if row.year == 1922 and "worker" in row.group]
    mean = sum(region.share.value * region.industrial.value for region in SUCCESSION.regions.values())
    assert abs(100 * mean - recorded) < 1
