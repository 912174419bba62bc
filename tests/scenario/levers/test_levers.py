"""Levers and paths: what can be named, what is refused in which words, and that edits do what they say."""

import re
from pathlib import Path

import cloudpickle
import numpy as np
import pytest

from apparat import scenario
from apparat.engine import Engine, build
from apparat.engine.runs import Run
from apparat.ground.dates import Month
from apparat.ground.errors import DocumentError, UsageError
from apparat.scenario.levers import Library, Paths, read
from apparat.scenario.levers.paths import consistent
from apparat.world import codes
from apparat.world.state import copied

LEVERS = read("succession-1922")
USUAL = {
    "no-general-secretary", "neutral-general-secretary", "trotsky-general-secretary", "testament-read-out",
    "testament-acted-on", "testament-published-1923", "lenin-recovers", "lenin-dies-1922", "sverdlov-alive",
    "no-approved-lists", "no-lenin-enrolment", "no-orgburo-appointments", "no-ban-on-factions",
    "secret-ballots", "trotsky-less-feared", "trotsky-at-the-funeral", "trotsky-appeals-to-the-party",
    "left-united-1923", "rivals-see-the-machine", "frozen-doctrine", "no-grain-crisis", "no-war-scare",
}  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build("succession-1922", seed=3)


@pytest.fixture
def opened(engine: Engine) -> Run:
    run = engine.open(0)
    run.own_parameters()
    return run


@pytest.fixture
def paths(engine: Engine) -> Paths:
    return Paths(engine.compiled)


def apply(paths: Paths, run: Run, path: str, value: bool | float | str, month: int = 0) -> list[bool]:
    return [edit.apply(run.world, run.parameters) for edit in paths.edits({path: value}, month)]


def test_the_questions_usually_asked_have_levers() -> None:
    assert set(LEVERS.levers) >= USUAL


def test_every_member_of_the_first_politburo_can_hold_the_office() -> None:
    seats = scenario.load("succession-1922").bodies["politburo"].full
    holders = {seat.person for seat in seats} - {"stalin"}
    assert {f"{name}-general-secretary" for name in holders} <= set(LEVERS.levers)


def test_a_trait_is_set_once_and_then_it_is_no_change(paths: Paths, opened: Run, engine: Engine) -> None:
    assert apply(paths, opened, "persons.trotsky.menace", 0.3) == [True]
    assert opened.world["figures"][0][engine.compiled.persons.index("trotsky")]["menace"] == 0.3
    assert apply(paths, opened, "persons.trotsky.menace", 0.3) == [False]


def test_the_dead_are_beyond_change(paths: Paths, opened: Run, engine: Engine) -> None:
    opened.world["people"][0]["state"][engine.compiled.persons.index("lenin")] = codes.DEAD
    assert apply(paths, opened, "persons.lenin.ambition", 0.9) == [False]
    assert apply(paths, opened, "relations.lenin.stalin", -1) == [False]
    assert apply(paths, opened, "offices.general-secretary.holder", "lenin") == [False]


def test_an_office_passes_to_another_and_posts_keep_one_holder(
    paths: Paths, opened: Run, engine: Engine
) -> None:
    post, row = (
        engine.compiled.places.offices["general-secretary"],
        engine.compiled.persons.index("petrovsky"),
    )
    assert apply(paths, opened, "offices.general-secretary.holder", "petrovsky") == [True]
    assert opened.world["posts"][0]["holder"][post] == row
    assert opened.world["people"][0]["post"][row] == post
    opened.advance(3)
    held = opened.world["posts"][0]["holder"][: opened.world["n"]["posts"][0]]
    plain = opened.world["posts"][0]["office"][: len(held)] < 0
    held = held[plain & (held >= 0)]
    assert len(np.unique(held)) == len(held)


