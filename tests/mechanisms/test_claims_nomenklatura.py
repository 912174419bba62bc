"""Posts: attention makes clients, loyalty is bought with competence, dismissal frightens one's own."""

from dataclasses import replace

import numpy as np
import pytest

from apparat.mechanisms import nomenklatura
from apparat.mechanisms.recruitment import choose, fortune_of, loyalty_to, oblige
from apparat.world import codes
from apparat.world.places import leave_post
from tests.family import Plan
from tests.mechanisms.laboratory import Lab, Rows, lab
from tests.properties.plans import opened

PLAN = Plan(regions=12, locals_per_region=6, months=24)
RUNS = range(12)
CENTRAL = 0


def after(change: dict[str, dict[str, float]], *, organiser: float = 0.8, run: int = 0) -> tuple[Rows, Rows]:
    """The world and the events of a run in which rows or fields were set at the opening."""
    begun = opened(replace(PLAN, seed=run + 1), run=run)
    begun.world["figures"]["organiser"][0, 0] = organiser
    for table, columns in change.items():
        for column, value in columns.items():
            begun.world[table][column].reshape(-1)[0] = value
    begun.advance(PLAN.months)
    return begun.world, np.concatenate(begun.events)


def attended(change: dict[str, dict[str, float]], organiser: float = 0.8) -> list[int]:
    """Appointments that the opening chief looked at in person, run by run."""
    counts = []
    for run in RUNS:
        world, events = after(change, organiser=organiser, run=run)
        chief = world["people"][0]["key"][0]
        made = events[(events["kind"] == codes.E_APPOINTMENT) & (events["carried"] == 1)]
        counts.append(int((made["actor"] == chief).sum()))
    return counts


def following(change: dict[str, dict[str, float]]) -> list[float]:
    """The opening chief's following at the end, run by run."""
    return [float(after(change, run=run)[0]["figures"]["following"][0, 0]) for run in RUNS]


def test_a_chief_without_attention_appoints_nobody_in_person() -> None:
    assert sum(attended({"rules": {"attention_on": 0}})) == 0
    assert sum(attended({"rules": {"attention_on": 1}})) > 30


def test_a_chief_who_makes_no_use_of_his_office_appoints_fewer() -> None:
    assert sum(attended({}, organiser=0.1)) < sum(attended({}, organiser=0.9)) / 2


def test_attention_makes_a_following() -> None:
    less, more = (np.mean(following({"organs": {"attention": size}})) for size in (1.0, 12.0))
    assert more > less + 0.02


def test_without_appointments_office_gives_no_growing_following() -> None:
    """The circular flow of power is opened: the incumbent's advantage stays away."""
    closed, opened_loop = (np.mean(following({"rules": {"attention_on": on}})) for on in (1, 0))
    assert closed > 1.5 * opened_loop


def shares_of_say(organisers: tuple[float, float]) -> float:
    """Share of vacancies that the chief controls beside a second member of some talent for it."""
    here = lab(months=1)
    bureau = here.table("bodies")[codes.BUREAU]
    sitting = here.table("seats")["person"][bureau["first"] : bureau["first"] + bureau["size"]]
    chief = int(here.table("posts")["holder"][here.table("organs")[CENTRAL]["chief"]])
    figures, people = here.table("figures"), here.table("people")
    for person in sitting:
        figures["organiser"][people["figure"][person]] = organisers[int(person != chief)]
    nomenklatura._renew_attention(*here.both)
    controllers = [
        nomenklatura.controller_of(here.world, CENTRAL, fortune_of(here.world, post).controller[0])
        for post in range(300)
    ]
    return controllers.count(chief) / len(controllers)


def test_a_second_organiser_in_the_bureau_takes_from_the_chief_s_appointments() -> None:
    assert shares_of_say((0.8, 0.0)) > shares_of_say((0.8, 0.3)) + 0.05 > shares_of_say((0.8, 0.9)) + 0.1


