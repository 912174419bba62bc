"""Each check finds the fault planted for it, names it, and says where it lies."""

from pathlib import Path

import pytest

from apparat import constitution
from apparat.constitution import Constitution, check
from apparat.constitution.check_seats import seats_are_filled
from apparat.ground.errors import DocumentError
from tests.constitution.conftest import SHIPPED, TURNS, Spoil


def complaint(folder: Path) -> str:
    """What loading a spoilt constitution says."""
    with pytest.raises(DocumentError) as raised:
        constitution.load(folder)
    return str(raised.value)


def line_of(file: Path, passage: str) -> int:
    """The line on which a passage stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if passage in line)


def test_the_shipped_constitution_has_no_problem(soviet: Constitution) -> None:
    assert check(soviet) == []


@pytest.mark.parametrize("month", TURNS, ids=str)
def test_every_seat_is_filled_after_every_change(soviet: Constitution, month: object) -> None:
    now = soviet.at(month)  # type: ignore[arg-type]
    seated = [name for name, body in now.bodies.items() if body.kind != "base"]
    unfilled = [name for name in (*seated, *now.offices, *now.post_classes) if not now.filled_by(name)]
    assert len(seated) > 8
    assert unfilled == []


def test_a_body_nobody_elects_is_found(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "does: elects, whom: politburo", "does: supervises, whom: politburo")
    assert "nobody fills 'politburo' in 1919-03" in complaint(folder)


def test_an_office_nobody_fills_is_found(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "does: appoints, whom: ogpu-chair", "does: commands, whom: ogpu-chair")
    assert "nobody fills 'ogpu-chair' in 1917-12" in complaint(folder)


def test_a_class_of_posts_nobody_fills_is_found(spoil: Spoil) -> None:
    folder = spoil("posts.yaml", "filled-by: army", "filled-by: null")
    assert "nobody fills 'army-command' in 1918-09" in complaint(folder)


def test_a_gap_between_two_electors_is_found(spoil: Spoil) -> None:
    old = "who: cec, does: elects, whom: sovnarkom, since: 1922-12"
    folder = spoil("edges.yaml", old, old.replace("1922-12", "1923-02"))
    assert "nobody fills 'sovnarkom' in 1922-12" in complaint(folder)


def test_a_joint_body_without_one_of_its_parts_is_unfilled(soviet: Constitution) -> None:
    bodies = {name: body for name, body in soviet.bodies.items() if name != "control-commission"}
    lacking = Constitution("mine", bodies, {}, {}, {}, soviet.edges, ())
    assert any("'joint-plenum'" in problem.message for problem in seats_are_filled(lacking))


def test_a_body_that_elects_itself_is_found(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "who: central-committee, does: elects, whom: politburo",
                   "who: politburo, does: elects, whom: politburo")  # fmt: skip
    assert "'politburo' elects itself" in complaint(folder)


def test_an_unknown_institution_is_found_with_its_line_and_the_nearest_name(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "does: elects, whom: politburo", "does: elects, whom: politbureau")
    said = complaint(folder)
    line = line_of(folder / "edges.yaml", "politbureau")
    assert f"edges.yaml:{line}:" in said
    assert "there is no institution called 'politbureau': did you mean 'politburo'" in said


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("bodies.yaml", "chair: cec-chair", "chair: cec-chairs", "there is no office called 'cec-chairs'"),
        ("bodies.yaml", "appeals-to: sovnarkom", "appeals-to: sovnarkon", "no body called 'sovnarkon'"),
        ("bodies.yaml", "[central-committee, control-", "[central-comittee, control-", "'central-comittee'"),
        ("offices.yaml", "body: cec", "body: cek", "there is no body called 'cek'"),
        ("organs.yaml", "collegial: orgburo", "collegial: orgbureau", "no body called 'orgbureau'"),
        ("organs.yaml", "chief: war-commissar", "chief: war-comissar", "no office called 'war-comissar'"),
        ("posts.yaml", "filled-by: unions", "filled-by: union", "there is no organ called 'union'"),
        ("posts.yaml", "boss: vsnkh-chair", "boss: vsnk-chair", "post class called 'vsnk-chair'"),
        ("posts.yaml", "nomenklatura-size: {\"5000\"", "nomenklatura-sise: {\"5000\"", "'nomenklatura-sise'"),
        ("rules.yaml", "decided-by: party-congress", "decided-by: congresses", "no body called 'congresses'"),
        ("rules.yaml", "decided-by: party-congress", "decided-by: orgburo", "'orgburo' may not decide on"),
        ("rules.yaml", "concerns: central-committee", "concerns: committee", "no body called 'committee'"),
        ("rules.yaml", "concerns: central-committee",
         "effects: [{on: armie, harm: 0.5, because: {assumed: test}}]", "post class called 'armie'"),
        ("questions.yaml", 'default: "1922"', 'default: "1923"', "there is no answer called '1923'"),
    ],
)  # fmt: skip
def test_a_name_that_stands_for_nothing_is_found(
    spoil: Spoil, file: str, old: str, new: str, said: str
) -> None:
    assert said in complaint(spoil(file, old, new))


def test_an_edge_without_a_source_is_found(spoil: Spoil) -> None:
    said = complaint(spoil("edges.yaml", "because: [cec-elected-by-congress]", "because: []"))
    assert "too short: at least 1 needed" in said


def test_a_source_the_record_does_not_know_is_found(spoil: Spoil) -> None:
    folder = spoil("edges.yaml", "because: [cec-elected-by-congress]", "because: [cec-elected-by-congres]")
    said = complaint(folder)
    assert "the record has no 'cec-elected-by-congres': did you mean 'cec-elected-by-congress'" in said


def test_a_source_is_sought_inside_changes_and_readings_too(spoil: Spoil) -> None:
    old = "{value: 20, because: [sovnarkom-size-s7]}"
    said = complaint(spoil("bodies.yaml", old, "{value: 20, because: [nowhere]}"))
    assert "the record has no 'nowhere'" in said


def test_an_assumption_must_say_why(spoil: Spoil) -> None:
    said = complaint(spoil("bodies.yaml", '{assumed: "monthly"}', '"assumed:"'))
    assert "the record has no 'assumed:'" in said


def test_dates_in_the_wrong_order_are_found(spoil: Spoil) -> None:
    said = complaint(spoil("bodies.yaml", "until: 1918-02", "until: 1917-10"))
    assert "'until' (1917-10) must be later than 'since' (1917-11)" in said


def test_changes_out_of_order_are_found(spoil: Spoil) -> None:
    said = complaint(spoil("bodies.yaml", "- since: 1922-02", "- since: 1924-02"))
    assert "this change (1923-11) must come after 1924-02" in said


def test_a_change_after_the_end_is_found(spoil: Spoil) -> None:
    old = "    until: 1918-02\n"
    new = old + "    changes: [{since: 1919-01, set: {name: Assembly}, because: {assumed: nothing}}]\n"
    assert "this change (1919-01) comes after the end" in complaint(spoil("bodies.yaml", old, new))


def test_overlapping_spells_of_a_rule_are_found(spoil: Spoil) -> None:
    said = complaint(spoil("rules.yaml", "until: 1921-03", "until: 1921-04"))
    assert "the rule 'economic-course' is in force twice" in said


def test_a_power_written_twice_for_the_same_time_is_found(spoil: Spoil) -> None:
    old = "edges:\n"
    new = old + "  - {who: cec, does: elects, whom: cec-chair, since: 1920-01, because: {assumed: again}}\n"
    assert "'cec elects cec-chair' is in force twice" in complaint(spoil("edges.yaml", old, new))


def test_an_edge_outside_the_life_of_its_end_is_found(spoil: Spoil) -> None:
    old = "who: secretariat, does: prepares-slate, whom: party-congress, standing: practice, since: 1923-01"
    said = complaint(spoil("edges.yaml", old, old.replace("1923-01", "1910-01")))
    assert "'secretariat' exists only since 1917-11" in said


def test_posts_that_do_not_add_up_are_found(spoil: Spoil) -> None:
    said = complaint(spoil("posts.yaml", "count: {value: 160", "count: {value: 161"))
    assert "add up to 5,501 posts in 1923-06, the rule 'nomenklatura-size' says 5,500" in said


def test_a_number_outside_its_band_is_found(spoil: Spoil) -> None:
    said = complaint(spoil("posts.yaml", "{value: 80, low: 79", "{value: 78, low: 79"))
    assert "the value 78 lies outside its own band 79 to 83" in said


def test_less_than_half_is_no_majority(spoil: Spoil) -> None:
    said = complaint(spoil("bodies.yaml", "{numerator: 1, denominator: 2,", "{numerator: 1, denominator: 3,"))
    assert "1/3 is no majority" in said


def test_a_change_to_an_unknown_key_is_found_where_it_stands(spoil: Spoil) -> None:
    folder = spoil("bodies.yaml", "set: {name: Rabkrin}", "set: {nam: Rabkrin}")
    line = line_of(folder / "bodies.yaml", "nam: Rabkrin")
    assert f"bodies.yaml:{line}:" in complaint(folder)
    assert "there is no such key to change here" in complaint(folder)


def test_all_faults_of_a_file_are_told_at_once(spoil: Spoil) -> None:
    spoil("edges.yaml", "whom: lenin-institute,", "whom: lenin-institut,")
    said = complaint(spoil("edges.yaml", "whom: orgburo", "whom: orgbureau"))
    assert "lenin-institut'" in said
    assert "orgbureau" in said


def test_a_missing_file_is_named(spoil: Spoil) -> None:
    folder = spoil("rules.yaml", "rules:", "rules:")
    (folder / "rules.yaml").unlink()
    assert "rules.yaml: there is no such file" in complaint(folder)


def test_the_copy_that_is_spoilt_is_sound_before(spoil: Spoil) -> None:
    folder = spoil("rules.yaml", "rules:", "rules:")
    assert repr(constitution.load(folder)) == repr(constitution.load()).replace("soviet", "mine")
    assert folder != SHIPPED
