"""Why, in prose: every number of the answer in a sentence that can be read aloud."""

from apparat.results.why import ChainRow, ChangeRow, DrawRow, LinkRow, TriedRow, WhyResult
from apparat.results.why_prose import prose
from tests.report.samples import WHY

VOTE, *_ = WHY.votes


def told(**changed: object) -> list[str]:
    return list(prose(WHY.model_copy(update=changed)))


def chain(head: str, *, decided: bool = False) -> ChainRow:
    return ChainRow(
        voter="V",
        key=1,
        choice="for",
        moved_by="tie",
        by_dependence=decided,
        post=None,
        chain=f"V, {head}",
        head=head,
        head_key=9,
        loyal=0.5,
    )


def link(patron: str, power: str | None) -> LinkRow:
    appointed = None if power is None else "1923-01"
    return LinkRow(
        client="C",
        client_key=1,
        patron=patron,
        patron_key=2,
        tie=0.5,
        voters=1,
        appointed=appointed,
        post="p",
        power=power,
    )


def tried(size: str, count: int, undone: int, good: int) -> TriedRow:
    return TriedRow(size=size, tried=count, idle=0, reversed=undone, for_good=good)


def test_a_vote_is_told_by_what_moved_the_winning_side() -> None:
    said = told()[1]
    assert "Of the 20 ballots on the winning side, moved most: 15 by dependence on whoever controls" in said
    assert "5 by fear of the target" in said
    assert said.endswith("Without dependence, 6 of all voters would have leaned the other way.")


def test_votes_before_the_one_asked_about_are_told_with_their_count() -> None:
    before = VOTE.model_copy(update={"event": 16, "said": "Politburo: 5 for, 4 against. Carried."})
    rows = tuple(row.model_copy(update={"event": 16}) for row in WHY.reasons)
    said = told(votes=(before, VOTE), reasons=(*rows, *WHY.reasons))
    assert said[1].startswith("Politburo: 5 for, 4 against. Carried. Of the 20 ballots on the winning side")
    assert said[2].startswith("Of the 20 ballots")


def test_an_assembly_is_told_in_shares() -> None:
    rows = tuple(
        row.model_copy(update={"votes_against": row.votes_against / 20, "turned": 0.3}) for row in WHY.reasons
    )
    vote = VOTE.model_copy(update={"by_region": True})
    said = told(votes=(vote,), reasons=rows)[1]
    assert said.startswith(
        "Of the leanings that bear on the winning side, 100 % of the assembly, moved most: 75 % by dependence"
    )
    assert said.endswith("Without dependence, 30 % of the assembly would have leaned the other way.")


def test_where_no_reason_decides_none_is_named() -> None:
    rows = tuple(row.model_copy(update={"turned": 0}) for row in WHY.reasons)
    assert "No single reason taken away would have turned any voter." in told(reasons=rows)[1]


def test_ties_are_counted_by_leader_and_appointments_by_whose_say() -> None:
    chains = (*[chain("A")] * 4, *[chain("B")] * 3, chain("C", decided=True), chain("D"), chain("E"))
    links = (link("A", "the centre"), link("A", "the centre"), link("B", "the centre"), link("B", "his own"))
    said = told(chains=chains, links=(*links, link("X", None)))[2]
    assert "10 voters hang on a leader by ties: A (4), B (3), C (1) and others (2)." in said
    assert "Without ties and dependence 1 would have leaned the other way." in said
    assert "Of 5 ties on these chains 4 go back to an appointment of this run: " in said
    assert said.endswith("the centre, for A (2) and B (1); his own, for B (1).")


def test_older_ties_have_no_appointment() -> None:
    said = told(chains=(chain("A"),), links=(link("A", None),))[2]
    assert "1 voter hangs on a leader by ties: A (1)." in said
    assert "all would have leaned the same way" in said
    assert "no appointment of this run" in said
    assert told(chains=())[2] == "No voter's chain of ties ends in a leader."


def test_draws_of_one_person_and_month_are_told_together() -> None:
    (first,) = WHY.draws
    second = first.model_copy(update={"decision": "moves", "reversed": 1})
    other = DrawRow(**first.model_dump() | {"whom": "C", "by_another": 2})
    said = told(draws=(first, second, other), draws_tried=24)[3]
    assert said.startswith("3 addresses of luck were drawn anew, 8 times each, and 3 draws mattered.")
    assert "For A & B in May 1924: votes (undone in 3 of 8), moves (undone in 1 of 8); for C in" in said
    assert said.endswith("If C draws anew (votes), somebody else moves the same in 2 of 8.")


def test_where_no_draw_decides_that_is_said() -> None:
    still = tuple(row.model_copy(update={"reversed": 0}) for row in WHY.draws)
    assert told(draws=still)[3] == (
        "No single draw decided it: 1 address of luck was drawn anew, 8 times each, and it stood in all 8."
    )


def test_what_was_tried_is_told_by_kind_with_the_smallest_that_undoes_it() -> None:
    rows = (tried("one ballot", 30, 0, 0), tried("form of ballot", 2, 2, 0), tried("one lever", 1, 1, 1))
    said = told(tried=rows)[4]
    assert said == (
        "Tried, one at a time: 30 ballots fallen otherwise, none of which undoes it; 2 other forms of "
        "ballot, of which 2 undo it, none for good; 1 lever pulled on its date, which undoes it, for good. "
        "The smallest that undoes it, from May 1924: the testament is read out. It comes out otherwise then, "
        "and never comes to the same in that run."
    )
    assert told(smallest=None)[4].endswith("None of them undoes it.")


def test_one_of_many_and_the_only_one_are_told_apart() -> None:
    rows = (tried("one office", 900, 1, 0), tried("one person's health", 1, 0, 0))
    said = told(tried=rows)[4]
    assert "900 offices given to another, of which 1 undoes it, though not for good" in said
    assert "1 change of one leader's health, which does not undo it" in said


def test_whoever_fell_is_spared_and_a_question_is_not_put() -> None:
    def after(change: dict[str, object], **changed: object) -> str:
        smallest = ChangeRow.model_validate(WHY.changes[0].model_dump(by_alias=True) | change)
        return told(smallest=smallest, **changed)[-1].partition("read out. ")[2]

    fall: dict[str, object] = {"event": 18}
    assert after({"later": "1925-01"}, **fall) == "He is spared then, but falls so in January 1925."
    assert after({}, **fall) == "He is spared, and does not fall so later in that run."
    assert after({"outcome": "not put", "later": "1925-01"}) == (
        "The question is not put then, but comes to the same in January 1925."
    )


def test_without_a_vote_the_reason_stands_instead() -> None:
    fallen: WhyResult = WHY.model_copy(update={"votes": (), "no_vote": "No body voted on it."})
    assert list(prose(fallen))[:2] == [
        f"Why was the motion rejected? May 1924: {WHY.said}",
        "No body voted on it.",
    ]