def test_a_seat_is_given_and_taken_in_order_of_key(paths: Paths, opened: Run) -> None:
    before = int(opened.world["bodies"][0]["size"][codes.BUREAU])
    assert apply(paths, opened, "seats.orgburo.trotsky", True) == [True]
    body = opened.world["bodies"][0][codes.BUREAU]
    seated = opened.world["seats"][0]["person"][body["first"] : body["first"] + body["size"]]
    keys = opened.world["people"][0]["key"][seated]
    assert body["size"] == before + 1
    assert list(keys) == sorted(keys)
    assert apply(paths, opened, "seats.orgburo.trotsky", False) == [True]
    assert opened.world["bodies"][0]["size"][codes.BUREAU] == before


def test_a_rule_stays_as_it_is_set(paths: Paths, opened: Run, engine: Engine) -> None:
    lists = engine.compiled.rules.index("approved-lists")
    assert apply(paths, opened, "rules.approved-lists", "off") == [True]
    opened.advance(30)
    assert opened.world["rules"]["lists"][0] == 0
    assert opened.world["statutes"][0]["in_force"][lists] == 0


@pytest.mark.parametrize(("value", "autonomy"), [(1.0, 1.0), (0.3, 0.3), (0, 0.0), ("off", 0.0), ("on", 0.7)])
def test_the_police_answers_to_its_chief_alone_as_far_as_it_is_told_to(
    value: float | str, autonomy: float
) -> None:
    engine = build("collective-1953", seed=3)
    run = engine.open(0)
    run.own_parameters()
    apply(Paths(engine.compiled), run, "rules.police-autonomy", value)
    run.advance(12)
    assert run.world["rules"]["autonomy"][0] == autonomy


def test_how_far_is_asked_of_no_other_rule_and_within_bounds() -> None:
    known = Paths(build("collective-1953", seed=3).compiled)
    for path, value, allowed in (
        ("rules.police-autonomy", 1.5, "a number from 0 to 1"),
        ("rules.police-reform", 0.5, "write on or off"),
    ):
        with pytest.raises(UsageError, match=allowed):
            known.edits({path: value}, 0)


def test_ballots_are_secret_for_good(paths: Paths, opened: Run) -> None:
    assert any(apply(paths, opened, "bodies.*.ballot", "secret"))
    opened.advance(24)
    assert opened.world["bodies"][0]["secret"][: codes.CONFERENCE].all()


def test_an_event_that_never_comes_does_not_come(paths: Paths, opened: Run) -> None:
    assert apply(paths, opened, "timeline.lenin-dies.date", "never") == [True]
    assert apply(paths, opened, "timeline.lenin-is-buried.date", "never") == [True]
    opened.advance(24)
    assert opened.world["people"][0]["state"][0] != codes.DEAD


def test_an_event_with_an_end_moves_with_its_end(paths: Paths, opened: Run) -> None:
    signals = opened.world["signals"][0]
    scare = np.flatnonzero((signals["kind"] == codes.FOREIGN_THREAT) & (signals["month"] >= 0))
    before = signals["month"][scare].copy()
    assert apply(paths, opened, "timeline.war-scare.date", "1926-05") == [True]
    moved = before - signals["month"][scare]
    assert sorted(moved.tolist()) == [0, 0, 0, 12, 12]


def test_publication_moves_the_standing_of_those_named(paths: Paths, opened: Run, engine: Engine) -> None:
    row = engine.compiled.persons.index("stalin")
    assert apply(paths, opened, "documents.testament.public", True) == [False], "not written yet"
    opened.advance(9)
    before = float(opened.world["people"][0]["authority"][row])
    assert apply(paths, opened, "documents.testament.public", True, 9) == [True]
    assert opened.world["people"][0]["authority"][row] < before
    assert apply(paths, opened, "documents.testament.public", True, 9) == [False]


