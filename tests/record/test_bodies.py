"""Bodies: every body named is somebody's, and sizes come from the record."""

from apparat import record


def body(id_):
    return next(one for one in record.bodies() if one.id == id_)


def test_every_body_that_a_fact_or_vote_names_is_listed():
    written = {form for one in record.bodies() for form in one.written}
    named = {name for fact in record.facts() for name in fact.bodies} | {vote.body for vote in record.votes()}
    assert named == written


def test_facts_and_votes_are_gathered_under_every_name():
    assert "politburo-size-1984" in body("politburo").facts
    assert "vote/1957-06-18/presidium" in body("politburo").votes
    assert len(body("communist-party").facts) >= 287


def test_a_joint_plenum_is_a_vote_of_both_bodies():
    vote = "vote/1923-10-25/joint-cc-ccc-plenum"
    assert vote in body("central-committee").votes
    assert vote in body("central-control-commission").votes


def test_sizes_point_to_where_they_stand():
    assert all(record.known(size.reference) for one in record.bodies() for size in one.sizes)
    elected = {size.reference: size.low for size in body("central-committee").sizes}
    assert elected["congress/12"] == 40
    assert [size.low for size in body("nomenklatura").sizes] == [5500]
