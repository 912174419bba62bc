from apparat.targets.runs import Runs
from apparat.targets.statistic import known
from tests.targets.tables import NAMES, tables


def measure(name: str, made, **arguments: str) -> list[float]:
    return known()[name].of(Runs(made, NAMES), arguments).tolist()


def test_who_holds_the_chief_post_and_who_leads_is_read_at_the_end_of_a_month() -> None:
    made = tables(chief=7, leader=3)
    made["months"]["chief"][5] = 12
    assert measure("chief", made, person="ada", month="1922-09") == [0.0, 1.0]
    assert measure("leads", made, person="bela", month="1922-04", by="conduct") == [1.0, 1.0]
    assert measure("leads", made, person="ada", month="1922-04", by="power") == [0.0, 0.0]