def test_a_parameter_changes_in_its_run_alone(paths: Paths, opened: Run, engine: Engine) -> None:
    assert apply(paths, opened, "parameters.doctrine.restate", 0) == [True]
    assert opened.parameters["doctrine"]["restate"][0] == 0
    assert (engine.sets["doctrine"]["restate"] > 0).all()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("persons.trotzky.menace", 1, "Did you mean trotsky"),
        ("persons.trotsky.menance", 1, "Did you mean menace"),
        ("persons.trotsky.menace", "much", "a number from 0 to 2 is allowed"),
        ("persons.trotsky.skill", 2, "a number from 0 to 1 is allowed"),
        ("person.trotsky.menace", 1, r"There is no path called .* Did you mean persons\.trotsky\.menace"),
        ("persons", 1, "is no path by itself"),
        ("relations.trotsky.trotsky", 1, "two persons"),
        ("rules.faction-bans", False, "Did you mean faction-ban"),
        ("rules.faction-ban", 0.5, "write on or off"),
        ("chief.attentions", False, "Did you mean attention"),
        ("bodies.politburo.ballot", "hidden", "write open or secret"),
        ("offices.general-secretary.holder", "stalinn", "Did you mean stalin"),
        ("offices.general-secretery.holder", "stalin", "Did you mean general-secretary"),
        ("seats.orgbureau.stalin", True, "Did you mean orgburo"),
        ("timeline.war-scares.date", "never", "Did you mean war-scare"),
        ("timeline.war-scare.date", "1931-01", "outside the scenario"),
        ("timeline.lenin-dies.value", 1, "has no value"),
        ("documents.testament.public", False, "cannot be made unknown"),
        ("parameters.doctrine.restat", 0, "Did you mean doctrine.restate"),
        ("parameters.doctrine.restate", 7, "a number from 0 to 0.2"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(
    paths: Paths, path: str, value: bool | float | str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        paths.edits({path: value}, 0)


def test_what_has_happened_by_then_cannot_be_changed(paths: Paths) -> None:
    with pytest.raises(UsageError, match="happens in 1924-01, before that"):
        paths.edits({"timeline.lenin-dies.date": "never"}, 40)


def test_settings_that_contradict_each_other_are_refused(paths: Paths) -> None:
    one = paths.edits({"persons.*.menace": 1}, 0)
    other = paths.edits({"persons.trotsky.menace": 0.5}, 0)
    start = Month.of(1922, 4)
    with pytest.raises(UsageError, match=r"to 1 from 1922-04 and to 0\.5 from 1922-04: .* contradict"):
        consistent([*one, *other], start)
    assert len(consistent([*one, *one], start)) == len(one)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("persons.trotski.menace", 1, "there is no person called 'trotski'. Did you mean trotsky"),
        ("rules.faction-bann", "off", "there is no rule called 'faction-bann'. Did you mean faction-ban"),
        ("persons.trotsky.menace", "high", "is set to 'high'"),
    ],
)
def test_a_message_names_the_path_once(paths: Paths, path: str, value: int | str, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)) as caught:
        paths.edits({path: value}, 0)
    assert str(caught.value).startswith(path)
    assert str(caught.value).count(path) == 1


def write(folder: Path, text: str) -> Path:
    """A scenario of one's own, with levers beside it."""
    file = scenario.start(folder / "mine")
    (folder / "levers").mkdir()
    (folder / "levers" / "mine.yaml").write_text(text, encoding="utf-8")
    return file


IDLE = {("stalin-at-nationalities", "1919")}
"""Options that change nothing in the model: that commissariat fills no posts of others."""


def test_every_option_on_which_the_sources_disagree_has_a_lever() -> None:
    plain = LEVERS.scenario()
    options = {
        (name, option)
        for name, variant in plain.variants.items()
        for option in variant.options
        if option != variant.default
    }
    assert {pair for lever in LEVERS.levers.values() for pair in lever.variants.items()} == options - IDLE


def test_a_lever_that_takes_an_option_opens_as_the_scenario_does_with_it() -> None:
    taken = LEVERS.scenario(["enrolment-of-128000"])
    assert taken == LEVERS.scenario(variants={"enrolment-size": "128000"}) != LEVERS.scenario()
    assert LEVERS["enrolment-of-128000"].reopens
    assert LEVERS.scenario(["enrolment-of-128000"], variants={"enrolment-size": "doubling"}) == taken