def chosen(weight: float) -> tuple[float, float]:
    """(mean loyalty, mean competence) of who gets a post that a loyal dullard waits for."""
    here = lab()
    here.sets["nomenklatura"]["loyalty"] = weight
    controller = here.person(0)
    loyalty, competence = [], []
    for post in _regional(here):
        waiting = int(here.table("posts")["holder"][post])
        here.table("people")[waiting]["root"] = 0
        here.table("people")[waiting]["loyal"] = 0.9
        here.table("people")[waiting]["competence"] = 0.2
        person, _ = choose(
            *here.both, post, waiting, controller, codes.NOBODY, 1, fortune_of(here.world, post)
        )
        loyalty.append(loyalty_to(here.world, person, controller))
        competence.append(float(here.table("people")["competence"][person]))
    return float(np.mean(loyalty)), float(np.mean(competence))


def _regional(here: Lab) -> list[int]:
    """Posts of the second class that somebody without a figure holds."""
    posts = here.table("posts")[: here.single("n")["posts"][0]]
    return [int(p) for p in np.flatnonzero((posts["kind"] == 1) & (posts["holder"] >= 0))]


def test_the_more_loyalty_weighs_the_more_loyal_and_the_less_competent_the_chosen() -> None:
    loyalty, competence = zip(*(chosen(weight) for weight in (0.0, 0.5, 1.0, 3.0)), strict=True)
    assert (np.diff(loyalty) >= 0).all()
    assert (np.diff(competence) <= 0).all()
    assert loyalty[-1] > loyalty[0] + 0.2
    assert competence[-1] < competence[0] - 0.1


def test_a_favour_binds_and_a_greater_one_from_another_binds_to_him() -> None:
    here = lab()
    client = int(here.table("posts")["holder"][_regional(here)[0]])
    person = here.table("people")[client]
    person["patron"], person["tie"] = codes.NOBODY, 0.0
    oblige(here.world, client, 0, 0.3, 0.5)
    assert (person["patron"], person["tie"]) == (0, pytest.approx(0.3))
    oblige(here.world, client, 0, 0.3, 0.5)
    assert (person["patron"], person["tie"]) == (0, pytest.approx(0.3 + 0.7 * 0.15))
    oblige(here.world, client, 1, 0.2, 0.5)
    assert person["patron"] == 0
    assert person["tie"] < 0.4
    oblige(here.world, client, 1, 0.8, 0.5)
    assert (person["patron"], person["tie"]) == (1, pytest.approx(0.8))


def dropped(*, root: int, figure: int = 0) -> tuple[Lab, float]:
    """A figure dismisses an official who depends on `root`; and by how much his own men feel less safe."""
    here = lab()
    official = int(here.table("posts")["holder"][_regional(here)[0]])
    person = here.table("people")[official]
    person["root"], person["patron"], person["tie"] = root, here.person(root), 0.5
    before = float(here.table("figures")["insecurity"][figure])
    nomenklatura.drop(*here.both, official, here.person(figure))
    return here, float(here.table("figures")["insecurity"][figure]) - before


def test_dismissing_one_s_own_frightens_the_rest_and_dismissing_a_rival_s_does_not() -> None:
    assert dropped(root=0)[1] > 0
    assert dropped(root=1)[1] == 0


def test_a_leader_dismissed_bears_a_grudge_and_stays_in_the_party() -> None:
    here = lab()
    victim = here.person(4)
    leave_post(here.world, int(here.table("people")["post"][victim]))
    nomenklatura.drop(*here.both, victim, here.person(0))
    person = here.table("people")[victim]
    assert (person["patron"], person["state"]) == (here.person(0), codes.OUTSIDE)
    assert person["tie"] < 0


def moved_in_the_first_region(hold: float) -> int:
    """Moves of outsiders into the posts of a region whose boss has some hold over it."""
    count = 0
    for run in RUNS:
        world, events = after({"regions": {"hold": hold}}, run=run)
        posts = world["posts"][0][: int(world["n"]["posts"][0])]
        there = np.flatnonzero((posts["region"] == 0) & (posts["kind"] == 1))
        count += int((np.isin(events["post"], there) & (events["kind"] == codes.E_APPOINTMENT)).sum())
    return count


