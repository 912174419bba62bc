"""What `succession-1922` must contain, and what must not be in it."""

from apparat import record, scenario
from apparat.ground.dates import Month

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


def test_named_regions_are_as_many_as_were_counted():
    row = record.entry("appointments/1923-12/gubkom-and-obkom-secretaries-counted")
    assert isinstance(row, record.Appointment)
    assert len(SUCCESSION.regions) == row.value
