"""The inventory of systems and the facts that belong to them."""

from apparat import record


def test_every_system_and_argument_is_listed_in_order():
    ids = [system.id for system in record.systems()]
    assert len(ids) == len(set(ids)) == 121 + 23
    assert ids[:2] == ["A1", "A2"]
    assert ids[120] == "P5"


def test_a_system_has_facts_that_exist():
    for system in record.systems():
        assert len(set(system.facts)) == len(system.facts)
        assert all(record.known(fact) for fact in system.facts)


def test_a_fact_leads_to_its_systems():
    assert {system.id for system in record.systems_of("testament-vote-1924")} == {"C5", "H3"}


def test_nearly_every_fact_belongs_somewhere():
    placed = {fact for system in record.systems() for fact in system.facts}
    assert len({fact.id for fact in record.facts()} - placed) == 7