def test_a_stronghold_keeps_outside_appointments_off() -> None:
    assert moved_in_the_first_region(1.0) < 0.6 * moved_in_the_first_region(0.0)


def secretaries_from_above(chosen: float) -> int:
    """Regional secretaries appointed in person from the centre, all runs together."""
    made = 0
    for run in RUNS:
        begun = opened(replace(PLAN, seed=run + 1), run=run)
        begun.world["rules"]["settles"] = 1
        begun.parameters["nomenklatura"]["chosen"] = chosen
        begun.advance(PLAN.months)
        events, posts = np.concatenate(begun.events), begun.world["posts"][0]
        named = events[(events["kind"] == codes.E_APPOINTMENT) & (events["carried"] == 1)]
        made += int((posts["kind"][named["post"]] == nomenklatura.SECRETARIES).sum())
    return made


def test_a_region_that_chooses_its_secretary_gets_none_from_above() -> None:
    never, often, always = (secretaries_from_above(chosen) for chosen in (0.0, 0.5, 1.0))
    assert always == 0
    assert never > often > 0


def moved(attention: float) -> tuple[float, float]:
    """Insecurity among the clients of the central organ's chief, and among those of the boss whose word
    counts where it does not look, after a month in which posts under both were emptied.
    """
    here = lab()
    people, posts = here.table("people"), here.table("posts")
    here.table("organs")["attention"], here.table("organs")["collegial"] = attention, codes.NOBODY
    here.table("classes")["turnover"] = 0.5
    here.single("rules")["settles"] = 0
    under = np.flatnonzero((posts["organ"] == CENTRAL) & (posts["holder"] >= 0))
    under = under[people["figure"][posts["holder"][under]] < 0]
    chief, boss = 0, 1
    posts["holder"][here.table("organs")["chief"][CENTRAL]] = here.person(chief)
    posts["boss"][under], holders = _regional(here)[0], posts["holder"][under].copy()
    posts["holder"][_regional(here)[0]] = here.person(boss)
    found = []
    for figure in (chief, boss):
        trial = Lab(here.state.copy(), here.sets)
        rows = trial.table("people")
        rows["root"][holders], rows["patron"][holders], rows["tie"][holders] = (
            figure,
            here.person(figure),
            0.5,
        )
        trial.table("figures")["insecurity"] = 0.0
        nomenklatura.step(*trial.both)
        found.append(float(trial.table("figures")["insecurity"][figure]))
    return found[0], found[1]


def test_whoever_had_the_say_in_a_dismissal_frightens_his_men_by_it() -> None:
    """What nobody above looked at is the local boss's doing, as the appointment that follows is."""
    chief, boss = moved(attention=0.0)
    assert chief == 0 < boss
    chief, boss = moved(attention=1000.0)
    assert boss == 0 < chief


@pytest.mark.parametrize("attention", [0.0, 100.0])
def test_whoever_had_the_say_answers_for_who_is_passed_over_too(attention: float) -> None:
    here = lab()
    people, posts = here.table("people"), here.table("posts")
    here.single("rules")["settles"] = 0
    here.table("organs")["left"] = attention
    post = int(np.flatnonzero((posts["organ"] == CENTRAL) & (posts["holder"] >= 0))[0])
    waiting, chief, boss = int(posts["holder"][post]), 0, 1
    posts["holder"][post], people["post"][waiting] = -1, -1
    posts["boss"][post] = _regional(here)[0]
    posts["holder"][_regional(here)[0]] = here.person(boss)
    people["competence"][waiting] = -100.0
    say = chief if attention else boss
    people["root"][waiting], people["patron"][waiting], people["tie"][waiting] = say, here.person(say), 0.5
    here.table("figures")["insecurity"] = 0.0
    luck_of = nomenklatura.fortune_of(here.world, post)
    nomenklatura.fill(*here.both, post, waiting, here.person(chief), luck_of)
    assert posts["holder"][post] != waiting
    assert here.table("figures")["insecurity"][say] > 0
