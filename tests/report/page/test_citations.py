"""What a page cites: the package's copy of the bibliography is the page's, and every key has its work."""

from apparat import record
from apparat.report.page import citations
from apparat.report.page.told import Told, told
from apparat.results.base import Result
from tests.docs.pages import DOCS
from tests.house.tree import PACKAGE


def test_the_copy_of_the_bibliography_is_current() -> None:
    copy = PACKAGE / "report" / "page" / "data" / "references.md"
    assert copy.read_text("utf-8") == (DOCS / "references.md").read_text("utf-8"), "run scripts/references"


def test_every_work_has_particulars_and_says_what_it_is_used_for() -> None:
    works = citations.bibliography()
    assert len(works) > 15
    for work in works.values():
        assert work.key[-4:] in work.text, work.key
        assert work.used_for, work.key
        assert not set("*`#") & set(work.text + work.used_for), work.key


def test_mechanisms_name_the_works_that_they_rest_on() -> None:
    assert citations.of_mechanism("demography") == ("Gompertz1825",)
    assert {"Kuran1991", "EgorovSonin2011", "Daniels1966"} <= set(citations.of_mechanisms())
    assert set(citations.of_mechanisms()) <= set(citations.bibliography())


def test_the_works_of_every_kind_of_result_stand_in_the_bibliography(every: dict[str, Result]) -> None:
    tales: list[Told] = [told(result) for result in every.values()]
    keys = {key for tale in tales for key in tale.works}
    assert len(keys) > 4
    assert keys <= set(citations.bibliography())


def test_references_are_found_wherever_they_stand() -> None:
    written = {"a": {"because": ["x", "y"]}, "b": [{"because": "z"}, {"c": 1}]}
    assert list(citations.cited(written)) == ["x", "y", "z"]


def test_facts_are_quoted_with_their_source_and_assumptions_are_left_out() -> None:
    known = record.facts()[0]
    table = citations.facts([known.id, "assumed: because", "work: Somebody, Something"])
    assert known.id in table
    assert "Somebody, Something" in table
    assert "because" not in table
    assert "None: what was set is assumed." in citations.facts(["assumed"])


def test_parameters_cite_what_is_on_record() -> None:
    found = citations.of_parameters()
    assert len(found) > 30
    assert all(record.known(each) for each in found)
