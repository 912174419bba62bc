"""What `collective-1953` and `plenum-1964` must contain, and what must not be in them."""

import pytest

from apparat import constitution, scenario
from apparat.ground.dates import Month
from apparat.scenario.compile import compile_scenario
from apparat.world import codes

HEIRS = scenario.load("collective-1953")
PLENUM = scenario.load("plenum-1964")


def holders(chosen: scenario.Scenario) -> dict[str, str]:
    """Who holds which office at the opening."""
    return {office: name for name, person in chosen.persons.items() for office in person.offices}


def test_they_follow_each_other() -> None:
    assert (HEIRS.from_, HEIRS.until) == (Month.of(1953, 3), Month.of(1957, 7))
    assert (PLENUM.from_, PLENUM.until) == (Month.of(1957, 7), Month.of(1964, 11))


def test_state_police_army_and_party_each_have_a_head_in_1953() -> None:
    heads = ("sovnarkom-chair", "ogpu-chair", "war-commissar", "general-secretary")
    assert [holders(HEIRS)[office] for office in heads] == ["malenkov", "beria", "bulganin", "khrushchev"]


def test_every_office_with_a_rank_to_speak_of_is_held() -> None:
    for chosen in (HEIRS, PLENUM):
        law = constitution.load().at(chosen.from_)
        vacant = {name for name, office in law.offices.items() if office.weight.value > 0.3} - set(
            holders(chosen)
        )
        assert vacant == set()


def test_those_put_out_in_june_1957_hold_nothing_a_month_later() -> None:
    assert not {"malenkov", "molotov", "kaganovich", "shepilov"} & set(PLENUM.persons)


def test_the_joint_plenum_and_the_orgburo_are_gone() -> None:
    world = compile_scenario(HEIRS).template
    bodies = world["bodies"][0]
    assert bodies["size"][codes.BUREAU] == bodies["quota"][codes.CONTROL] == 0
    assert (bodies["numerator"][codes.JOINT], bodies["denominator"][codes.JOINT]) == (2, 3)
    assert codes.SECRETARIAT in set(world["organs"][0]["collegial"])


def test_seats_without_a_name_go_to_officials() -> None:
    bodies = compile_scenario(HEIRS).template["bodies"][0]
    assert bodies["size"][codes.COMMITTEE] < bodies["quota"][codes.COMMITTEE] == 125
    assert bodies["staffed"][codes.COMMITTEE] == 1
    assert bodies["staffed"][codes.TOP] == 0


def test_an_extraordinary_congress_elects_no_committee() -> None:
    sessions = compile_scenario(PLENUM).template["sessions"][0]
    assert [int(size) for size in sessions["committee"][:2]] == [0, 175]


def test_nothing_that_was_decided_in_the_struggle_comes_about_by_itself() -> None:
    for chosen in (HEIRS, PLENUM):
        assert chosen.open_rules
        assert int(compile_scenario(chosen).template["n"]["amendments"][0]) == 0


def test_turnover_no_longer_falls_of_itself() -> None:
    settles = [
        bool(compile_scenario(scenario.load(name)).template["rules"]["settles"][0])
        for name in ("succession-1922", "collective-1953", "plenum-1964")
    ]
    assert settles == [True, False, False]


def test_recruits_join_the_newest_cohort_unless_an_enrolment_waits_for_it() -> None:
    cohorts = [
        int(compile_scenario(scenario.load(name)).template["rules"]["open_cohort"][0])
        for name in ("succession-1922", "collective-1953")
    ]
    assert cohorts == [codes.COHORTS - 2, codes.COHORTS - 1]


@pytest.mark.parametrize("chosen", [HEIRS, PLENUM], ids=lambda chosen: chosen.scenario)
def test_persons_stand_in_the_cohort_of_their_years(chosen: scenario.Scenario) -> None:
    compiled = compile_scenario(chosen)
    cohorts = list(chosen.membership.cohorts.values())
    for row, name in enumerate(compiled.persons):
        joined = chosen.persons[name].joined.value
        older = cohorts[: int(compiled.template["people"][0][row]["cohort"])]
        assert all(cohort.joined_until is not None and cohort.joined_until < joined for cohort in older)


def test_whoever_held_the_chief_s_post_when_a_reform_came_answers_for_it_at_the_opening() -> None:
    answers = {}
    for name in scenario.names():
        compiled = compile_scenario(scenario.load(name))
        statutes = compiled.template["statutes"][0][: len(compiled.rules)]
        answers[name] = {
            rule: (compiled.persons[statute["author"]], int(statute["since"]))
            for rule, statute in zip(compiled.rules, statutes, strict=True)
            if statute["author"] >= 0
        }
    assert answers == {
        "succession-1922": {},
        "collective-1953": {},
        "plenum-1964": {
            "police-reform": ("khrushchev", -46),
            "ministries-cut": ("khrushchev", -36),
            "economic-councils": ("khrushchev", -1),
        },
    }
