"""What is in force when, and who fills, dismisses and sets agendas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apparat.constitution import Constitution, load
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError
from tests.constitution.conftest import EVERY_MONTH

APRIL_1922 = Month.of(1922, 4)


def written(constitution: Constitution) -> list[object]:
    """Everything a constitution says, its answers apart."""
    return [record for _, record in constitution.records()]


def test_the_listed_posts_are_5500_in_the_recorded_proportion_of_the_two_lists(soviet: Constitution) -> None:
    now = soviet.at(Month.of(1924, 1))
    lists = {k: sum(c.count.value for c in now.post_classes.values() if c.list_number == k) for k in (1, 2)}
    assert now.posts == 5500 == now.value("nomenklatura-size")
    assert lists[1] / lists[2] == pytest.approx(3500 / 1500)


def test_the_other_reading_has_the_two_lists_as_printed() -> None:
    now = load(variants={"nomenklatura-size": "5000"}).at(Month.of(1924, 1))
    lists = {k: sum(c.count.value for c in now.post_classes.values() if c.list_number == k) for k in (1, 2)}
    assert lists == {1: 3500, 2: 1500}


def test_the_police_changes_its_name_by_decree(soviet: Constitution) -> None:
    dates = [Month.of(1917, 12), Month.of(1922, 1), Month.of(1922, 2), Month.of(1923, 10), Month.of(1923, 11)]
    names = [soviet.at(month).bodies["political-police"].name for month in dates]
    assert names == ["Cheka", "Cheka", "GPU", "GPU", "OGPU"]


def test_a_body_exists_from_its_first_month_up_to_not_including_its_last(soviet: Constitution) -> None:
    present = ["constituent-assembly" in soviet.at(Month.of(1918, month)) for month in (1, 2)]
    assert present == [True, False]
    assert "politburo" not in soviet.at(Month.of(1919, 2))
    assert "politburo" in soviet.at(Month.of(1919, 3))


def test_the_first_secretarys_office_is_one_at_a_time(soviet: Constitution) -> None:
    both = {"responsible-secretary", "general-secretary"}
    assert all(len(both & set(soviet.at(month).offices)) == 1 for month in EVERY_MONTH)
    assert soviet.at(APRIL_1922).organs["cadres"].chief == "general-secretary"


def test_the_earlier_date_of_the_general_secretary_is_a_choice() -> None:
    now = load(variants={"general-secretary-since": "1921"}).at(Month.of(1921, 3))
    assert now.bodies["secretariat"].chair == now.organs["cadres"].chief == "general-secretary"
    assert now.agenda_of("politburo") == ("general-secretary",)


def test_the_size_of_the_politburo_is_a_choice() -> None:
    sizes = {
        answer: [
            load(variants={"politburo-size": answer}).at(month).bodies["politburo"].seats
            for month in (Month.of(1920, 1), APRIL_1922, Month.of(1926, 1))
        ]
        for answer in ("recorded", "7-9", "5-7")
    }
    assert [seats.value for seats in sizes["recorded"] if seats] == [5, 7, 9]
    assert all(seats and 7 <= seats.value <= 9 for seats in sizes["7-9"])
    assert all(seats and 5 <= seats.value <= 7 for seats in sizes["5-7"])


@pytest.mark.parametrize(("answer", "low", "high"), [("13", 13, 13), ("20", 20, 20), ("15-20", 15, 20)])
def test_the_size_of_the_sovnarkom_is_a_choice(answer: str, low: float, high: float) -> None:
    seats = load(variants={"sovnarkom-size": answer}).at(APRIL_1922).bodies["sovnarkom"].seats
    assert seats is not None
    assert (seats.low or seats.value, seats.high or seats.value) == (low, high)


@pytest.mark.parametrize("question", sorted(load().questions))
def test_readings_of_the_1920s_agree_again_by_1953(question: str) -> None:
    month = Month.of(1953, 3)
    default = load().at(month)
    for answer in load().questions[question].answers:
        now = load(variants={question: answer}).at(month)
        for part in ("seats", "candidate_seats", "name", "chair"):
            written = [
                (name, getattr(body, part)) for name, body in now.bodies.items() if name != "sovnarkom"
            ]
            assert written == [(n, getattr(b, part)) for n, b in default.bodies.items() if n != "sovnarkom"]
        assert now.organs["cadres"].collegial == "secretariat"
        assert now.posts == default.posts


@pytest.mark.parametrize("question", sorted(load().questions))
def test_every_answer_makes_a_sound_constitution(question: str) -> None:
    answers = load().questions[question].answers
    loaded = {answer: load(variants={question: answer}) for answer in answers}
    assert all(loaded[answer].answers[question] == answer for answer in answers)


@pytest.mark.parametrize("question", sorted(load().questions))
def test_every_answer_but_the_default_changes_something(question: str) -> None:
    default = load()
    others = [answer for answer in default.questions[question].answers if answer != default.answers[question]]
    changed = [written(load(variants={question: answer})) for answer in others]
    assert all(text != written(default) for text in changed)


def test_an_unknown_question_or_answer_or_constitution_is_refused_with_what_is_known() -> None:
    for wrong, said in (
        ({"politburo-sise": "5-7"}, "politburo-size"),
        ({"politburo-size": "6"}, "recorded, 7-9"),
    ):
        with pytest.raises(UsageError, match=said):
            load(variants=wrong)
    with pytest.raises(UsageError, match="Did you mean soviet"):
        load("sovjet")


def test_who_elects_may_dismiss_unless_another_is_named(soviet: Constitution) -> None:
    now = soviet.at(APRIL_1922)
    assert now.filled_by("politburo") == now.dismissed_by("politburo") == ("central-committee",)
    assert now.filled_by("pravda-editor") == now.dismissed_by("pravda-editor") == ("central-committee",)
    assert now.dismissed_by("war-commissar") == ("cec",)
    assert now.filled_by("joint-plenum") == ("central-committee", "control-commission")


def test_secretaries_are_elected_on_paper_and_appointed_in_practice(soviet: Constitution) -> None:
    before, after = soviet.at(Month.of(1922, 3)), soviet.at(APRIL_1922)
    assert before.filled_by("regional-secretaries") == ("regional-committees",)
    assert after.who("elects", "regional-secretaries", standing="theory") == ("regional-committees",)
    assert after.who("appoints", "regional-secretaries", standing="practice") == ("secretariat",)


def test_expelling_a_member_of_the_committee_takes_two_thirds_of_the_joint_plenum(
    soviet: Constitution,
) -> None:
    plenum = soviet.at(APRIL_1922).bodies["joint-plenum"]
    assert str(plenum.special_majorities["expel"]) == "2/3"
    assert str(plenum.majority) == "1/2"


def test_factions_are_banned_from_march_1921(soviet: Constitution) -> None:
    assert soviet.at(Month.of(1921, 2)).rule("faction-ban") is None
    assert soviet.at(Month.of(1921, 3)).value("faction-ban") is True


def test_the_economic_course_has_one_value_at_a_time(soviet: Constitution) -> None:
    courses = [
        soviet.at(month).value("economic-course") for month in EVERY_MONTH if month >= Month.of(1918, 6)
    ]
    assert courses.count("war communism") == 33
    assert set(courses) == {"war communism", "new economic policy", "command economy"}


def test_a_rule_not_in_force_is_refused_by_name(soviet: Constitution) -> None:
    with pytest.raises(UsageError, match="no rule in force called 'approved-list'"):
        soviet.at(APRIL_1922).value("approved-list")


def test_it_prints_what_one_would_ask(soviet: Constitution) -> None:
    assert repr(soviet.at(APRIL_1922)).startswith("<Constitution soviet in 1922-04: ")
    assert "5500 listed posts" in repr(soviet.at(Month.of(1953, 3)))
    assert "listed posts" not in repr(soviet)  # classes of different years do not add up


@given(st.sampled_from(EVERY_MONTH))
def test_nothing_in_force_refers_to_what_is_not(month: Month) -> None:
    now = load().at(month)
    ends = {end for edge in now.edges for end in (edge.who, edge.whom)}
    chiefs = {organ.chief for organ in now.organs.values() if organ.chief}
    chairs = {body.chair for body in now.bodies.values() if body.chair}
    assert all(end in now for end in ends)
    assert chiefs | chairs <= set(now.offices)
    assert {office.body for office in now.offices.values()} <= set(now.bodies)
    assert {posts.filled_by for posts in now.post_classes.values() if posts.filled_by} <= set(now.organs)


@given(st.sampled_from(EVERY_MONTH))
def test_asking_twice_for_a_month_changes_nothing(month: Month) -> None:
    now = load().at(month)
    assert now.at(month) == now
