from pathlib import Path

import pytest

from apparat import record, scenario, targets
from apparat.ground.dates import Month
from apparat.ground.errors import DocumentError, UsageError
from apparat.targets.names import names_of

GOOD = """scenario: succession-1922
targets:
  one:
    {date: 1923-10, statistic: opposed, with: {motion: condemn-october-1923, of: present},
     recorded: {count: 2, of: 114}, unit: share, confidence: high, role: calibration,
     because: vote/1923-10-25/joint-cc-ccc-plenum, why: as good as any}
"""


def problems(folder: Path, old: str, new: str) -> str:
    file = folder / "mine.yaml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        targets.load(file)
    return str(caught.value).replace(str(file), "mine.yaml")


def test_every_shipped_target_can_be_loaded_and_names_are_unique() -> None:
    names = [(target.scenario, target.name) for target in targets.load()]
    assert names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "statistic: opposed",
            "statistic: oposed",
            "there is no statistic called 'oposed'",
        ),
        ("condemn-october-1923, of", "condemn-october-1932, of", "did you mean 'condemn-october-1923'"),
        ("of: present}", "of: all}", "'all' is not allowed here: write 'cast' or 'present'"),
        (", of: present}", "}", "the statistic 'opposed' also needs 'of'"),
        (", of: present}", ", of: cast, by: x}", "there is no argument of 'opposed' called 'by'"),
        ("{count: 2, of: 114}", "{count: 2}", "a share is written as a count and, in 'of'"),
        ("{count: 2, of: 114}", "{count: 2, of: 114, value: 3}", "a recorded figure has one form"),
        ("{count: 2, of: 114}", "{low: 2, high: 1}", "the range from 2 to 1 is empty"),
        ("confidence: high", "confidence: low", "a figure of low confidence is never fitted"),
        ("vote/1923-10-25/", "vote/1923-10-26/", "mine.yaml:6:15: There is no fact or row called"),
        (
            "statistic: opposed, with: {motion: condemn-october-1923, of: present}",
            "statistic: chief-prevails, with: {since: 1922-04, until: 1923-10}",
            "mine.yaml:4:32: the statistic 'chief-prevails' is seen only while a run is looked at",
        ),
        ("date: 1923-10", "date: 1921-10", "1921-10 lies before the scenario, which goes from 1922-04"),
        ("role: calibration", "role: fitted", "mine.yaml:5:"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_is_allowed(tmp_path, old, new, said) -> None:
    found = problems(tmp_path, old, new)
    assert said in found
    assert found.startswith("mine.yaml:")


def test_a_target_cannot_be_surer_than_the_row_that_it_rests_on(tmp_path: Path) -> None:
    low = "vote/1926-01-20/leningrad-organisation"
    assert "is of low confidence, so a target that rests on it cannot be of high nor be fitted" in problems(
        tmp_path, "vote/1923-10-25/joint-cc-ccc-plenum", low
    )


def test_a_reading_is_taken_only_where_its_question_is_answered() -> None:
    name = "opposition-april-1929"
    default = next(t for t in targets.of("succession-1922") if t.id == name)
    other = {"right-deviation-vote": "10-and-3"}
    chosen = next(t for t in targets.of("succession-1922", readings=other) if t.id == name)
    assert (default.reading, chosen.reading) == ("", "10-and-3")
    assert chosen.low < default.low
    assert targets.questions(targets.load())["right-deviation-vote"] == ["10-and-3"]


def test_a_role_selects_and_an_unknown_scenario_is_met_with_the_nearest() -> None:
    every = targets.of("succession-1922")
    by_role = [targets.of("succession-1922", role=role) for role in ("calibration", "validation", "shown")]
    assert sum(map(len, by_role)) == len(every)
    assert all(t.role == "calibration" for t in by_role[0])
    with pytest.raises(UsageError, match="succession-1922"):
        targets.of("succession-1923")


def test_what_a_target_asks_is_known_to_its_scenario() -> None:
    for target in targets.load():
        if target.scenario in scenario.names():
            names = names_of(target.scenario)
            for name, argument in target.measured_by.arguments.items():
                assert argument.mistake(target.arguments[name], names) is None, target.name


def test_no_figure_of_low_confidence_and_no_fate_of_a_person_is_fitted() -> None:
    for target in targets.load():
        if target.role == "calibration":
            assert target.confidence != "low", target.name
            assert target.measured_by.scale not in {"months", "yes or no"}, target.name
            assert "person" not in target.measured_by.arguments, target.name


def test_what_a_body_says_of_a_chief_is_held_back_with_every_reading() -> None:
    votes = [t for t in targets.load() if str(t.arguments.get("motion", "")).startswith("remove-")]
    assert {t.scenario for t in votes} == {"collective-1953", "plenum-1964"}
    assert {t.role for t in votes} == {"validation"}


YEARS = {"succession-1922": (1922, 1929), "collective-1953": (1953, 1957), "plenum-1964": (1957, 1964)}


def figures_of(first: int, last: int) -> list[str]:
    """Ids of what can be counted or dated within these years: rows, and facts that have a figure."""
    counted: list[record.Row | record.Fact] = [
        *record.votes(),
        *record.appointments(),
        *record.flows(),
        *record.membership(),
        *record.congresses(),
        *(fact for fact in record.facts() if fact.value_low is not None or fact.value_high is not None),
    ]
    begun = [row.id for row in counted if row.span[0] and first <= int(row.span[0][:4]) <= last]
    spells = [s for s in record.politburo() if s.status == "full"] + list(record.offices())
    dated = [s.id for s in spells if any(day and first <= int(day[:4]) <= last for day in s.span)]
    return begun + dated


@pytest.mark.parametrize("years", YEARS.values(), ids=str)
def test_every_figure_of_these_years_is_a_target_or_left_out_with_a_reason(years: tuple[int, int]) -> None:
    named = {source for target in targets.load() for source in target.because}
    named |= {source for omission in targets.omissions() for source in omission.because}
    within = figures_of(*years)
    assert len(within) > 20
    assert sorted(set(within) - named) == []


def test_figures_that_are_counted_from_spells_agree_with_the_record() -> None:
    def bench(month: str) -> set[str]:
        day = f"{month}-31"
        return {s.person for s in record.politburo() if s.status == "full" and s.start <= day < s.end}

    checked = [t for t in targets.load() if t.statistic in {"top-body-new", "top-body-left"} and t.of]
    assert len(checked) > 4
    for target in checked:
        first, last = bench(target.arguments["since"]), bench(target.arguments["until"])
        here, there = (last, first) if target.statistic == "top-body-new" else (first, last)
        assert target.of == len(here), target.name
        assert target.low == len(here - there) / len(here), target.name


def test_dates_of_seats_are_those_of_the_spells_they_rest_on() -> None:
    spells = {s.id: s for s in record.politburo()}
    checked = 0
    for target in targets.load():
        if target.statistic in {"seat-won", "seat-lost"} and not target.reading:
            spell = spells[target.because[0]]
            day = spell.start if target.statistic == "seat-won" else spell.end
            assert spell.person == target.arguments["person"], target.name
            if target.low < float("inf"):
                assert Month.parse(day).number == target.low, target.name
                checked += 1
            elif target.statistic == "seat-lost":
                assert Month.parse(day) > target.date, target.name
            else:
                assert spell.status == "candidate", target.name
    assert checked > 20


def test_dates_of_offices_are_those_of_the_spells_they_rest_on() -> None:
    spells = {s.id: s for s in record.offices()}
    checked = 0
    for target in targets.load():
        if target.statistic not in {"office-held", "office-left"} or target.because[0] not in spells:
            continue
        spell = spells[target.because[0]]
        checked += 1
        assert spell.person == target.arguments["person"], target.name
        if target.statistic == "office-left":
            assert Month.parse(spell.end).number == target.low, target.name
        else:
            assert Month.parse(spell.start) <= target.date < Month.parse(spell.end), target.name
    assert checked > 10


def test_votes_and_counts_of_members_are_those_of_the_rows_they_rest_on() -> None:
    votes, counts = ({row.id: row for row in table} for table in (record.votes(), record.membership()))
    checked = 0
    for target in targets.load():
        row = votes.get(target.because[0])
        if row is not None and target.statistic in {"opposed", "supported"} and not target.reading:
            part = row.against if target.statistic == "opposed" else row.in_favour
            cast = [n for n in (row.in_favour, row.against) if n is not None]
            assert target.of in {row.present, sum(cast)}, target.name
            assert part in {None, round(target.low * (target.of or 0))} or not target.low, target.name
            checked += 1
        count = counts.get(target.because[0])
        if count is not None and target.statistic == "members":
            assert target.low == (count.total if target.reading == "with-candidates" else count.members)
            checked += 1
    assert checked > 20