def test_levers_that_take_different_options_contradict_each_other() -> None:
    with pytest.raises(UsageError, match="enrolment-size is set twice, to 128000 and to doubling"):
        LEVERS.scenario(["enrolment-of-128000", "enrolment-that-doubles"])


def test_a_lever_that_takes_an_unknown_option_is_told_with_its_place(tmp_path: Path) -> None:
    text = """levers:
  late:
    {title: A, question: B, about: C, because: "assumed: a test", variants: {spring: late}}
"""
    with pytest.raises(DocumentError, match=r"mine.yaml:3:.*no variant called 'spring'"):
        read(write(tmp_path, text))


def test_a_scenario_without_levers_has_none(tmp_path: Path) -> None:
    found = read(scenario.start(tmp_path / "mine"))
    assert found.levers == {}
    with pytest.raises(UsageError, match="has no levers"):
        found["any"]


def test_an_unknown_lever_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="testament-read-out"):
        LEVERS["testament-read-aloud"]


def test_mistakes_in_levers_are_all_told_with_their_places(tmp_path: Path) -> None:
    text = """levers:
  wrong:
    title: A lever
    question: What for?
    about: It tries.
    from: 1901-01
    set: {rules.nothing: off}
    because: no-such-fact
  worse:
    title: Another
    question: What for?
    about: It tries.
    set: {rules.nothing: off}
    because: "assumed: a test"
"""
    with pytest.raises(DocumentError) as caught:
        read(write(tmp_path, text))
    places = {(problem.line, problem.message.partition(" ")[0]) for problem in caught.value.problems}
    assert {line for line, _ in places} == {6, 8, 13}


def test_a_lever_that_changes_nothing_by_its_words_is_refused(tmp_path: Path) -> None:
    text = 'levers:\n  idle: {title: A, question: B, about: C, because: "assumed: a test"}\n'
    with pytest.raises(DocumentError, match="a lever changes something"):
        read(write(tmp_path, text))


def test_another_opening_adds_a_person_and_his_ties_and_nobody_else_moves() -> None:
    plain, other = LEVERS.scenario(), LEVERS.scenario(["sverdlov-alive"])
    assert set(other.persons) - set(plain.persons) == {"sverdlov"}
    assert other.ties[: len(plain.ties)] == plain.ties
    assert {tie.patron for tie in other.ties[len(plain.ties) :]} == {"sverdlov"}
    assert {name: other.persons[name] for name in plain.persons} == plain.persons
    assert isinstance(LEVERS, Library)


def test_copies_are_changed_and_their_originals_are_not(paths: Paths, opened: Run) -> None:
    twin = copied(opened.world)
    for edit in paths.edits({"persons.*.ambition": 0.01}, 0):
        edit.apply(twin, opened.parameters)
    assert not (twin["figures"][0]["ambition"] == opened.world["figures"][0]["ambition"]).all()


@pytest.mark.parametrize("name", ["collective-1953", "plenum-1964"])
def test_levers_of_the_later_struggles_name_what_is_there_and_change_it(name: str) -> None:
    engine, story = build(name, seed=3), scenario.load(name)
    paths = Paths(engine.compiled)
    for lever in read(name).levers.values():
        month = story.month(lever.from_) if lever.from_ else 0
        run = engine.open(0)
        run.own_parameters()
        changed = [any(apply(paths, run, path, value, month)) for path, value in lever.set_.items()]
        assert any(changed) or lever.reopens, lever.title


@pytest.mark.parametrize("name", scenario.names())
def test_what_a_lever_does_can_be_sent_to_another_process(name: str) -> None:
    paths = Paths(build(name, seed=3).compiled)
    for lever in read(name).levers.values():
        if not lever.reopens:
            # A kernel cannot be built anew where it arrives.
            assert b"numba" not in cloudpickle.dumps(paths.edits(lever.set_, 0)), lever.title
