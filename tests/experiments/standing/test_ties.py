"""Ties begin with an appointment or without one, and end in one of a few ways."""

from apparat.engine import Engine
from apparat.engine.engine import History
from apparat.results.standing import Standing
from apparat.world import codes


def test_a_client_has_one_patron_at_a_time(standing: Standing) -> None:
    for month in (0, 30, standing.months - 1):
        clients = [tie.client for tie in standing.ties if tie.since <= month < tie.until]
        assert clients
        assert len(clients) == len(set(clients))


def test_followings_grow_by_what_is_made_and_shrink_by_what_is_cut(standing: Standing) -> None:
    for one in standing.followings:
        for month in range(1, standing.months):
            grown = one.clients[month - 1] + one.made[month] - one.cut[month]
            assert one.clients[month] == grown, (one.patron, month)


def test_a_post_given_is_an_appointment_of_the_journal(
    engine: Engine, history: History, standing: Standing
) -> None:
    events = history.events[history.events["kind"] == codes.E_APPOINTMENT]
    columns = (events[name].tolist() for name in ("month", "target", "actor"))
    appointed = set(zip(*columns, strict=True))
    given = [tie for tie in standing.ties if tie.post is not None]
    assert given
    assert all((tie.since, tie.client, tie.patron) in appointed for tie in given)


def test_whoever_is_dismissed_was_dismissed_in_that_month(history: History, standing: Standing) -> None:
    events = history.events[history.events["kind"] == codes.E_DISMISSAL]
    told = set(zip(*(events[name].tolist() for name in ("month", "target", "actor")), strict=True))
    dismissed = [tie for tie in standing.ties if tie.end == "dismissed"]
    assert sum((tie.until, tie.client, tie.by) in told for tie in dismissed) > 0.9 * len(dismissed) > 20


def test_a_tie_that_passes_on_goes_on_under_another(standing: Standing) -> None:
    begun = {(tie.client, tie.since): tie.patron for tie in standing.ties}
    passed = [tie for tie in standing.ties if tie.end == "passed on"]
    assert passed
    for tie in passed:
        assert begun[tie.client, tie.until] != tie.patron


def test_a_tie_stands_to_the_end_or_not(standing: Standing) -> None:
    for tie in standing.ties:
        assert (tie.end == "stands") == (tie.until == standing.months)
